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

    @Test func aTickFromTheFutureIsTold() async throws {
        let place = try place(("a.json", "{}"))
        let result = try await place.run("status", "--now", "2026-03-03T07:00:00+01:00")
        #expect(
            result.errors.contains(
                "plan.md:6:27: warning[result-future-dated]: the tick of 'Keys are with Marit' is dated 08:15 CET, later than now"
            ), "\(result.errors)")
    }
}
