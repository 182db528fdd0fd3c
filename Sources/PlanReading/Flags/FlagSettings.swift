import DataNotations
import MarkdownTree
import Plan
import SourceText

extension DocumentOutline {
    /// Flags set in code blocks of a section, by assignments, commands and calls.
    ///
    /// - Parameter known: where names of flags stand that are read already, as byte offsets.
    func setFlags(_ place: FlagPlace, besides known: Set<Int>) -> [FlagSighting] {
        place.section.codeBlocks.flatMap { block -> [FlagSighting] in
            let isCalled = !block.isData && (place.isOnFlags || leadMentionsFlags(block, in: place.section))
            let set = FlagAssignment.all(in: block.content, calledFlags: isCalled, style.vocabulary).filter {
                !known.contains($0.span.range.lowerBound) && !isCommentedOut($0.span)
            }.map { sighting(of: $0, in: block, place) }
            guard block.isShell || block.isPlain else {
                return set
                    + FlagCall.all(in: block.content, style.vocabulary).map {
                        let command = FlagCommand(
                            name: $0.name, span: $0.span, value: $0.value, valueSpan: $0.valueSpan, isSure: true)
                        return sighting(of: command, reading: .codeBlock, place)
                    }
            }
            return set
                + FlagCommand.all(in: block.content, style.vocabulary).map {
                    sighting(of: $0, reading: .codeBlock, place)
                }
        }
    }

    /// `# ENABLE_SEARCH=true`, `// export ENABLE_SEARCH=true`: a line that was taken out sets nothing.
    private func isCommentedOut(_ name: SourceSpan) -> Bool {
        let line = name.file.lineRange(name.file.line(at: name.range.lowerBound))
        let before = line.lowerBound..<name.range.lowerBound
        // No longer than a comment sign and `export` need.
        guard before.count <= 40 else { return false }
        let words = name.file.text(before).split(whereSeparator: \.isWhitespace)
        guard let first = words.first, ["#", "//", ";", "--"].contains(where: first.hasPrefix) else { return false }
        let rest = first.drop { "#/;-".contains($0) }
        return ([rest] + words.dropFirst()).allSatisfy { ["", "export", "set", "env", "ENV"].contains($0) }
    }

    /// The same in a code block, where a comment may give the share.
    func sighting(of assignment: FlagAssignment, in block: CodeBlock, _ place: FlagPlace) -> FlagSighting {
        let share = assignment.value == .on ? commentedShare(of: assignment, in: block) : nil
        return sighting(of: assignment, reading: .codeBlock, share: share, place)
    }

    private func leadMentionsFlags(_ block: CodeBlock, in section: OutlineSection) -> Bool {
        block.line.map { section.lines[$0].text.mentions(.flag) } ?? false
    }

    /// A flag's stage where it is set, or only its mention where it is switched off or set back.
    ///
    /// - Parameter opens: it is what a phase begins with, so that a share of 0 is a stage.
    func sighting(
        of assignment: FlagAssignment, reading: Reading, share: Claim<Double>?, opens: Bool = false, _ place: FlagPlace
    ) -> FlagSighting {
        let percent: Claim<Double>?
        switch assignment.value {
        case .on: percent = share ?? place.day?.percent
        case .off: percent = opens && assignment.isZero ? Claim(0, at: assignment.valueSpan, reading) : nil
        case .percent(let number): percent = Claim(number, at: assignment.valueSpan, reading)
        }
        let isStage = (assignment.value != .off || percent != nil) && !place.goesBack
        return FlagSighting(
            name: assignment.name, stage: isStage ? stage(percent, at: assignment.span, defines: true, place) : nil,
            mention: FlagMention(
                purpose: isStage ? .enable : .disable, span: assignment.span, reading: reading, certain: true),
            setting: setting(
                assignment.value, at: assignment.valueSpan, of: assignment.span, reading, .assigned, place),
            evidence: evidence(of: assignment, place), in: place, span: assignment.span)
    }

    /// What a phase of the plan turns on is a switch of the plan.
    private func evidence(of assignment: FlagAssignment, _ place: FlagPlace) -> FlagSighting.Evidence {
        guard !assignment.isSure else { return .named }
        guard assignment.isSwitch else { return .none }
        let isTurnedOn = assignment.value == .on && assignment.standsAlone && !place.goesBack
        return isTurnedOn && (place.phase != nil || place.day != nil) ? .named : .switched
    }

    /// The same of a command; what it sets to 0 % is off.
    func sighting(of command: FlagCommand, reading: Reading, _ place: FlagPlace) -> FlagSighting {
        var percent: Claim<Double>?
        if case .percent(let number)? = command.value { percent = Claim(number, at: command.valueSpan, reading) }
        let isStage = command.value != nil && command.value != .off && !place.goesBack
        return FlagSighting(
            name: command.name, stage: isStage ? stage(percent, at: command.span, defines: false, place) : nil,
            mention: FlagMention(
                purpose: command.value == nil ? .other : isStage ? .enable : .disable, span: command.span,
                reading: reading, certain: true),
            setting: command.value.flatMap {
                setting($0, at: command.valueSpan, of: command.span, reading, .commanded, place)
            }, evidence: command.isSure ? .named : .switched, in: place, span: command.span)
    }

    /// nil for a share.
    private func setting(
        _ value: FlagAssignment.Value, at span: SourceSpan, of name: SourceSpan, _ reading: Reading,
        _ kind: FlagSetting.Kind, _ place: FlagPlace
    ) -> FlagSetting? {
        guard value == .on || value == .off else { return nil }
        return FlagSetting(
            isOn: Claim(value == .on, at: span, reading), kind: kind, goesBack: place.goesBack, span: name)
    }

    private func stage(_ percent: Claim<Double>?, at span: SourceSpan, defines: Bool, _ place: FlagPlace) -> FlagStage {
        FlagStage(
            percent: percent, when: place.day.map { Claim("Day \($0.number)", at: $0.numberSpan, .heading) },
            day: place.day.map { Claim($0.number, at: $0.numberSpan, .heading) }, defines: defines, span: span)
    }

    /// `# Enable for 10% of users` on the line above, or behind the value.
    private func commentedShare(of assignment: FlagAssignment, in block: CodeBlock) -> Claim<Double>? {
        let file = assignment.span.file
        let line = file.line(at: assignment.span.range.lowerBound)
        for number in [line, line - 1] where number >= 1 {
            let range = file.lineRange(number)
            guard block.node.span.range.contains(range.lowerBound), range.count < 400,
                file.bytes.holds(UInt8(ascii: "#"), in: range) || file.bytes.holds(UInt8(ascii: "/"), in: range)
            else { continue }
            let text = ReadText(PlainText(verbatim: SourceSpan(file: file, range: range)), style)
            guard let comment = text.tokens.firstIndex(where: { $0.isSign("#") || $0.isSign("/") }) else { continue }
            let rest = text.rest(from: comment)
            if let share = TitleParts(rest, from: 0).instructedPercent(in: rest, .codeBlock) { return share }
        }
        return nil
    }
}

extension CodeBlock {
    /// Whether its objects are read as data, so that `key: value` in it is no assignment.
    fileprivate var isData: Bool {
        switch Notation(infoString: language) {
        case .javascript?, .json?, .yaml?: true
        default: false
        }
    }
}
