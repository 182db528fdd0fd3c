import DataNotations
import MarkdownTree
import Plan
import SourceText

/// One place that tells of a flag: a stage that it gives, or only its name.
struct FlagSighting: Sendable {
    let name: String
    let stage: FlagStage?
    let mention: FlagMention?
    /// Whether the place alone makes the name a flag; else it counts only when another place does.
    let establishes: Bool
    /// The phase in whose section the place stands.
    let phase: PhaseHeading?
    /// The phase that a table of flags files it under.
    var filedUnder: PhaseHeading?
    let span: SourceSpan
}

extension DocumentOutline {
    /// Flags from configuration blocks, tables and instructions, in reading order.
    func readFlags(_ data: [CodeData]) -> [FlagSighting] {
        let configured = data.flatMap(configuredFlags)
        let variables = variableFlags(data, besides: Set(configured.map(\.span.range.lowerBound)))
        let known = Set((configured + variables).map(\.span.range.lowerBound))
        let written = planSections.flatMap { tabledFlags($0) + namedFlags($0) + assignedFlags($0, besides: known) }
        return (configured + variables + written).sorted { $0.span < $1.span }
    }

    // MARK: Configuration blocks

    /// `enableHookMetrics: { rollout: 20, day: 6 }`, and `true` or a number under a key that says flags.
    private func configuredFlags(_ data: CodeData) -> [FlagSighting] {
        let section = sections[data.section]
        let phase = phase(of: section)?.heading
        var sightings: [FlagSighting] = []
        for (key, _, members) in data.binding.value.objects {
            let container = key?.key ?? data.binding.name ?? ""
            let holdsFlags = style.vocabulary.classes(of: nameWords(container)).contains(.flagContainer)
            let listed = holdsFlags ? listedFlag(members) : nil
            for member in listed.map({ [$0] }) ?? members {
                if let stage = stage(of: member, phase: phase, section: section, holdsFlags: holdsFlags) {
                    sightings.append(
                        FlagSighting(
                            name: member.key, stage: stage, mention: nil, establishes: true, phase: phase,
                            span: member.keySpan))
                }
            }
        }
        return sightings
    }

    private func stage(of member: DataMember, phase: PhaseHeading?, section: OutlineSection, holdsFlags: Bool)
        -> FlagStage?
    {
        let parts = member.value.members
        let percent = parts.first {
            style.vocabulary.classes(of: $0.key).contains(.percentKey) && share(of: $0.value) != nil
        }
        let day = parts.first { $0.key.lowercased() == "day" && $0.value.numberValue != nil }
        if !parts.isEmpty {
            let isSwitched = parts.contains {
                $0.value.boolValue != nil && style.vocabulary.classes(of: $0.key).contains(.enable)
            }
            guard percent != nil || holdsFlags && (day != nil || isSwitched) else { return nil }
            return FlagStage(
                percent: percent.flatMap { claim(share(of: $0.value), $0.value.span) },
                when: day.flatMap { day in
                    day.value.numberValue.map { Claim("Day \(formatNumber($0))", at: day.value.span, .codeBlock) }
                },
                day: day.flatMap { day in
                    wholeNumber(day.value.numberValue).map { Claim($0, at: day.value.span, .codeBlock) }
                },
                defines: true, span: member.keySpan.union(member.value.span))
        }
        guard holdsFlags else { return nil }
        if let number = share(of: member.value) {
            return FlagStage(
                percent: claim(number, member.value.span), when: nil, day: nil, defines: true, span: member.keySpan)
        }
        let isSwitched =
            member.value.boolValue != nil
            || member.value.stringValue.map { switchWords.contains($0.lowercased()) } == true
        guard isSwitched else { return nil }
        return FlagStage(percent: nil, when: nil, day: nil, defines: true, span: member.keySpan)
    }

    /// `{ name: "search", rollout: 20 }` in a list of flags, as if it stood under its name; nil for what names no flag.
    private func listedFlag(_ members: [DataMember]) -> DataMember? {
        guard let first = members.first, let last = members.last,
            let name = members.first(where: { flagNameKeys.contains($0.key.lowercased()) }),
            let text = name.value.stringValue, isIdentifier(text)
        else { return nil }
        return DataMember(
            key: text, keySpan: name.value.span.withoutQuotes,
            value: DataValue(kind: .object(members), span: first.keySpan.union(last.value.span)),
            leadingComment: name.leadingComment, trailingComment: name.trailingComment)
    }

    private func claim(_ percent: Double?, _ span: SourceSpan) -> Claim<Double>? {
        percent.map { Claim($0, at: span, .codeBlock) }
    }

