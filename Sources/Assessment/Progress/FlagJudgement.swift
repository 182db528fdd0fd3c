import Observations
import Plan
import SourceText

/// How far a flag is, against how far it should be today.
struct FlagJudgement {
    let flag: Flag
    let plan: Plan
    let clock: AssessmentClock
    let reports: FlagReports
    let configuration: AssessmentConfiguration

    /// A stage that is due on some day.
    private struct Due {
        let day: Int
        /// nil when the plan only says that the flag is on.
        let percent: Claim<Double>?
    }

    func assess() -> FlagAssessment {
        let today = clock.calendar?.day(on: clock.today)
        let stages = dueStages
        // Of stages on one day the first counts: the place that defines the flag.
        let due = today.flatMap { today in
            stages.filter { $0.day <= today }.reduce(nil as Due?) { $0.map { $0.day } ?? .min >= $1.day ? $0 : $1 }
        }
        let (verdict, reason) = judge(today: today, due: due, stages: stages)
        return FlagAssessment(
            flag: flag, verdict: verdict, reason: reason, planned: due?.percent?.value, plannedDay: due?.day,
            actual: reports.agreed?.percent, reportedAt: reports.agreed?.time, stages: ramp(stages),
            reports: reportedDays)
    }

    /// The stages by day, one of each day; of several the first, as for the verdict.
    private func ramp(_ stages: [Due]) -> [FlagAssessment.DueStage] {
        var days: Set<Int> = []
        return stages.filter { days.insert($0.day).inserted }.sorted { $0.day < $1.day }
            .map { .init(day: $0.day, percent: $0.percent?.value) }
    }

    private var reportedDays: [FlagAssessment.ReportedDay] {
        guard let calendar = clock.calendar else { return [] }
        var byDay: [Int: FlagReports] = [:]
        for report in reports.all {
            byDay[calendar.day(on: configuration.civilDate(report.time)), default: FlagReports()].add(report)
        }
        return byDay.sorted { $0.key < $1.key }.compactMap { day, reports in
            reports.agreed.map { .init(day: day, percent: $0.percent) }
        }
    }

    /// Stages with a day of their own or of their phase; those that define the flag go before those that mention it, which
    /// only lead on from the last that is defined: by day 10 all flags are on.
    private var dueStages: [Due] {
        let defining = due(flag.stages.filter(\.defines))
        guard let last = defining.max(by: { $0.day < $1.day }) else { return due(flag.stages) }
        guard let reached = last.percent?.value else { return defining }
        let further = flag.stages.filter { stage in
            !stage.defines && stage.day.map { $0.value > last.day } ?? false
                && stage.percent.map { $0.value > reached } ?? false
        }
        return defining + due(further)
    }

    private func due(_ stages: [FlagStage]) -> [Due] {
        stages.compactMap { stage in
            let phase = stage.phase.flatMap { id in plan.phases.first { $0.id == id } }
            guard let day = stage.day?.value ?? phase?.days?.lowerBound else { return nil }
            return Due(day: day, percent: stage.percent)
        }
    }

    private func judge(today: Int?, due: Due?, stages: [Due]) -> (FlagVerdict, String) {
        guard today != nil else { return (.unknown, "no start date of the plan is known; \(told)") }
        if let contradiction = reports.contradiction { return (.unknown, contradiction) }
        guard let due else { return beforeFirstStage(stages) }
        guard let planned = due.percent else {
            return (.unknown, "the plan switches it on from day \(due.day), but gives no percentage; \(told)")
        }
        let plan = "\(text(planned.value)) is planned from day \(due.day)"
        if let other = contradiction(of: planned, onDay: due.day) {
            return (
                .unknown,
                "\(plan) in \(place(planned.span)), but \(text(other.value)) in \(place(other.span)); \(told)"
            )
        }
        guard let report = reports.agreed else { return (.unknown, "\(plan), but nothing reports how far it is") }
        guard isOfStage(report, day: due.day) else {
            return (.unknown, "\(plan), but the last report is older: \(told)")
        }
        if abs(report.percent - planned.value) <= 1e-9 { return (.asPlanned, "\(plan), and \(told)") }
        return (report.percent < planned.value ? .behind : .ahead, "\(plan), but \(told)")
    }

