import Plan
import SourceText

extension PlanRule {
    /// Two moments for one go-live.
    static let goLiveTimeConflict = PlanRule(
        id: "go-live-time-conflict", severity: .warning, summary: "the go-live is announced for two different times",
        explanation: Explanation(
            fault: """
                Two places of the plan give the go-live (launch, cut-over) two dates or two times of the day; or the \
                date lies outside the dates of the phase that is named for it, or ahead of the phase that deploys to \
                production; or the time of the day is not that of the only step of a timetable that is called so; or \
                the step that types the deployment to production ends before it, or begins after it.
                """,
            harm: "Customers and support are told one time, and the people at the keyboard another.",
            misses: """
                Go-lives that are called by different names (`pilot go-live`, `store launch`), several of one name in \
                one list, dates without a year that may be the same, moments below the heading of a phase, and \
                deployments of what is then switched on (flags, DNS, maintenance).
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
        return twoTimes(launches, input) + outsidePhase(launches, input) + atOtherStep(launches, input)
            + deployedAtOtherTime(launches, input)
    }
}

/// Places that say when, and do not agree.
private func twoTimes(_ launches: [Claim<LaunchTime>], _ input: RuleInput) -> [Fault] {
    Dictionary(grouping: launches) { launchKey(of: $0.value.name) }.sorted { $0.key < $1.key }.flatMap {
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
                identity: [launchKey(of: found.first.value.name), here, there])
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

/// Dates that lie outside those of the only phase that has the go-live in its name, or ahead of the only one that deploys to
/// production.
private func outsidePhase(_ launches: [Claim<LaunchTime>], _ input: RuleInput) -> [Fault] {
    let dated = input.plan.phases.filter { phase in phase.schedules.contains { dates(of: $0.value) != nil } }
    let named = dated.filter { TokenizedText($0.name).mentions(.launch) }
    let deploying = dated.filter { isProductionDeployment($0.name) }
    guard let phase = named.first ?? deploying.first, (named.isEmpty ? deploying : named).count == 1 else { return [] }
    let schedules = phase.schedules.filter { dates(of: $0.value) != nil }
    return launches.compactMap { launch in
        guard let date = launch.value.date?.date?.daysSinceEpoch, let schedule = schedules.first,
            !words(of: launch.value.name).contains(where: { earlier.contains($0) }),
            input.scopes.mayBeOneSubject(input.scopes.scope(at: launch.span), input.scopes.scope(at: schedule.span)),
            !schedules.contains(where: { claim in
                // What is deployed may go live later.
                dates(of: claim.value).map { named.isEmpty ? date >= $0.lowerBound : $0.contains(date) } ?? false
            })
        else { return nil }
        return fault(launch, schedule.note(clipped(schedule.value.text)), phase.name, clipped(schedule.value.text))
    }
}

private func isProductionDeployment(_ name: String) -> Bool {
    let name = Set(words(of: name))
    return !name.isDisjoint(with: ["production", "prod"])
        && !name.isDisjoint(with: ["deployment", "deploy", "release"])
        && name.isDisjoint(with: ["pre", "preparation", "readiness", "prepare", "post", "after"])
}

/// Times of the day against the only step of the plan's timetables that is called the go-live.
private func atOtherStep(_ launches: [Claim<LaunchTime>], _ input: RuleInput) -> [Fault] {
    let timed = launches.filter { $0.value.minute != nil }
    guard timed.count == 1, let launch = timed.first else { return [] }
    let steps = input.plan.documents.flatMap { $0.times.timetables }.flatMap { table in
        table.entries.filter { TokenizedText($0.text).tokens.prefix(4).contains { $0.isA(.launch) } }.map {
            ($0, table.reading)
        }
    }
    guard steps.count == 1, let (step, reading) = steps.first, let minute = launch.value.minute,
        !(step.times.minutes ?? step.times.startMinute...step.times.startMinute).contains(minute),
        !words(of: step.text).contains(where: { aroundLaunch.contains($0) }),
        zones(in: textLine(of: launch.span)) == zones(in: textLine(of: step.span)),
        input.scopes.mayBeOneSubject(input.scopes.scope(at: launch.span), input.scopes.scope(at: step.span))
    else { return [] }
    return [
        fault(
            launch, Finding.Note("\(step.times.spelled), \(reading.phrase)", at: step.span), step.text,
            step.times.spelled)
    ]
}

/// The only time of the day of a go-live against that of the step which types the deployment to production.
private func deployedAtOtherTime(_ launches: [Claim<LaunchTime>], _ input: RuleInput) -> [Fault] {
    let timed = launches.filter { $0.value.minute != nil }
    guard timed.count == 1, let launch = timed.first, let minute = launch.value.minute,
        let document = input.plan.documents.first(where: { $0.path == launch.span.path })
    else { return [] }
    let blocks = input.plan.commands.blocks.filter { $0.span.path == document.path }
    let steps = steppedSections(of: document, blocks).flatMap { run in
        run.filter(\.deploysToProduction).map { (section: $0, end: run.last?.range.upperBound ?? $0.range.upperBound) }
    }
    guard steps.count == 1, let step = steps.first,
        let schedule = input.plan.phases.lazy.flatMap(\.schedules).first(where: {
            $0.value.unit == .minute && !$0.value.relative && step.section.heading.contains($0.span)
        }), let range = schedule.value.range, range.upperBound <= 1440,
        // A quarter of an hour is no other time.
        range.upperBound + 15 <= Double(minute) || range.lowerBound > Double(minute),
        !words(of: document.source.text(step.section.range.lowerBound..<step.end)).contains(where: switching.contains)
    else { return [] }
    let here = spelled(launch.value)
    let isEarly = range.upperBound < Double(minute)
    return [
        Fault(
            message: "\(quoted(launch.value.name)) is \(here) here, but \(quoted(step.section.title)) in "
                + "\(place(schedule.span)) deploys to production \(isEarly ? "before" : "after") that",
            span: launch.span, label: launch.label(here),
            related: [schedule.note(clipped(schedule.value.text))]
                + step.section.commands.filter(\.deploysToProduction).prefix(1).map {
                    Finding.Note("\(clipped($0.span.text)), read from the code block", at: $0.span)
                },
            identity: [launchKey(of: launch.value.name), here, "deployment", schedule.value.identity])
    ]
}

/// What is deployed and switched on later.
private let switching: Set<String> = [
    "flag", "toggle", "dns", "canary", "dark", "maintenance", "wartung", "wartungsmodus", "mantenimiento", "hidden",
    "traffic",
]

private func fault(_ launch: Claim<LaunchTime>, _ other: Finding.Note, _ name: String, _ time: String) -> Fault {
    let here = spelled(launch.value)
    return Fault(
        message: "\(quoted(launch.value.name)) is \(here) here, but \(quoted(name)) in \(place(other.span)) is \(time)",
        span: launch.span, label: launch.label(here), related: [other],
        identity: [launchKey(of: launch.value.name), here, name, time.lowercased()])
}

private func dates(of schedule: Schedule) -> ClosedRange<Int>? {
    guard schedule.unit == .date, let range = schedule.range else { return nil }
    return Int(range.lowerBound)...Int(range.upperBound)
}

/// What is said to go live, without what says that it is a moment: `cutover` for `Planned cut-over date`.
func launchKey(of name: String) -> String {
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
/// A meeting or a decision ahead of the go-live, and what comes behind it.
private let aroundLaunch: Set<String> = [
    "before", "after", "pre", "post", "decision", "meeting", "call", "no", "check", "checklist", "prepare",
    "announce", "announcement", "review", "notice", "rehearsal", "monitoring", "support", "until",
]
