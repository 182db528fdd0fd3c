import MarkdownTree
import Plan
import SourceText

extension DocumentOutline {
    /// Headed steps, else ordered items, else numbered shell comments, else bullets when there are only bullets.
    func steps(_ parts: [OutlineSection]) -> [ProcedureStep] {
        let headed = parts.dropFirst().compactMap { part in
            stepHeading(part).map { isAlternative(part, in: parts) ? $0.unbudgeted : budgeted($0, by: part) }
        }
        if !headed.isEmpty { return headed }
        let named = parts.flatMap(\.lines).flatMap(namedSteps)
        if !named.isEmpty { return named }
        let ordered = listed(in: parts) { $0.ordinal != nil }
        if !ordered.isEmpty { return ordered }
        let tabled = parts.flatMap(\.tables).flatMap(tabledSteps)
        if !tabled.isEmpty { return tabled }
        let commented = parts.flatMap(\.codeBlocks).filter(\.isCommand).flatMap(commentSteps)
        if !commented.isEmpty { return commented }
        guard parts.allSatisfy({ $0.codeBlocks.isEmpty }) else { return [] }
        return listed(in: parts) { $0.isItem && !isAttribute($0) }
    }

    private func listed(in parts: [OutlineSection], where isStep: (ContentLine) -> Bool) -> [ProcedureStep] {
        parts.flatMap { part -> [ProcedureStep] in
            let isBeside = part.title.isNoProcedure || part.title.tokens.first { $0.isWord }?.isA(.around) == true
            guard part.index == parts.first?.index || !isBeside else { return [] }
            let steps = zip(part.lines, part.tellsOccasion)
                .filter { isStep($0) && $0.depth == 0 && !$1 }
                .map { step($0.0.text, number: $0.0.ordinal) }
            return isAlternative(part, in: parts) ? steps.map(\.unbudgeted) : steps
        }
    }

    /// `Step 3: Restore the database (10 minutes)`.
    func stepHeading(_ section: OutlineSection) -> ProcedureStep? {
        guard section.heading != nil else { return nil }
        return numberedStep(section.title, reading: .heading)
    }

    /// `**Schritt 1:** …` in a line of its own; also several in one paragraph, a line each.
    private func namedSteps(_ line: ContentLine) -> [ProcedureStep] {
        guard line.text.tokens.first?.isA(.step) == true else { return [] }
        return pieces(of: line.text).compactMap { numberedStep($0, reading: line.reading) }
    }

    /// A paragraph cut where a line begins with a step's word and number.
    private func pieces(of text: ReadText) -> [ReadText] {
        let tokens = text.tokens
        return text.cut(
            before: tokens.indices.dropLast().filter {
                tokens[$0].isA(.step) && tokens[$0 + 1].number != nil && text.beginsLine($0)
            })
    }

    /// `- **Time**: 5 minutes`, `- **Trigger**: …`: what the procedure is like, and nothing to do.
    private func isAttribute(_ line: ContentLine) -> Bool {
        guard let field = line.field, field.isBold else { return false }
        return isBudget(field) || field.isNamed([.occasion, .risk])
    }

    private func numberedStep(_ text: ReadText, reading: Reading) -> ProcedureStep? {
        guard text.mentions(.step) else { return nil }
        let tokens = text.tokens
        guard let start = tokens.prefix(3).firstIndex(where: { $0.isA(.step) }), start + 1 < tokens.count,
            let number = tokens[start + 1].number, number == number.rounded(), number < 1000
        else { return nil }
        let parts = TitleParts(text, from: start + 2)
        return ProcedureStep(
            name: parts.name, number: Int(number), timeBudget: budget(parts, in: text, reading), span: text.span)
    }

    func step(_ text: ReadText, number: Int?) -> ProcedureStep {
        let parts = TitleParts(text, from: 0)
        return ProcedureStep(
            name: parts.name.isEmpty ? text.text : parts.name, number: number,
            timeBudget: budget(parts, in: text, .listItem),
            span: text.span)
    }

    /// How long a step takes of the procedure's time: nothing when it is taken only if another fails, beside the others or
    /// the day before.
    private func budget(_ parts: TitleParts, in text: ReadText, _ reading: Reading) -> Claim<TimeAmount>? {
        guard !text.mentions(.beside), let time = parts.duration(in: text, reading),
            // `(within 30 minutes)` is counted from the beginning.
            !time.value.text.lowercased().hasPrefix("within")
        else { return nil }
        return time
    }

    /// `Time: 10 minutes` under the heading of a step.
    private func budgeted(_ step: ProcedureStep, by part: OutlineSection) -> ProcedureStep {
        guard step.timeBudget == nil, !part.title.mentions(.beside) else { return step }
        for line in part.lines where line.depth == 0 {
            guard let field = line.field, isBudget(field), let time = field.value.quantities.timeField(),
                time.kind == .measured
            else { continue }
            return ProcedureStep(
                name: step.name, number: step.number, timeBudget: Claim(time, at: field.value.span, .field),
                span: step.span)
        }
        return step
    }

    /// `Scenario A`: only one of several is gone through, so that their times do not add up.
    ///
    /// A procedure that is itself one of several is gone through from its first step to its last.
    private func isAlternative(_ section: OutlineSection, in parts: [OutlineSection]) -> Bool {
        let root = parts.first?.index ?? 0
        return ([section] + ancestors(of: section)).contains { $0.index > root && $0.title.mentions(.alternative) }
    }

    /// `# 2. Roll the migration back`, `# Step 2: …` in a shell block.
    private func commentSteps(_ block: CodeBlock) -> [ProcedureStep] {
        commentLines(of: block).compactMap { text in
            if text.tokens.first?.isA(.step) == true { return numberedStep(text, reading: .codeBlock) }
            guard text.tokens.count > 2, let number = text.tokens[0].number, number == number.rounded(), number < 1000,
                text.tokens[1].isSign(".") || text.tokens[1].isSign(")")
            else { return nil }
            let parts = TitleParts(text, from: 2)
            return ProcedureStep(
                name: parts.name, number: Int(number), timeBudget: budget(parts, in: text, .codeBlock), span: text.span)
        }
    }

    /// The comments of a shell block without their `#`, one a line.
    func commentLines(of block: CodeBlock) -> [ReadText] {
        var lines: [ReadText] = []
        let utf8 = block.content.utf8
        var start = 0
        while start < utf8.count {
            let end = utf8[start...].firstIndex(of: UInt8(ascii: "\n")) ?? utf8.count
            var first = start
            while first < end, utf8[first] == UInt8(ascii: " ") || utf8[first] == UInt8(ascii: "\t") { first += 1 }
            if first < end, utf8[first] == UInt8(ascii: "#") {
                lines.append(ReadText(block.content.slice(first + 1..<end).trimmed(), style))
            }
            start = end + 1
        }
        return lines
    }
}

extension ProcedureStep {
    fileprivate var unbudgeted: ProcedureStep {
        ProcedureStep(name: name, number: number, timeBudget: nil, span: span)
    }
}
