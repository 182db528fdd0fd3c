import Assessment
import Foundation
import Observations
import Plan
import Rendering
import Report
import SourceText
import Testing

/// Triggers that are measured stand on every page; those that people judge are left to the documents.
@Suite struct TriggerPageTests {
    private func trigger(_ text: String, _ verdict: TriggerVerdict, planned: PlannedWindow? = nil) -> TriggerAssessment
    {
        TriggerAssessment(
            trigger: Trigger(
                text: text, metric: text, condition: nil, window: nil, action: "rollback", span: Example.span(60)),
            verdict: verdict, reason: "7% meets > 5%", value: Quantity(7, .percent),
            newestSample: verdict == .unknown ? nil : Example.time(13, 5),
            source: .observation(path: "metrics/hooks.csv", line: 9), planned: planned)
    }

    private var report: Report {
        let whole = Example.assessment()
        let planned = PlannedWindow(from: Example.time(13, 0), to: Example.time(14, 0), reason: "disk <swap>")
        return Example.report(
            assessment: Assessment(
                clock: whole.clock, verdict: whole.verdict, reasons: whole.reasons, unknowns: whole.unknowns,
                troubles: whole.troubles, kpis: whole.kpis, checklists: whole.checklists, phases: whole.phases,
                flags: whole.flags, day: whole.day, newestSample: whole.newestSample,
                triggers: [
                    trigger("Error rate", .firing), trigger("Queue", .pending), trigger("Mails", .quiet),
                    trigger("Complaints", .unknown), trigger("Latency", .firing, planned: planned),
                ]))
    }

    @Test func everyOutputTellsThem() throws {
        let files = try renderSite(report, templates: loadTemplates())
        let page = String(decoding: try #require(files.first { $0.path == "index.html" }).bytes, as: UTF8.self)
        let text = String(decoding: try #require(files.first { $0.path == "status.md" }).bytes, as: UTF8.self)
        let terminal = renderTerminalStatus(report, color: false, width: 80)
        #expect(page.contains("<h2 id=\"triggers\" tabindex=\"-1\">Triggers</h2>"))
        #expect(page.contains("disk &lt;swap&gt;"))
        #expect(
            text.contains("## Triggers\n\n- **Error rate** (Firing): 7% meets > 5%.".replacing("> 5", with: "\\> 5")))
        #expect(terminal.contains("Firing  Error rate"))
        #expect(terminal.contains("Pending  Queue"))
        for output in [page, text, terminal] { #expect(!output.contains("Complaints")) }
        #expect(terminal.contains("within a planned window until 15:00 CET: disk <swap>"))
    }

    @Test func theJSONListsThemAll() throws {
        let value = try JSONSerialization.jsonObject(with: Data(statusJSON(report).serialized().utf8)) as? [String: Any]
        let triggers = try #require(value?["triggers"] as? [[String: Any]])
        #expect(triggers.map { $0["verdict"] as? String } == ["firing", "pending", "quiet", "unknown", "firing"])
        #expect(triggers[0]["value"] as? Double == 7)
        #expect(triggers[0]["source"] as? String == "metrics/hooks.csv:9")
        #expect(triggers[3]["newestSample"] is NSNull)
        #expect(triggers[4]["plannedUntil"] as? String == "2026-11-30T15:00:00+01:00")
    }

    @Test func withoutTriggersThereIsNoSection() throws {
        let files = try renderSite(Example.report(), templates: loadTemplates())
        // Reports say that there are none.
        for file in files where !file.path.hasPrefix("reports/") {
            #expect(!String(decoding: file.bytes, as: UTF8.self).contains("Triggers"), "\(file.path)")
        }
    }

    @Test func onlyAQuietOneIsGreen() {
        #expect(TriggerVerdict.allCases.filter { Status(trigger("a", $0)).tone == .ok } == [.quiet])
    }
}
