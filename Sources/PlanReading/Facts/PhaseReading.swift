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
                + linedPhases(section)
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
            if field.isCalled([.duration], with: [.amountQualifier]),
                let time = value.quantities.timeField()
            {
                sighting.durations.append(Claim(time, at: value.span, .field))
            } else if field.isNamed(.rollback), field.key.tokens.count > 1,
                field.key.mentions(.timeKeys),
                let time = value.quantities.timeField()
            {
                sighting.rollbackTimes.append(Claim(time, at: value.span, .field))
            } else if field.isNamed(.risk) {
                sighting.risks.append(Claim(value.text, at: value.span, .field))
            } else if field.isCalled([.start], with: .endQualifiers) {
                start = start ?? tabledSchedule(value, head: field.key, .field)
            } else if field.isCalled([.end], with: .endQualifiers) {
                end = end ?? tabledSchedule(value, head: field.key, .field)
            } else if field.isNamed(.schedule), let match = value.schedules.first() {
                sighting.schedules.append(Claim(match.schedule, at: value.span(tokens: match.tokens), .field))
            }
        }
        sighting.schedules += joined(start, end).map { [$0] } ?? []
        return sighting
    }

    /// `- **Phase 1**: Prep (Day 1-3)` in a list and `**Phase 1: Prep (Day 1-3)**` for a heading: a line that begins with
    /// the phase in bold and says when it is. Without that it may say anything of the phase.
    private func linedPhases(_ section: OutlineSection) -> [PhaseSighting] {
        guard !stands(section, under: .rollback) else { return [] }
        return section.lines.compactMap { line in
            guard line.depth == 0, line.isBold,
                let heading = PhaseHeading(line.text, reading: line.isItem ? .listItem : .heading),
                let schedule = heading.schedule
            else { return nil }
            return PhaseSighting(
                heading: heading, span: line.text.span, schedules: [schedule],
                durations: heading.duration.map { [$0] } ?? [], risks: [], rollbackTimes: [], weight: 100,
                path: source.path)
        }
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
    func joined(_ start: Claim<Schedule>?, _ end: Claim<Schedule>?) -> Claim<Schedule>? {
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
}
