import Assessment
import Foundation
import Observations
import Plan
import Report
import SourceText
import Testing

@testable import Rendering

/// feedparser, icalendar and flagd's own evaluation take what is published for them.
@Suite struct RealClientTests {
    private static let site = "https://status.example.org/hooks/"
    private static let entries: [OrderedJSON] = [
        entry(
            "Incident: Jobs are <slow> & \"late\"", "2026-11-30T12:20:00+01:00", "2026-11-30-1220-jobs-slow",
            "incident"),
        entry(
            "Planned: Fail-over drill, with a name so long that a line of it must be folded",
            "2026-11-29T10:00:00+01:00", "2026-11-29-fail-over", "planned"),
        entry("Update: Day 5 is done", "2026-11-27T10:00:00+01:00", "2026-11-27-0900-day-5", "update"),
    ]
    private static let phases: [(name: String, days: String, start: String, end: String)] = [
        ("Phase 1: Preparation", "Day 1–2", "2026-11-23", "2026-11-25"),
        ("Phase 2: Staging", "Day 3", "2026-11-25", "2026-11-26"),
        ("Phase 3: Production deployment", "Day 4–5", "2026-11-26", "2026-11-28"),
        ("Phase 4: Gradual rollout", "Day 6–10", "2026-11-28", "2026-12-03"),
        ("Phase 5: Optimisation", "Day 11–14", "2026-12-03", "2026-12-07"),
    ]

    @Test(arguments: Example.reportNames) func takeEveryReport(_ name: String) throws {
        guard RealClients.areThere else { return }
        let files = machineFaces(Example.report(called: name), publishedCalendar: [])
        let result = try RealClients.run("check_faces.py", over: files)
        #expect(result.status == 0, "\(result.said)")
    }

    @Test func readWhatWasMeant() throws {
        guard RealClients.areThere else { return }
        let gate = { (phase: (name: String, days: String, start: String, end: String)) -> OrderedJSON in
            let last = CivilDate(iso: phase.end)?.adding(days: -1)
            return event(
                "Go or no-go: \(phase.name)", "\(last.map { "\($0)" } ?? "")", phase.end,
                "Whether \(phase.name) is done and the plan goes on.")
        }
        let phase = Self.phases.map { event($0.name, $0.start, $0.end, $0.days) }
        let gates = Self.phases.map(gate)
        let day = event("Day 8: 60% rollout", "2026-11-30", "2026-12-01", "- 17:00–17:30 Go / no-go for day 9")
        let drill = event(
            "Fail-over drill, with a name so long that a line of it must be folded", "2026-12-01T21:00:00+00:00",
            "2026-12-01T22:30:00+00:00", "Grüße – 東京 🚧; done by the club, as always.")
        let expected = OrderedJSON.object([
            ("entries", .array(Self.entries)),
            (
                "events",
                .array([
                    phase[0], gates[0], phase[1], gates[1], phase[2], gates[2], phase[3], day, drill, gates[3],
                    phase[4], gates[4],
                ])
            ),
        ])
        let files = machineFaces(Example.told(site: Self.site), publishedCalendar: [])
        let result = try RealClients.run(
            "check_faces.py", over: files, ["expected.json": expected.serialized()])
        #expect(result.status == 0, "\(result.said)")
    }

    /// 0.5 % needs other weights than 33 %.
    @Test func flagsAreOnForTheirShareAndNobodyFallsOut() throws {
        guard RealClients.areThere else { return }
        let files = [0, 0.5, 5, 12.5, 25, 33, 50, 99, 100].map { percent in
            let flag = Example.flag("enableBasket", day: 6, percent: percent, .unknown)
            let report = Example.report(assessment: Example.assessment(flags: [flag]))
            return RenderedFile(path: "\(percent).json", text: flagDefinitions(report).serialized())
        }
        let result = try RealClients.run("check_shares.py", over: files)
        #expect(result.status == 0, "\(result.said)")
    }

    private static func entry(_ title: String, _ time: String, _ update: String, _ kind: String) -> OrderedJSON {
        .object([
            ("title", .string(title)), ("updated", .string(time)),
            ("link", .string("\(site)history.html#update-\(update)")), ("kind", .string(kind)),
        ])
    }
}

private func event(_ summary: String, _ start: String, _ end: String, _ text: String) -> OrderedJSON {
    .object([
        ("summary", .string(summary)), ("start", .string(start)), ("end", .string(end)), ("text", .string(text)),
    ])
}
