import MarkdownTree
import Plan
import SourceText

extension DocumentOutline {
    /// Rows of a table whose first column, or the one behind its numbers, names phases.
    func tabledPhases(_ section: OutlineSection) -> [PhaseSighting] {
        section.tables.flatMap { table -> [PhaseSighting] in
            guard let columns = PhaseColumns(table) else { return [] }
            let startColumn = table.header.firstIndex { $0.isCalled([.start], with: .endQualifiers) }
            let endColumn = table.header.firstIndex { $0.isCalled([.end], with: .endQualifiers) }
            let durationColumn = table.column(.duration)
            let scheduleColumn = table.header.indices.first {
                $0 != columns.phase && $0 != startColumn && $0 != endColumn && $0 != durationColumn
                    && table.header[$0].mentions([.schedule, .day, .week])
            }
            func end(_ row: ContentTable.Row, _ column: Int?) -> Claim<Schedule>? {
                row.cell(column).flatMap { tabledSchedule($0, head: column.map { table.header[$0] }, .tableCell) }
            }
            let riskColumn = table.column(.risk)
            let rollbackColumn = table.column(.rollback)
            return table.rows.compactMap { row in
                guard let cell = row.cell(columns.phase), let heading = columns.heading(of: row) else { return nil }
                return PhaseSighting(
                    heading: heading, span: cell.span,
                    schedules: (heading.schedule.map { [$0] } ?? [])
                        + (row.cell(scheduleColumn).flatMap {
                            tabledSchedule($0, head: scheduleColumn.map { table.header[$0] }, .tableCell)
                        }.map { [$0] } ?? [])
                        + (joined(end(row, startColumn), end(row, endColumn)).map { [$0] } ?? []),
                    durations: row.cell(durationColumn).flatMap { cell in
                        cell.quantities.timeField().map { [Claim($0, at: cell.span, .tableCell)] }
                    } ?? [],
                    risks: row.cell(riskColumn).map { [Claim($0.text, at: $0.span, .tableCell)] } ?? [],
                    rollbackTimes: row.cell(rollbackColumn).flatMap { cell in
                        cell.quantities.timeField().flatMap {
                            $0.kind == .unclear ? nil : [Claim($0, at: cell.span, .tableCell)]
                        }
                    } ?? [], weight: 1000, path: source.path)
            }
        }
    }

    /// `Day 6-10` in a cell, or `6-10` under a head that says `Days`.
    func tabledSchedule(_ cell: ReadText, head: ReadText?, _ reading: Reading) -> Claim<Schedule>? {
        if let match = cell.schedules.first() {
            return Claim(match.schedule, at: cell.span(tokens: match.tokens), reading)
        }
        let unit: Schedule.Unit? =
            head?.mentions(.day) == true ? .day : head?.mentions(.week) == true ? .week : nil
        guard let unit, let match = cell.quantities.quantity(at: 0), match.quantity.unit == .none,
            match.tokens.upperBound == cell.tokens.count
        else { return nil }
        let range = (match.lower ?? match.quantity.number)...match.quantity.number
        return Claim(Schedule(text: cell.text, unit: unit, range: range), at: cell.span, reading)
    }
}

/// Where a table on phases has their numbers and their names.
private struct PhaseColumns {
    let phase: Int
    private let number: Int?
    private let name: Int?
    private let keyword: String

    init?(_ table: ContentTable) {
        guard let column = table.column(.planStages), column <= 1,
            let keyword = table.header[column].tokens.lazy.compactMap(\.classes.stageKeyword).first
        else { return nil }
        let numbers = column == 1 ? table.header[0] : nil
        guard
            numbers.map({ $0.tokens.count <= 2 && ($0.tokens.first?.isSign("#") == true || $0.mentions(.numberHead)) })
                ?? true
        else { return nil }
        phase = column
        number = column == 1 ? 0 : nil
        name = column + 1 < table.header.count && table.header[column + 1].mentions(.nameHead) ? column + 1 : nil
        self.keyword = keyword
    }

    /// `Phase 1: Prep`, or a bare number with the name in the next column, or a name with the number in the one before.
    func heading(of row: ContentTable.Row) -> PhaseHeading? {
        guard let cell = row.cell(phase) else { return nil }
        if let heading = PhaseHeading(cell, reading: .tableCell) { return heading }
        if let number = row.cell(number).flatMap(wholeNumber) {
            return PhaseHeading(keyword: keyword, number: number, name: cell)
        }
        guard name != nil, let number = wholeNumber(cell) else { return nil }
        return PhaseHeading(keyword: keyword, number: number, name: row.cell(name) ?? cell)
    }

    private func wholeNumber(_ cell: ReadText) -> Double? {
        guard cell.tokens.count == 1, let number = cell.tokens[0].number, number == number.rounded(), number < 1000
        else { return nil }
        return number
    }
}
