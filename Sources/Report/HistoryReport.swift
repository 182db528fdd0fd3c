import Assessment
package import Events
import Observations
import Plan
import SourceText

/// What happened to the plan: verdicts that changed, and what people told.
package struct HistoryReport: Sendable {
    /// Newest first.
    package let entries: [HistoryEntry]
    /// How everything stands now, for the event log.
    package let states: [VerdictState]
}

/// A moment of the plan's history.
package struct HistoryEntry: Sendable {
    /// For an anchor.
    package let id: String
    package let time: ShownTime
    package let status: Status
    package let title: String
    /// `From on target since 27 Nov 2026, 14:05 CET`; nil for an update, and where nothing was before.
    package let change: String?
    /// Why, or what was told; a paragraph each.
    package let paragraphs: [String]
    /// `affects Error rate · updates/2026-11-30-1110-errors.md:3`.
    package let detail: String
    package let isUpdate: Bool
    /// Whether it is the plan's own verdict that changed.
    package let isOfPlan: Bool
}

/// Joins the log with how things stand now and with what was told; what the log has from later than now is left out.
///
/// The first verdicts of indicators and phases are no news: they are what the other pages show.
func historyReport(
    _ log: EventLog, states: [VerdictState], updates: UpdatesReport, context: ReportContext
) -> HistoryReport {
    let known = log.verdicts.filter { $0.time <= context.madeAt }
    let events = known + log.changes(to: states, at: context.madeAt)
    var since: [String: ShownTime] = [:]
    var changes: [HistoryEntry] = []
    for event in events {
        let key = "\(event.state.subject.rawValue) \(event.state.id)"
        let time = context.zone.shown(event.time, now: context.madeAt)
        if event.from != nil || event.state.subject == .plan {
            changes.append(HistoryEntry(event, time: time, since: since[key]))
        }
        since[key] = time
    }
    let told = updates.newest.map(HistoryEntry.init)
    // Of one moment what was told stands above, and of verdicts the plan's.
    let newest = (changes.reversed() + told).enumerated().sorted { left, right in
        let (mine, other) = (left.element.time.instant, right.element.time.instant)
        if mine != other { return mine > other }
        if left.element.isUpdate != right.element.isUpdate { return left.element.isUpdate }
        return left.offset < right.offset
    }
    let ids = distinct(newest.map(\.element.id))
    return HistoryReport(entries: zip(newest, ids).map { $0.element.with(id: $1) }, states: states)
}

/// The verdicts of a moment that the log follows: the plan's, each indicator's, each phase's.
func verdictStates(_ assessment: Assessment) -> [VerdictState] {
    let plan = VerdictState(
        subject: .plan, id: "plan", name: "The plan", verdict: assessment.verdict.rawValue,
        reason: assessment.reasons.first.map(sentence) ?? "")
    let kpis = zip(distinct(assessment.kpis.map(\.threshold.metric)), assessment.kpis).map { name, kpi in
        VerdictState(subject: .kpi, id: name, name: name, verdict: kpi.verdict.rawValue, reason: sentence(kpi.reason))
    }
    let phases = zip(distinct(assessment.phases.map(\.phase.id)), assessment.phases).map { id, phase in
        let title = phase.phase.title
        return VerdictState(
            subject: .phase, id: id, name: title == phase.phase.name ? title : "\(title): \(phase.phase.name)",
            verdict: phase.verdict.rawValue, reason: sentence(phase.reason))
    }
    return [plan] + kpis + phases
}

extension HistoryEntry {
    fileprivate init(_ event: VerdictEvent, time: ShownTime, since: ShownTime?) {
        let state = event.state
        id = slug("\(time.rfc3339)-\(state.id)")
        self.time = time
        status = Status(state)
        title = state.name
        change = event.from.map { from in "From \(from)\(since.map { " since \($0.text)" } ?? "")" }
        paragraphs = state.reason.isEmpty ? [] : [state.reason]
        detail = event.from == nil ? "First recorded" : ""
        isUpdate = false
        isOfPlan = state.subject == .plan
    }

    fileprivate init(_ update: UpdateReport) {
        id = update.anchor
        time = update.time
        status = update.status
        title = update.title
        change = update.window.map { "Planned for \($0.text)" }
        paragraphs = update.paragraphs
        detail = update.detail
        isUpdate = true
        isOfPlan = false
    }

    fileprivate func with(id: String) -> HistoryEntry {
        HistoryEntry(
            id: id, time: time, status: status, title: title, change: change, paragraphs: paragraphs, detail: detail,
            isUpdate: isUpdate, isOfPlan: isOfPlan)
    }
}

extension Status {
    /// A verdict as the log has it; a word that this version does not know is no good news.
    fileprivate init(_ state: VerdictState) {
        let known: Status? =
            switch state.subject {
            case .plan: PlanVerdict(rawValue: state.verdict).map { Status($0) }
            case .kpi: KPIVerdict(rawValue: state.verdict).map { Status($0) }
            case .phase: PhaseVerdict(rawValue: state.verdict).map { Status($0) }
            }
        self = known ?? Status(state.verdict.clipped(to: 40), .none, .dashed)
    }
}
