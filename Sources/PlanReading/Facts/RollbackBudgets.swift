import MarkdownTree
import Plan
import SourceText

extension DocumentOutline {
    /// How long a procedure may take, as its own section says it: in the title, in fields, else where it is spoken of.
    func ownBudgets(_ section: OutlineSection) -> [Claim<TimeAmount>] {
        guard section.title.mentions(times) || section.lineClasses.intersects(times) || !section.codeBlocks.isEmpty
        else { return [] }
        let budgets = (timeBudget(section.title).map { [$0] } ?? []) + fieldBudgets(section.lines)
        if !budgets.isEmpty { return budgets }
        let spoken =
            bracketedBudget(section) ?? commentedBudget(section) ?? listedBudget(section) ?? namedBudget(section)
            ?? budgetOverBlock(section) ?? statedBudget(section.lines)
        return spoken.map { [$0] } ?? []
    }

    /// `Time: 10 minutes`, `Target: 45 min per pool`.
    func fieldBudgets(_ lines: [ContentLine]) -> [Claim<TimeAmount>] {
        lines.compactMap { line in
            guard line.depth == 0, let field = line.field, case let isTarget = isTarget(field),
                isTarget || isBudget(field), let time = field.value.quantities.timeField(),
                time.kind == .measured && !(isTarget && (time.seconds ?? 0) < 60)
                    || time.kind == .immediate && !isTarget
            else { return nil }
            return Claim(time, at: field.value.span, .field)
        }
    }

    /// `Target`; what has less than a minute is the target of a measure.
    private func isTarget(_ field: Field) -> Bool { field.isCalled([.target, .goal], with: []) }

    /// `Time budget`, `Estimated rollback time`; neither `Verification time` nor `Maintenance window`.
    func isBudget(_ field: Field) -> Bool {
        if field.isCalled(budgetKeys, with: [.amountQualifier, .rollback]) { return true }
        // `Total: 25 min`
        return field.isCalled([.amountQualifier], with: []) && !field.key.mentions([.number, .step, .level])
    }

    /// `(< 15 minutes)` in a title; `Immediate` in brackets.
    func timeBudget(_ title: ReadText) -> Claim<TimeAmount>? {
        guard title.mentions(times) else { return nil }
        if let time = TitleParts.duration(in: title, from: 0, .heading) { return time }
        guard let open = title.tokens.firstIndex(where: { $0.isSign("(") }), open + 1 < title.tokens.count,
            title.tokens[open + 1].isA(.immediate)
        else { return nil }
        return Claim(
            TimeAmount(kind: .immediate, seconds: 0, text: title.text(tokens: open + 1..<open + 2)),
            at: title.span(tokens: open + 1..<open + 2), .heading)
    }

    /// `(about 10 minutes, mostly waiting)`: a paragraph in brackets right below the title goes on with the title.
    private func bracketedBudget(_ section: OutlineSection) -> Claim<TimeAmount>? {
        guard let line = section.lines.first, !line.isItem, line.depth == 0,
            line.text.tokens.first?.isSign("(") == true,
            line.text.tokens.firstIndex(where: { $0.isSign(")") }).map({ $0 >= line.text.tokens.count - 2 }) == true
        else { return nil }
        return TitleParts.duration(in: line.text, from: 0, .prose)
    }

    /// `# Rollback time: < 5 minutes`, or `# about 4 minutes, most of it waiting` as the first comment of a block: said of
    /// this procedure and no other.
    private func commentedBudget(_ section: OutlineSection) -> Claim<TimeAmount>? {
        for block in section.codeBlocks where block.isCommand {
            for (index, text) in commentLines(of: block).enumerated() {
                if index == 0, let match = text.quantities.time(at: 0), !isFollowedByMoment(match, text) {
                    return Claim(match.amount, at: text.span(tokens: match.tokens), .codeBlock)
                }
                guard let field = Field(text, bold: nil), field.key.mentions(.timeKeys),
                    index == 0 && isBudget(field) || field.key.mentions(.rollback),
                    let match = field.value.quantities.firstTime()
                else { continue }
                return Claim(match.amount, at: field.value.span(tokens: match.tokens), .codeBlock)
            }
        }
        return nil
    }

