import Assessment
import Plan

/// What is enabled at which percentage.
package struct FlagsReport: Sendable {
    /// Those that need a look first, then as planned, then not due; the first of all rows.
    package let shown: [FlagReport]
    /// The rest, in the same order; empty unless there are many.
    package let rest: [FlagReport]
    /// `188 more flags: 120 as planned, 68 not due`; nil when there is no rest.
    package let restSummary: String?
    /// `5 of 10 on, up to 60% · 1 behind, 1 unknown`.
    package let summary: String

    package var all: [FlagReport] { shown + rest }
}

package struct FlagReport: Sendable {
    package let name: String
    /// The contract's word: `as planned`.
    package let verdict: String
    package let status: Status
    package let reason: String
    package let plannedNumber: Double?
    package let actualNumber: Double?
    /// `60%`; `–` before the first stage.
    package let planned: String
    /// `20%`; `–` when nothing reports it.
    package let actual: String
    package let plannedDay: Int?
    /// `8`; `–` when no stage is due yet.
    package let day: String
    /// When the actual percentage was reported.
    package let reportedAt: ShownTime?
    /// `day 9: 80%`; nil when no stage is still to come.
    package let next: String?
}

/// Rows on the page before the rest is folded away.
private let shownLimit = 15

func flagsReport(_ assessment: Assessment, context: ReportContext) -> FlagsReport {
    let order: [FlagVerdict] = [.behind, .unknown, .ahead, .asPlanned, .notDue]
    let sorted = order.flatMap { verdict in
        assessment.flags.filter { $0.verdict == verdict }.enumerated().sorted { left, right in
            (dueDay(left.element), left.offset) < (dueDay(right.element), right.offset)
        }.map(\.element)
    }
    let rows = sorted.map { flagReport($0, today: assessment.day, context: context) }
    let limit = rows.count <= shownLimit + 3 ? rows.count : shownLimit
    let rest = sorted.dropFirst(limit)
    return FlagsReport(
        shown: Array(rows.prefix(limit)), rest: Array(rows.dropFirst(limit)),
        restSummary: rest.isEmpty ? nil : "\(counted(rest.count, "more flag")): \(verdictCounts(Array(rest), order))",
        summary: summary(assessment.flags))
}

private func summary(_ flags: [FlagAssessment]) -> String {
    guard !flags.isEmpty else { return "No feature flags in these documents" }
    let reported = flags.filter { $0.actual != nil }
    var parts: [String] = []
    if reported.isEmpty {
        parts.append("Nothing reports \(flags.count == 1 ? "the flag" : "the \(flags.count) flags")")
    } else {
        let highest = reported.compactMap(\.actual).max() ?? 0
        let reach = highest > 0 ? ", up to \(percentText(highest))" : ""
        parts.append("\(reported.count { ($0.actual ?? 0) > 0 }) of \(flags.count) on\(reach)")
    }
    let noted = verdictCounts(flags, [.behind, .ahead, .unknown])
    if !noted.isEmpty { parts.append(noted) }
    return parts.joined(separator: " · ")
}

private func verdictCounts(_ flags: [FlagAssessment], _ order: [FlagVerdict]) -> String {
    order.compactMap { verdict in
        let count = flags.count { $0.verdict == verdict }
        return count == 0 ? nil : "\(count) \(verdict.rawValue)"
    }.joined(separator: ", ")
}

private func dueDay(_ flag: FlagAssessment) -> Int {
    flag.plannedDay ?? flag.flag.stages.compactMap { $0.day?.value }.min() ?? Int.max
}

private func flagReport(_ assessment: FlagAssessment, today: Int?, context: ReportContext) -> FlagReport {
    FlagReport(
        name: assessment.flag.name, verdict: assessment.verdict.rawValue, status: Status(assessment.verdict),
        reason: sentence(assessment.reason), plannedNumber: assessment.planned, actualNumber: assessment.actual,
        planned: percentText(assessment.planned), actual: percentText(assessment.actual),
        plannedDay: assessment.plannedDay, day: assessment.plannedDay.map { String($0) } ?? "–",
        reportedAt: assessment.reportedAt.map { context.zone.shown($0, now: context.madeAt) },
        next: today.flatMap { nextStage(assessment.flag, after: $0) }.map { "day \($0.day): \($0.percent)" })
}

/// The soonest stage after a day of the plan.
func nextStage(_ flag: Flag, after today: Int) -> (day: Int, percent: String)? {
    flag.stages.compactMap { stage in
        stage.day.flatMap { day in
            day.value > today ? (day: day.value, percent: stage.percent.map { percentText($0.value) } ?? "on") : nil
        }
    }.min { $0.day < $1.day }
}

func percentText(_ percent: Double?) -> String { percent.map { "\(formatNumber($0))%" } ?? "–" }
