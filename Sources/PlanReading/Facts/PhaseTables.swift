import MarkdownTree
import Plan
import SourceText

extension DocumentOutline {
    /// Rows of a table whose first column, or the one behind its numbers, names phases.
    ///
    /// - Parameter goesBack: Whether the table is about the way back, so that its times are how long that takes.
    func tabledPhases(_ table: ContentTable, _ number: Int, goesBack: Bool) -> [PhaseSighting] {
        guard let columns = PhaseColumns(table, goesBack: goesBack) else { return [] }
        return table.rows.flatMap { row in columns.headings(of: row).compactMap { sighting($0, row, columns, number) } }
    }

    private func sighting(
        _ heading: PhaseHeading, _ row: ContentTable.Row, _ columns: PhaseColumns, _ number: Int
    ) -> PhaseSighting? {
        row.cell(columns.phase).flatMap { cell in
            let times = schedules(of: row, columns.times)
            var sighting = PhaseSighting(
                heading, at: cell.span, role: heading.isNamed || !times.isEmpty ? .definition : .mention, weight: 1000,
                path: source.path, list: number)
            sighting.schedules += times
            sighting.durations +=
                row.cell(columns.duration).flatMap { cell in
                    cell.quantities.timeField().flatMap {
                        $0.kind == .unclear ? nil : [Claim($0, at: cell.span, .tableCell)]
                    }
                } ?? []
            sighting.risks +=
                row.cell(columns.risk).flatMap { cell in
                    cell.tokens.contains(where: \.isWord) ? [Claim(cell.text, at: cell.span, .tableCell)] : nil
                } ?? []
            sighting.rollbackTimes +=
                row.cell(columns.rollback).flatMap { cell in
                    cell.quantities.timeField().flatMap {
                        $0.kind == .unclear ? nil : [Claim($0, at: cell.span, .tableCell)]
                    }
                } ?? []
            // A number and nothing else: a place to sign, a cost.
            return heading.isNamed || sighting.saysAnything ? sighting : nil
        }
    }

    private func schedules(of row: ContentTable.Row, _ times: PhaseColumns.Times) -> [Claim<Schedule>] {
        func time(_ column: Int?) -> Claim<Schedule>? {
            row.cell(column).flatMap { tabledSchedule($0, head: column.map { times.header[$0] }, .tableCell) }
        }
        return [time(times.schedule), joined(time(times.start), time(times.end))].compactMap(\.self)
    }

    /// Rows that begin with a time and name a phase behind it: `| Week 2-3 | Phase 2 (dry runs) | Ada |`.
    func scheduledPhases(_ table: ContentTable, _ number: Int) -> [PhaseSighting] {
        guard table.header[0].mentions([.week, .day, .month, .sprint, .schedule, .date, .time]) else { return [] }
        return table.rows.compactMap { row in
            guard let cell = row.cell(0), let time = tabledSchedule(cell, head: table.header[0], .tableCell) else {
                return nil
            }
            for other in row.cells.dropFirst() where other.mentions(.planParts) {
                guard let heading = PhaseHeading(other, reading: .tableCell), heading.isCounted,
                    heading.isAll(of: other)
                else { continue }
                var sighting = PhaseSighting(
                    heading, at: other.span, role: .mention, weight: 10, path: source.path, list: number)
                sighting.schedules = [time]
                return sighting
            }
            return nil
        }
    }

    /// `Day 6-10` in a cell, or `6-10` under a head that says `Days`.
    func tabledSchedule(_ cell: ReadText, head: ReadText?, _ reading: Reading) -> Claim<Schedule>? {
        if let match = cell.schedules.first() {
            return Claim(match.schedule, at: cell.span(tokens: match.tokens), reading)
        }
        let unit: Schedule.Unit? =
            head?.mentions(.day) == true
            ? .day : head?.mentions(.week) == true ? .week : head?.mentions(.month) == true ? .month : nil
        guard let unit, let match = cell.quantities.quantity(at: 0), match.quantity.unit == .none,
            match.tokens.upperBound == cell.tokens.count
        else { return nil }
        let (first, last) = (match.lower ?? match.quantity.number, match.quantity.number)
        guard first <= last else { return nil }
        return Claim(Schedule(text: cell.text, unit: unit, range: first...last), at: cell.span, reading)
    }
}

extension PhaseSighting {
    fileprivate var saysAnything: Bool {
        !schedules.isEmpty || !durations.isEmpty || !risks.isEmpty || !rollbackTimes.isEmpty
    }
}
