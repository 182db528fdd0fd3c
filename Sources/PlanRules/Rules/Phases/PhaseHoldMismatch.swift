import Plan
import SourceText

extension PlanRule {
    /// Watched for three days in a phase of one.
    static let phaseHoldMismatch = PlanRule(
        id: "phase-hold-mismatch", severity: .warning,
        summary: "a phase is to be watched for another time than its schedule gives it",
        explanation: Explanation(
            fault: """
                A phase says for how long it is to be watched or held before the next step (`monitor for 72 hours`), and \
                its schedule ends more than a day earlier; or a step of a rollout says so and its schedule takes three \
                times as long or more; or a list says it of a share, and the days of the timeline go on to the next \
                share before that time is over. Or the longest time that a phase may take does not fit into the days \
                that a heading of the same name gives it, and the next heading follows on the day behind them.
                """,
            harm: """
                The next phase begins before anybody knows whether this one held, or the rollout stands still for days \
                that nobody planned to wait.
                """,
            misses: """
                Lengths of less than half a day, bounds (`at least 24 hours`), and phases with other work than the \
                step where only the schedule is the longer one.
                """),
        badExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                ## Phase 1: Pilot (Day 1)

                - Monitor for 72 hours

                ## Phase 2: Everybody (Day 2)
                """)
        ],
        goodExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                ## Phase 1: Pilot (Day 1-3)

                - Monitor for 72 hours

                ## Phase 2: Everybody (Day 4)
                """)
        ], isPreview: true
    ) { input in
        var told: Set<SourceSpan> = []
        let held = workedPhases(of: input.plan).flatMap { phases in
            phases.enumerated().flatMap { index, phase in
                // What the last phase is watched for lies behind the plan.
                index + 1 < phases.count ? mismatches(of: phase, input) : []
            }
        }
        return (held + earlySteps(input) + tooFewDays(input)).filter { told.insert($0.span).inserted }
    }
}

/// Steps of the rollout whose next step is on a day before they have been watched for as long as a list or table says.
private func earlySteps(_ input: RuleInput) -> [Fault] {
    let steps = input.plan.days.compactMap { day in day.percents.first.map { (day: day, share: $0) } }
    let shares = steps.map(\.share.value)
    // Only a rollout that grows from day to day, once.
    guard steps.count >= 2, zip(shares, shares.dropFirst()).allSatisfy({ $0 < $1 }) else { return [] }
    let places = Dictionary(zip(shares, shares.indices)) { first, _ in first }
    return input.plan.documents.flatMap(\.times.holds).compactMap { held -> Fault? in
        guard let index = places[held.percent], index + 1 < steps.count, !held.hold.value.isRough,
            let upper = held.hold.value.seconds, upper >= 43_200
        else { return nil }
        let (step, next) = (steps[index], steps[index + 1])
        let passed = Double(next.day.number - step.day.number) * 86_400
        guard (held.hold.value.lowerSeconds ?? upper) > passed,
            input.scopes.mayBeOneSubject(
                input.scopes.scope(at: held.hold.span), input.scopes.scope(at: step.share.span))
        else { return nil }
        return Fault(
            message: "\(formatNumber(held.percent))% is to be watched for \(clipped(held.hold.value.text)) here, but "
                + "\(place(next.share.span)) goes on to \(formatNumber(next.share.value))% after \(spelled(seconds: passed))",
            span: held.hold.span, label: held.hold.label(held.hold.value.spelled),
            related: [
                step.share.note("\(formatNumber(step.share.value))% on day \(step.day.number)"),
                next.share.note("\(formatNumber(next.share.value))% on day \(next.day.number)"),
            ],
            identity: ["\(formatNumber(held.percent))%", held.hold.value.spelled, spelled(seconds: passed)])
    }
}

private func mismatches(of phase: WorkedPhase, _ input: RuleInput) -> [Fault] {
    let holds = phase.work.holds.filter { ($0.value.seconds ?? 0) >= 43_200 && !$0.value.isRough }
    guard !holds.isEmpty, holds.count <= 3,
        let schedule = phase.phase.schedules.first(where: { seconds(of: $0.value) != nil }),
        let length = seconds(of: schedule.value), input.scopes.mayBelongTogether(schedule.span, phase.work.heading)
    else { return [] }
    let longest = holds.compactMap(\.value.seconds).max() ?? 0
    return holds.compactMap { hold in
        guard let upper = hold.value.seconds else { return nil }
        let lower = hold.value.lowerSeconds ?? upper
        let isTooLong = lower > length + 86_400
        let isTooShort =
            upper == longest && holds.count == 1 && length >= upper * 3
            && (isStep(phase) || endsSteps(hold, phase, input))
        guard isTooLong || isTooShort else { return nil }
        return fault(phase.phase, hold, schedule, length)
    }
}

