import Assessment
import Plan
import SourceText

/// The task items of one document, as a page to print and as rows of progress.
package struct ChecklistReport: Sendable {
    /// The document's title, or its path.
    package let title: String
    package let path: String
    /// File name without ending, unique among the checklists: `pre-flight`.
    package let name: String
    /// SHA-256 of the document, its first twelve digits.
    package let digest: String
    package let groups: [Group]
    package let progress: Progress

    /// The lists under one main heading.
    package struct Group: Sendable {
        package let name: String
        package let sections: [Section]
        package let progress: Progress
    }

    package struct Section: Sendable {
        /// Headings below the group's, joined; nil when the items stand directly under it.
        package let name: String?
        package let items: [Item]
    }

    package struct Item: Sendable {
        package let id: String
        package let text: String
        /// Nesting from 0, held at 3: paper is narrow.
        package let depth: Int
        package let verdict: String
        package let status: Status
        package let isDone: Bool
        package let reason: String
        package let by: String?
        package let time: ShownTime?
        package let place: String
    }

    package struct Progress: Sendable {
        package let passed: Int
        /// Without the skipped ones.
        package let total: Int
        package let failed: Int
        package let blocked: Int
        package let skipped: Int
        /// 0 to 100, never 100 before the last item is passed.
        package let percent: Int
        /// `22 of 41`, with what failed, is blocked or was skipped: `22 of 41 · 1 failed`.
        package let text: String
        package let status: Status
    }
}

func checklistReports(plan: Plan, assessment: Assessment, context: ReportContext) -> [ChecklistReport] {
    var paths: [String] = []
    for list in assessment.checklists where !list.items.isEmpty && !paths.contains(list.checklist.span.path) {
        paths.append(list.checklist.span.path)
    }
    let names = distinct(
        paths.map { path in
            // File systems hold names of 255 bytes; a path may be much longer.
            let name = slug(path.hasSuffix(".md") ? path.dropLast(3) : path[...]).prefix(100)
            return name.isEmpty ? "checklist" : String(name)
        })
    return zip(paths, names).compactMap { path, name in
        let lists = assessment.checklists.filter { $0.checklist.span.path == path && !$0.items.isEmpty }
        guard let file = lists.first?.checklist.span.file else { return nil }
        let title = plan.documents.first { $0.path == path }?.title
        return ChecklistReport(
            title: title ?? path, path: path, name: name, digest: String(SHA256.hex(file.bytes).prefix(12)),
            groups: groups(lists, context: context), progress: progress(lists.flatMap(\.items)))
    }
}

private func groups(_ lists: [ChecklistAssessment], context: ReportContext) -> [ChecklistReport.Group] {
    var names: [String] = []
    for list in lists where !names.contains(groupName(list.checklist)) { names.append(groupName(list.checklist)) }
    return names.map { name in
        let members = lists.filter { groupName($0.checklist) == name }
        return ChecklistReport.Group(
            name: name, sections: members.map { section($0, context: context) },
            progress: progress(members.flatMap(\.items)))
    }
}

private func groupName(_ list: Checklist) -> String { list.path.first ?? list.section }

private func section(_ list: ChecklistAssessment, context: ReportContext) -> ChecklistReport.Section {
    let checklist = list.checklist
    let below = checklist.path.isEmpty ? [] : checklist.path.dropFirst() + [checklist.section]
    return ChecklistReport.Section(
        name: below.isEmpty ? nil : below.joined(separator: " › "),
        items: list.items.map { item in
            ChecklistReport.Item(
                id: item.item.id, text: item.item.text, depth: min(max(item.item.depth, 0), 3),
                verdict: item.verdict.rawValue, status: Status(item.verdict), isDone: item.verdict == .passed,
                reason: sentence(item.reason), by: item.by,
                time: item.time.map { context.zone.shown($0, now: context.madeAt) }, place: place(item.item.span))
        })
}

func progress(_ items: [ItemAssessment]) -> ChecklistReport.Progress {
    func count(_ verdict: ItemVerdict) -> Int { items.count { $0.verdict == verdict } }
    let (passed, failed, blocked, skipped) = (count(.passed), count(.failed), count(.blocked), count(.skipped))
    let total = items.count - skipped
    var text = "\(passed) of \(total)"
    if failed > 0 { text += " · \(failed) failed" }
    if blocked > 0 { text += " · \(blocked) blocked" }
    if skipped > 0 { text += " · \(skipped) skipped" }
    let status =
        if failed > 0 { Status("Failed", .alert, .triangle) } else if blocked > 0 {
            Status("Blocked", .off, .diamond)
        } else if passed == 0 {
            Status(total == 0 ? "Skipped" : "Not started", .none, total == 0 ? .dashed : .circle)
        } else if passed == total { Status("Done", .ok, .check) } else { Status("In progress", .active, .half) }
    return ChecklistReport.Progress(
        passed: passed, total: total, failed: failed, blocked: blocked, skipped: skipped,
        percent: Int(fraction(passed, of: total) * 100), text: text, status: status)
}
