import Foundation
import Testing

/// What was published is no document of the plan: a page that is read back would confirm itself.
@Suite struct PublishedPageTests {
    /// A flag whose stages only the page would state a second time.
    static let document =
        SmallPlan.document + """

            ## Flags

            | Flag | Day | Rollout |
            | --- | --- | --- |
            | `newGateway` | Day 1 | 20% |

            """

    private func build(_ place: Workspace, _ arguments: [String] = []) async throws -> CommandResult {
        let result = try await Plumbline.run(["build", "--now", SmallPlan.now] + arguments, in: place.path)
        #expect(result.status == 0, "\(result.errors)")
        return result
    }

    /// - Parameter settings: nil for no plumbline.yml.
    private func publishTwice(_ settings: String?, _ arguments: [String] = []) async throws -> Workspace {
        let place = try Workspace()
        try place.write(Self.document, to: "plan.md")
        if let settings { try place.write(settings, to: "plumbline.yml") }
        let first = try await build(place, arguments)
        let site = place.contents()
        let second = try await build(place, arguments)
        #expect(second.output == first.output)
        #expect(place.contents() == site)
        return place
    }

    @Test(arguments: ["out", "./site/now", "docs/../page"]) func configuredOutputIsNotRead(_ output: String)
        async throws
    {
        let place = try Workspace()
        try place.write("", to: "site/.gitkeep")
        try place.write("", to: "docs/.gitkeep")
        try place.write(Self.document, to: "plan.md")
        try place.write("start: 2026-03-02\noutput: \(output)\n", to: "plumbline.yml")
        _ = try await build(place)
        let site = place.contents()
        _ = try await build(place)
        #expect(place.contents() == site)
        #expect(try await place.run("lint").output == "no findings in 1 document\n")
        #expect(try await place.run("plan", "--format", "json").output.contains("status.md") == false)
    }

    @Test func outputOfTheCommandLineIsNotRead() async throws {
        let place = try await publishTwice("start: 2026-03-02\n", ["--output", "out"])
        // Nobody says now where it was published: the list of files does.
        #expect(try await place.run("lint").output == "no findings in 1 document\n")
        #expect(try await place.run("lint", ".", "plan.md").output == "no findings in 1 document\n")
        #expect(try await place.run("status", "--now", SmallPlan.now).output.contains("status.md") == false)
    }

    @Test func outputIsNotReadWithoutSettings() async throws {
        let place = try await publishTwice(nil, ["--output", "out"])
        #expect(try await place.run("lint").output == "no findings in 1 document\n")
    }

    @Test func patternsDoNotReachIt() async throws {
        let place = try await publishTwice("output: out\ndocuments: [\"**/*.md\"]\n")
        #expect(try await place.run("lint").output == "no findings in 1 document\n")
    }

    /// Notes in the site belong to the site; the same notes elsewhere are a document, whatever list lies beside them.
    @Test func listOfFilesHidesNoDocument() async throws {
        let place = try await publishTwice("output: out\n")
        try place.write("# Notes\n", to: "out/notes.md")
        #expect(try await place.run("lint").output == "no findings in 1 document\n")
        try place.write("notes.md\nplan.md\nstatus.md\n", to: "docs/.plumbline-files")
        try place.write("# Notes\n", to: "docs/notes.md")
        #expect(try await place.run("lint").output == "no findings in 2 documents\n")
    }

    /// A folder that is called the output by mistake does not vanish from the plan.
    @Test func outputThatWasNeverPublishedToIsRead() async throws {
        let place = try Workspace()
        try place.write(Self.document, to: "docs/plan.md")
        try place.write("output: docs\n", to: "plumbline.yml")
        #expect(try await place.run("lint").output == "no findings in 1 document\n")
    }
}
