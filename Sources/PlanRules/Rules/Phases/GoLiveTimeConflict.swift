import Plan
import SourceText

extension PlanRule {
    /// Two moments for one go-live.
    static let goLiveTimeConflict = PlanRule(
        id: "go-live-time-conflict", severity: .warning, summary: "the go-live is announced for two different times",
        explanation: Explanation(
            fault: """
                Two places of the plan give the go-live (launch, cut-over) two dates or two times of the day; or the \
                date lies outside the dates of the phase that is named for it.
                """,
            harm: "Customers and support are told one time, and the people at the keyboard another.",
            misses: """
                Go-lives that are called by different names (`pilot go-live`, `store launch`), several of one name in \
                one list, dates without a year that may be the same, and moments below the heading of a phase.
                """),
        badExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                **Go-live**: 14 March 2026

                ## Phase 1: Rehearsal (2026-03-02 to 2026-03-06)

                ## Phase 2: Go-live (2026-03-16 to 2026-03-17)
                """)
        ],
        goodExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                **Go-live**: 16 March 2026

                ## Phase 1: Rehearsal (2026-03-02 to 2026-03-06)

                ## Phase 2: Go-live (2026-03-16 to 2026-03-17)
                """)
        ], isPreview: true
    ) { input in
        let launches = input.plan.documents.flatMap(\.times.launches)
        return twoTimes(launches, input) + outsidePhase(launches, input)
    }
}

/// Places that say when, and do not agree.
private func twoTimes(_ launches: [Claim<LaunchTime>], _ input: RuleInput) -> [Fault] {
    Dictionary(grouping: launches) { key(of: $0.value.name) }.sorted { $0.key < $1.key }.flatMap {
        _, claims -> [Fault] in
        disagreements(
            in: claims, scope: { input.scopes.scope(at: $0.span) }, comparing: input.scopes.mayBeOneSection,
            place: { Place($0, section: input.scopes.sectionNumber(at: $0.span)) }, agree: mayAgree
        ).map { found in
            let (here, there) = (spelled(found.first.value), spelled(found.reference.value))
            return Fault(
                message: "\(quoted(found.first.value.name)) is \(here) here, but \(there) in "
                    + place(found.reference.span),
                span: found.first.span, label: found.first.label(here), related: found.notes { spelled($0) },
                identity: [key(of: found.first.value.name), here, there])
        }
    }
}

private func mayAgree(_ left: LaunchTime, _ right: LaunchTime) -> Bool {
    if let mine = left.date, let other = right.date {
        guard mine.month == other.month, mine.day == other.day,
            mine.year == nil || other.year == nil || mine.year == other.year
        else { return false }
    }
    return left.minute == nil || right.minute == nil || left.minute == right.minute
}

/// Dates that lie outside those of the only phase that has the go-live in its name.
private func outsidePhase(_ launches: [Claim<LaunchTime>], _ input: RuleInput) -> [Fault] {
    let named = input.plan.phases.filter { phase in
        TokenizedText(phase.name).mentions(.launch) && phase.schedules.contains { dates(of: $0.value) != nil }
    }
    guard named.count == 1, let phase = named.first else { return [] }
    let schedules = phase.schedules.filter { dates(of: $0.value) != nil }
    return launches.compactMap { launch in
        guard let date = launch.value.date?.date, let schedule = schedules.first,
            !words(of: launch.value.name).contains(where: { earlier.contains($0) }),
            input.scopes.mayBeOneSubject(input.scopes.scope(at: launch.span), input.scopes.scope(at: schedule.span)),
            !schedules.contains(where: { dates(of: $0.value)?.contains(date.daysSinceEpoch) == true })
        else { return nil }
        let here = spelled(launch.value)
        return Fault(
            message:
                "\(quoted(launch.value.name)) is \(here) here, but \(quoted(phase.name)) in \(place(schedule.span)) is "
                + clipped(schedule.value.text),
            span: launch.span, label: launch.label(here), related: [schedule.note(clipped(schedule.value.text))],
            identity: [key(of: launch.value.name), here, phase.id, schedule.value.text.lowercased()])
    }
}

private func dates(of schedule: Schedule) -> ClosedRange<Int>? {
    guard schedule.unit == .date, let range = schedule.range else { return nil }
    return Int(range.lowerBound)...Int(range.upperBound)
}

/// What is said to go live, without what says that it is a moment: `cutover` for `Planned cut-over date`.
private func key(of name: String) -> String {
    words(of: name).filter { !momentWords.contains($0) }.joined()
}

private func spelled(_ launch: LaunchTime) -> String {
    let clock = launch.minute.map { ClockRange(startMinute: $0, endMinute: nil).startText }
    return [launch.date?.spelled, clock].compactMap(\.self).joined(separator: " ")
}

private let momentWords: Set<String> = [
    "the", "our", "planned", "date", "time", "day", "target", "scheduled", "on", "is", "datum", "geplanter", "termin",
    "fecha", "hora", "heure",
]
/// A soft launch or a pilot goes ahead of the phase.
private let earlier: Set<String> = ["pilot", "soft", "beta", "internal", "rehearsal", "start", "piloto", "probe"]
