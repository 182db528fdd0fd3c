import Foundation
import TestSupport
import Testing

/// The plan's own state, as a textfile collector takes it.
@Suite struct ExportMetricsTests {
    @Test func promtoolAcceptsThem() async throws {
        let place = try Workspace()
        guard requirement(try await place.shell("promtool --version").status == 0, "promtool is not installed") else {
            return
        }
        for (name, text) in SmallPlan.files { try place.write(text, to: name) }
        let written = try await place.run("export", "metrics", "--now", SmallPlan.now, "--output", "plan.prom")
        #expect(written.status == 0, "\(written.errors)")
        let checked = try await place.shell("promtool check metrics < plan.prom")
        #expect(checked.status == 0)
        #expect(checked.output + checked.errors == "")
    }

    /// One of the verdicts holds, and it is the one that `status` tells.
    @Test func oneVerdictHolds() async throws {
        let place = try Workspace()
        for (name, text) in SmallPlan.files { try place.write(text, to: name) }
        let metrics = try await place.run("export", "metrics", "--now", SmallPlan.now).output
        let holding = metrics.matches(of: /plumbline_plan_verdict\{.*verdict="([a-z ]+)"\} 1\n/).map { String($0.1) }
        #expect(try await place.run("build", "--now", SmallPlan.now).status == 0)
        let status = try JSONSerialization.jsonObject(with: Data(try place.text("output/status.json").utf8))
        let verdict = try #require(((status as? [String: Any])?["verdict"]) as? String)
        #expect(holding == [verdict])
    }

    /// A title that would end its label, and two measures of one name.
    @Test func hostileNamesStayInsideTheirLabels() async throws {
        let place = try Workspace()
        guard requirement(try await place.shell("promtool --version").status == 0, "promtool is not installed") else {
            return
        }
        try place.write(
            "---\ntitle: \"a\\\"} 1\\nb\\\\\"\n---\n# A\n\n## KPIs\n\n- **Load**: Target < 1%, Alert > 2%\n\n"
                + "## Other KPIs\n\n- **Load**: Target < 1 GB, Alert > 2 GB\n",
            to: "plan.md")
        let written = try await place.run("export", "metrics", "--now", "2026-11-30T12:00:00Z", "--output", "plan.prom")
        #expect(written.status == 0)
        #expect(try await place.shell("promtool check metrics < plan.prom").status == 0)
    }

    /// Names that are equal, and names that a number would make equal.
    @Test func noSampleStandsTwice() async throws {
        let place = try Workspace()
        try place.write(
            """
            # Shop

            ## Checks

            - [ ] a

            ## Other

            ### Checks

            - [ ] b

            ## Checks (2)

            - [x] c

            ## KPIs

            - **Error rate**
              - Target: < 1%
            - **Error rate (2)**
              - Target: < 1%

            ## KPIs of the second wave

            - **Error rate**
              - Target: < 2%

            """, to: "plan.md")
        let metrics = try await place.run("export", "metrics", "--now", "2026-11-30T12:00:00Z").output
        let samples = metrics.split(separator: "\n").filter { !$0.hasPrefix("#") }
            .map { $0.prefix { $0 != "}" } }
        #expect(samples.count == Set(samples).count, "\(metrics)")
        #expect(metrics.contains("checklist=\"Checks (2)\",verdict=\"passed\"} 1"), "\(metrics)")
        guard requirement(try await place.shell("promtool --version").status == 0, "promtool is not installed") else {
            return
        }
        try place.write(metrics, to: "plan.prom")
        let checked = try await place.shell("promtool check metrics < plan.prom")
        #expect(checked.status == 0, "\(checked.errors)")
    }

    /// What cannot be known has no sample.
    @Test func unknownValuesAreLeftOut() async throws {
        let place = try Workspace()
        try place.write("# A\n\n## KPIs\n\n- **Load**: Target < 1%, Alert > 2%\n", to: "plan.md")
        let metrics = try await place.run("export", "metrics", "--now", "2026-11-30T12:00:00Z").output
        #expect(metrics.contains("plumbline_kpi_verdict{plan=\"A\",kpi=\"Load\",verdict=\"no data\"} 1"))
        #expect(!metrics.contains("plumbline_kpi_value"))
        #expect(!metrics.contains("plumbline_kpi_last_sample"))
        #expect(metrics.contains("plumbline_kpi_limit{plan=\"A\",kpi=\"Load\",limit=\"target\"} 0.01"))
    }

    @Test func anotherNameIsRefused() async throws {
        let place = try Workspace()
        try place.write("# A\n", to: "plan.md")
        #expect(try await place.run("export", "metrics", "--output", "plan.txt").status == 2)
        let over = try await place.run("export", "prometheus-rules", "--output", "plan.md")
        #expect(over.status == 2)
        #expect(over.errors.contains("is a file that this run reads"))
        #expect(try place.text("plan.md") == "# A\n")
    }
}