    private func beforeFirstStage(_ stages: [Due]) -> (FlagVerdict, String) {
        guard let next = stages.map(\.day).min() else {
            return (.unknown, "the plan names no day for it; \(told)")
        }
        guard let report = reports.agreed, report.percent > 0 else {
            return (.notDue, "its first stage is on day \(next)")
        }
        return (.ahead, "\(told), but its first stage is on day \(next)")
    }

    /// Another percentage that some document plans for the same day.
    private func contradiction(of planned: Claim<Double>, onDay day: Int) -> Claim<Double>? {
        flag.stages.lazy.filter { $0.day?.value == day }.compactMap(\.percent)
            .first { abs($0.value - planned.value) > 1e-9 }
    }

    /// Whether a report was made on the stage's day or later; an older one tells of the stage before.
    private func isOfStage(_ report: FlagResult, day: Int) -> Bool {
        clock.calendar.map { $0.date(ofDay: day) <= configuration.civilDate(report.time) } ?? false
    }

    private var told: String {
        reports.agreed.map { "\(text($0.percent)) was reported at \(configuration.timeText($0.time))" }
            ?? "nothing reports it"
    }

    private func text(_ percent: Double) -> String { amountText(percent, .percent) }
    private func place(_ span: SourceSpan) -> String { "\(span.path):\(span.start.line)" }
}

/// The latest reports of one flag.
struct FlagReports {
    /// All of one moment, in reading order; empty when nothing reports the flag.
    private var latest: [FlagResult] = []
    /// Every one, in reading order.
    private(set) var all: [FlagResult] = []

    mutating func add(_ report: FlagResult) {
        all.append(report)
        if let time = latest.first?.time, time > report.time { return }
        if latest.first?.time != report.time { latest = [] }
        latest.append(report)
    }

    /// nil when there is none, or when those of the same moment differ.
    var agreed: FlagResult? {
        latest.allSatisfy { $0.percent == latest[0].percent } ? latest.last : nil
    }

    /// That reports of one moment differ.
    var contradiction: String? {
        guard agreed == nil, let first = latest.first, let other = latest.first(where: { $0.percent != first.percent })
        else { return nil }
        let claims = [first, other].map { "\(amountText($0.percent, .percent)) in \($0.place.text)" }
        return "two reports of the same moment differ: \(claims.joined(separator: ", "))"
    }
}

/// The flags of a plan with their state, and what is wrong with their reports.
struct JudgedFlags {
    var assessments: [FlagAssessment] = []
    var findings: [Finding] = []
    /// Those findings that tell of a report that a flag of the plan was probably meant by.
    var lost: [Finding] = []
}

/// All flags of a plan with their state.
func assessFlags(
    _ plan: Plan, _ reports: [FlagResult], _ clock: AssessmentClock, _ configuration: AssessmentConfiguration
) -> JudgedFlags {
    var judged = JudgedFlags()
    var latest: [String: FlagReports] = [:]
    let names = Set(plan.flags.map { normalised($0.name) })
    var strangers: [FlagResult] = []
    for report in reports {
        let key = normalised(report.flag)
        if !names.contains(key) {
            strangers.append(report)
        } else if report.time.seconds(since: clock.now) > 60 {
            let message =
                "the report of flag '\(report.flag)' is dated \(configuration.timeText(report.time)), later than now, "
                + "and left out"
            judged.findings.append(finding("result-future-dated", message, report))
        } else {
            latest[key, default: FlagReports()].add(report)
        }
    }
    // A service tells of all flags it has; only what may be a flag of the plan under a wrong name is missed.
    let silent = plan.flags.map(\.name).filter { latest[normalised($0)] == nil }
    for report in strangers {
        let meant = closestMatch(to: report.flag, among: silent)
        let message =
            "flag '\(report.flag)' is reported, but the plan has none of that name"
            + (meant.map { "; did you mean '\($0)'?" } ?? "")
        judged.findings.append(finding("result-unmatched", message, report))
        if meant != nil { judged.lost += judged.findings.suffix(1) }
    }
    judged.assessments = plan.flags.map { flag in
        FlagJudgement(
            flag: flag, plan: plan, clock: clock, reports: latest[normalised(flag.name)] ?? FlagReports(),
            configuration: configuration
        ).assess()
    }
    return judged
}

private func finding(_ rule: String, _ message: String, _ report: FlagResult) -> Finding {
    Finding(rule: rule, severity: .warning, message: message, at: report.span, identity: [report.flag])
}
