import Assessment
import Observations
import Plan
import SourceText

/// What sections are made from: the plan, how it stands, and what the other outputs say of it already.
struct StakeholderFacts: Sendable {
    let plan: Plan
    let assessment: Assessment
    let report: Report
    let context: ReportContext
    /// Of checklists, days and success criteria.
    private let items: [SourceSpan: ItemAssessment]

    init(plan: Plan, assessment: Assessment, report: Report, context: ReportContext) {
        self.plan = plan
        self.assessment = assessment
        self.report = report
        self.context = context
        items = Dictionary(
            (assessment.checklists.flatMap(\.items) + assessment.tasks + assessment.criteria).map {
                ($0.item.span, $0)
            },
            uniquingKeysWith: { first, _ in first })
    }

    var zone: PlanZone { context.zone }
    var calendar: PlanCalendar? { assessment.clock.calendar }

    /// How a line of the plan stands; nil where nothing can tell.
    func item(at span: SourceSpan) -> ItemAssessment? { items[span] }

    /// `1 Dec 2026`; nil without a start date.
    func date(ofDay day: Int) -> String? { calendar.map { zone.longDate($0.date(ofDay: day)) } }

    /// `day 9, 1 Dec 2026`.
    func dayName(_ day: Int) -> String { ["day \(day)", date(ofDay: day)].compactMap(\.self).joined(separator: ", ") }

    /// Whether the plan's last day is over; nil where nobody can tell.
    var isOver: Bool? {
        guard let last = plan.lastDay, let calendar else { return nil }
        return calendar.isOver(day: last, on: assessment.clock.today)
    }

    /// Whether the plan has come to its end: its last phase is done, or its last day is over.
    var hasEnded: Bool { assessment.phases.last?.verdict == .done || isOver == true }

    /// Items of a phase: those of its checklists and of its days, each once.
    func items(of phase: Phase) -> [ItemAssessment] {
        let listed = assessment.checklists.filter { $0.checklist.phase == phase.id }.flatMap(\.items)
        let tasks = plan.days.filter { $0.phase == phase.id }.flatMap(\.tasks).compactMap { items[$0.span] }
        var seen: Set<SourceSpan> = []
        return (listed + tasks).filter { seen.insert($0.item.span).inserted }
    }
}

extension Phase {
    /// `Phase 4: Gradual rollout`; the name alone without a number.
    var fullTitle: String { number == nil && label == nil ? name : "\(title): \(name)" }
}

/// So many rows and lines stand in a report, which has to fit a comment.
let reportRowLimit = 30

extension Collection {
    /// The first of them, and a sentence for the others; nil when none is left out.
    func limited(to limit: Int = reportRowLimit, _ noun: String, _ place: String) -> ([Element], String?) {
        let rest = count - limit
        guard rest > 0 else { return (Array(self), nil) }
        return (
            Array(prefix(limit)), "\(counted(rest, "more \(noun)")) \(rest == 1 ? "is" : "are") left out: see \(place)."
        )
    }
}

/// `1 is`, `3 are`.
func isOrAre(_ number: Int) -> String { "\(number) \(number == 1 ? "is" : "are")" }

/// The verb of `1 of 3 items` and of `0 of 1 item`.
func isOrAre(_ number: Int, of total: Int) -> String { number == 1 || total == 1 ? "is" : "are" }

/// `a`, `a and b`, `a, b and c`.
func enumerated(_ parts: [String]) -> String {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    return "\(parts.dropLast().joined(separator: ", ")) and \(last)"
}
