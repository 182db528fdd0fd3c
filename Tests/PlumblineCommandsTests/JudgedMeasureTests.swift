import Foundation
import Testing

/// What the settings say of measures, from the file to the outputs.
@Suite struct JudgedMeasureTests {
    private static let document = """
        # Mail gateway move

        ## Measures

        1. **Delivery delay**
           - Target: < 10s average
           - Alert: > 30s
        2. **Availability**
           - Target: > 99%
           - Alert: < 95%

        ## Rollback triggers

        - Delivery delay > 60 s for 10 minutes: rollback
        - Bounces > 5%

        """

    private static let settings = """
        timezone: Europe/Berlin
        documents: ["*.md"]
        metrics: [metrics/*.csv]
        kpis:
          Delivery delay: {metric: delivery_delay_seconds, interval: 5m, open-after: 2}
          Availability: {good: sent_total, total: handled_total, interval: 5m}

        """

    /// Two hours of samples, one each five minutes, up to ten o'clock in Berlin.
    private func metrics(delay: (Int) -> Int) -> String {
        let rows = (0...24).flatMap { step -> [String] in
            let minutes = 7 * 60 + step * 5
            let time =
                "2026-03-03T\(minutes < 600 ? "0" : "")\(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60):00Z"
            return [
                "\(time),delivery_delay_seconds,\(delay(step))", "\(time),sent_total,\(step * 997)",
                "\(time),handled_total,\(step * 1000)",
            ]
        }
        return "time,name,value\n" + rows.joined(separator: "\n") + "\n"
    }

    private func status(_ settings: String = "", delay: (Int) -> Int) async throws -> [String: Any] {
        let place = try Workspace()
        try place.write(Self.document, to: "plan.md")
        try place.write(Self.settings + settings, to: "plumbline.yml")
        try place.write(metrics(delay: delay), to: "metrics/mail.csv")
        let result = try await place.run("build", "--now", "2026-03-03T10:00:00+01:00")
        #expect(result.status == 0, "\(result.errors)")
        let json = Data(try place.text("output/status.json").utf8)
        return try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
    }

    private func items(_ status: [String: Any], _ key: String) throws -> [[String: Any]] {
        try #require(status[key] as? [[String: Any]])
    }

    @Test func countersBudgetAndTrendAreTold() async throws {
        let status = try await status { $0 > 12 ? 6 : 8 }
        let kpis = try items(status, "kpis")
        #expect(kpis.map { $0["verdict"] as? String } == ["on target", "on target"])
        #expect(kpis[0]["trend"] as? String == "better")
        #expect(kpis[0]["trendText"] as? String == "25% better than the hour before (average 8 s)")
        #expect(kpis[0]["previousValue"] as? Double == 8)
        #expect(kpis[1]["text"] as? String == "99.7%")
        #expect(abs(try #require(kpis[1]["errorBudgetLeft"] as? Double) - 0.7) < 1e-9)
        #expect((kpis[1]["reason"] as? String)?.hasSuffix("; error budget left: 70%.") == true)
        let triggers = try items(status, "triggers")
        #expect(triggers.map { $0["verdict"] as? String } == ["quiet", "unknown"])
        #expect(triggers[0]["action"] as? String == "rollback")
        #expect(status["verdict"] as? String == "on plan")
    }

    @Test func aTriggerThatFiresIsCritical() async throws {
        let status = try await status { $0 > 20 ? 70 : 8 }
        #expect(status["verdict"] as? String == "critical")
        #expect(try items(status, "triggers").first?["verdict"] as? String == "firing")
        #expect(try items(status, "obstacles").first?["status"] as? String == "critical")
    }

    @Test func oneBadSampleIsHeldBack() async throws {
        let status = try await status { $0 > 23 ? 40 : 8 }
        #expect(try items(status, "kpis").first?["held"] as? String == "1 of 2 bad samples")
        #expect(status["verdict"] as? String == "off plan")
    }

    @Test(arguments: [
        ("2026-03-03T09:30", "2026-03-03T11:00", true), ("2026-03-03T09:30Z", "2026-03-03T11:00Z", false),
    ])
    func aPlannedWindowIsInThePlansZone(_ from: String, _ to: String, _ isExcused: Bool) async throws {
        let window = "planned-windows:\n  - {from: \(from), to: \(to), reason: disk swap}\n"
        let status = try await status(window) { $0 > 20 ? 70 : 8 }
        #expect(status["verdict"] as? String == (isExcused ? "on plan" : "critical"))
        let delay = try #require(try items(status, "kpis").first)
        #expect(delay["verdict"] as? String == "alert")
        #expect(delay["plannedWindow"] as? String == (isExcused ? "disk swap" : nil))
        #expect(delay["plannedUntil"] as? String == (isExcused ? "2026-03-03T11:00:00+01:00" : nil))
    }

    @Test func settingsOfMeasuresAreShown() async throws {
        let place = try Workspace()
        try place.write("# A\n", to: "plan.md")
        try place.write(Self.settings, to: "plumbline.yml")
        let result = try await place.run("config", "show")
        #expect(result.output.contains("kpis.Delivery delay.open-after"))
        #expect(result.output.contains("planned-windows"))
        try place.write(Self.settings + "planned-window: []\n", to: "plumbline.yml")
        let refused = try await place.run("status", "--now", "2026-03-03T10:00:00+01:00")
        #expect(refused.status == 2)
        #expect(refused.errors.contains("did you mean 'planned-windows'?"))
    }
}
