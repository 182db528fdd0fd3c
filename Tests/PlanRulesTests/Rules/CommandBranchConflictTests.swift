import Testing

@testable import PlanRules

struct CommandBranchConflictTests {
    /// The shape of a launch document whose check allows what its commands do not push.
    @Test(arguments: [
        ("Debe estar en: release/mapa o main", "release/mapa"), ("must be on main or release/map", "release/map"),
    ])
    func choiceThatIsNotPushed(comment: String, pushed: String) throws {
        try expect(
            .commandBranchConflict,
            in: """
                # Salida

                ```bash
                git branch --show-current
                ‹2:# \(comment)›
                ```

                ```bash
                git push origin ‹1:\(pushed)›
                ```
                """, reports: .at(1, "only '\(pushed)' is pushed, but 'main' may be checked out too", note: 2))
    }

    @Test(arguments: [
        ("must be on main or release/map", "git push origin HEAD"),
        ("must be on main or release/map", "git push origin main\ngit push origin release/map"),
        ("must be clean or stashed", "git push origin main"), ("main or release/map", "git push origin main"),
        ("must be on main or release/map", "git push"),
    ])
    func choicesThatStay(comment: String, push: String) throws {
        try expectSilence(
            of: .commandBranchConflict, in: "# Go\n\n```bash\ngit branch\n# \(comment)\n\(push)\n```\n")
    }

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
