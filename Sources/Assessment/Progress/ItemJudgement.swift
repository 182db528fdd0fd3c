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
    /// What is measured of it; nil when nothing is.
    let criterion: CriterionAssessment?
    let isMeasuredAlone: Bool
}

extension ItemJudgement {
    /// - Parameters:
    ///   - checked: whether its box in the document is ticked.
    ///   - tick: what is written down of the tick.
    ///   - result: the latest result; it goes before the box, unless the box was ticked later.
    ///   - outdated: why a result that was good news counts no more, as the predicate of a sentence about it.
    init(checked: Bool, span: SourceSpan, tick: DatedTick? = nil, result: ItemResult?, outdated: String? = nil) {
        (criterion, isMeasuredAlone) = (nil, false)
        let place = "\(span.path):\(span.start.line)"
        guard let result, !(tick?.isLater(than: result) ?? false) else {
            let counts = checked && tick?.doubt == nil
            verdict = counts ? .passed : .pending
            let shown = tick?.note.evidence.map { ": \($0)" } ?? ""
            let lack = outdated.map { ", and its result \($0)" } ?? ", and no result is reported"
            reason =
                counts
                ? "ticked in \(place)\(shown)"
                : "\(checked ? "" : "not ")ticked in \(place)\((checked ? tick?.doubt : nil) ?? lack)"
            time = counts ? tick?.time : nil
            by = counts ? tick?.note.by : nil
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
        let told = result.told
        reason = checked && verdict != .passed ? "\(told) (its box is ticked in \(place))" : told
        time = result.time
        by = result.by
        source = .observation(path: result.place.path, line: result.place.line)
    }
}

extension ItemResult {
    /// What a reason says of it.
    var told: String { told(unproven: "reported as \(status.rawValue)") }

    /// What the reason of a phase says of it: where nothing shows it, its place does.
    ///
    /// - Parameter verb: What is said of it ahead of its place, such as `reported as passed`.
    func toldOfPhase(_ verb: String = "reported") -> String { told(unproven: "\(verb) in \(place.text)") }

    /// - Parameter words: Said of a result that comes from no test and that nothing shows.
    private func told(unproven words: String) -> String {
        guard let test else { return evidence ?? words }
        let runs = failedRuns > 0 ? " after \(failedRuns) failed run\(failedRuns == 1 ? "" : "s")" : ""
        let verb =
            switch status {
            case .passed: "passed\(runs)"
            case .failed: "failed"
            case .skipped: "was skipped"
            case .pending: "is still to be done"
            case .blocked: "is blocked"
            }
        let undated = time == nil ? ", at a time that its report does not tell" : ""
        return "'\(test.title.prefix(120))' \(verb)\(undated)" + (evidence.map { ": \($0)" } ?? "")
    }
}

extension ItemAssessment {
    fileprivate init(_ item: ChecklistItem, _ judged: ItemJudgement) {
        self.init(
            item: item, verdict: judged.verdict, reason: judged.reason, time: judged.time, by: judged.by,
            source: judged.source, criterion: judged.criterion, isMeasuredAlone: judged.isMeasuredAlone)
    }
}

/// All checklists of a plan with the state of each item.
func assessChecklists(
    _ plan: Plan, _ results: ResultMatching, _ ticks: TickDating, _ measured: MeasuredCriteria, _ past: PastItems
) -> [ChecklistAssessment] {
    plan.checklists.enumerated().map { place, checklist in
        let isPast = past.contains(checklist)
        let items = checklist.items.enumerated().map { number, item in
            let subject = ResultSubject.item(checklist: place, item: number)
            let judged = ItemJudgement(
                checked: item.checked, span: item.span, tick: item.tick.map(ticks.dated),
                result: results.latest(subject), outdated: results.outdated(subject))
            return ItemAssessment(item, judged.weighed(with: measured.item(subject), isPast: isPast))
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
                checked: checked, span: task.span, result: results.latest(.task(day: number, task: position)),
                outdated: results.outdated(.task(day: number, task: position)))
            let item = ChecklistItem(id: "", text: task.text, checked: checked, depth: task.depth, span: task.span)
            tasks.append(TaskAssessment(assessment: ItemAssessment(item, judged), phase: day.phase))
        }
    }
    return tasks
}

/// The success criteria that are no items of a checklist or tasks of a day too.
///
/// A criterion has no box: it has passed when somebody or something says so, or what is measured of it.
func assessCriteria(_ plan: Plan, _ results: ResultMatching, _ measured: MeasuredCriteria) -> [ItemAssessment] {
    plan.successCriteria.enumerated().compactMap { place, criterion in
        guard results.hasCriterion(place) else { return nil }
        let item = ChecklistItem(id: "", text: criterion.text, checked: false, depth: 0, span: criterion.span)
        let judged =
            results.latest(.criterion(place)).map {
                ItemJudgement(checked: false, span: criterion.span, result: $0)
            }
            ?? ItemJudgement(
                verdict: .pending,
                reason: results.outdated(.criterion(place)).map { "its result \($0)" } ?? "no result is reported",
                time: nil, by: nil, source: .document(criterion.span), criterion: nil, isMeasuredAlone: false)
        return ItemAssessment(item, judged.weighed(with: measured.item(.criterion(place)), isPast: false))
    }
}
