import Plan
import SourceText

extension PlanRule {
    /// A phase's stated duration is not the length of its days.
    static let phaseDurationMismatch = PlanRule(
        id: "phase-duration-mismatch", severity: .error,
        summary: "a phase's duration is not the length of its schedule",
        explanation: Explanation(
            fault: """
                A phase is scheduled over so many days, weeks, months or dates, first and last included, or between \
                two times of a day, and a field states another duration for it.
                """,
            harm: "Teams that plan by the field and teams that plan by the days reserve people for different times.",
            misses: """
                Rough amounts (`~2 days`, `about a week`) are silent, and so is a shorter time in a finer unit: three \
                days within week 7, hours within a day. Times of a day are rounded to the unit that the duration \
                names. A week may be five working days or seven; a month four or five weeks; dates may be counted \
                with or without the first, or as working days. The length of a sprint is not known.
                """),
        badExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                ## Phase 1: Preparation (Day 1-3)
                - **Duration**: 2 days
                """)
        ],
        goodExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                ## Phase 1: Preparation (Day 1-3)
                - **Duration**: 3 days
                """)
        ]
    ) { input in
        input.plan.phases.flatMap { phase -> [Fault] in
            let schedules = PlacedSchedules(phase.schedules)
            return phase.durations.compactMap { duration in
                guard let schedule = schedules.nearest(to: duration.span),
                    input.scopes.mayBelongTogether(schedule.span, duration.span), !fits(duration.value, schedule.value)
                else { return nil }
                return fault(phase, duration, schedule)
            }
        }
    }
}

/// A phase's schedules by their places.
private struct PlacedSchedules {
    private let main: Claim<Schedule>?
    private let byPath: [String: [Claim<Schedule>]]

    init(_ schedules: [Claim<Schedule>]) {
        main = schedules.first
        byPath = Dictionary(grouping: schedules, by: \.span.path).mapValues { $0.sorted { $0.span < $1.span } }
    }

    /// The schedule that a duration stands beside: the closest of its document, the one ahead of two; else the main one.
    func nearest(to span: SourceSpan) -> Claim<Schedule>? {
        guard let own = byPath[span.path] else { return main }
        var (low, high) = (0, own.count)
        while low < high {
            let middle = (low + high) / 2
            if own[middle].span < span { low = middle + 1 } else { high = middle }
        }
        return own[max(0, low - 1)..<min(own.count, low + 1)].min { distance($0, span) < distance($1, span) }
    }

    private func distance(_ schedule: Claim<Schedule>, _ span: SourceSpan) -> Int {
        abs(schedule.span.range.lowerBound - span.range.lowerBound)
    }
}

/// Lengths in days that a schedule may be said to have; nil when it has none that is known.
private func lengths(of schedule: Schedule) -> ClosedRange<Double>? {
    guard let range = schedule.range, let unit = schedule.unit else { return nil }
    let count = range.upperBound - range.lowerBound + 1
    switch unit {
    case .day: return count...count
    case .week: return count * 5...count * 7
    case .month: return count * 20...count * 31
    case .date:
        guard count < 4000 else { return nil }
        let first = CivilDate(daysSinceEpoch: Int(range.lowerBound))
        let (weeks, rest) = Int(count).quotientAndRemainder(dividingBy: 7)
        let working = weeks * 5 + (0..<rest).count { !first.adding(days: $0).isWeekend }
        return min(Double(working), count - 1)...count
    // Clock times share their ends: from 14:00 to 15:30 are an hour and a half. Of a single one no end is known.
    case .minute: return count > 1 ? (count - 1) / 1440...(count - 1) / 1440 : nil
    case .hour: return count > 1 ? (count - 1) / 24...(count - 1) / 24 : nil
    case .sprint: return nil
    }
}

private func fits(_ duration: TimeAmount, _ schedule: Schedule) -> Bool {
    guard duration.kind == .measured, let seconds = duration.seconds, duration.per == nil, !duration.isRough,
        let lengths = lengths(of: schedule)
    else { return true }
    let upper = seconds / 86_400
    // Three days within week 7, hours within a day: a shorter time in a finer unit says how much of it is needed.
    if grain(of: duration.text) < grain(of: schedule), upper <= lengths.upperBound { return true }
    switch duration.comparison {
    case .below, .atMost: return lengths.lowerBound <= upper
    case .above, .atLeast: return lengths.upperBound >= upper
    case .equal, nil: break
    }
    var lower = (duration.lowerSeconds ?? seconds) / 86_400
    var most = upper
    if schedule.unit == .minute || schedule.unit == .hour {
        // `6 hours` is what people say of five hours and three quarters.
        let rounding = grain(of: duration.text).seconds / 86_400 * (upper == lower ? 0.49 : 0)
        lower -= rounding
        most += rounding
    }
    if schedule.unit == .month, speaksOf(.month, Set(words(of: duration.text, cuttingPlurals: false))),
        let range = schedule.range
    {
        return (lower / 30...upper / 30).contains(range.upperBound - range.lowerBound + 1)
    }
    return readings(lower...most, duration.text).contains { $0.overlaps(lengths) }
}

