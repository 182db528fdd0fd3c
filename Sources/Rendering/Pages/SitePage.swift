/// A page that every page of the site leads to, in the order of the navigation.
enum SitePage: String, CaseIterable, Sendable {
    case status = "index.html"
    case plan = "plan.html"
    case flags = "flags.html"
    case kpis = "kpis.html"
    case rollback = "rollback.html"
    case checklists = "checklists.html"
    case reports = "reports.html"
    case findings = "findings.html"
    case history = "history.html"

    /// Relative to the output directory.
    var path: String { rawValue }

    /// What a link to it says.
    var label: String {
        switch self {
        case .status: "Status"
        case .plan: "Plan"
        case .flags: "Flags"
        case .kpis: "KPIs"
        case .rollback: "Rollback"
        case .checklists: "Checklists"
        case .reports: "Reports"
        case .findings: "Findings"
        case .history: "History"
        }
    }
}
