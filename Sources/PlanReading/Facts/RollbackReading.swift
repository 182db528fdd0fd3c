import MarkdownTree
import Plan
import SourceText

extension DocumentOutline {
    /// Rollback procedures: headed sections with steps or commands, the outermost that is no mere container.
    func readRollbackProcedures() -> [RollbackProcedure] {
        let candidates = sections.filter(isProcedure)
        return candidates.compactMap { section in
            let enclosing = ancestors(of: section).contains { ancestor in
                isProcedure(ancestor) && !isContainer(ancestor)
            }
            guard !enclosing, !isContainer(section) else { return nil }
            return procedure(section)
        } + sections.flatMap(boldProcedures)
    }

    /// `**Rollback plan:**` in bold over a list or a block, where no heading says so.
    private func boldProcedures(_ section: OutlineSection) -> [RollbackProcedure] {
        guard !stands(section, under: Vocabulary.rollbackWords) else { return [] }
        let leads = section.lines.indices.filter { index in
            let line = section.lines[index]
            return !line.isItem && line.depth == 0 && line.field?.isBold == true
                && line.field?.value.tokens.isEmpty == true
        }
        return leads.enumerated().compactMap { place, index in
            let line = section.lines[index]
            guard let field = line.field, field.isNamed(Vocabulary.rollbackWords), !field.key.contains(notProcedures)
            else { return nil }
            let next =
                place + 1 < leads.count
                ? section.lines[leads[place + 1]].text.span.range.lowerBound : section.span.range.upperBound
            let range = line.text.span.range.upperBound..<max(next, line.text.span.range.upperBound)
            let lines = section.lines.filter { range.contains($0.text.span.range.lowerBound) }
            let commands = section.codeBlocks.filter { range.contains($0.node.span.range.lowerBound) && $0.isShell }
            let ordered = lines.filter { $0.ordinal != nil && $0.depth == 0 }
            let steps = ordered.isEmpty && commands.isEmpty ? lines.filter { $0.isItem && $0.depth == 0 } : ordered
            guard !commands.isEmpty || steps.count > 1 else { return nil }
            return RollbackProcedure(
                name: field.key.text, level: nil, timeBudgets: [],
                steps: steps.map { step($0.text, number: $0.ordinal) },
                commands: commands.map {
                    CommandBlock(language: $0.language, text: $0.content.text, span: $0.node.span)
                },
                span: field.key.span)
        }
    }

    /// A title that names a rollback, or a level under such a title, with a budget, steps or commands; nothing that only
    /// talks about rollbacks.
    private func isProcedure(_ section: OutlineSection) -> Bool {
        guard section.heading != nil, headings[section.index].phase == nil, headings[section.index].day == nil else {
            return false
        }
        let title = section.title
        guard !title.contains(notProcedures) else { return false }
        let named = title.contains(Vocabulary.rollbackWords)
        let leveled =
            level(of: title) != nil && ancestors(of: section).contains { $0.title.contains(Vocabulary.rollbackWords) }
        guard named || leveled else { return false }
        if section.level > 1, timeBudget(title) != nil { return true }
        return subtree(of: section).contains { below in
            !below.codeBlocks.isEmpty || below.lines.contains { $0.isItem }
                || stepHeading(below) != nil
        }
    }

    /// Holds procedures of its own: `Rollback Procedures`, or a document's title.
    private func isContainer(_ section: OutlineSection) -> Bool {
        let below = subtree(of: section).dropFirst().filter(isProcedure)
        guard !below.isEmpty else { return false }
        if section.level <= 1 { return true }
        // A budget or steps of its own make it a procedure whose parts have titles.
        return timeBudget(section.title) == nil && level(of: section.title) == nil && !directSteps(section)
    }

    private func directSteps(_ section: OutlineSection) -> Bool {
        section.lines.contains { $0.ordinal != nil && $0.depth == 0 }
            || section.children.contains { stepHeading(sections[$0]) != nil }
    }

