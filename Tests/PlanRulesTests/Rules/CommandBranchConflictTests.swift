import Testing

@testable import PlanRules

struct CommandBranchConflictTests {
    @Test func twoDefaultBranches() throws {
        try expect(
            .commandBranchConflict,
            in:
                "# Köln\r\n\r\n1. `git checkout ‹1:master›` und prüfen\r\n2. Zurück:\r\n\r\n   ```bash\r\n   git revert HEAD\r\n"
                + "   git push origin ‹2:main›\r\n   git reset --hard origin/main\r\n   ```\r\n",
            reports: .at(1, "the branch is 'master' here, but 'main' in plan.md", note: 2))
    }

    @Test(arguments: [
        "git push origin main\ngit checkout main", "git push origin main\ngit -C ../docs push origin master",
        "git branch -m master main\ngit push origin main", "cd docs\ngit push origin master\ngit push origin main",
        "git push origin main\ngit log master", "git push origin main\nsvn switch master", "",
    ])
    func oneOfThem(commands: String) throws {
        try expectSilence(of: .commandBranchConflict, in: "# Plan\n\n```bash\n\(commands)\n```\n")
    }
}
