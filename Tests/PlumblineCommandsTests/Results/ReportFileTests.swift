import Testing

/// Reports of test runners as inputs of the whole tool.
@Suite struct ReportFileTests {
    private func place(_ reports: (String, String)..., settings: String = "") throws -> Workspace {
        let place = try Workspace()
        try place.write(
            """
            # Ledger move

            ## Before

            - [ ] Backup verified
            - [x] Keys are with Marit <!-- by: Marit at: 2026-03-03T08:15 evidence: the key book -->

            """, to: "plan.md")
        try place.write("timezone: Europe/Berlin\nresults: [r/*]\n\(settings)", to: "plumbline.yml")
        for (name, text) in reports { try place.write(text, to: "r/\(name)") }
        return place
    }

    private let junit = """
        <testsuite name="smoke" timestamp="2026-03-03T08:00:00Z">
          <testcase classname="org.Backup" name="dump is whole"/>
        </testsuite>

        """

    @Test func namesComeFromTheSettings() async throws {
        let place = try place(("smoke.xml", junit), settings: "result-names: {smoke/dump is whole: Backup verified}\n")
        let built = try await place.run("build", "--now", SmallPlan.now)
        #expect(built.errors == "")
        let text = try place.checklist()
        #expect(text.contains("'org.Backup.dump is whole' passed"), "\(text)")
        #expect(text.contains("the key book") && text.contains("Marit"))
        let page = try place.text("output/status.md")
        #expect(page.contains("2 of 2"), "\(page)")
    }

    @Test func aTornReportIsNeverGreen() async throws {
        let place = try place(
            ("smoke.xml", String(junit.dropLast(14))), ("move.tap", "1..2\nok 1 - Backup verified\n"),
            settings: "result-names: {smoke: Backup verified}\n")
        let result = try await place.run("status", "--now", SmallPlan.now)
        #expect(result.status == 0)
        #expect(result.errors.contains("error[result-unreadable]: it breaks off here"), "\(result.errors)")
        #expect(result.errors.contains("r/move.tap:1:1: error[result-unreadable]: 1 of 2 planned tests is missing"))
        #expect(result.output.contains("Unknown"), "\(result.output)")
    }

    @Test func aTestThatFailedIsTold() async throws {
        let place = try place(
            (
                "move.tap",
                "TAP version 14\n1..2\nnot ok 1 - Backup verified\n  ---\n  message: rows differ\n  ...\nok 2 - x\n"
            ))
        let result = try await place.run("status", "--width", "300", "--now", SmallPlan.now)
        #expect(result.errors == "")
        #expect(result.output.contains("rows differ"), "\(result.output)")
    }

    /// The line of a gate says when, and why what is old counts no more.
    @Test func resultsHaveADate() async throws {
        let text = #"{"results": [{"item": "Backup verified", "status": "passed", "time": "TIME"}]}"#
        func gate(_ time: String, _ settings: String) async throws -> CommandResult {
            let place = try place(("a.json", text.replacing("TIME", with: time)), settings: settings)
            return try await place.run("validate", "--now", SmallPlan.now, "pre", ".")
        }
        let young = try await gate("2026-03-01T08:00:00Z", "start: 2026-03-02\n")
        #expect(young.status == 0 && young.errors == "", "\(young.errors)")
        #expect(young.output.contains("reported as passed (1 Mar 2026, 09:00 CET)"), "\(young.output)")
        let old = try await gate("2019-11-23T09:30:00Z", "start: 2026-03-02\n")
        let reason = "is dated 23 Nov 2019, 10:30 CET, more than 30 days before the plan's first day"
        #expect(old.status == 1 && old.output.contains(reason), "\(old.output)")
        #expect(old.errors.contains("warning[result-outdated]: result 'Backup verified' \(reason)"), "\(old.errors)")
        let limited = try await gate("2026-03-01T08:00:00Z", "start: 2026-03-02\nresult-max-age: 1d\n")
        #expect(limited.status == 1 && limited.output.contains("longer ago than 'result-max-age'"), "\(limited.output)")
    }

    @Test func aTickThatCannotBeReadIsNone() async throws {
        let place = try Workspace()
        try place.write(
            "# Move\n\n## Before\n\n- [x] Backup verified <!-- by: rm at: 2027-13-45T99:99 evidence: run 7 -->\n",
            to: "plan.md")
        let result = try await place.run("validate", "--now", SmallPlan.now, "pre", ".")
        #expect(result.status == 1)
        #expect(result.output.contains("ticked in plan.md:5, but at a time that cannot be read"), "\(result.output)")
    }

    @Test func aTickFromTheFutureIsTold() async throws {
        let place = try place(("a.json", "{}"))
        let result = try await place.run("status", "--now", "2026-03-03T07:00:00+01:00")
        #expect(
            result.errors.contains(
                "plan.md:6:27: warning[result-future-dated]: the tick of 'Keys are with Marit' is dated 08:15 CET, later than now"
            ), "\(result.errors)")
    }
}
