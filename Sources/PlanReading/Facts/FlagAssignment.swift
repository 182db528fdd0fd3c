import DataNotations
import MarkdownTree
import Plan
import SourceText

/// `ENABLE_SEARCH=true`, `export ROLLOUT_PCT=10`, `new_search: false`: a flag set in an environment file, a command or a code span.
struct FlagAssignment: Sendable {
    enum Value: Sendable, Equatable {
        case on, off
        /// 0 to 100.
        case percent(Double)
    }
    let name: String
    let value: Value
    let span: SourceSpan
    let valueSpan: SourceSpan

    /// Every assignment of a flag in a text, in order.
    ///
    /// A name is a flag's when one of its words says so (`ENABLE_…`, `…_FEATURE`, `…_ROLLOUT_PCT`): other variables of an
    /// environment are none.
    ///
    /// - Parameter calledFlags: the text around speaks of flags, so that any name may be one, and `name: true` sets it.
    static func all(in text: PlainText, calledFlags: Bool, _ vocabulary: Vocabulary) -> [FlagAssignment] {
        let utf8 = text.utf8
        var found: [FlagAssignment] = []
        var index = 0
        while index < utf8.count {
            guard isNameStart(utf8[index]),
                index == 0 || !isNameByte(utf8[index - 1]) && utf8[index - 1] != UInt8(ascii: "$")
            else {
                index += 1
                continue
            }
            var end = index
            while end < utf8.count, isNameByte(utf8[end]) { end += 1 }
            if let value = value(in: utf8, at: end, allowingColon: calledFlags) {
                let name = String(decoding: utf8[index..<end], as: UTF8.self)
                if let meaning = meaning(
                    of: String(decoding: utf8[value], as: UTF8.self), for: nameWords(name), calledFlag: calledFlags,
                    vocabulary)
                {
                    found.append(
                        FlagAssignment(
                            name: name, value: meaning, span: text.span(index..<end), valueSpan: text.span(value)))
                }
                end = value.upperBound
            }
            index = max(end, index + 1)
        }
        return found
    }

    /// The word behind `=`, or behind `: ` where that counts; quotes are left out.
    private static func value(in utf8: [UInt8], at end: Int, allowingColon: Bool) -> Range<Int>? {
        guard end < utf8.count else { return nil }
        var start = end
        if utf8[start] == UInt8(ascii: "=") {
            start += 1
        } else if allowingColon, utf8[start] == UInt8(ascii: ":") {
            start += 1
            while start < utf8.count, utf8[start] == UInt8(ascii: " ") { start += 1 }
        } else {
            return nil
        }
        if start < utf8.count, utf8[start] == UInt8(ascii: "\"") || utf8[start] == UInt8(ascii: "'") { start += 1 }
        var last = start
        while last < utf8.count, isNameByte(utf8[last]) || utf8[last] == UInt8(ascii: ".") { last += 1 }
        return last > start ? start..<last : nil
    }

    /// What a variable of an environment says of a flag; nil when it is no flag's.
    init?(name: String, at nameSpan: SourceSpan, _ value: DataValue, _ vocabulary: Vocabulary) {
        let text: String
        switch value.kind {
        case .string(let string): text = string.hasSuffix("%") ? String(string.dropLast()) : string
        case .bool(let bool): text = String(bool)
        case .number(let number): text = formatNumber(number)
        case .null, .array, .object, .opaque: return nil
        }
        guard
            let meaning = FlagAssignment.meaning(of: text, for: nameWords(name), calledFlag: false, vocabulary)
        else { return nil }
        self.init(name: name, value: meaning, span: nameSpan, valueSpan: value.span.withoutQuotes)
    }

    private init(name: String, value: Value, span: SourceSpan, valueSpan: SourceSpan) {
        self.name = name
        self.value = value
        self.span = span
        self.valueSpan = valueSpan
    }

    private static func meaning(of value: String, for words: [String], calledFlag: Bool, _ vocabulary: Vocabulary)
        -> Value?
    {
        let classes = vocabulary.classes(of: words)
        guard words.count > 1, calledFlag || classes.contains(.flagName) else { return nil }
        switch value.lowercased() {
        case "true", "on", "yes", "enabled": return .on
        case "false", "off", "no", "disabled": return .off
        default:
            guard classes.contains(.shareName), let number = Double(value), (0...100).contains(number) else {
                return nil
            }
            return .percent(number)
        }
    }

