import Assessment
import Plan
import SourceText

/// Decisions that the plan puts on a day: tasks that speak of a go/no-go.
func gateReports(plan: Plan, assessment: Assessment, axis: DayAxis, zone: PlanZone) -> [GanttReport.Gate] {
    let items = itemsByPlace(assessment)
    let calendar = assessment.clock.calendar
    return plan.days.enumerated().sorted { ($0.element.number, $0.offset) < ($1.element.number, $1.offset) }
        .flatMap { _, day in
            day.tasks.filter { isDecision($0.text) }.map { task in
                let date = calendar.map { zone.longDate($0.date(ofDay: day.number)) }
                let when = ["Day \(day.number)", date, task.times?.spelled].compactMap(\.self).joined(separator: ", ")
                return GanttReport.Gate(
                    text: task.text, position: axis.contains(day.number) ? axis.middle(day.number) : nil, when: when,
                    status: items[task.span].map { Status($0.verdict) } ?? Status("Not tracked", .none, .dashed))
            }
        }
}

/// Whether a text names a decision between going on and staying: `Go / no-go for day 9`, `GO/NOGO`.
private func isDecision(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter }.map(String.init)
    if words.contains("nogo") { return true }
    return zip(words, words.dropFirst()).contains { $0 == "no" && $1 == "go" }
}

/// What is known of the items and tasks of a plan, by where they stand.
func itemsByPlace(_ assessment: Assessment) -> [SourceSpan: ItemAssessment] {
    var items: [SourceSpan: ItemAssessment] = [:]
    for item in assessment.checklists.flatMap(\.items) + assessment.tasks { items[item.item.span] = item }
    return items
}
