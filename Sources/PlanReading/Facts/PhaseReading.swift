import MarkdownTree
import Plan
import SourceText

/// One place that tells of a phase.
struct PhaseSighting: Sendable {
    let heading: PhaseHeading
    let span: SourceSpan
    var schedules: [Claim<Schedule>]
    var durations: [Claim<TimeAmount>]
    var risks: [Claim<String>]
    var rollbackTimes: [Claim<TimeAmount>]
    /// Headings define, tables and lists repeat; more text weighs more.
    let weight: Int
    let path: String
}

extension DocumentOutline {
    /// Every phase that the document heads, rows or lists, in reading order.
    func readPhases() -> [PhaseSighting] {
        sections.flatMap { section in
            (headings[section.index].phase.map { [headedPhase($0, section)] } ?? []) + tabledPhases(section)
        }
    }

    private func headedPhase(_ heading: PhaseHeading, _ section: OutlineSection) -> PhaseSighting {
        var sighting = PhaseSighting(
            heading: heading, span: section.title.span, schedules: heading.schedule.map { [$0] } ?? [],
            durations: heading.duration.map { [$0] } ?? [], risks: [], rollbackTimes: [],
            weight: 1_000_000 + subtree(of: section).reduce(0) { $0 + $1.span.range.count }, path: source.path)
        for line in section.lines {
            guard let field = line.field, line.depth == 0, !field.value.tokens.isEmpty else { continue }
            let value = field.value
            if field.isNamed(Vocabulary.durationKeys), let time = value.quantities.timeField() {
                sighting.durations.append(Claim(time, at: value.span, .field))
            } else if field.isNamed(Vocabulary.rollbackWords), field.key.tokens.count > 1,
                field.key.contains(timeWords),
                let time = value.quantities.timeField()
            {
                sighting.rollbackTimes.append(Claim(time, at: value.span, .field))
            } else if field.isNamed(Vocabulary.riskKeys) {
                sighting.risks.append(Claim(value.text, at: value.span, .field))
            } else if field.isNamed(Vocabulary.scheduleKeys), let match = value.schedules.first() {
                sighting.schedules.append(Claim(match.schedule, at: value.span(tokens: match.tokens), .field))
            }
        }
        return sighting
    }

    /// Rows of a table whose first column names phases.
    private func tabledPhases(_ section: OutlineSection) -> [PhaseSighting] {
        section.tables.flatMap { table -> [PhaseSighting] in
            guard
                let nameColumn = table.header.firstIndex(where: {
                    $0.tokens.contains { $0.word.map { Vocabulary.phaseWords[$0] != nil } ?? false }
                }),
                nameColumn == 0
            else { return [] }
            let durationColumn = table.column(Vocabulary.durationKeys)
            let scheduleColumn = table.column(
                Vocabulary.scheduleKeys.union(Vocabulary.dayWords).union(Vocabulary.weekWords))
            let riskColumn = table.column(Vocabulary.riskKeys)
            let rollbackColumn = table.column(Vocabulary.rollbackWords)
            return table.rows.compactMap { row in
                guard let cell = row.cell(nameColumn), let heading = PhaseHeading(cell, reading: .tableCell) else {
                    return nil
                }
                return PhaseSighting(
                    heading: heading, span: cell.span,
                    schedules: (heading.schedule.map { [$0] } ?? [])
                        + (row.cell(scheduleColumn).flatMap {
                            tabledSchedule($0, head: scheduleColumn.map { table.header[$0] })
                        }.map { [$0] } ?? []),
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
    private func tabledSchedule(_ cell: ReadText, head: ReadText?) -> Claim<Schedule>? {
        if let match = cell.schedules.first() {
            return Claim(match.schedule, at: cell.span(tokens: match.tokens), .tableCell)
        }
        let unit: Schedule.Unit? =
            head?.contains(Vocabulary.dayWords) == true
            ? .day : head?.contains(Vocabulary.weekWords) == true ? .week : nil
        guard let unit, let match = cell.quantities.quantity(at: 0), match.quantity.unit == .none,
            match.tokens.upperBound == cell.tokens.count
        else { return nil }
        let range = (match.lower ?? match.quantity.number)...match.quantity.number
        return Claim(Schedule(text: cell.text, unit: unit, range: range), at: cell.span, .tableCell)
    }
}

let timeWords: Set<String> = ["time", "zeit", "dauer", "tiempo", "temps", "rto", "budget", "window", "duration"]
