import Plan

/// What stands above the tables: the plan's name and its bare outline.
struct PlanSummary {
    let title: String
    /// `4 documents`, `14 days`, `starts 2026-11-23`, `Europe/Berlin`.
    let facts: [String]
    /// Whether the documents state nothing that a plan is made of.
    let isEmpty: Bool

    init(_ plan: Plan) {
        title = plan.title ?? "Plan without a title"
        facts =
            [counted(plan.documents.count, "document", "documents")]
            + (plan.lastDay.map { [counted($0, "day", "days")] } ?? [])
            + (plan.start.map { ["starts \($0)"] } ?? []) + (plan.timezone.map { [$0] } ?? [])
        isEmpty = planTables(plan).isEmpty
    }

    /// In place of tables.
    static let emptyText =
        "No plan was found: no phases, days, flags, measures, rollback procedures or checklists are stated."
}

/// `1 day`, `14 days`.
func counted(_ count: Int, _ one: String, _ many: String) -> String { "\(count) \(count == 1 ? one : many)" }
