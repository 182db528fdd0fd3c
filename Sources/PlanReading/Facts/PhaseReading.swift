import MarkdownTree
import Plan
import SourceText

/// One place that tells of a phase.
struct PhaseSighting: Sendable {
    enum Role: Sendable {
        /// A heading of its own.
        case heading
        /// A row or a line that says enough to be the only place that tells of the phase.
        case definition
        /// A row or a line that only adds to what is told elsewhere.
        case mention
    }
    private(set) var heading: PhaseHeading
    let span: SourceSpan
    let role: Role
    var schedules: [Claim<Schedule>]
    var durations: [Claim<TimeAmount>]
    var risks: [Claim<String>]
    var rollbackTimes: [Claim<TimeAmount>]
    var percents: [Claim<Double>]
    /// Headings define, tables and lists repeat; more text weighs more.
    let weight: Int
    /// The document whose phases it tells of: its own, unless it proves to repeat another's.
    var path: String
    /// The list or table that it stands in; nil for a heading.
    let list: Int?
    /// Whether what the place calls the phase is a name that may be held against other places.
    var statesName: Bool

    /// What a title, a line or the cell of a row says.
    init(_ heading: PhaseHeading, at span: SourceSpan, role: Role, weight: Int, path: String, list: Int? = nil) {
        self.heading = list != nil && heading.isMark ? heading.asTimed : heading
        self.span = span
        self.role = role
        schedules = heading.schedule.map { [$0] } ?? []
        durations = heading.duration.map { [$0] } ?? []
        risks = heading.risk.map { [$0] } ?? []
        rollbackTimes = []
        percents = heading.percent.map { [$0] } ?? []
        self.weight = weight
        self.path = path
        self.list = list
        statesName = heading.isNamed
    }

    /// A place that names a phase, or is known to tell of it, and repeats nothing of what its heading says.
    static func bareMention(_ heading: PhaseHeading, at span: SourceSpan, path: String, list: Int?) -> PhaseSighting {
        var sighting = PhaseSighting(heading, at: span, role: .mention, weight: 10, path: path, list: list)
        (sighting.schedules, sighting.durations, sighting.risks, sighting.percents) = ([], [], [], [])
        sighting.statesName = false
        return sighting
    }

    /// The same place, telling of a phase that is numbered elsewhere.
    func counted(as known: PhaseHeading) -> PhaseSighting {
        var sighting = self
        sighting.heading = heading.counted(as: known)
        return sighting
    }
}

extension DocumentOutline {
    /// Every phase that the document heads, rows or lists, in reading order.
    func readPhases() -> [PhaseSighting] {
        let headed = planSections.compactMap { section in
            headings[section.index].phase.map { headedPhase($0, section) }
        }
        var lists: [[PhaseSighting]] = []
        let known = KnownPhases(headed)
        let isOnWaysBack = sections.contains { $0.level == 1 && $0.title.mentions(.rollback) }
        for section in planSections {
            let goesBack = stands(section, under: .rollback)
            for table in section.tables {
                let number = lists.count
                let rows = tabledPhases(table, number, goesBack: isOnWaysBack || goesBack)
                lists.append(rows.isEmpty ? scheduledPhases(table, number) : rows)
            }
            guard !goesBack else { continue }
            lists += listedPhases(section, from: lists.count)
            lists += known.times(in: section, from: lists.count, path: source.path)
        }
        let days = planSections.filter { headings[$0.index].day != nil }
        lists.append(known.times(in: days, list: lists.count, path: source.path))
        lists += waysBackFromPhases(from: lists.count)
        return PhaseLists(headed + namedPhases(lists, headed), lists).sightings
    }

    func headedPhase(_ heading: PhaseHeading, _ section: OutlineSection) -> PhaseSighting {
        let fields = PhaseFields(section, self)
        // A heading that names its phase or says something of it defines it; `Phase 2` over a list of open points does not.
        let definition = (heading.isNamed ? 4_000_000 : 0) + (fields.isEmpty && heading.schedule == nil ? 0 : 2_000_000)
        var sighting = PhaseSighting(
            heading, at: section.title.span, role: .heading,
            weight: 1_000_000 + definition + subtree(of: section).reduce(0) { $0 + $1.span.range.count },
            path: source.path)
        sighting.add(fields)
        sighting.rollbackTimes += wayBackTimes(of: section)
        return sighting
    }

    /// One schedule from its two ends; with a single end it has no length.
    func joined(_ start: Claim<Schedule>?, _ end: Claim<Schedule>?) -> Claim<Schedule>? {
        guard let known = start ?? end else { return nil }
        guard let start, let end, start.value.unit == end.value.unit, let first = start.value.range?.lowerBound,
            let last = end.value.range?.upperBound, last >= first
        else {
            // Dates without a year have no known days, and two ends nevertheless.
            let isWhole = start?.value.unit == .date && end?.value.unit == .date
            return known.map {
                Schedule(
                    text: isWhole ? "\($0.text) to \(end?.value.text ?? "")" : $0.text, unit: $0.unit, range: nil,
                    openStart: start?.value.range?.lowerBound)
            }
        }
        return start.map {
            Schedule(text: "\($0.text) to \(end.value.text)", unit: $0.unit, range: first...last, relative: $0.relative)
        }
    }
}