    /// `40` or `"40%"`; nil when it is no percentage.
    private func share(of value: DataValue) -> Double? {
        var number = value.numberValue
        if number == nil, let string = value.stringValue,
            case let text = TokenizedText(utf8: Array(string.utf8), vocabulary: style.vocabulary),
            let match = QuantityReader(text).quantity(at: 0), match.quantity.unit == .percent,
            match.tokens.upperBound == text.tokens.count
        {
            number = match.quantity.number
        }
        return number.flatMap { (0...100).contains($0) ? $0 : nil }
    }
    private func wholeNumber(_ number: Double?) -> Int? {
        number.flatMap { $0 == $0.rounded() && (0...10_000).contains($0) ? Int($0) : nil }
    }

    // MARK: Tables

    private func tabledFlags(_ section: OutlineSection) -> [FlagSighting] {
        section.tables.flatMap { table -> [FlagSighting] in
            guard let nameColumn = table.column(.flag) else { return [] }
            let phaseColumn = table.column(.planStages)
            let percentColumn = table.header.indices.first {
                $0 != phaseColumn && $0 != nameColumn && isShareHead(table.header[$0])
            }
            let bareCounts = percentColumn.map { countsPercent(table, column: $0) } ?? false
            let dayColumn = table.column(.day)
            let phase = phase(of: section)?.heading
            return table.rows.compactMap { row in
                guard let cell = row.cell(nameColumn), isIdentifier(cell.text.trimmed) else { return nil }
                let percent = row.cell(percentColumn).flatMap { percentClaim($0, bareCounts: bareCounts) }
                let day = row.cell(dayColumn).flatMap(dayClaim)
                let ownPhase = row.cell(phaseColumn).flatMap { cell in
                    phaseColumn.flatMap { namedPhase(cell, head: table.header[$0]) }
                }
                let stage =
                    percent != nil || day != nil || ownPhase != nil
                    ? FlagStage(
                        percent: percent, when: day.map { Claim("Day \($0.value)", at: $0.span, .tableCell) }, day: day,
                        defines: true, span: cell.span) : nil
                return FlagSighting(
                    name: cell.text.trimmed, stage: stage,
                    mention: stage == nil
                        ? FlagMention(purpose: .other, span: cell.span, reading: .tableCell, certain: true) : nil,
                    establishes: true, phase: ownPhase ?? phase, filedUnder: ownPhase, span: cell.span)
            }
        }
    }

    /// `Phase 2`, or `2` under a head that says `Phase`.
    private func namedPhase(_ cell: ReadText, head: ReadText) -> PhaseHeading? {
        if let heading = PhaseHeading(cell, reading: .tableCell) { return heading }
        guard cell.tokens.count == 1, let number = cell.tokens[0].number,
            let keyword = head.tokens.lazy.compactMap(\.classes.stageKeyword).first
        else { return nil }
        return PhaseHeading(keyword: keyword, number: number, name: cell, cell: cell)
    }

    private func isShareHead(_ head: ReadText) -> Bool {
        head.mentions([.share, .rolloutNoun, .percentSign])
    }

    /// Whether a bare number in a column is a percentage: the head or another cell says so. Else it may as well count waves.
    private func countsPercent(_ table: ContentTable, column: Int) -> Bool {
        let head = table.header[column]
        return head.mentions([.share, .percentSign])
            || table.rows.contains { $0.cell(column)?.mentions(.percentSign) == true }
    }

    private func percentClaim(_ cell: ReadText, bareCounts: Bool) -> Claim<Double>? {
        for index in cell.tokens.indices {
            if let match = cell.quantities.quantity(at: index),
                match.quantity.unit == .percent || bareCounts && match.quantity.unit == .none,
                (0...100).contains(match.quantity.number)
            {
                return Claim(match.quantity.number, at: cell.span(tokens: match.tokens), .tableCell)
            }
        }
        return nil
    }

    private func dayClaim(_ cell: ReadText) -> Claim<Int>? {
        if let match = cell.schedules.first(), let day = match.schedule.firstDay {
            return Claim(day, at: cell.span(tokens: match.tokens), .tableCell)
        }
        guard let token = cell.tokens.first, let day = wholeNumber(token.number), day > 0 else { return nil }
        return Claim(day, at: cell.span(tokens: 0..<1), .tableCell)
    }

    // MARK: Instructions

    /// Names in code spans of lists and paragraphs: ``Enable `enableHookMetrics` feature flag``.
    private func namedFlags(_ section: OutlineSection) -> [FlagSighting] {
        let phase = phase(of: section)?.heading
        let day = day(of: section)
        let goesBack = stands(section, under: .rollback)
        var sightings: [FlagSighting] = []
        var spans = CodeSpans()
        for line in section.lines {
            var instruction: Instruction?
            let literals = spans.next(in: line)
            for literal in literals {
                let said =
                    instruction
                    ?? Instruction(
                        line, names: literals, above: line.parent.map { section.lines[$0] }, goesBack: goesBack)
                instruction = said
                let name = literal.text
                guard isIdentifier(name) else {
                    sightings += FlagAssignment.all(in: literal, calledFlags: said.isCalledFlag, style.vocabulary).map {
                        self.sighting(
                            of: $0, reading: line.reading, share: said.percent, phase: phase, day: day,
                            goesBack: goesBack)
                    }
                    continue
                }
                guard nameWords(name).count > 1 else { continue }
                sightings.append(sighting(of: name, at: literal.span, said, phase: phase, day: day))
            }
        }
        return sightings
    }