/// Lengths in days that a duration may mean: as it stands, weeks as five days, working days with their weekends.
private func readings(_ days: ClosedRange<Double>, _ text: String) -> [ClosedRange<Double>] {
    let named = Set(words(of: text, cuttingPlurals: false))
    var readings = [days]
    if speaksOf(.week, named) { readings.append(days.lowerBound / 7 * 5...days.upperBound / 7 * 5) }
    if speaksOf(.month, named) { readings.append(days.lowerBound / 30 * 20...days.upperBound / 30 * 35) }
    if !named.isDisjoint(with: workingWords) { readings.append(days.lowerBound / 5 * 7...days.upperBound / 5 * 7 + 2) }
    return readings
}

/// Units from the finest to the coarsest.
private enum Grain: Int, Comparable {
    case minutes, hours, days, weeks, months

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    var seconds: Double {
        switch self {
        case .minutes: 60
        case .hours: 3600
        case .days: 86_400
        case .weeks: 7 * 86_400
        case .months: 30 * 86_400
        }
    }
}

/// The unit that a schedule is counted in.
private func grain(of schedule: Schedule) -> Grain {
    switch schedule.unit {
    case .minute: .minutes
    case .hour: .hours
    case .week: .weeks
    case .month, .sprint: .months
    case .day, .date, nil: .days
    }
}

/// The finest unit that a duration names: `1 h 30 min` is told in minutes.
private func grain(of text: String) -> Grain {
    let named = Set(words(of: text, cuttingPlurals: false))
    if !named.isDisjoint(with: minuteWords) { return .minutes }
    if !hourWords.isDisjoint(with: words(of: text)) { return .hours }
    if speaksOf(.day, named) { return .days }
    return speaksOf(.week, named) ? .weeks : speaksOf(.month, named) ? .months : .days
}

/// English, German, Spanish and French, without the plural endings that `words(of:)` cuts.
private let hourWords: Set<String> = ["h", "hr", "hour", "stunde", "stunden", "std", "hora", "heure"]
private let minuteWords: Set<String> = ["minute", "minutes", "minuten", "minuto", "minutos", "min", "mins"]

/// Whether a duration counts weeks or months; short forms stand for nothing elsewhere.
private func speaksOf(_ unit: WordClass, _ words: Set<String>) -> Bool {
    Vocabulary.standard.classes(of: words).contains(unit) || !words.isDisjoint(with: shortUnits[unit] ?? [])
}
private let shortUnits: [WordClass: Set<String>] = [.day: ["d"], .week: ["w", "wk", "wks"], .month: ["monaten"]]

private let workingWords: Set<String> = [
    "working", "business", "work", "workday", "workdays", "arbeitstag", "arbeitstage", "arbeitstagen", "werktag",
    "werktage", "werktagen", "laborable", "laborables", "hábil", "hábiles", "ouvré", "ouvrés", "ouvrable", "ouvrables",
]

private func fault(_ phase: Phase, _ duration: Claim<TimeAmount>, _ schedule: Claim<Schedule>) -> Fault {
    let length = spelledLength(of: schedule.value)
    return Fault(
        message:
            "\(quoted(phase.title)) lasts \(clipped(duration.value.text)) here, but \(clipped(schedule.value.text)) in "
            + "\(place(schedule.span)) is \(length)",
        span: duration.span, label: duration.label(clipped(duration.value.text)), related: [schedule.note(length)],
        identity: [phase.id, duration.value.spelled, length])
}

/// `5 days`, both ends counted; `90 minutes` between two clock times.
private func spelledLength(of schedule: Schedule) -> String {
    let range = schedule.range ?? 0...0
    let distance = range.upperBound - range.lowerBound
    switch schedule.unit {
    case .minute: return spelled(seconds: distance * 60)
    case .hour: return spelled(seconds: distance * 3600)
    case .date, nil: return counted(distance + 1, "day")
    case .day, .week, .month, .sprint: return counted(distance + 1, schedule.unit?.rawValue ?? "day")
    }
}
