import Testing

/// The same input at the same moment: the same bytes.
@Suite struct DeterminismTests {
    @Test func twoFoldersGiveTheSameSite() async throws {
        let (first, second) = (try await Workspace.published(), try await Workspace.published())
        #expect(first.contents("output") == second.contents("output"))
        #expect(!first.contents("output").isEmpty)
    }

    /// Sets and dictionaries are seeded anew in each process; none of their order may show.
    @Test(arguments: [["lint"], ["lint", "--format", "json"], ["plan"], ["plan", "--format", "json"], ["explain"]])
    func answersDoNotDependOnTheProcess(_ arguments: [String]) async throws {
        let input = "\(Project.folder)/ledger/input"
        let expected = try await Plumbline.run(arguments, in: input)
        for _ in 1...5 {
            let result = try await Plumbline.run(arguments, in: input)
            #expect(result.output == expected.output)
            #expect(result.errors == expected.errors)
        }
    }

    @Test func localeAndZoneOfTheMachineChangeNothing() async throws {
        let place = try await Workspace.published()
        let expected = try await place.run("status", "--now", SmallPlan.now)
        let result = try await place.run(
            "status", "--now", SmallPlan.now,
            environment: ["TZ": "Asia/Kathmandu", "LANG": "tr_TR.UTF-8", "LC_ALL": "C", "HOME": "/nonexistent"])
        #expect(result.output == expected.output)
    }
}
