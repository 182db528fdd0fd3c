import Plan
import SourceText

extension ContentTable {
    /// `| # | Action | Time |`: whether the rows are steps that their first column counts.
    var countsSteps: Bool {
        guard rows.count > 1, header.count > 1,
            header[0].isEmpty || header[0].tokens.first?.isSign("#") == true
                || header[0].mentions([.numberHead, .step])
        else { return false }
        return rows.allSatisfy { row in
            row.cell(0).flatMap(ContentTable.stepNumber) != nil
        }
    }

    /// `3`, `3.`, `R3`
    static func stepNumber(_ cell: ReadText) -> Int? {
        let text = cell.text
        guard text.utf8.count <= 4 || cell.tokens.first?.number != nil else { return nil }
        let digits = text.drop { $0.isLetter }.prefix { $0.isNumber }
        return digits.isEmpty || text.utf8.count - text.drop { $0.isLetter }.utf8.count > 1 ? nil : Int(digits)
    }
}

extension DocumentOutline {
    /// The rows of a table of steps: what is done stands in the column that says so, else in the second.
    func tabledSteps(_ table: ContentTable) -> [ProcedureStep] {
        guard table.countsSteps else { return [] }
        let heads = table.header.indices.dropFirst()
        let what = heads.first { table.header[$0].mentions([.action, .nameHead, .task, .step]) } ?? 1
        let time = heads.first { table.header[$0].isCalled(.timeKeys, with: [.amountQualifier]) }
        return table.rows.compactMap { row in
            guard let first = row.cell(0), let number = ContentTable.stepNumber(first) else { return nil }
            let text = row.cell(what) ?? first
            let budget = row.cell(time).flatMap { cell in
                cell.quantities.timeField().flatMap {
                    $0.kind == .measured ? Claim($0, at: cell.span, Reading.tableCell) : nil
                }
            }
            return ProcedureStep(name: text.text, number: number, timeBudget: budget, span: text.span)
        }
    }
}