    private static func isNameStart(_ byte: UInt8) -> Bool {
        (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte) || byte == UInt8(ascii: "_")
    }
    private static func isNameByte(_ byte: UInt8) -> Bool { isNameStart(byte) || (0x30...0x39).contains(byte) }
}

extension DocumentOutline {
    /// Flags that files of settings and shell commands set, whichever way they write it: `set -gx ENABLE_SEARCH on`.
    ///
    /// - Parameter known: where names of flags stand that are read already, as byte offsets.
    func variableFlags(_ data: [CodeData], besides known: Set<Int>) -> [FlagSighting] {
        data.flatMap { item -> [FlagSighting] in
            guard item.notation == .settings || item.notation == .shell else { return [] }
            let binding = item.binding
            var assignments = binding.value.members.compactMap {
                FlagAssignment(name: $0.key, at: $0.keySpan, $0.value, style.vocabulary)
            }
            if let name = binding.name, let span = binding.nameSpan,
                let own = FlagAssignment(name: name, at: span, binding.value, style.vocabulary)
            {
                assignments.append(own)
            }
            return sightings(
                of: assignments.filter { !known.contains($0.span.range.lowerBound) }, in: item.block,
                sections[item.section])
        }
    }

    /// Flags set in code blocks of any language, in whatever stands around the assignment.
    ///
    /// - Parameter known: where names of flags stand that are read already, as byte offsets.
    func assignedFlags(_ section: OutlineSection, besides known: Set<Int>) -> [FlagSighting] {
        section.codeBlocks.flatMap { block in
            let all = FlagAssignment.all(in: block.content, calledFlags: false, style.vocabulary)
            return sightings(
                of: all.filter { !known.contains($0.span.range.lowerBound) && !isCommentedOut($0.span) }, in: block,
                section)
        }
    }

    private func sightings(of assignments: [FlagAssignment], in block: CodeBlock, _ section: OutlineSection)
        -> [FlagSighting]
    {
        guard !assignments.isEmpty else { return [] }
        let phase = phase(of: section)?.heading
        let day = day(of: section)
        let goesBack = stands(section, under: .rollback)
        return assignments.map {
            sighting(
                of: $0, reading: .codeBlock, share: sharesAbove($0, in: block), phase: phase, day: day,
                goesBack: goesBack)
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

    /// A flag's stage where it is set, or only its mention where it is switched off or set back.
    func sighting(
        of assignment: FlagAssignment, reading: Reading, share: Claim<Double>?, phase: PhaseHeading?, day: DayHeading?,
        goesBack: Bool
    ) -> FlagSighting {
        let percent: Claim<Double>?
        switch assignment.value {
        case .on: percent = share ?? day?.percent
        case .off: percent = nil
        case .percent(let number): percent = Claim(number, at: assignment.valueSpan, reading)
        }
        let isStage = assignment.value != .off && !goesBack
        let stage = FlagStage(
            percent: percent, when: day.map { Claim("Day \($0.number)", at: $0.numberSpan, .heading) },
            day: day.map { Claim($0.number, at: $0.numberSpan, .heading) }, phase: nil, defines: true,
            span: assignment.span)
        return FlagSighting(
            name: assignment.name, stage: isStage ? stage : nil,
            mention: FlagMention(
                purpose: goesBack || assignment.value == .off ? .disable : .enable, span: assignment.span,
                reading: reading,
                certain: true), establishes: true, phase: phase, span: assignment.span)
    }

    /// `# Enable for 10% of users` on the line above, or behind the value.
    private func sharesAbove(_ assignment: FlagAssignment, in block: CodeBlock) -> Claim<Double>? {
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

extension SourceSpan {
    /// Without the quotes around a text.
    var withoutQuotes: SourceSpan {
        guard range.count >= 2, let quote = file.bytes[range].first, "\"'".utf8.contains(quote),
            file.bytes[range].last == quote
        else { return self }
        return SourceSpan(file: file, range: range.lowerBound + 1..<range.upperBound - 1)
    }
}
