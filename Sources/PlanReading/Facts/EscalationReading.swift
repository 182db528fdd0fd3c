import Plan
import SourceText

extension DocumentOutline {
    /// After how long an alert of a severity goes on: `Critical: escalate after 15 minutes`, a table of severities.
    ///
    /// A line or cell that names several times tells of several steps, and which of them a configuration sets is not known.
    func toldEscalations(_ section: OutlineSection) -> [Escalation] {
        let titled = section.title.mentions(.escalation)
        var told: [Escalation] = []
        if section.lineClasses.contains(.escalation) || titled {
            told += section.lines.compactMap { escalation($0, titled: titled) }
        }
        for table in section.tables { told += escalations(table) }
        return told
    }

    private func escalation(_ line: ContentLine, titled: Bool) -> Escalation? {
        let text = line.text
        guard text.mentions(.number), titled && line.isItem || text.mentions(.escalation) else { return nil }
        let named = line.field.map { [$0.key, text] } ?? [text]
        guard let severity = named.lazy.compactMap(\.openingSeverity).first, let time = text.onlyTime else {
            return nil
        }
        // `Critical: 15 minutes`, `Critical alerts escalate after 15 minutes`, but not `answer within 15 minutes`.
        let escalates = text.mentions(.escalation) && text.escalates(before: time.tokens.lowerBound)
        let isAll = !text.mentions(.escalation) && line.field?.value.isOnly(time.amount) == true
        guard escalates || isAll else { return nil }
        return Escalation(
            severity: severity, after: Claim(time.amount, at: text.span(tokens: time.tokens), line.reading))
    }

    /// `| Severity | Escalate after |`
    private func escalations(_ table: ContentTable) -> [Escalation] {
        let columns = table.header.indices.dropFirst().filter { column in
            table.header[column].mentions(.escalation)
                && table.rows.contains { $0.cell(column)?.onlyTime != nil }
        }
        guard columns.count == 1, let column = columns.first,
            // `| Alert | Severity | Escalation time |`
            let graded = table.header.indices.first(where: { index in
                index != column && table.rows.allSatisfy { $0.cell(index)?.openingSeverity != nil }
            })
        else { return [] }
        return table.rows.compactMap { row in
            guard let severity = row.cell(graded)?.openingSeverity, let cell = row.cell(column),
                let time = cell.onlyTime
            else { return nil }
            return Escalation(
                severity: severity, after: Claim(time.amount, at: cell.span(tokens: time.tokens), .tableCell))
        }
    }
}

extension ReadText {
    /// The severity that the first three words say.
    fileprivate var openingSeverity: String? {
        guard !tokens.isEmpty else { return nil }
        return severityName(text(tokens: 0..<min(3, tokens.count)))
    }

    /// The length of time that a text names, when it names one.
    fileprivate var onlyTime: QuantityReader.TimeMatch? {
        guard let first = quantities.firstTime(), first.amount.seconds != nil else { return nil }
        let behind = rest(from: first.tokens.upperBound)
        return first.tokens.upperBound < tokens.count && behind.quantities.firstTime() != nil ? nil : first
    }

    fileprivate func escalates(before time: Int) -> Bool {
        guard let verb = tokens[..<time].lastIndex(where: { $0.isA(.escalation) }) else { return false }
        return time - verb <= 8 && !tokens[verb..<time].contains { $0.isSign(";") || $0.isSign(".") }
    }

    fileprivate func isOnly(_ amount: TimeAmount) -> Bool {
        tokens.count { $0.isWord || $0.number != nil } <= 4 && quantities.firstTime()?.amount == amount
    }
}
