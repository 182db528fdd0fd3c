import Plan
import SourceText

/// Headings that are phases by where they stand and by the time that they take, though no word calls them one.
///
/// - `Preparation (Week 0)` beside numbered phases, counted in the unit that they are counted in.
/// - Where a document calls nothing a phase: its topmost week, sprint or countdown blocks (`Week 1: Groundwork`, `T-3 — Freeze`),
///   else its topmost headings that end in a time (`Removal (Week 3)`), which are the phases too where they hold such blocks
///   (`Parallel run (Weeks 3-4)` above `Week 3: …`). One alone is no plan.
struct TimedHeadings {
    private let sections: [OutlineSection]
    /// Whether a section states the plan and no rollback.
    private let isOpen: [Bool]
    private(set) var headings: [HeadingFacts]

    init(_ sections: [OutlineSection], isOpen: [Bool], _ headings: [HeadingFacts]) {
        self.sections = sections
        self.isOpen = isOpen
        self.headings = headings
        dropChapters()
        let called = sections.filter { headings[$0.index].phase.map { !$0.isMark } ?? false }
        if called.isEmpty {
            let marks = sections.filter { headings[$0.index].phase != nil }
            if marks.isEmpty {
                readUncalled()
            } else {
                settleMarks([])
                readSiblings(of: marks, areMarks: true)
            }
        } else {
            settleMarks(Set(called.map { Place(parent: $0.parent, level: $0.level) }))
            readSiblings(of: called)
        }
    }

    /// `Abschnitt 2` may be a chapter: such parts are phases only where the document says of one of them when it is.
    private mutating func dropChapters() {
        let parts = sections.filter { headings[$0.index].phase?.keyword == "part" }
        guard !parts.isEmpty else { return }
        let isTimed =
            parts.contains { headings[$0.index].phase?.schedule != nil }
            || sections.contains { section in
                section.lineClasses.contains(.part) && section.lines.contains(where: TimedHeadings.timesPart)
            } || parts.contains { $0.lines.contains { $0.field?.isNamed([.schedule, .duration]) == true } }
        guard !isTimed else { return }
        for part in parts { headings[part.index] = HeadingFacts(phase: nil, day: nil) }
    }

    /// `Abschnitt 2: KW 12`
    private static func timesPart(_ line: ContentLine) -> Bool {
        guard let reference = PhaseReference(line.text, at: 0), reference.keyword == "part" else { return false }
        return line.text.schedules.first(from: reference.tokens.upperBound) != nil
    }

    /// Sprints and milestones are phases where they stand in a row with phases, or where there are none; elsewhere they are
    /// marks on the way.
    private mutating func settleMarks(_ places: Set<Place>) {
        for section in sections {
            guard let phase = headings[section.index].phase, phase.isMark else { continue }
            if places.isEmpty {
                headings[section.index] = HeadingFacts(phase: phase.asTimed, day: nil)
            } else if !places.contains(Place(parent: section.parent, level: section.level)) {
                headings[section.index] = HeadingFacts(phase: nil, day: DayHeading(section.title))
            }
        }
    }

    // MARK: Beside numbered phases

    private struct Place: Hashable {
        let parent: Int?
        let level: Int
    }

    /// - Parameter areMarks: What is called is a phase itself only because nothing else is: batches, sprints, milestones.
    private mutating func readSiblings(of called: [OutlineSection], areMarks: Bool = false) {
        var units: [Place: Set<Schedule.Unit>] = [:]
        for section in called {
            let unit = headings[section.index].phase?.schedule?.value.unit
            units[Place(parent: section.parent, level: section.level), default: []].formUnion([unit].compactMap(\.self))
        }
        for section in sections where isOpen[section.index] && headings[section.index].isEmpty {
            guard let units = units[Place(parent: section.parent, level: section.level)],
                let heading = TimedHeadings.titled(section.title, from: 0, isTimed: false),
                let unit = heading.schedule?.value.unit,
                units.isEmpty ? unit != .date && unit != .minute && unit != .hour : units.contains(unit)
            else { continue }
            headings[section.index] = HeadingFacts(phase: areMarks ? heading.asTimed : heading, day: nil)
        }
    }

