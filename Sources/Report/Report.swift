/// What every output shows, ordered and worded: page, Markdown, JSON, mail and terminal only lay it out.
package struct Report: Sendable {
    package let title: String
    package let verdict: VerdictReport
    package let trust: TrustReport
    /// The questions of the first screen beside verdict, day and times: measures, flags, checklists, in the way, next.
    package let summary: [SummaryLine]
    package let day: DayReport
    package let measures: [MeasureReport]
    package let timeline: TimelineReport
    package let gantt: GanttReport
    package let flags: FlagsReport
    package let matrix: FlagMatrix
    /// One for each document that has task items, in document order.
    package let checklists: [ChecklistReport]
    /// What is in the way, loudest first.
    package let obstacles: [Obstacle]
    /// What comes next, soonest first.
    package let nextSteps: [NextStep]
    package let findings: FindingsReport
    /// Every trigger of the plan, in its order.
    package let triggers: [TriggerReport]
    /// Criteria with a limit that something measures, in the plan's order.
    package let criteria: [CriterionReport]
    /// From symptoms to ways back, and each of these.
    package let rollback: RollbackReport
    /// Sheets across documents: of each phase, then of each role.
    package let sheets: [ChecklistReport]
    /// What people told, and the work that they announced.
    package let updates: UpdatesReport
    /// What a feed carries of them.
    package let feed: FeedReport
    package let calendar: CalendarReport
    package let plannedFlags: PlannedFlagsReport
    /// Where the site is published, with a slash at its end: `https://status.example.org/hooks/`; nil when nobody says.
    package let site: String?
    /// Verdicts that changed, and what people told.
    package let history: HistoryReport
    package let provenance: Provenance
    /// What each audience is told at each moment; put together from all of the above.
    package internal(set) var stakeholders: [StakeholderReport] = []
}

/// How the plan stands.
package struct VerdictReport: Sendable {
    /// The contract's word: `alert`, `on plan`.
    package let verdict: String
    package let status: Status
    /// `Alert: hold day 9`.
    package let headline: String
    /// Why, whole sentences, loudest first; the first few of all reasons.
    package let sentences: [String]
    /// What cannot be known: whole sentences; the first few of all.
    package let unknowns: [String]
    /// `and 3 more reasons below`; nil when all are shown.
    package let more: String?
    /// Every reason, as the assessment gave it.
    package let reasons: [String]
    /// Everything that cannot be known.
    package let allUnknowns: [String]
    /// One sentence for a mail's preview and a page's description.
    package let summary: String
}

/// Whether the report can be relied on.
package struct TrustReport: Sendable {
    package let madeAt: ShownTime
    /// nil when no sample counts.
    package let newestSample: ShownTime?
    /// `14:05 CET · 2 min old`, or that there is none.
    package let newestText: String
    package let nextUpdateDue: ShownTime?
    /// `15:07 CET`, or that none is promised.
    package let nextText: String
    package let validUntil: ShownTime
    /// Set when the moment was given and not read from a clock.
    package let snapshotNote: String?
}

/// A label with its answer, and where on the page the whole answer stands.
package struct SummaryLine: Sendable {
    package let label: String
    package let text: String
    package let anchor: String
}

package struct DayReport: Sendable {
    /// nil without a start date.
    package let number: Int?
    /// Number of the plan's last day; nil when it is not counted in days.
    package let last: Int?
    package let phaseID: String?
    /// `Day 8 of 14 · Phase 4 of 5: Gradual rollout`.
    package let text: String
}

/// Where the report comes from.
package struct Provenance: Sendable {
    package let toolVersion: String
    package let documents: [String]
    package let sources: [String]
    /// SHA-256 over paths and bytes of all documents, hexadecimal.
    package let digest: String
    /// The first twelve digits of `digest`.
    package var shortDigest: String { String(digest.prefix(12)) }
    /// `Made by Plumbline 0.1.0 from 4 documents (digest …) and 3 metric and result files`.
    package let text: String
    package let timeZone: PlanZone
}
