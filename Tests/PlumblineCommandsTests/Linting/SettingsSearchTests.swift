import Testing

/// Which `plumbline.yml` counts, and for what.
@Suite struct SettingsSearchTests {
    private func told(_ place: Workspace, _ script: String) async throws -> [String] {
        GapPlan.told(try await place.shell("\"$PLUMBLINE\" \(script) --format concise").output)
    }

    private let gap = "plan.md phase-days-gap warning"
    private let link = "plan.md link-broken error"

    @Test func theClosestCountsAndNothingMerges() async throws {
        let place = try Workspace()
        try place.write(GapPlan.text, to: "repo/team/docs/plan.md")
        _ = try await place.shell("mkdir repo/.git")
        try place.write("lint: {ignore: all}\n", to: "plumbline.yml")
        // Above the repository nobody looks.
        #expect(try await told(place, "lint repo/team/docs") == [gap, link])
        try place.write("lint: {ignore: link-broken}\n", to: "repo/plumbline.yml")
        #expect(try await told(place, "lint repo/team/docs") == [gap])
        #expect(try await told(place, "lint repo/team") == ["docs/\(gap)"])
        #expect(try await told(place, "lint repo/team/docs/plan.md") == ["repo/team/docs/\(gap)"])
        try place.write("lint: {ignore: phase-*}\n", to: "repo/team/docs/plumbline.yml")
        #expect(try await told(place, "lint repo/team/docs") == [link])
        // What lies below is not looked for: one run is one plan.
        #expect(try await told(place, "lint repo/team") == ["docs/\(gap)"])
        // Several paths have the settings above all of them.
        try place.write(GapPlan.text, to: "repo/team/more/plan.md")
        let several = try await told(place, "lint repo/team/docs repo/team/more")
        #expect(several.contains("repo/team/more/\(gap)") || several.contains("repo/team/docs/\(gap)"))
        #expect(!several.contains { $0.contains("link-broken") })
        #expect(try await told(place, "lint repo/team/docs --no-config") == [gap, link])
        #expect(try await told(place, "lint repo/team/docs --config repo/plumbline.yml") == [gap])
        #expect(try await told(place, "lint repo/team/docs --config plumbline.yml") == [])
    }

    /// Patterns of documents hold for the folder that the settings are about, not for what is named otherwise.
    @Test func patternsHoldForTheFolderOfTheSettings() async throws {
        let place = try Workspace()
        try place.write(GapPlan.text, to: "docs/plan.md")
        try place.write("# Notes\n\n[away](away.md)\n", to: "docs/sub/notes.md")
        try place.write("documents: [plan.md]\n", to: "docs/plumbline.yml")
        #expect(try await told(place, "lint docs") == [gap, link])
        #expect(try await told(place, "lint docs/sub") == ["notes.md link-broken error"])
        #expect(try await told(place, "lint docs/sub/notes.md") == ["docs/sub/notes.md link-broken error"])
    }

    /// Words that a team has added are read in a single document as in its folder.
    @Test func theVocabularyHoldsForASingleDocument() async throws {
        let place = try Workspace()
        try place.write("# Move\n\n## Tranche 1: A (Day 1-3)\n\n## Tranche 2: B (Day 3-5)\n", to: "docs/plan.md")
        try place.write("vocabulary: {phase: [tranche]}\n", to: "docs/plumbline.yml")
        #expect(try await told(place, "lint docs/plan.md") == ["docs/plan.md phase-days-overlap error"])
        let plan = try await place.run("plan", "docs/plan.md")
        #expect(plan.output.contains("\nPhases\n"))
    }

    @Test func siteAboveIsNoDocument() async throws {
        let place = try await Workspace.published()
        try place.write("output: sub/output\n", to: "plumbline.yml")
        try place.write("# Notes\n", to: "sub/notes.md")
        #expect(try await place.run("build", "--output", "sub/output", "--now", SmallPlan.now).status == 0)
        let result = try await place.run("lint", "sub")
        #expect(result.output.hasSuffix(" in 1 document\n"), "\(result.output)")
    }

    @Test(arguments: [
        (["--config", "nowhere.yml"], "error: there is no file 'nowhere.yml'\nhelp: "),
        (["--config", "docs"], "error: '--config docs' is a folder, not a file\nhelp: "),
        (["--config", "docs/plan.md"], "error: the settings cannot be used\ndocs/plan.md:"),
    ])
    func settingsThatAreNone(_ options: [String], _ message: String) async throws {
        let place = try Workspace.withGap()
        let result = try await Plumbline.run(["lint", "docs"] + options, in: place.path)
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
        #expect(result.errors.hasPrefix(message), "\(result.errors)")
    }

    /// A link in a pull request must not show what lies elsewhere.
    @Test func aLinkLeadsNowhereElse() async throws {
        let place = try Workspace()
        try place.write("secret: word\n", to: "elsewhere.yml")
        try place.write(GapPlan.text, to: "docs/plan.md")
        try place.link("docs/plumbline.yml", to: "../elsewhere.yml")
        let result = try await place.run("lint", "docs")
        #expect(result.status == 2)
        #expect(
            result.errors.hasPrefix("error: 'docs/plumbline.yml' is a link to '\(place.path)/elsewhere.yml' outside"))
        #expect(!result.errors.contains("word"))
        _ = try await place.shell("mkdir .git")
        #expect(try await place.run("lint", "docs").errors.contains("unknown key 'secret'"))
    }
}