    // MARK: Where nothing is called a phase

    private mutating func readUncalled() {
        // A plan told day by day tells of days.
        let hasDays = headings.contains { $0.day.map { $0.number == $0.lastNumber } ?? false }
        let blocks = topmostPlans { TimedHeadings.block($0.title, unlessDay: hasDays) }
        let titles = topmostPlans { TimedHeadings.titled($0.title, from: numberEnd($0), isTimed: true) }
        let areTitled = (titles.first?.place.level ?? .max) < (blocks.first?.place.level ?? .max)
        for plan in areTitled ? titles : blocks {
            for (index, phase) in plan.members {
                headings[index] = HeadingFacts(phase: phase, day: headings[index].day)
            }
            if areTitled { readLasting(in: plan.place) } else { readZero(of: plan) }
        }
    }

    /// `J : bascule`, `Go-live`: the only heading between those that count down to it and those that count on from it.
    private mutating func readZero(of plan: TimedPlan) {
        let times = plan.members.map { ($0.index, $0.phase.schedule?.value.hoursFromStart ?? .nan) }
        guard let before = times.last(where: { $0.1 < 0 })?.0, let behind = times.first(where: { $0.1 > 0 })?.0,
            before < behind, !times.contains(where: { $0.1 == 0 })
        else { return }
        let between = sections[(before + 1)..<behind].filter {
            $0.parent == plan.place.parent && $0.level == plan.place.level
        }
        guard between.count == 1, let section = between.first, isOpen[section.index], headings[section.index].isEmpty,
            !section.title.mentions(besidePhases), let word = section.title.tokens.firstIndex(where: \.isWord)
        else { return }
        let title = section.title
        let isLetter =
            title.tokens[word].isA(.countdown) && PhaseReference.isClosed(title.tokens, at: word + 1)
        let span = isLetter ? title.span(tokens: word..<word + 1) : title.span
        let text = isLetter ? title.text(tokens: word..<word + 1) : title.text
        let time = Claim(Schedule(text: text, unit: .day, range: 0...0, relative: true), at: span, .heading)
        headings[section.index] = HeadingFacts(
            phase: PhaseHeading(
                "countdown", number: nil, label: isLetter ? text : nil, title, time: time,
                from: isLetter ? word + 1 : 0,
                isTimed: true), day: nil)
    }

    /// Beside headings that say when, one that says how long: `Parallel run (2 weeks)` below `Go-live (T-0)`.
    private mutating func readLasting(in place: Place) {
        for section in sections where isOpen[section.index] && headings[section.index].isEmpty {
            guard section.parent == place.parent, section.level == place.level,
                let heading = PhaseHeading(lasting: section.title), !section.title.mentions(besidePhases)
            else { continue }
            headings[section.index] = HeadingFacts(phase: heading, day: nil)
        }
    }

    /// Where the title behind its number begins: `3.1 Shadow` below `3. Phases`.
    private func numberEnd(_ section: OutlineSection) -> Int {
        guard section.title.tokens.count > 1, let number = section.title.tokens[0].number, number != number.rounded(),
            section.title.tokens[1].isWord, let parent = section.parent,
            sections[parent].title.tokens.first?.number == number.rounded(.down)
        else { return 0 }
        return 1
    }

    private struct TimedPlan {
        let place: Place
        let members: [(index: Int, phase: PhaseHeading)]
    }

    /// The rows of sibling headings that are phases, of the topmost level that has any.
    private func topmostPlans(_ phase: (OutlineSection) -> PhaseHeading?) -> [TimedPlan] {
        var groups: [Place: [(index: Int, phase: PhaseHeading)]] = [:]
        var order: [Place] = []
        for section in sections where isOpen[section.index] && section.heading != nil {
            let isDay = headings[section.index].day.map { $0.number == $0.lastNumber } ?? false
            guard !isDay, let heading = phase(section) else { continue }
            let place = Place(parent: section.parent, level: section.level)
            if groups[place] == nil { order.append(place) }
            groups[place, default: []].append((section.index, heading))
        }
        let plans = order.compactMap { place in groups[place].map { TimedPlan(place: place, members: $0) } }
            .filter { TimedHeadings.isPlan($0.members) }
        let top = plans.map(\.place.level).min()
        return plans.filter { $0.place.level == top }
    }

