import Observations
import Plan
import SourceText

/// How far a flag is, against how far it should be today.
struct FlagJudgement {
    let flag: Flag
    let plan: Plan
    let clock: AssessmentClock
    /// The latest report that is not dated later than now; nil when there is none.
    let report: FlagResult?
    let timeText: (Instant) -> String

    /// A stage that is due on some day.
    private struct Due {
        let day: Int
        /// nil when the plan only says that the flag is on.
        let percent: Double?
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
            flag: flag, verdict: verdict, reason: reason, planned: due?.percent, plannedDay: due?.day,
            actual: report?.percent, reportedAt: report?.time)
    }

    /// Stages with a day of their own or of their phase; those that define the flag go before those that mention it.
    private var dueStages: [Due] {
        let defining = flag.stages.filter(\.defines)
        return (defining.isEmpty ? flag.stages : defining).compactMap { stage in
            let phase = stage.phase.flatMap { id in plan.phases.first { $0.id == id } }
            guard let day = stage.day?.value ?? phase?.days?.lowerBound else { return nil }
            return Due(day: day, percent: stage.percent?.value)
        }
    }

    private func judge(today: Int?, due: Due?, stages: [Due]) -> (FlagVerdict, String) {
        let told = report.map { "\(percent($0.percent)) was reported at \(timeText($0.time))" } ?? "nothing reports it"
        guard today != nil else { return (.unknown, "no start date of the plan is known; \(told)") }
        guard let due else {
            guard let next = stages.map(\.day).min() else {
                return (.unknown, "the plan names no day for it; \(told)")
            }
            guard let report, report.percent > 0 else { return (.notDue, "its first stage is on day \(next)") }
            return (.ahead, "\(told), but its first stage is on day \(next)")
        }
        guard let planned = due.percent else {
            return (.unknown, "the plan switches it on from day \(due.day), but gives no percentage; \(told)")
        }
        let plan = "\(percent(planned)) is planned from day \(due.day)"
        guard let report else { return (.unknown, "\(plan), but nothing reports how far it is") }
        if abs(report.percent - planned) <= 1e-9 { return (.asPlanned, "\(plan), and \(told)") }
        return (report.percent < planned ? .behind : .ahead, "\(plan), but \(told)")
    }

    private func percent(_ number: Double) -> String { Quantity(number, .percent).text }
}

/// All flags of a plan with their state.
func assessFlags(
    _ plan: Plan, _ reports: [FlagResult], _ clock: AssessmentClock,
    timeText: @escaping (Instant) -> String
) -> (flags: [FlagAssessment], findings: [Finding]) {
    var findings: [Finding] = []
    var latest: [String: FlagResult] = [:]
    let names = Set(plan.flags.map { normalised($0.name) })
    for report in reports {
        let key = normalised(report.flag)
        if !names.contains(key) {
            findings.append(
                finding(
                    "result-unmatched", "flag '\(report.flag)' is reported, but the plan has none of that name", report)
            )
        } else if report.time.seconds(since: clock.now) > 60 {
            let message =
                "the report of flag '\(report.flag)' is dated \(timeText(report.time)), later than now, and left out"
            findings.append(finding("result-future-dated", message, report))
        } else if latest[key].map({ $0.time <= report.time }) ?? true {
            latest[key] = report
        }
    }
    let flags = plan.flags.map { flag in
        FlagJudgement(flag: flag, plan: plan, clock: clock, report: latest[normalised(flag.name)], timeText: timeText)
            .assess()
    }
    return (flags, findings)
}

private func finding(_ rule: String, _ message: String, _ report: FlagResult) -> Finding {
    Finding(rule: rule, severity: .warning, message: message, at: report.span, identity: [report.flag])
}
