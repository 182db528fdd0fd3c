import DataNotations
import MarkdownTree
import Plan
import SourceText

extension DocumentOutline {
    /// Flags set in code blocks of a section, by assignments and by commands.
    func setFlags(_ place: FlagPlace) -> [FlagSighting] {
        place.section.codeBlocks.flatMap { block -> [FlagSighting] in
            let isCalled = !block.isData && (place.isOnFlags || leadMentionsFlags(block, in: place.section))
            let set = FlagAssignment.all(in: block.content, calledFlags: isCalled, style.vocabulary).map {
                sighting(
                    of: $0, reading: .codeBlock, share: $0.value == .on ? commentedShare(of: $0, in: block) : nil, place
                )
            }
            guard block.isShell || block.isPlain else {
                return set
                    + FlagCall.all(in: block.content, style.vocabulary).map {
                        let command = FlagCommand(
                            name: $0.name, span: $0.span, value: $0.value, valueSpan: $0.valueSpan)
                        return sighting(of: command, reading: .codeBlock, place)
                    }
            }
            return set
                + FlagCommand.all(in: block.content, style.vocabulary).map {
                    sighting(of: $0, reading: .codeBlock, place)
                }
        }
    }

    private func leadMentionsFlags(_ block: CodeBlock, in section: OutlineSection) -> Bool {
        block.line.map { section.lines[$0].text.mentions(.flag) } ?? false
    }

    /// A flag's stage where it is set, or only its mention where it is switched off or set back.
    func sighting(
        of assignment: FlagAssignment, reading: Reading, share: Claim<Double>?, _ place: FlagPlace
    ) -> FlagSighting {
        let percent: Claim<Double>?
        switch assignment.value {
        case .on: percent = share ?? place.day?.percent
        case .off: percent = nil
        case .percent(let number): percent = Claim(number, at: assignment.valueSpan, reading)
        }
        let isStage = assignment.value != .off && !place.goesBack
        return FlagSighting(
            name: assignment.name, stage: isStage ? stage(percent, at: assignment.span, defines: true, place) : nil,
            mention: FlagMention(
                purpose: isStage ? .enable : .disable, span: assignment.span, reading: reading, certain: true),
            evidence: assignment.isSure ? .named : .none, in: place, span: assignment.span)
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
                reading: reading, certain: true), evidence: .named, in: place, span: command.span)
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
            guard block.node.span.range.contains(range.lowerBound), range.count < 400 else { continue }
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
