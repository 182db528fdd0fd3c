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
            row.cell(0)?.tokens.first?.number.map { $0 == $0.rounded() && $0 < 1000 } ?? false
        }
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
            guard let first = row.cell(0), let number = first.tokens.first?.number else { return nil }
            let text = row.cell(what) ?? first
            let budget = row.cell(time).flatMap { cell in
                cell.quantities.timeField().flatMap {
                    $0.kind == .measured ? Claim($0, at: cell.span, Reading.tableCell) : nil
                }
            }
            return ProcedureStep(name: text.text, number: Int(number), timeBudget: budget, span: text.span)
        }
    }
}