/// Whether the phase gives a share of the users the new and has little else to do.
private func isStep(_ phase: WorkedPhase) -> Bool {
    let texts = [phase.work.heading.text] + phase.work.lines.map(\.text)
    return phase.work.lines.count { $0.isItem } <= 5
        && texts.contains { text in
            text.contains("%")
                && Vocabulary.standard.classes(of: nameWords(text)).contains(.rollout)
        }
}

/// Whether the watching is the last step of the phase's numbered steps, and nothing else in it is work.
private func endsSteps(_ hold: Claim<TimeAmount>, _ phase: WorkedPhase, _ input: RuleInput) -> Bool {
    let section = input.scopes.sectionNumber(at: hold.span)
    let items = phase.work.lines.filter { $0.isItem && input.scopes.sectionNumber(at: $0.span) == section }
    guard items.count >= 2, items.count <= 12, let last = items.last, last.span.contains(hold.span),
        items.allSatisfy({ textLine(of: $0.span).first?.isNumber == true }),
        let document = input.plan.documents.first(where: { $0.path == hold.span.path })
    else { return false }
    let others = phase.work.lines.filter { $0.isItem && input.scopes.sectionNumber(at: $0.span) != section }
    let titles = Set(others.map { input.scopes.sectionNumber(at: $0.span) }).compactMap { number in
        document.sections.indices.contains(number) ? document.sections[number].title : nil
    }
    return titles.allSatisfy { workTitles.isDisjoint(with: words(of: $0)) }
}

/// Headings over what takes time of its own, plurals cut.
private let workTitles: Set<String> = [
    "task", "implementation", "development", "preparation", "work", "deliverable", "build", "test", "testing",
    "training", "activity", "activitie", "change", "aufgaben", "umsetzung", "tarea", "tâche",
]

/// Phases whose time does not fit into the days that a heading of the same name gives them.
private func tooFewDays(_ input: RuleInput) -> [Fault] {
    let blocks = input.plan.documents.flatMap(\.times.dayBlocks)
    guard !blocks.isEmpty else { return [] }
    let phases = Dictionary(grouping: input.plan.phases, by: { nameKey($0.name) })
    let days = Set(
        input.plan.days.flatMap { day in day.mentions.map { DayPlace(path: $0.span.path, day: day.number) } })
    return blocks.compactMap { block -> Fault? in
        let given = block.value.days
        guard let named = phases[nameKey(block.value.title)], named.count == 1, let phase = named.first,
            let duration = phase.durations.first, !duration.value.isRough, duration.value.kind == .measured,
            duration.value.comparison == nil, let upper = duration.value.seconds,
            upper > Double(given.count) * 86_400,
            // Elsewhere the phase may say itself which days it takes.
            phase.schedules.allSatisfy({ $0.value.range == nil }),
            days.contains(DayPlace(path: block.span.path, day: given.upperBound + 1)),
            input.scopes.mayBeOneSubject(input.scopes.scope(at: duration.span), input.scopes.scope(at: block.span))
        else { return nil }
        let length = spelled(seconds: Double(given.count) * 86_400)
        return Fault(
            message:
                "\(quoted(phase.title)) takes \(clipped(duration.value.text)) here, but \(clipped(block.span.text)) "
                + "in \(place(block.span)) is \(length), and day \(given.upperBound + 1) goes on",
            span: duration.span, label: duration.label(duration.value.spelled), related: [block.note(length)],
            identity: [phase.id, duration.value.spelled, length])
    }
}

private struct DayPlace: Hashable {
    let path: String
    let day: Int
}

private func nameKey(_ name: String) -> String { words(of: name).joined(separator: " ") }

/// How long a schedule takes, first and last unit included; nil where that is not known to the day.
private func seconds(of schedule: Schedule) -> Double? {
    guard let range = schedule.range, !schedule.relative else { return nil }
    let count = range.upperBound - range.lowerBound + 1
    return switch schedule.unit {
    case .day, .date: count * 86_400
    case .week: count * 604_800
    default: nil
    }
}

private func fault(_ phase: Phase, _ hold: Claim<TimeAmount>, _ schedule: Claim<Schedule>, _ length: Double) -> Fault {
    Fault(
        message:
            "\(quoted(phase.title)) is to be watched for \(clipped(hold.value.text)) here, but \(clipped(schedule.value.text)) "
            + "in \(place(schedule.span)) is \(spelled(seconds: length))",
        span: hold.span, label: hold.label(hold.value.spelled), related: [schedule.note(spelled(seconds: length))],
        identity: [phase.id, hold.value.spelled, spelled(seconds: length)])
}