    private func sighting(
        of name: String, at span: SourceSpan, _ said: Instruction, phase: PhaseHeading?, day: DayHeading?
    ) -> FlagSighting {
        var stage: FlagStage?
        if said.givesStage, let day {
            stage = FlagStage(
                percent: said.percent ?? day.percent, when: Claim("Day \(day.number)", at: day.numberSpan, .heading),
                day: Claim(day.number, at: day.numberSpan, .heading), defines: false, span: span)
        } else if let percent = said.percent, said.givesStage, said.purpose == .enable || said.isCalledFlag {
            stage = FlagStage(percent: percent, when: nil, day: nil, defines: false, span: span)
        }
        return FlagSighting(
            name: name, stage: stage,
            mention: FlagMention(purpose: said.purpose, span: span, reading: said.reading, certain: true),
            establishes: said.isCalledFlag && said.purpose != .other, phase: phase, span: span)
    }
}

/// What a line says of the flags that it names.
private struct Instruction {
    let isCalledFlag: Bool
    let purpose: FlagMention.Purpose
    let percent: Claim<Double>?
    /// Whether it brings a flag to a percentage for the users; not when it looks at one, forbids it or means few insiders.
    let givesStage: Bool
    let reading: Reading

    /// - Parameters:
    ///   - names: the code spans of the line.
    ///   - above: the line that holds this one; it speaks for a line of names alone.
    ///   - goesBack: the line stands under a title on rollbacks, where nothing is brought to the users.
    init(_ own: ContentLine, names: ArraySlice<PlainText>, above: ContentLine?, goesBack: Bool) {
        let ownWords = own.text.tokens.count { $0.isWord && !$0.isA(.flag) }
        let isBare = ownWords <= names.reduce(0) { $0 + TokenizedText(utf8: $1.utf8).tokens.count(where: \.isWord) }
        let ownPercent = TitleParts(own.text, from: 0).instructedPercent(in: own.text, own.reading)
        // A sentence, not a text that each of its lines would read again.
        let lead = above.flatMap { $0.text.tokens.count <= 80 ? $0 : nil }
        let line = isBare && ownPercent == nil ? lead ?? own : own
        isCalledFlag = line.text.mentions(.flag)
        let text = line.text
        let words = text.tokens.lazy.filter(\.isWord).prefix(3)
        let speaksAbout =
            words.contains { $0.isA(.verify) }
            || words.prefix(2).contains { $0.isA(.condition) }
            || text.mentions(.negation)
        purpose =
            text.mentions(.disable)
            ? .disable : !speaksAbout && text.mentions(.enable) ? .enable : .other
        percent = ownPercent ?? TitleParts(text, from: 0).instructedPercent(in: text, line.reading)
        // A name alone in a day's list is switched on that day, and so is one with its percentage.
        givesStage =
            !goesBack && !text.mentions(.insider)
            && (purpose == .enable
                || purpose == .other && !speaksAbout && (percent != nil || isBare && line.text.span == own.text.span))
        reading = line.reading
    }
}

/// The code spans of one paragraph after the other, handed to the lines that the paragraph was cut into.
private struct CodeSpans {
    private var node: MarkdownNode?
    private var rest: ArraySlice<PlainText> = []

    /// Those of a line, in order; lines must come in reading order.
    mutating func next(in line: ContentLine) -> ArraySlice<PlainText> {
        guard line.hasCode else { return [] }
        let textNode = line.node.textNode
        if node != textNode {
            node = textNode
            let all: [PlainText] = textNode.descendants.compactMap { node in
                guard case .codeSpan = node.kind, !node.struck else { return nil }
                return node.literal
            }
            rest = all[...]
        }
        let range = line.text.span.range
        rest = rest.drop { $0.span.range.upperBound <= range.lowerBound }
        return rest.prefix { $0.span.range.lowerBound < range.upperBound }
    }
}

extension MarkdownNode {
    /// The paragraph of a list item; the node itself elsewhere.
    fileprivate var textNode: MarkdownNode {
        if case .item = kind { firstChild ?? self } else { self }
    }
}

/// How notations without true and false say them.
private let switchWords: Set<String> = ["on", "off", "yes", "no", "enabled", "disabled"]
/// Under what the objects of a list hold the name of their flag.
private let flagNameKeys: Set<String> = ["name", "key", "flag", "id"]
