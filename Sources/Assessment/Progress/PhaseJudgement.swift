import Observations
import Plan
import SourceText

/// How a phase stands, from its days and from what was done of it.
struct PhaseJudgement {
    let phase: Phase
    /// Of the items and tasks that belong to the phase.
    let verdicts: [ItemVerdict]
    let result: ItemResult?
    let clock: AssessmentClock
    /// How many have passed because of what is measured alone: that a limit is kept to does not show that work was done.
    var measured = 0

    private var declared: Int { passed - measured }
    private var passed: Int { verdicts.count { $0 == .passed } }
    private var skipped: Int { verdicts.count { $0 == .skipped } }
    private var total: Int { verdicts.count - skipped }

    /// Where today lies against the days of the phase.
    private enum Position { case before, inside, after }

    func assess() -> PhaseAssessment {
        let (verdict, reason) = judge()
        return PhaseAssessment(
            phase: phase, verdict: verdict, reason: reason, passedItems: passed, totalItems: total,
            skippedItems: skipped, reported: result)
    }

    private func judge() -> (PhaseVerdict, String) {
        if let result, result.status == .passed, passed == total {
            return (.done, result.toldOfPhase("reported as passed"))
        }
        if result == nil, total > 0, passed == total, declared > 0 || isOver {
            return (.done, allPassed)
        }
        guard let (first, last) = dayRange(phase.schedules.map(\.value)), let today = today(in: first.unit) else {
            return (.unknown, unknownPosition)
        }
        let (position, when) = position(first.number, last, today, first.unit)
        switch position {
        case .before where declared == 0: return (.notStarted, "\(when)\(trouble)")
        case .before: return (.inProgress, "\(when), but has begun: \(progress)\(trouble)")
        case .inside: return (.inProgress, "\(when); \(progress)\(trouble)")
        case .after where total > 0 || result != nil: return (.late, "\(when); \(progress)\(trouble)")
        case .after:
            let nothing = verdicts.isEmpty ? "no item or result shows that it is done" : "all its items were skipped"
            return (.unknown, "\(when), but \(nothing)")
        }
    }

    /// Whether its last day is over; false where its days are not known.
    var isOver: Bool {
        guard let (first, last) = dayRange(phase.schedules.map(\.value)), let today = today(in: first.unit) else {
            return false
        }
        return position(first.number, last, today, first.unit).0 == .after
    }

    private var unknownPosition: String {
        if phase.schedules.isEmpty { return "no document says on which days it runs; \(progress)" }
        if clock.calendar == nil { return "no start date of the plan is known; \(progress)" }
        return "its days cannot be told from '\(phase.schedules[0].value.text)'; \(progress)"
    }

    private var progress: String {
        if verdicts.isEmpty { return "it has no items" }
        return "\(passed) of \(total) item\(total == 1 ? "" : "s") passed" + (skipped > 0 ? ", \(skipped) skipped" : "")
    }

    /// Says of what was skipped that it was not passed.
    private var allPassed: String {
        if skipped > 0 { return "\(passed) passed, \(skipped) skipped" }
        return total == 1 ? "its one item is passed" : "all \(total) items are passed"
    }

    /// What is in the way.
    private var trouble: String {
        let failed = verdicts.count { $0 == .failed }
        let blocked = verdicts.count { $0 == .blocked }
        var parts: [String] = []
        if failed > 0 { parts.append("\(failed) failed") }
        if blocked > 0 { parts.append("\(blocked) blocked") }
        if let result { parts.append("the phase is reported as \(result.status.rawValue)") }
        return parts.isEmpty ? "" : "; " + parts.joined(separator: ", ")
    }

    // MARK: Days

    private enum DayUnit { case planDay, civilDay }

    /// The first schedule that can be laid on days: days or weeks of the plan, or calendar dates.
    private func dayRange(_ schedules: [Schedule]) -> (first: (number: Int, unit: DayUnit), last: Int)? {
        for schedule in schedules {
            if let days = schedule.days { return ((days.lowerBound, .planDay), days.upperBound) }
            guard !schedule.relative, let range = schedule.range, abs(range.lowerBound) < 1e7, range.upperBound < 1e7
            else { continue }
            let (first, last) = (Int(range.lowerBound), Int(range.upperBound))
            if schedule.unit == .date { return ((first, .civilDay), last) }
            if schedule.unit == .week, first >= 1 {
                let length = clock.calendar?.workingDaysOnly == true ? 5 : 7
                return (((first - 1) * length + 1, .planDay), last * length)
            }
        }
        return nil
    }

    private func today(in unit: DayUnit) -> Int? {
        switch unit {
        case .planDay: clock.calendar?.day(on: clock.today)
        case .civilDay: clock.today.daysSinceEpoch
        }
    }

    private func position(_ first: Int, _ last: Int, _ today: Int, _ unit: DayUnit) -> (Position, String) {
        func text(_ day: Int) -> String {
            unit == .planDay ? "day \(day)" : CivilDate(daysSinceEpoch: day).description
        }
        if today < first { return (.before, "it starts on \(text(first))") }
        if today > last { return (.after, "it was to end on \(text(last)), and today is \(text(today))") }
        // The weekend after the last day counts as that day, where only working days do.
        if unit == .planDay, clock.calendar?.isOver(day: last, on: clock.today) == true {
            return (.after, "it was to end on \(text(last)), which is over")
        }
        return (.inside, "it runs until \(text(last)), and today is \(text(today))")
    }
}

/// All phases of a plan with their state.
///
/// The items of a phase are those of the checklists in its section and the tasks of its days, an item that stands in both
/// once. An item that is also a task counts where its checklist belongs; without a phase of its own, where its day does.
func assessPhases(
    _ plan: Plan, _ checklists: [ChecklistAssessment], _ tasks: [TaskAssessment], _ results: ResultMatching,
    _ clock: AssessmentClock
) -> [PhaseAssessment] {
    var phaseOfDayTask: [SourceSpan: String] = [:]
    for day in plan.days { for task in day.tasks { phaseOfDayTask[task.span] = day.phase } }
    var verdicts: [String: [ItemVerdict]] = [:]
    var measured: [String: Int] = [:]
    func count(_ item: ItemAssessment, _ phase: String) {
        verdicts[phase, default: []].append(item.verdict)
        if item.isMeasuredAlone { measured[phase, default: 0] += 1 }
    }
    var spans: Set<SourceSpan> = []
    for checklist in checklists {
        for item in checklist.items where spans.insert(item.item.span).inserted {
            guard let phase = checklist.checklist.phase ?? phaseOfDayTask[item.item.span] else { continue }
            count(item, phase)
        }
    }
    for task in tasks {
        if let phase = task.phase { count(task.assessment, phase) }
    }
    return plan.phases.enumerated().map { place, phase in
        PhaseJudgement(
            phase: phase, verdicts: verdicts[phase.id] ?? [], result: results.latest(.phase(place)), clock: clock,
            measured: measured[phase.id] ?? 0
        ).assess()
    }
}
