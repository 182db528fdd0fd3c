import Foundation
import Testing

@Suite struct UpdateCommandTests {
    private static let plan = """
        ---
        timezone: Europe/Berlin
        ---
        # Search

        ## Measures

        1. **Error rate**
           - Target: < 1%
           - Alert: > 5%

        """
    private let now = "2026-11-30T14:07:00+01:00"

    private func place() throws -> Workspace {
        let place = try Workspace()
        try place.write(Self.plan, to: "plan.md")
        return place
    }

    @Test func anIncidentBecomesAFileInThePlansZone() async throws {
        let place = try place()
        let result = try await place.run(
            "update", "Search is slow.\n\nWe look.", ".", "--kind", "incident", "--affects", "Error rate", "--now",
            "2026-11-30T13:07:00Z")
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.output == "updates/2026-11-30-1407-search-is-slow.md\n")
        #expect(
            try place.text("updates/2026-11-30-1407-search-is-slow.md") == """
                ---
                kind: incident
                time: 2026-11-30T14:07:00+01:00
                affects: ["Error rate"]
                ---

                Search is slow.

                We look.

                """)
    }

    @Test func plannedWorkHasItsWindow() async throws {
        let place = try place()
        let result = try await place.run(
            "update", "--kind", "planned", "--title", "Index: rebuilt", "--start", "2026-12-01T22:00", "--end",
            "2026-12-01T23:30:00+01:00", "--now", now, "Readers wait.")
        #expect(result.status == 0, "\(result.errors)")
        let text = try place.text("updates/2026-11-30-1407-index-rebuilt.md")
        #expect(text.contains("title: \"Index: rebuilt\"\n"))
        #expect(text.contains("start: 2026-12-01T22:00:00+01:00\nend: 2026-12-01T23:30:00+01:00\n"))
    }

    @Test func nothingIsOverwritten() async throws {
        let place = try place()
        let results = try await withThrowingTaskGroup(of: CommandResult.self) { group in
            for _ in 0..<4 { group.addTask { try await place.run("update", "Same words", "--now", now) } }
            var results: [CommandResult] = []
            for try await result in group { results.append(result) }
            return results
        }
        #expect(results.allSatisfy { $0.status == 0 })
        #expect(Set(results.map(\.output)).count == 4)
        #expect(
            place.contents("updates").keys.sorted() == [
                "2026-11-30-1407-same-words-2.md", "2026-11-30-1407-same-words-3.md",
                "2026-11-30-1407-same-words-4.md", "2026-11-30-1407-same-words.md",
            ])
    }

    @Test func textMayComeFromStandardInput() async throws {
        let place = try place()
        let result = try await place.shell("printf 'From a pipe\\n' | \"$PLUMBLINE\" update - --now \(now)")
        #expect(result.status == 0, "\(result.errors)")
        #expect(try place.text("updates/2026-11-30-1407-from-a-pipe.md").hasSuffix("---\n\nFrom a pipe\n"))
    }

    @Test func wordsWithoutALatinLetterHaveAName() async throws {
        let place = try place()
        let result = try await place.run("update", "検索が遅い", "--kind", "incident", "--now", now)
        #expect(result.output == "updates/2026-11-30-1407-incident.md\n")
    }

    @Test func aNameThatThePlanDoesNotKnowIsTold() async throws {
        let place = try place()
        let result = try await place.run("update", "x is off", "--affects", "Eror rate", "--now", now)
        #expect(result.status == 0)
        #expect(result.errors.contains("did you mean 'Error rate'?"))
    }

    /// Arguments behind a text, and a part of what is said.
    @Test(arguments: [
        (["--kind", "outage"], "outage"), (["--kind", "planned"], "takes '--start' and '--end'"),
        (["--start", "2026-12-01T10:00"], "belong to '--kind planned'"), (["--time", "yesterday"], "is not a time"),
        (["--time", "2026-11-30"], "is not a time"), (["--now", "noon"], "is not a time"),
        (["--time", "2026-03-29T02:30"], "left out or shown twice by the clocks of Europe/Berlin"),
        (
            ["--kind", "planned", "--start", "2026-12-01T10:00", "--end", "2026-12-01T09:00"],
            "which is not after 'start'"
        ),
        (["nowhere"], "there is no folder 'nowhere'"),
    ])
    func whatCannotBeWrittenIsRefused(arguments: [String], message: String) async throws {
        let place = try place()
        let result = try await Plumbline.run(["update", "Text"] + arguments, in: place.path)
        #expect(result.status == 2)
        #expect(result.errors.contains(message), "\(result.errors)")
        #expect(place.contents().keys.sorted() == ["plan.md"])
    }

    @Test func anEmptyTextIsRefused() async throws {
        let place = try place()
        let result = try await place.run("update", "  ", "--now", now)
        #expect(result.status == 2)
        #expect(result.errors.contains("says nothing"))
    }

    @Test func aFolderThatCannotBeWrittenToIsAnError() async throws {
        let place = try place()
        try place.write("no folder", to: "updates")
        let result = try await place.run("update", "Text", "--now", now)
        #expect(result.status == 2)
        #expect(result.errors.contains("updates"))
        #expect(try place.text("updates") == "no folder")
    }

    @Test func theSettingsSayWhere() async throws {
        let place = try place()
        try place.write("updates: [notes/told/*.md]\ntimezone: UTC\n", to: "plumbline.yml")
        try place.write("", to: "notes/.keep")
        let result = try await place.run("update", "Text", "--now", now)
        #expect(result.output == "notes/told/2026-11-30-1307-text.md\n", "\(result.errors)")
        try place.write("updates: ['**/*.md']\n", to: "plumbline.yml")
        #expect(try await place.run("update", "Text", "--now", now).status == 2)
    }
}
