import Foundation
import Testing

@Suite struct InitTests {
    private static let names = ["checklist.md", "plumbline.yml", "rollback.md", "strategy.md", "timeline.md"]

    @Test func whatIsWrittenHoldsTogether() async throws {
        let place = try Workspace()
        let made = try await place.run("init", "docs/plan", "--start", "2026-11-23", "--title", "Move: \"one\" # two")
        #expect(made.status == 0 && made.errors.isEmpty, "\(made.errors)")
        #expect(made.output.contains("docs/plan/strategy.md\n") && made.output.contains("  plumbline lint docs/plan "))
        #expect(try FileManager.default.contentsOfDirectory(atPath: "\(place.path)/docs/plan").sorted() == Self.names)
        let linted = try await place.run("lint", "docs/plan", "--min-severity", "info", "--fail-on", "info")
        #expect(linted.status == 0, "\(linted.output)\(linted.errors)")
        let built = try await place.run("build", "docs/plan", "--now", "2026-11-24T12:00:00Z")
        #expect(built.status == 0 && built.output.hasPrefix("Unknown: "), "\(built.errors)")
        let page = try place.text("docs/plan/output/index.html")
        #expect(page.contains("Move: &quot;one&quot; # two") && page.contains("No data"))
        let status = try place.text("docs/plan/output/status.json")
        #expect(status.contains("\"day\": 2,"), "\(status)")
    }

    @Test func templatesComeOnRequest() async throws {
        let place = try Workspace()
        let plain = try await place.run("init", "plain", environment: SmallPlan.clock)
        let full = try await place.run("init", "full", "--templates", environment: SmallPlan.clock)
        #expect(plain.status == 0 && full.status == 0, "\(full.errors)")
        // The Monday after the 3rd of March.
        #expect(try place.text("full/plumbline.yml").contains("\nstart: 2026-03-09\n"))
        let templates = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../templates").path
        let wanted = try FileManager.default.contentsOfDirectory(atPath: templates).filter { $0 != "README.md" }
            .sorted()
        #expect(try FileManager.default.contentsOfDirectory(atPath: "\(place.path)/full/templates").sorted() == wanted)
        for folder in ["plain", "full"] {
            let built = try await place.run("build", folder, "--now", "2026-03-09T12:00:00Z")
            #expect(built.status == 0, "\(built.errors)")
        }
        #expect(place.contents("plain/output") == place.contents("full/output"))
    }

    /// All or nothing, and every file that is in the way is named.
    @Test func nothingIsReplaced() async throws {
        let place = try Workspace()
        try place.write("mine", to: "strategy.md")
        try place.link("rollback.md", to: "nowhere")
        let before = place.contents()
        let result = try await place.run("init")
        #expect(result.status == 2)
        #expect(result.errors.contains("'strategy.md', 'rollback.md' are there already"), "\(result.errors)")
        #expect(place.contents() == before)
        try place.write("a file", to: "other/templates")
        let second = try await place.run("init", "other", "--templates")
        #expect(second.status == 2 && second.errors.contains("'other/templates' is there already"), "\(second.errors)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: "\(place.path)/other") == ["templates"])
    }

    @Test(arguments: [["--start", "2026-02-30"], ["--title", " "], ["--title", "a\nb"], ["a", "b"]])
    func oddArgumentsWriteNothing(_ arguments: [String]) async throws {
        let place = try Workspace()
        let result = try await Plumbline.run(["init"] + arguments, in: place.path)
        #expect(result.status == 2 && !result.errors.isEmpty)
        #expect(place.contents().isEmpty)
    }
}
