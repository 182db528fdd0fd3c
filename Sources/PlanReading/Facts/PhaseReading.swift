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
        planSections.flatMap { section in
            (headings[section.index].phase.map { [headedPhase($0, section)] } ?? []) + tabledPhases(section)
        }
    }

    private func headedPhase(_ heading: PhaseHeading, _ section: OutlineSection) -> PhaseSighting {
        var sighting = PhaseSighting(
            heading: heading, span: section.title.span, schedules: heading.schedule.map { [$0] } ?? [],
            durations: heading.duration.map { [$0] } ?? [], risks: [], rollbackTimes: [],
            weight: 1_000_000 + subtree(of: section).reduce(0) { $0 + $1.span.range.count }, path: source.path)
        var (start, end): (Claim<Schedule>?, Claim<Schedule>?) = (nil, nil)
        for field in section.lines.compactMap({ $0.depth == 0 ? $0.field : nil }) + keyedRows(section) {
            let value = field.value
            guard !value.tokens.isEmpty else { continue }
            if field.isCalled(Vocabulary.durationKeys, with: Vocabulary.amountQualifiers),
                let time = value.quantities.timeField()
            {
                sighting.durations.append(Claim(time, at: value.span, .field))
            } else if field.isNamed(Vocabulary.rollbackWords), field.key.tokens.count > 1,
                field.key.contains(timeWords),
                let time = value.quantities.timeField()
            {
                sighting.rollbackTimes.append(Claim(time, at: value.span, .field))
            } else if field.isNamed(Vocabulary.riskKeys) {
                sighting.risks.append(Claim(value.text, at: value.span, .field))
            } else if field.isCalled(Vocabulary.startKeys, with: endQualifiers) {
                start = start ?? tabledSchedule(value, head: field.key, .field)
            } else if field.isCalled(Vocabulary.endKeys, with: endQualifiers) {
                end = end ?? tabledSchedule(value, head: field.key, .field)
            } else if field.isNamed(Vocabulary.scheduleKeys), let match = value.schedules.first() {
                sighting.schedules.append(Claim(match.schedule, at: value.span(tokens: match.tokens), .field))
            }
        }
        sighting.schedules += joined(start, end).map { [$0] } ?? []
        return sighting
    }

    /// The rows of tables with two columns, the first of which names what the second says: `| Duration | 2 days |`.
    private func keyedRows(_ section: OutlineSection) -> [Field] {
        section.tables.flatMap { table -> [Field] in
            guard table.header.count == 2 else { return [] }
            let rows = [table.header] + table.rows.map(\.cells)
            return rows.compactMap { $0.count == 2 ? Field(key: $0[0], value: $0[1]) : nil }
        }
    }

    /// One schedule from its two ends; with a single end it has no length.
    private func joined(_ start: Claim<Schedule>?, _ end: Claim<Schedule>?) -> Claim<Schedule>? {
        guard let known = start ?? end else { return nil }
        guard let start, let end, start.value.unit == end.value.unit, let first = start.value.range?.lowerBound,
            let last = end.value.range?.upperBound, last >= first
        else {
            return known.map {
                Schedule(text: $0.text, unit: $0.unit, range: nil, openStart: start?.value.range?.lowerBound)
            }
        }
        return start.map {
            Schedule(text: "\($0.text) to \(end.value.text)", unit: $0.unit, range: first...last, relative: $0.relative)
        }
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
            let startColumn = table.header.firstIndex { isEnd($0, Vocabulary.startKeys) }
            let endColumn = table.header.firstIndex { isEnd($0, Vocabulary.endKeys) }
            let durationColumn = table.column(Vocabulary.durationKeys)
            let whenWords = Vocabulary.scheduleKeys.union(Vocabulary.dayWords).union(Vocabulary.weekWords)
            let scheduleColumn = table.header.indices.first {
                $0 != startColumn && $0 != endColumn && $0 != durationColumn && table.header[$0].contains(whenWords)
            }
            func end(_ row: ContentTable.Row, _ column: Int?) -> Claim<Schedule>? {
                row.cell(column).flatMap { tabledSchedule($0, head: column.map { table.header[$0] }, .tableCell) }
            }
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
    private func tabledSchedule(_ cell: ReadText, head: ReadText?, _ reading: Reading) -> Claim<Schedule>? {
        if let match = cell.schedules.first() {
            return Claim(match.schedule, at: cell.span(tokens: match.tokens), reading)
        }
        let unit: Schedule.Unit? =
            head?.contains(Vocabulary.dayWords) == true
            ? .day : head?.contains(Vocabulary.weekWords) == true ? .week : nil
        guard let unit, let match = cell.quantities.quantity(at: 0), match.quantity.unit == .none,
            match.tokens.upperBound == cell.tokens.count
        else { return nil }
        let range = (match.lower ?? match.quantity.number)...match.quantity.number
        return Claim(Schedule(text: cell.text, unit: unit, range: range), at: cell.span, reading)
    }

    private func isEnd(_ head: ReadText, _ words: Set<String>) -> Bool {
        let own = head.tokens.filter { $0.word != nil }
        return own.contains { $0.isWord(words) } && own.allSatisfy { $0.isWord(words) || $0.isWord(endQualifiers) }
    }
}

let timeWords: Set<String> = ["time", "zeit", "dauer", "tiempo", "temps", "rto", "budget", "duration"]
private let endQualifiers: Set<String> = Vocabulary.dateWords.union(Vocabulary.dayWords).union(Vocabulary.weekWords)
    .union(
        ["planned", "on", "geplanter"])
