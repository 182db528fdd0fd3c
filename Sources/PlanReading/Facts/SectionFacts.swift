import MarkdownTree
import Plan
import SourceText

extension DocumentOutline {
    /// The headings by which a fact's scope is told.
    func readSections() -> [DocumentSection] {
        sections.compactMap { section in
            section.heading.map {
                DocumentSection(title: section.title.text, level: section.level, start: $0.span.range.lowerBound)
            }
        }
    }

    /// What fills time without being a phase: `Change freeze (Day 6-8)` as a heading, `Freeze | 6-8` in a table of phases.
    func readHeldTimes() -> [Claim<Schedule>] {
        var held: [Claim<Schedule>] = []
        for section in sections {
            if headings[section.index].isEmpty, let match = section.title.schedules.first() {
                held.append(Claim(match.schedule, at: section.title.span(tokens: match.tokens), .heading))
            }
            if section.lineClasses.contains(.rest) { held += section.lines.compactMap(restingTime) }
            for table in section.tables { held += rowsBesidePhases(table) }
        }
        return held
    }

    /// `Week 4 is the code freeze`.
    private func restingTime(_ line: ContentLine) -> Claim<Schedule>? {
        guard line.text.mentions(.rest), let match = line.text.schedules.first() else { return nil }
        return Claim(match.schedule, at: line.text.span(tokens: match.tokens), line.reading)
    }

    private func rowsBesidePhases(_ table: ContentTable) -> [Claim<Schedule>] {
        let phases = table.rows.map { row in row.cells.first.flatMap { PhaseHeading($0, reading: .tableCell) } }
        guard phases.contains(where: { $0 != nil }) else { return [] }
        return zip(table.rows, phases).flatMap { row, phase in
            phase != nil ? [] : row.cells.indices.compactMap { heldTime(row.cells[$0], head: table.header, column: $0) }
        }
    }

    /// `Day 6-8`, or `6-8` under a head that says `Days`.
    private func heldTime(_ cell: ReadText, head: [ReadText], column: Int) -> Claim<Schedule>? {
        if let match = cell.schedules.first() {
            return Claim(match.schedule, at: cell.span(tokens: match.tokens), .tableCell)
        }
        guard column < head.count, let match = cell.quantities.quantity(at: 0), match.quantity.unit == .none,
            match.tokens.upperBound == cell.tokens.count
        else { return nil }
        let isDays = head[column].mentions(.day)
        guard isDays || head[column].mentions(.week) else { return nil }
        let (first, last) = (match.lower ?? match.quantity.number, match.quantity.number)
        guard first <= last else { return nil }
        return Claim(
            Schedule(text: cell.text, unit: isDays ? .day : .week, range: first...last), at: cell.span, .tableCell)
    }
}
