import Plan
import SourceText

/// The phases that a document heads, found by letter, number or name where a list says when they are.
struct KnownPhases {
    private var byKey: [String: PhaseHeading] = [:]
    private var byName: [String: PhaseHeading] = [:]
    /// The phases that say nowhere under their heading when they are, by name and by initials.
    private var untimed: [String: PhaseHeading] = [:]

    init(_ headed: [PhaseSighting]) {
        let counted = headed.map(\.heading).filter { $0.isCounted && !$0.isPart }
        // `A` says which phase it is only where one word counts them.
        let areAlike = Set(counted.map(\.keyword)).count == 1
        for heading in counted {
            if areAlike { byKey[heading.key] = heading }
            if heading.isNamed { byName[slug(heading.name.value)] = heading }
        }
        for sighting in headed where sighting.schedules.isEmpty && sighting.heading.isNamed {
            let name = slug(sighting.heading.name.value)
            let words = name.split(separator: "-")
            untimed[name] = sighting.heading
            if words.count > 1 { untimed[String(words.compactMap(\.first))] = sighting.heading }
        }
    }

    /// The phases whose days a timeline heads by their names: `Day 0: Pilot`, `Day 4+: GA`.
    ///
    /// - Returns: empty where a heading alone does so, or several days have one name: those are days of one phase.
    func times(in days: [OutlineSection], list: Int, path: String) -> [PhaseSighting] {
        guard !untimed.isEmpty else { return [] }
        let found = days.compactMap { section -> PhaseSighting? in
            guard let time = section.title.schedules.first() else { return nil }
            let name = TitleParts(section.title, from: time.tokens.upperBound).name
            return untimed[slug(name)].map {
                let claim = Claim(time.schedule, at: section.title.span(tokens: time.tokens), .heading)
                return KnownPhases.sighting(of: $0, at: section.title.span, time: claim, list, path)
            }
        }
        return found.count > 1 && Set(found.map(\.id)).count == found.count ? found : []
    }

    /// Lists whose every item is a phase and its time: `A: weeks 1-3`, `Pilot: KW 12`.
    func times(in section: OutlineSection, from number: Int, path: String) -> [[PhaseSighting]] {
        guard !byKey.isEmpty || !byName.isEmpty, section.lineClasses.intersects(calendarWords) else { return [] }
        var lists: [[PhaseSighting]] = []
        for run in section.topLines where run.count >= 2 && section.lines[run[0]].isItem {
            let found = run.compactMap { timed(section.lines[$0], number + lists.count, path) }
            if found.count == run.count { lists.append(found) }
        }
        return lists
    }

    private func timed(_ line: ContentLine, _ list: Int, _ path: String) -> PhaseSighting? {
        guard let field = line.field, let heading = byKey[field.key.text] ?? byName[slug(field.key.text)],
            !field.value.tokens.isEmpty, let time = field.value.schedules.schedule(at: 0), ends(time, field.value)
        else { return nil }
        let claim = Claim(time.schedule, at: field.value.span(tokens: time.tokens), .listItem)
        return KnownPhases.sighting(of: heading, at: line.text.span, time: claim, list, path)
    }

    /// A place that says of a phase when it is, and nothing else.
    private static func sighting(
        of heading: PhaseHeading, at span: SourceSpan, time: Claim<Schedule>, _ list: Int, _ path: String
    ) -> PhaseSighting {
        var sighting = PhaseSighting.bareMention(heading, at: span, path: path, list: list)
        sighting.schedules = [time]
        return sighting
    }

    /// Whether a time is all there is, but for what a sign parts from it.
    private func ends(_ time: ScheduleReader.Match, _ value: ReadText) -> Bool {
        let next = time.tokens.upperBound
        return next == value.tokens.count || value.tokens[next].sign != nil
    }
}

/// Without one of these nothing says when.
private let calendarWords: WordClassSet = [
    .day, .week, .month, .sprint, .quarter, .countdown, .monthName, .clockTime, .calendarDate,
]