    private func procedure(_ section: OutlineSection) -> RollbackProcedure {
        let parts = Array(subtree(of: section))
        var budgets = timeBudget(section.title).map { [$0] } ?? []
        for part in parts {
            for line in part.lines where line.depth == 0 {
                guard let field = line.field, isBudget(field), let time = field.value.quantities.timeField(),
                    time.kind == .measured || time.kind == .immediate,
                    part.index == section.index
                else { continue }
                budgets.append(Claim(time, at: field.value.span, .field))
            }
        }
        if budgets.isEmpty { budgets += spokenBudget(section) }
        return RollbackProcedure(
            name: procedureName(section), level: level(of: section.title), timeBudgets: budgets,
            triggers: parts.flatMap(\.lines).compactMap { line in
                line.field.flatMap {
                    $0.isNamed(["trigger", "triggers", "when", "scenario", "auslöser"]) && !$0.value.tokens.isEmpty
                        ? Claim($0.value.text, at: $0.value.span, .field) : nil
                }
            },
            steps: steps(parts),
            commands: parts.flatMap(\.codeBlocks).filter(\.isShell).map {
                CommandBlock(language: $0.language, text: $0.content.text, span: $0.node.span)
            }, span: section.title.span)
    }

    /// `# Rollback time: < 5 minutes` in a shell block, `5-minute rollback` in a list: said of this procedure and no other.
    private func spokenBudget(_ section: OutlineSection) -> [Claim<TimeAmount>] {
        for block in section.codeBlocks where block.isShell {
            for text in commentLines(of: block) {
                guard let field = Field(text.plain, bold: nil), field.key.contains(Vocabulary.rollbackWords),
                    field.key.contains(timeWords), let match = field.value.quantities.firstTime()
                else { continue }
                return [Claim(match.amount, at: field.value.span(tokens: match.tokens), .codeBlock)]
            }
        }
        for line in section.lines where line.isItem {
            guard let match = line.text.quantities.firstTime(), match.tokens.upperBound < line.text.tokens.count,
                line.text.tokens[match.tokens.upperBound].isWord(Vocabulary.rollbackWords)
            else { continue }
            return [Claim(match.amount, at: line.text.span(tokens: match.tokens), .listItem)]
        }
        return []
    }

    private func isBudget(_ field: Field) -> Bool {
        field.key.tokens.count <= 5 && (field.key.contains(timeWords) || field.key.contains(Vocabulary.durationKeys))
            && !field.key.contains(["start", "day"])
    }

    private func procedureName(_ section: OutlineSection) -> String {
        let title = section.title
        var start = 0
        if let index = title.tokens.firstIndex(where: { $0.isWord(["level", "stufe", "nivel", "niveau"]) }),
            level(of: title) != nil
        {
            start = index + 2
        }
        let name = TitleParts(title, from: start).name
        return name.isEmpty ? title.text : name
    }

    /// `Level 2`.
    private func level(of title: ReadText) -> Int? {
        for index in title.tokens.indices.dropLast()
        where title.tokens[index].isWord(["level", "stufe", "nivel", "niveau"]) {
            if let number = title.tokens[index + 1].number, number == number.rounded(), (0...99).contains(number) {
                return Int(number)
            }
        }
        return nil
    }

    /// `(< 15 minutes)` in a title; `Immediate` in brackets.
    private func timeBudget(_ title: ReadText) -> Claim<TimeAmount>? {
        if let time = TitleParts(title, from: 0).duration(in: title, .heading) { return time }
        guard let open = title.tokens.firstIndex(where: { $0.isSign("(") }), open + 1 < title.tokens.count,
            title.tokens[open + 1].isWord(Vocabulary.immediateWords)
        else { return nil }
        return Claim(
            TimeAmount(kind: .immediate, seconds: 0, text: title.text(tokens: open + 1..<open + 2)),
            at: title.span(tokens: open + 1..<open + 2), .heading)
    }

    // MARK: Steps