    /// `5-minute rollback` in a list.
    private func listedBudget(_ section: OutlineSection) -> Claim<TimeAmount>? {
        for line in section.lines where line.isItem && line.text.mentions(.rollback) {
            guard let match = line.text.quantities.firstTime(), match.tokens.upperBound < line.text.tokens.count,
                line.text.tokens[match.tokens.upperBound].isA(.rollback)
            else { continue }
            return Claim(match.amount, at: line.text.span(tokens: match.tokens), .listItem)
        }
        return nil
    }

    /// `For phases 1 and 2, duration at most 1 hour`: a time directly behind the word for it, in a paragraph.
    private func namedBudget(_ section: OutlineSection) -> Claim<TimeAmount>? {
        for line in section.lines where !line.isItem && line.depth == 0 && line.text.mentions(.duration) {
            for index in line.text.tokens.indices where line.text.tokens[index].isA(.duration) {
                let amount = line.text.tokens[(index + 1)...].firstIndex {
                    !$0.isA(.amountQualifier) && !$0.isSign(":")
                }
                guard let amount, let match = line.text.quantities.time(at: amount),
                    !isFollowedByMoment(match, line.text)
                else { continue }
                return Claim(match.amount, at: line.text.span(tokens: match.tokens), .prose)
            }
        }
        return nil
    }

    /// `Put the last image back (about 3 minutes):` over the only block of commands: the block is all there is to do.
    private func budgetOverBlock(_ section: OutlineSection) -> Claim<TimeAmount>? {
        let blocks = section.codeBlocks.filter(\.isCommand)
        guard blocks.count == 1, let index = blocks[0].line, index < section.lines.count else { return nil }
        let line = section.lines[index]
        guard !line.isItem, line.depth == 0, line.text.tokens.last?.isSign(":") == true,
            !section.lines.contains(where: { $0.ordinal != nil })
        else { return nil }
        return TitleParts.duration(in: line.text, from: 0, .prose)
    }

    /// `Takes about 10 minutes.`, `Pas plus de 5 minutes par application.`: a sentence on nothing but a length of time.
    func statedBudget(_ lines: [ContentLine]) -> Claim<TimeAmount>? {
        for line in lines
        where !line.isItem && line.depth == 0 && line.text.mentions([.number, .spelledNumber, .article]) {
            for sentence in line.text.sentences {
                guard let match = statedTime(line.text, sentence) else { continue }
                return Claim(match.amount, at: line.text.span(tokens: match.tokens), .prose)
            }
        }
        return nil
    }

    private func statedTime(_ text: ReadText, _ sentence: Range<Int>) -> QuantityReader.TimeMatch? {
        for index in sentence {
            if let match = text.quantities.time(at: index) ?? text.quantities.unitTime(at: index) {
                let next = match.tokens.upperBound
                guard next < sentence.upperBound else { return match }
                // `A day of work.`
                if text.tokens[next...].prefix(2).contains(where: { $0.isA([.work, .effort]) }) { return match }
                return text.tokens[next].isA([.per, .each]) || text.tokens[next].sign.map { $0 != "/" } == true
                    ? match : nil
            }
            guard text.tokens[index].isA(timeLeads) || text.tokens[index].isSign("~") else { return nil }
        }
        return nil
    }

    /// `4 minutes later`, `2 hours before`: a moment and no length.
    private func isFollowedByMoment(_ match: QuantityReader.TimeMatch, _ text: ReadText) -> Bool {
        let next = match.tokens.upperBound
        return next < text.tokens.count && text.tokens[next].isA(.elsewhen)
    }
}

/// One of these is in every length of time: `5 minutes`, `under an hour`, `a day`, `Immediate`.
private let times: WordClassSet = [.number, .spelledNumber, .comparison, .about, .article, .immediate]

/// What may stand between the beginning of a sentence and the length of time that it is about.
private let timeLeads: WordClassSet = [
    .saying, .about, .amountLead, .amountQualifier, .upTo, .duration, .time, .rollback, .article, .pronoun, .taking,
    .of,
    .comparison,
]

/// What a field on the length of a rollback is called: `Gesamtdauer` and `Total` too.
private let budgetKeys = WordClassSet.timeKeys.union([.total])
