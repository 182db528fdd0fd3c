import Observations
import Plan
import SourceText

/// How one item or task stands: what was reported of it, else its box.
struct ItemJudgement {
    let verdict: ItemVerdict
    let reason: String
    let time: Instant?
    let by: String?
    let source: EvidenceSource

    /// - Parameters:
    ///   - checked: whether its box in the document is ticked.
    ///   - result: the latest result; it goes before the box.
    init(checked: Bool, span: SourceSpan, result: ItemResult?) {
        guard let result else {
            let place = "\(span.path):\(span.start.line)"
            verdict = checked ? .passed : .pending
            reason = checked ? "ticked in \(place)" : "not ticked in \(place), and no result is reported"
            time = nil
            by = nil
            source = .document(span)
            return
        }
        verdict =
            switch result.status {
            case .passed: .passed
            case .failed: .failed
            case .skipped: .skipped
            case .pending: .pending
            case .blocked: .blocked
            }
        let told = result.evidence ?? "reported as \(result.status.rawValue)"
        reason = checked && verdict != .passed ? "\(told) (its box is ticked in \(span.path):\(span.start.line))" : told
        time = result.time
        by = result.by
        source = .observation(path: result.place.path, line: result.place.line)
    }
}

extension ItemAssessment {
    fileprivate init(_ item: ChecklistItem, _ judged: ItemJudgement) {
        self.init(
            item: item, verdict: judged.verdict, reason: judged.reason, time: judged.time, by: judged.by,
            source: judged.source)
    }
}

/// All checklists of a plan with the state of each item.
func assessChecklists(_ plan: Plan, _ results: ResultMatching) -> [ChecklistAssessment] {
    plan.checklists.enumerated().map { place, checklist in
        let items = checklist.items.enumerated().map { number, item in
            let judged = ItemJudgement(
                checked: item.checked, span: item.span,
                result: results.latest(.item(checklist: place, item: number)))
            return ItemAssessment(item, judged)
        }
        return ChecklistAssessment(checklist: checklist, items: items)
    }
}

/// A task of a day that has a box, with its state.
struct TaskAssessment {
    /// As an item that has no id.
    let assessment: ItemAssessment
    /// Id of the phase that holds the day.
    let phase: String?
}

/// The tasks with boxes of all days; those that are items of a checklist too are left to the checklist.
func assessTasks(_ plan: Plan, _ results: ResultMatching) -> [TaskAssessment] {
    var spans = Set(plan.checklists.flatMap(\.items).map(\.span))
    var tasks: [TaskAssessment] = []
    for (number, day) in plan.days.enumerated() {
        for (position, task) in day.tasks.enumerated() {
            guard let checked = task.checked, spans.insert(task.span).inserted else { continue }
            let judged = ItemJudgement(
                checked: checked, span: task.span, result: results.latest(.task(day: number, task: position)))
            let item = ChecklistItem(id: "", text: task.text, checked: checked, depth: task.depth, span: task.span)
            tasks.append(TaskAssessment(assessment: ItemAssessment(item, judged), phase: day.phase))
        }
    }
    return tasks
}