    /// Headed steps, else ordered items, else numbered shell comments, else bullets when there are only bullets.
    private func steps(_ parts: [OutlineSection]) -> [ProcedureStep] {
        let headed = parts.dropFirst().compactMap(stepHeading)
        if !headed.isEmpty { return headed }
        let bold = parts.flatMap(\.lines).compactMap(boldStep)
        if !bold.isEmpty { return bold }
        let lines = parts.flatMap { part in part.title.contains(notProcedures) ? [] : part.lines }
        let ordered = lines.filter { $0.ordinal != nil && $0.depth == 0 }.map { step($0.text, number: $0.ordinal) }
        if !ordered.isEmpty { return ordered }
        let commented = parts.flatMap(\.codeBlocks).filter(\.isShell).flatMap(commentSteps)
        if !commented.isEmpty { return commented }
        guard parts.allSatisfy({ $0.codeBlocks.isEmpty }) else { return [] }
        return lines.filter { $0.isItem && $0.depth == 0 }.map { step($0.text, number: nil) }
    }

    /// `Step 3: Restore the database (10 minutes)`.
    private func stepHeading(_ section: OutlineSection) -> ProcedureStep? {
        guard section.heading != nil else { return nil }
        return numberedStep(section.title, reading: .heading)
    }

    private func boldStep(_ line: ContentLine) -> ProcedureStep? {
        guard let first = line.text.tokens.first, first.isWord(stepWords) else { return nil }
        return numberedStep(line.text, reading: line.reading)
    }

    private func numberedStep(_ text: ReadText, reading: Reading) -> ProcedureStep? {
        let tokens = text.tokens
        guard let start = tokens.prefix(3).firstIndex(where: { $0.isWord(stepWords) }), start + 1 < tokens.count,
            let number = tokens[start + 1].number, number == number.rounded(), number < 1000
        else { return nil }
        let parts = TitleParts(text, from: start + 2)
        return ProcedureStep(
            name: parts.name, number: Int(number), timeBudget: parts.duration(in: text, reading), span: text.span)
    }

    private func step(_ text: ReadText, number: Int?) -> ProcedureStep {
        let parts = TitleParts(text, from: 0)
        return ProcedureStep(
            name: parts.name.isEmpty ? text.text : parts.name, number: number,
            timeBudget: parts.duration(in: text, .listItem),
            span: text.span)
    }

    /// `# 2. Roll the migration back` in a shell block.
    private func commentSteps(_ block: CodeBlock) -> [ProcedureStep] {
        commentLines(of: block).compactMap { text in
            guard text.tokens.count > 2, let number = text.tokens[0].number, number == number.rounded(), number < 1000,
                text.tokens[1].isSign(".") || text.tokens[1].isSign(")")
            else { return nil }
            let parts = TitleParts(text, from: 2)
            return ProcedureStep(
                name: parts.name, number: Int(number), timeBudget: parts.duration(in: text, .codeBlock), span: text.span
            )
        }
    }

    /// The comments of a shell block without their `#`, one a line.
    private func commentLines(of block: CodeBlock) -> [ReadText] {
        var lines: [ReadText] = []
        let utf8 = block.content.utf8
        var start = 0
        while start < utf8.count {
            let end = utf8[start...].firstIndex(of: UInt8(ascii: "\n")) ?? utf8.count
            var first = start
            while first < end, utf8[first] == UInt8(ascii: " ") || utf8[first] == UInt8(ascii: "\t") { first += 1 }
            if first < end, utf8[first] == UInt8(ascii: "#") {
                lines.append(ReadText(block.content.slice(first + 1..<end).trimmed()))
            }
            start = end + 1
        }
        return lines
    }
}

private let stepWords: Set<String> = [
    "step", "schritt", "paso", "étape", "stage", "phase", "etapa", "fase",
]
/// Titles that speak about rollbacks without being one.
private let notProcedures: Set<String> = [
    "trigger", "triggers", "criteria", "when", "conditions", "condiciones", "decision", "communication", "verification",
    "verify", "checklist", "test", "tests", "testing", "monitoring", "post", "after", "overview", "matrix", "metrics",
    "success", "lessons", "contact", "contacts", "drill", "drills", "rehearsal", "readiness", "escalation", "reference",
]
