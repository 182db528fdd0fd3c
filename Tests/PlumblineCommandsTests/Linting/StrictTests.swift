import Testing

/// `--strict`: what silences findings is held to account.
@Suite struct StrictTests {
    private func lint(_ comment: String, _ options: String...) async throws -> ([String], Int32) {
        let place = try Workspace()
        try place.write("# Ledger\n\n\(comment)\n[gone](gone.md)\n", to: "docs/plan.md")
        let result = try await Plumbline.run(["lint", "docs", "--format", "concise"] + options, in: place.path)
        return (GapPlan.told(result.output), result.status)
    }

    @Test func unusedCommentsAreErrors() async throws {
        let comment = "<!-- plumbline: allow link-broken, flag-undefined reason=\"to come\" -->"
        #expect(try await lint(comment) == (["plan.md suppression-unused warning"], 1))
        #expect(try await lint(comment, "--strict", "--fail-on", "error") == (["plan.md suppression-unused error"], 1))
    }

    @Test func commentsHaveAReason() async throws {
        for comment in ["<!-- plumbline: allow link-broken -->", "<!-- plumbline: allow link-broken reason=\" \" -->"] {
            #expect(try await lint(comment) == ([], 0))
            #expect(try await lint(comment, "--strict") == (["plan.md suppression-without-reason warning"], 1))
            #expect(try await lint(comment, "--strict", "--ignore", "suppression-without-reason") == ([], 0))
        }
        #expect(try await lint("<!-- plumbline: allow link-broken reason=\"to come\" -->", "--strict") == ([], 0))
    }
}
