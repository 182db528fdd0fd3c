import Assessment
import Observations
import Plan
import Report
import SourceText

/// Values for reports, as plan reading and assessment would make them.
enum Example {
    static let file = SourceFile(
        path: "plan.md", text: (1...400).map { "line \($0) of the plan" }.joined(separator: "\n"))

    /// A span of one line of the example document.
    static func span(_ line: Int) -> SourceSpan { SourceSpan(file: file, range: file.lineRange(line)) }
    static func claim<Value>(_ value: Value, line: Int = 1) -> Claim<Value> { Claim(value, at: span(line), .field) }

    /// Minutes after 2026-11-30T00:00:00Z; the example's "now" is 13:07Z, 14:07 in Berlin.
    static func time(_ hour: Int, _ minute: Int, day: Int = 30) -> Instant {
        Instant(millisecondsSinceEpoch: (1_795_996_800 + Int64((day - 30) * 86_400 + hour * 3600 + minute * 60)) * 1000)
    }

    static func context(
        now: Instant = time(13, 7), snapshot: Bool = false, zone: PlanZone = PlanZone(named: "Europe/Berlin") ?? .utc
    ) -> ReportContext {
        ReportContext(
            madeAt: now, nextUpdateDue: now.adding(seconds: 3600), validUntil: now.adding(seconds: 7620), zone: zone,
            clockGiven: snapshot, toolVersion: "0.1.0", sources: ["metrics/hooks.csv", "metrics/uptime.jsonl"])
    }

    static func limit(_ comparison: Comparison?, _ number: Double, _ unit: Unit, _ text: String) -> Limit {
        Limit(comparison: comparison, quantity: Quantity(number, unit), text: text)
    }

    static func threshold(_ metric: String, _ limits: [Limit?], line: Int = 40) -> Threshold {
        Threshold(
            metric: metric, origin: .indicator, targets: limits[0].map { [claim($0)] } ?? [],
            warnings: limits[1].map { [claim($0)] } ?? [], criticals: limits[2].map { [claim($0)] } ?? [],
            span: span(line))
    }

    static func kpi(
        _ threshold: Threshold, _ verdict: KPIVerdict, _ reason: String, value: Quantity? = nil,
        newest: Instant? = time(13, 5), newestValue: Quantity? = nil, since: Instant? = nil,
        source: EvidenceSource = .observation(path: "metrics/hooks.csv", line: 812)
    ) -> KPIAssessment {
        KPIAssessment(
            threshold: threshold, verdict: verdict, reason: reason, value: value,
            aggregation: value == nil ? nil : "average", windowSeconds: value == nil ? nil : 3600, newestSample: newest,
            newestValue: newestValue ?? value, since: since, intervalSeconds: 60, source: source)
    }

    static func phase(
        _ number: Int, _ name: String, days: ClosedRange<Int>, _ verdict: PhaseVerdict, items: (Int, Int) = (0, 0)
    ) -> PhaseAssessment {
        let text = days.count == 1 ? "Day \(days.lowerBound)" : "Day \(days.lowerBound)-\(days.upperBound)"
        let schedule = Schedule(
            text: text, unit: .day, range: Double(days.lowerBound)...Double(days.upperBound))
        let phase = Phase(
            id: "phase-\(number)", name: name, number: Double(number), keyword: "phase", span: span(100 + number),
            names: [claim(name)], schedules: [claim(schedule)])
        return PhaseAssessment(
            phase: phase, verdict: verdict, reason: "\(verdict.rawValue) on day 8", passedItems: items.0,
            totalItems: items.1)
    }

    static func flag(
        _ name: String, day: Int, percent: Double, _ verdict: FlagVerdict, actual: Double? = nil, due: Bool = true
    ) -> FlagAssessment {
        let stage = FlagStage(
            percent: claim(percent), when: claim("Day \(day)"), day: claim(day), defines: true, span: span(200))
        return FlagAssessment(
            flag: Flag(name: name, stages: [stage]), verdict: verdict,
            reason: actual.map { "\(Int($0))% reported, \(Int(percent))% due since day \(day)" }
                ?? (due ? "nothing reports it" : "first stage is on day \(day)"),
            planned: due ? percent : nil, plannedDay: due ? day : nil, actual: actual,
            reportedAt: actual == nil ? nil : time(12, 40))
    }

    static func item(
        _ text: String, _ verdict: ItemVerdict, line: Int, depth: Int = 0, reason: String? = nil, by: String? = nil
    ) -> ItemAssessment {
        ItemAssessment(
            item: ChecklistItem(
                id: "plan-\(line)", text: text, checked: verdict == .passed, depth: depth, span: span(line)),
            verdict: verdict, reason: reason ?? (verdict == .passed ? "ticked in plan.md:\(line)" : "not ticked"),
            time: by == nil ? nil : time(9, 30), by: by, source: .document(span(line)))
    }

    static func checklist(_ section: String, in path: [String], _ items: [ItemAssessment]) -> ChecklistAssessment {
        ChecklistAssessment(
            checklist: Checklist(section: section, path: path, items: items.map(\.item), span: span(300)), items: items)
    }
}
