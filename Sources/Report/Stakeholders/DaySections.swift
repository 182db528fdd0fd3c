import Assessment
import Plan
import SourceText

/// What today planned against what is done, task by task.
func todaySection(_ facts: StakeholderFacts) -> ReportSection {
    let tasks = facts.todaysTasks
    let (rows, note) = tasks.map { task -> [ReportCell] in
        [
            ReportCell(task.time, orElse: "no time given"), "\(task.text)", ReportCell(task.status),
            "\(task.evidence)",
        ]
    }.limited("task", "the timeline")
    return ReportSection(
        facts.todayHeading, paragraphs: facts.todaySentences(tasks),
        table: rows.isEmpty ? nil : ReportTable(["Planned", "Task", "State", "Shown by"], rows), note: note)
}

/// The same in sentences, for those who do not know the tasks.
func todaySummarySection(_ facts: StakeholderFacts) -> ReportSection {
    ReportSection(facts.todayHeading, paragraphs: facts.todaySentences(facts.todaysTasks))
}

/// What the plan's next day brings.
func tomorrowSection(_ facts: StakeholderFacts) -> ReportSection {
    guard let today = facts.assessment.day else {
        return ReportSection(
            "Next day",
            paragraphs: ["Which day comes next is not known: no start date stands in documents or settings."])
    }
    guard let next = facts.plannedDayAfter(today) else {
        let text = facts.nextDay.map { "The documents plan nothing for \(facts.dayName($0)) or later." }
        return ReportSection("Next day", paragraphs: [text ?? "The plan has no further day."])
    }
    let day = facts.plan.days.first { $0.number == next }
    let phases = facts.plan.phases.filter { $0.days?.lowerBound == next }.map { "\($0.fullTitle) starts." }
    let moves = facts.plan.flags.compactMap { flag in
        flag.stages.first { $0.day?.value == next }.map { stage in
            ReportLine(flag.name, "to \(stage.percent.map { percentText($0.value) } ?? "on")")
        }
    }
    let tasks = (day?.countedTasks ?? []).filter { $0.depth == 0 }.map { ReportLine($0.text, $0.times.map(timeText)) }
    let (lines, note) = (moves + tasks).limited(to: 15, "line", "the timeline")
    let title = day.map { $0.title.isEmpty ? "" : ": \($0.title)" } ?? ""
    let name = facts.dayName(next)
    var paragraphs = ["\(name.prefix(1).uppercased())\(name.dropFirst())\(title)."] + phases
    switch facts.assessment.verdict {
    case .critical, .alert:
        paragraphs.append("It is on hold: the plan stands at \(facts.assessment.verdict.rawValue).")
    case .unknown: paragraphs.append("Whether it may begin cannot be told: what is unknown has to be known first.")
    case .offPlan, .onPlan: break
    }
    return ReportSection("Next day", paragraphs: paragraphs, lines: lines, note: note)
}

/// What comes next, soonest first.
func nextSection(_ facts: StakeholderFacts) -> ReportSection {
    let steps = facts.report.nextSteps
    let (lines, note) = steps.map { step in
        ReportLine(step.title, [step.when, step.detail].compactMap(\.self).joined(separator: ": "))
    }.limited(to: 12, "step", "the status page")
    let text =
        facts.assessment.day == nil
        ? "What comes next is not known: no start date stands in documents or settings."
        : "Nothing planned after today stands in the documents."
    return ReportSection("Next hours", paragraphs: steps.isEmpty ? [text] : [], lines: lines, note: note)
}

/// A task of today as a row.
struct TodaysTask {
    let time: String?
    let text: String
    let status: Status
    let verdict: ItemVerdict?
    let evidence: String
}

extension StakeholderFacts {
    /// Today's tasks, and of their parts those that need a look.
    fileprivate var todaysTasks: [TodaysTask] {
        let today = plan.days.first { $0.number == assessment.day }
        return (today?.countedTasks ?? []).compactMap { task in
            let item = item(at: task.span)
            guard task.depth == 0 || item?.verdict == .failed || item?.verdict == .blocked else { return nil }
            return TodaysTask(
                time: task.times.map(timeText), text: task.text,
                status: item.map { Status($0.verdict) } ?? Status("Not tracked", .none, .dashed),
                verdict: item?.verdict,
                evidence: item.map { sentence($0.reason) } ?? "It has no box, and no result is reported.")
        }
    }

    /// Whether everything that today has a time for is over; a day without times lasts until midnight.
    var isDayOver: Bool {
        if isOver == true { return true }
        guard let day = plan.days.first(where: { $0.number == assessment.day }) else { return false }
        let ends = day.timeBlocks.map(\.times) + day.tasks.compactMap(\.times)
        guard let end = ends.map({ $0.endMinute ?? $0.startMinute }).max() else { return false }
        return zone.minuteOfDay(context.madeAt) >= end
    }

    fileprivate var todayHeading: String { isDayOver ? "Today" : "Today so far" }

    fileprivate func todaySentences(_ tasks: [TodaysTask]) -> [String] {
        guard let day = assessment.day else {
            return ["Which day of the plan this is is not known: no start date stands in documents or settings."]
        }
        let date = zone.longDate(assessment.clock.today)
        guard day >= 1 else { return ["Today is \(date). \(report.day.text)."] }
        if isOver == true { return ["Today is \(date). The plan ended on \(dayName(plan.lastDay ?? day))."] }
        let opening = "Today is \(date). \(report.day.text)."
        guard !tasks.isEmpty else { return [opening, "The documents plan no task for today."] }
        return [opening, tally(tasks)]
    }

    /// `So far 3 of 9 tasks are done; 1 has failed, 1 is blocked, 4 are left.`
    private func tally(_ tasks: [TodaysTask]) -> String {
        func count(_ verdict: ItemVerdict?) -> Int { tasks.count { $0.verdict == verdict } }
        let (done, failed) = (count(.passed), count(.failed))
        let others = [
            failed == 0 ? nil : "\(failed) \(failed == 1 ? "has" : "have") failed",
            count(.blocked) == 0 ? nil : "\(isOrAre(count(.blocked))) blocked",
            count(.skipped) == 0 ? nil : "\(count(.skipped)) \(count(.skipped) == 1 ? "was" : "were") skipped",
            count(.pending) == 0 ? nil : "\(isOrAre(count(.pending))) left",
            count(nil) == 0
                ? nil : "of \(count(nil)) nothing tells whether \(count(nil) == 1 ? "it was" : "they were") done",
        ].compactMap(\.self)
        let head =
            "\(isDayOver ? "" : "So far ")\(done) of \(counted(tasks.count, "task")) \(isOrAre(done, of: tasks.count)) done"
        return ([head] + (others.isEmpty ? [] : [enumerated(others)])).joined(separator: "; ") + "."
    }

    /// The next day on which the documents plan anything.
    fileprivate func plannedDayAfter(_ today: Int) -> Int? {
        let days =
            plan.days.map(\.number) + plan.phases.compactMap { $0.days?.lowerBound }
            + plan.flags.flatMap(\.stages).compactMap { $0.day?.value }
        return days.filter { $0 > today }.min()
    }
}

extension PlanDay {
    /// Where some tasks of a day have a box, lines without one tell what they are about.
    fileprivate var countedTasks: [PlanTask] {
        tasks.contains { $0.checked != nil } ? tasks.filter { $0.checked != nil } : tasks
    }
}

/// `09:00 to 09:30`.
private func timeText(_ times: ClockRange) -> String {
    times.endText.map { "\(times.startText) to \($0)" } ?? times.startText
}
