import Assessment
import Plan
import SourceText

/// Task items that belong together, as a sheet to print and as rows of progress.
package struct ChecklistReport: Sendable {
    /// What its items have in common: the document that they stand in, the phase that they are for, who does them.
    package enum Kind: String, Sendable, CaseIterable { case document, phase, role }

    package let kind: Kind
    /// The document's title or path; `Phase 4: Gradual rollout`; `Release manager`.
    package let title: String
    /// File name without ending, unique among the sheets and at most 86 bytes: `pre-flight`, `phase-4`, `role-marit`.
    package let name: String
    /// Where the items stand, in the order of the plan's documents.
    package let sources: [Source]
    package let groups: [Group]
    /// `Day 6-10 · 28 Nov – 2 Dec 2026`; nil where the plan does not say.
    package let when: String?
    /// Zone of all times on it.
    package let timeZone: String
    package let progress: Progress

    /// Of its documents.
    package var path: String { sources.map(\.path).joined(separator: ", ") }
    /// `1f3c9a2b4d5e`, of the document, or of the documents one behind another.
    package var digest: String { sources.count == 1 ? sources[0].digest : combinedDigest }
    private var combinedDigest: String {
        String(SHA256.hex(sources.map { "\($0.path) \($0.digest)" }.joined(separator: "\n").utf8).prefix(12))
    }

    package struct Source: Sendable {
        package let path: String
        /// SHA-256 of the document, its first twelve digits.
        package let digest: String
    }

    /// The lists under one main heading; on a sheet across documents those of one document.
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
        /// Who is to do it, as the plan names them; else who did it.
        package let owner: String?
        /// When it is to be done: `30 Nov, 09:00–09:30`; nil where the plan gives it no time.
        package let planned: String?
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
