import Testing

/// `--stdin-filename`: a document as an editor has it, not as it lies on the disk.
@Suite struct StandardInputTests {
    private func lint(_ place: Workspace, _ text: String, _ arguments: String) async throws -> (
        told: [String], result: CommandResult
    ) {
        try place.write(text, to: ".buffer")
        let result = try await place.shell("\"$PLUMBLINE\" lint --format concise \(arguments) < .buffer")
        return (GapPlan.told(result.output), result)
    }

    private let strategy = "# Strategy\n\n## Full rollback (< 30 minutes)\n\n1. Restore\n"
    private let rollback = "# Rollback\n\n## Level 3: Full rollback (< 30 minutes)\n\n1. Restore\n"

    private func place(settings: String? = nil) throws -> Workspace {
        let place = try Workspace()
        try place.write(strategy, to: "docs/strategy.md")
        try place.write(rollback, to: "docs/rollback.md")
        if let settings { try place.write(settings, to: "docs/plumbline.yml") }
        return place
    }

    /// The text that is edited is held against the other documents on the disk.
    @Test func othersComeFromTheDisk() async throws {
        let place = try place()
        let edited = rollback.replacing("30", with: "60")
        let (told, result) = try await lint(place, edited, "docs --stdin-filename docs/rollback.md")
        #expect(told == ["rollback.md rollback-time-conflict error"])
        #expect(result.status == 1)
        #expect(try await lint(place, rollback, "docs --stdin-filename docs/rollback.md").told == [])
        #expect(try place.text("docs/rollback.md") == rollback)
    }

    /// An editor names one document and means the plan that it belongs to; it knows places from where it runs.
    @Test(arguments: ["docs/rollback.md", "./docs/rollback.md", "$PWD/docs/rollback.md"])
    func thePlanIsFoundByTheDocument(_ path: String) async throws {
        let edited = rollback.replacing("30", with: "60")
        for settings in [nil, "title: T\n", "documents: ['*.md']\n"] {
            let (told, result) = try await lint(try place(settings: settings), edited, "--stdin-filename \"\(path)\"")
            #expect(told.count == 1, "\(result.errors)")
            #expect(told.first?.hasSuffix("docs/rollback.md rollback-time-conflict error") == true, "\(told)")
        }
    }

    @Test func insideItsFolder() async throws {
        let place = try place(settings: "documents: ['*.md']\n")
        try place.write(rollback.replacing("30", with: "60"), to: ".buffer")
        let result = try await place.shell(
            "cd docs && \"$PLUMBLINE\" lint --format concise --stdin-filename rollback.md < ../.buffer")
        #expect(GapPlan.told(result.output) == ["rollback.md rollback-time-conflict error"])
        let above = try await place.shell(
            "mkdir docs/sub; cd docs/sub && \"$PLUMBLINE\" lint --format concise --stdin-filename ../rollback.md < ../../.buffer"
        )
        #expect(GapPlan.told(above.output) == ["../rollback.md rollback-time-conflict error"])
    }

    @Test func aDocumentThatIsNotThereYet() async throws {
        let place = try place()
        let (told, _) = try await lint(place, "# New\n\n[gone](gone.md)\n", "docs --stdin-filename docs/new.md")
        #expect(told == ["new.md link-broken error"])
        #expect(
            try await lint(place, "# New\n\n[gone](gone.md)\n", "--stdin-filename docs/new.md").told == [
                "docs/new.md link-broken error"
            ])
        #expect(
            try await lint(place, "# New\n\n[gone](gone.md)\n", "docs/new.md --stdin-filename docs/new.md").told == [
                "docs/new.md link-broken error"
            ])
    }

    /// What no search finds is no part of the plan, as it will be when the editor is closed.
    @Test(arguments: ["docs/notes.txt", "docs/.hidden/plan.md", "docs/node_modules/a.md", "elsewhere.md"])
    func whatIsNoDocumentOfThePlan(_ path: String) async throws {
        let place = try place()
        try place.write("# Notes\n", to: path)
        let (told, result) = try await lint(place, "[gone](gone.md)\n", "docs --stdin-filename \(path)")
        #expect(told == [])
        #expect(result.status == 0)
        #expect(result.errors == "note: '\(path)' is no document of this plan; it was not checked\n")
    }

    @Test func faults() async throws {
        let place = try place()
        let nowhere = try await lint(place, "", "docs --stdin-filename no/such.md").result
        #expect(nowhere.status == 2)
        #expect(nowhere.errors.hasPrefix("error: there is no folder for '--stdin-filename no/such.md'\nhelp: "))
        let closed = try await place.shell("\"$PLUMBLINE\" lint docs --stdin-filename docs/rollback.md <&-")
        #expect(closed.status == 2)
        #expect(closed.errors.hasPrefix("error: cannot read standard input: "))
        let binary = try await place.shell(
            "printf 'a\\0b' | \"$PLUMBLINE\" lint docs --stdin-filename docs/rollback.md")
        #expect(binary.status == 2)
        #expect(binary.errors.contains("is no text"))
    }
}
