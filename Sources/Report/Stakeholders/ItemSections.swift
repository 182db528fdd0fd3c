import Assessment
import Plan
import SourceText

/// Items that failed, are blocked, or are open in what runs now.
func openItemsSection(_ facts: StakeholderFacts) -> ReportSection {
    let all = facts.allItems
    let bad = [ItemVerdict.failed, .blocked].flatMap { verdict in all.filter { $0.verdict == verdict } }
    let later = facts.laterPlaces
    let due = all.filter { $0.verdict == .pending && !later.contains($0.item.span) }
    let (rows, note) = (bad + due).map { itemRow($0, facts) }.limited("item", "the checklists")
    let rest = all.count { $0.verdict == .pending && later.contains($0.item.span) }
    let counts = [
        all.isEmpty ? "No checklist stands in these documents." : nil,
        !all.isEmpty && rows.isEmpty ? "No item has failed, is blocked or is due and open." : nil,
        rest > 0 ? "\(counted(rest, "open item")) \(rest == 1 ? "belongs" : "belong") to later days and phases." : nil,
    ].compactMap(\.self)
    return ReportSection(
        "Open items", paragraphs: counts,
        table: rows.isEmpty ? nil : ReportTable(itemColumns, rows), note: note)
}

/// Items that failed or are blocked, with what shows it.
func failingSection(_ facts: StakeholderFacts) -> ReportSection {
    let bad = [ItemVerdict.failed, .blocked].flatMap { verdict in facts.allItems.filter { $0.verdict == verdict } }
    let (rows, note) = bad.map { itemRow($0, facts) }.limited("item", "the checklists")
    return ReportSection(
        "Failing items",
        paragraphs: rows.isEmpty
            ? [facts.allItems.isEmpty ? "No checklist stands in these documents." : "No item has failed or is blocked."]
            : [],
        table: rows.isEmpty ? nil : ReportTable(itemColumns, rows), note: note)
}

/// What is in the way, in the words of the status page.
func obstaclesSection(_ facts: StakeholderFacts) -> ReportSection {
    let obstacles = facts.report.obstacles
    let (lines, note) = obstacles.map { ReportLine($0.title, status: $0.status, $0.reason) }
        .limited(to: 10, "obstacle", "the status page")
    return ReportSection(
        "In the way", paragraphs: obstacles.isEmpty ? ["Nothing is known to be in the way."] : [], lines: lines,
        note: note)
}

/// The procedures that lead back: what is asked for now first, then all of them.
func wayBackSection(_ facts: StakeholderFacts) -> ReportSection {
    let procedures = facts.plan.rollbackProcedures
    let due = facts.report.obstacles.compactMap { obstacle in
        obstacle.wayBack.map { "For \(obstacle.title): \($0)." }
    }
    let (rows, note) = procedures.map { procedure -> [ReportCell] in
        [
            "\(procedure.name)", ReportCell(procedure.timeBudget?.text, orElse: "not stated"),
            "\(procedure.steps.isEmpty ? "none listed" : String(procedure.steps.count))",
            "\(place(procedure.span))",
        ]
    }.limited("procedure", "the documents")
    let paragraphs =
        procedures.isEmpty
        ? ["No rollback procedure stands in these documents."]
        : due.isEmpty
            ? [
                facts.isLoud
                    ? "No procedure names what is wrong now among its triggers: people have to choose."
                    : "Nothing that is known now asks for one."
            ] : due
    return ReportSection(
        "Way back", paragraphs: paragraphs,
        table: rows.isEmpty ? nil : ReportTable(["Procedure", "Time", "#Steps", "Where"], rows), note: note)
}

/// Lists in which something failed, is blocked or was skipped.
func failuresSection(_ facts: StakeholderFacts) -> ReportSection {
    let lists = facts.assessment.checklists.filter { list in
        list.items.contains { [.failed, .blocked, .skipped].contains($0.verdict) }
    }
    let (rows, note) = lists.map { list -> [ReportCell] in
        let told = list.items.filter { [.failed, .blocked, .skipped].contains($0.verdict) }
        let progress = progress(list.items)
        return [
            "\(([list.checklist.path.first].compactMap(\.self) + [list.checklist.section]).joined(separator: " › "))",
            ReportCell(progress.status, progress.text),
            ReportCell(nil, failures(told)),
            "\(place(list.checklist.span))",
        ]
    }.limited("list", "the checklists")
    let text =
        facts.assessment.checklists.isEmpty
        ? "No checklist stands in these documents." : "No item of a checklist failed, is blocked or was skipped."
    return ReportSection(
        "Checklists with failures", paragraphs: rows.isEmpty ? [text] : [],
        table: rows.isEmpty ? nil : ReportTable(["List", "Passed", "What and why", "Where"], rows), note: note)
}

/// The first of them with why, and how many more.
private func failures(_ items: [ItemAssessment]) -> String {
    let told = items.prefix(3).map { "\($0.item.text): \($0.reason)" }
    let rest = items.count - told.count
    return (told + (rest > 0 ? ["and \(rest) more"] : [])).joined(separator: "; ")
}

let itemColumns = ["Item", "State", "Why and where", "Who and when"]

/// A row of ``itemColumns``.
func itemRow(_ item: ItemAssessment, _ facts: StakeholderFacts) -> [ReportCell] {
    let places = [sourceText(item.source), place(item.item.span)].compactMap(\.self)
    // A tick's reason names its place itself.
    let untold = places.enumerated().filter { index, place in
        !item.reason.contains(place) && places.firstIndex(of: place) == index
    }.map(\.element)
    let time = item.time.map { facts.zone.shown($0, now: facts.context.madeAt).brief }
    return [
        "\(item.item.text)", ReportCell(Status(item.verdict)),
        "\(([sentence(item.reason)] + (untold.isEmpty ? [] : [untold.joined(separator: " · ")])).joined(separator: " "))",
        ReportCell([item.by, time].compactMap(\.self).joined(separator: ", "), orElse: "not told"),
    ]
}

extension StakeholderFacts {
    fileprivate var isLoud: Bool { assessment.verdict == .critical || assessment.verdict == .alert }

    /// Of checklists, then of days; each once.
    fileprivate var allItems: [ItemAssessment] { assessment.checklists.flatMap(\.items) + assessment.tasks }

    /// Places of what is not due yet: of days to come and of phases that have not begun.
    fileprivate var laterPlaces: Set<SourceSpan> {
        let coming = plan.days.filter { day in assessment.day.map { day.number > $0 } ?? false }.flatMap(\.tasks).map(
            \.span)
        let waiting = assessment.phases.filter { $0.verdict == .notStarted }.flatMap { items(of: $0.phase) }
        return Set(coming + waiting.map(\.item.span))
    }
}