    /// At least two, most of them named, each in its own way, in the order of time: a diary repeats its names or runs backwards.
    private static func isPlan(_ group: [(index: Int, phase: PhaseHeading)]) -> Bool {
        let phases = group.map(\.phase)
        let units = Set(phases.map { $0.schedule?.value.unit })
        guard phases.count >= 2, units.count == 1 || phases.allSatisfy({ $0.schedule?.value.relative == true }) else {
            return false
        }
        let names = phases.filter(\.isNamed).map { slug($0.name.value) }
        // `T-24h` says enough: a diary does not count down.
        let areNamed =
            names.count * 2 > phases.count || phases.count > 2 && phases.allSatisfy { $0.keyword == "countdown" }
        guard areNamed, Set(names).count == names.count else { return false }
        let starts = phases.compactMap { $0.schedule?.value.hoursFromStart ?? $0.schedule?.value.range?.lowerBound }
        return zip(starts, starts.dropFirst()).allSatisfy { $0 <= $1 }
    }

    /// `Week 1: Groundwork`, `Sprint 3 — Pilot`, `T-3 days: Freeze`, `Day 1-3: Setup`. A single day is a day of the plan.
    private static func block(_ title: ReadText, unlessDay: Bool) -> PhaseHeading? {
        guard title.mentions([.week, .month, .sprint, .countdown, .day]),
            let start = title.tokens.prefix(3).firstIndex(where: \.isWord),
            let match = title.schedules.schedule(at: start), let unit = match.schedule.unit,
            let range = match.schedule.range, PhaseReference.isClosed(title.tokens, at: match.tokens.upperBound),
            !title.mentions([.rollback, .aside, .record])
        else { return nil }
        let time = Claim(match.schedule, at: title.span(tokens: match.tokens), .heading)
        if match.schedule.relative {
            return PhaseHeading(
                "countdown", number: nil, label: match.schedule.text, title, time: time, from: match.tokens.upperBound,
                isTimed: true)
        }
        guard unit == .week || unit == .month || unit == .day && !unlessDay && range.upperBound > range.lowerBound
        else { return nil }
        return PhaseHeading(
            unit.rawValue, number: range.lowerBound, label: nil, title, time: time, from: match.tokens.upperBound,
            isTimed: true)
    }

    /// `Removal (Week 3)`, `Brownout – Weeks 1-2`, `3. Removal (Week 3)`: a name, and a time behind it.
    ///
    /// A single date is when something was written or done.
    private static func titled(_ title: ReadText, from number: Int, isTimed: Bool) -> PhaseHeading? {
        guard title.mentions([.week, .month, .sprint, .day, .number, .calendarDate, .clockTime, .countdown]),
            !title.mentions(besidePhases)
        else { return nil }
        let start = max(number, TitleParts.ordinalEnd(title))
        let parts = TitleParts(title, from: start)
        guard parts.name.contains(where: \.isLetter),
            let time = parts.trailingSchedule(in: title, .heading), let range = time.value.range,
            time.value.relative || !title.mentions(.checklist),
            time.value.unit != .date || range.upperBound > range.lowerBound,
            !isTimed || mayBePlan(title, parts, time.value, range)
        else { return nil }
        return PhaseHeading("phase", number: nil, label: nil, title, time: time, from: start, isTimed: isTimed)
    }

    /// Times of a day are those of an agenda or an incident, quarters and versions those of a product's roadmap.
    private static func mayBePlan(
        _ title: ReadText, _ parts: TitleParts, _ time: Schedule, _ range: ClosedRange<Double>
    ) -> Bool {
        let isVersioned = title.text(tokens: parts.nameTokens.prefix(1)).contains(where: \.isNumber)
        let isLong = time.unit == .date && range.upperBound - range.lowerBound > 60
        return !isVersioned && !isLong && (time.unit != .minute || time.relative)
    }
}

/// What has its time beside the phases and is none of them. A checklist is one only by a countdown: `Preparations checklist (T-3)`.
private let besidePhases: WordClassSet = [
    .rest, .rollback, .aside, .record, .communication, .risk, .risks, .success, .flag,
]
