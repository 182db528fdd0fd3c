import Testing

/// A team's own words are read where its settings name them, and only there.
@Suite struct VocabularyTests {
    private static let document = """
        # Move of the parcel labels

        ## Tranche 1: Own shops (Day 1-2)

        - **Risk**: low

        ## Tranche 2: Partner shops (Day 3-5)

        - **Risk**: high

        """

    private func plan(_ settings: String?) async throws -> CommandResult {
        let workspace = try Workspace()
        try workspace.write(Self.document, to: "plan.md")
        if let settings { try workspace.write(settings, to: "plumbline.yml") }
        return try await workspace.run("plan", "--format", "json")
    }

    @Test func aPhaseMayHaveItsOwnWord() async throws {
        let told = try await plan("vocabulary:\n  phase: [tranche]\n")
        #expect(told.status == 0)
        #expect(told.output.contains("\"id\": \"phase-1\""))
        #expect(told.output.contains("\"name\": \"Partner shops\""))
        let untold = try await plan(nil)
        #expect(untold.status == 0)
        #expect(!untold.output.contains("\"id\": \"phase-1\""))
    }

    @Test func anUnknownClassIsNamedWithItsLine() async throws {
        let result = try await plan("title: Labels\nvocabulary:\n  phases: [tranche]\n")
        #expect(result.status == 2)
        #expect(result.errors.contains("plumbline.yml:3:3"))
        #expect(result.errors.contains("unknown class of words 'phases'; did you mean 'phase'?"))
    }
}
