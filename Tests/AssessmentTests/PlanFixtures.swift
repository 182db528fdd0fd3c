import Assessment
import Observations
import Plan
import SourceText
import Testing

/// A phase that runs on days of the plan, or as a schedule is written; nil leaves it without one.
func phase(_ number: Int, days: ClosedRange<Int>? = nil, schedule: Schedule? = nil) -> Phase {
    let dayed = days.map {
        Schedule(
            text: "Day \($0.lowerBound)-\($0.upperBound)", unit: .day,
            range: Double($0.lowerBound)...Double($0.upperBound))
    }
    return Phase(
        id: "phase-\(number)", name: "Part \(number)", number: Double(number), keyword: "phase", span: span(number),
        names: [], schedules: [schedule ?? dayed].compactMap(\.self).map { Claim($0, at: span(number), .heading) })
}

/// A checklist whose items stand on places of their own, from `place` on.
func checklist(
    _ section: String, phase: String? = nil, place: Int = 100, _ items: [(text: String, checked: Bool)]
) -> Checklist {
    Checklist(
        section: section, phase: phase,
        items: items.enumerated().map { index, item in
            ChecklistItem(
                id: "\(section)/\(index + 1)", text: item.text, checked: item.checked, depth: 0,
                span: span(place + index))
        }, span: span(place))
}

func day(_ number: Int, phase: String?, place: Int = 200, _ tasks: [(text: String, checked: Bool?)]) -> PlanDay {
    PlanDay(
        number: number, title: "Day \(number)", span: span(place), mentions: [], phase: phase,
        tasks: tasks.enumerated().map { index, task in
            PlanTask(text: task.text, checked: task.checked, times: nil, depth: 0, span: span(place + 1 + index))
        })
}

/// Reported so many seconds before now; negative seconds lie in the future.
func result(
    _ id: String? = nil, item: String? = nil, _ status: ItemResult.Status, age: Double = 0, evidence: String? = nil
) -> ItemResult {
    ItemResult(
        id: id, item: item, status: status, time: now.adding(seconds: -age), by: "ops", evidence: evidence,
        span: span(900))
}

func assessed(
    _ plan: Plan, results: [ItemResult] = [], flags: [FlagResult] = [], metrics: [MetricSeries] = [], day: Int? = 8,
    settings: [KPISettings] = []
) throws -> (assessment: Assessment, findings: [Finding]) {
    let configuration = AssessmentConfiguration(kpis: settings)
    return assess(
        plan: plan,
        observations: observed(plan, metrics, results: results, flags: flags, configuration: configuration),
        clock: try clock(day: day), configuration: configuration)
}
