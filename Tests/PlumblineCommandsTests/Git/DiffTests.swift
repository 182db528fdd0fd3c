import Foundation
import Testing

/// `plumbline diff` in real repositories.
@Suite struct DiffTests {
    private func repository() async throws -> Repository? {
        guard let repository = try await Repository() else { return nil }
        for (name, text) in CheckoutPlan.files { try repository.write(text, to: "docs/\(name)") }
        try await repository.commit("one")
        try repository.edit("docs/rollback.md", "(< 60 minutes)", "(< 90 minutes)")
        try await repository.commit("two")
        return repository
    }

    private func lines(_ result: CommandResult) -> [String] {
        #expect(result.errors.isEmpty, "\(result.errors)")
        return result.output.split(separator: "\n").map(String.init)
    }

    @Test func commitsAreCompared() async throws {
        guard let repository = try await repository() else { return }
        let expected = ["lengthened  Full rollback: < 60 min → < 90 min", "            rollback.md:3:19"]
        for arguments in [["HEAD~1", "docs"], ["HEAD~1", "HEAD", "docs"]] {
            let result = try await Plumbline.run(["diff"] + arguments, in: repository.path)
            #expect(result.status == 0)
            #expect(lines(result).dropFirst() == expected[...], "\(result.output)")
        }
        let back = try await repository.run("diff", "HEAD", "HEAD~1", ".")
        #expect(
            back.output.contains("shortened  Full rollback: < 90 min → < 60 min\n           docs/rollback.md:3:19\n"))
    }

    @Test func theWorkingTreeIsTheHead() async throws {
        guard let repository = try await repository() else { return }
        try repository.edit("docs/timeline.md", "- Raise `enableFastCart` to 20%", "- Raise `enableFastCart` to 25%")
        try repository.edit("docs/strategy.md", "enableFastCart: { rollout: 20", "enableFastCart: { rollout: 25")
        let result = try await repository.run("diff", "HEAD", "docs", "--exit-code")
        #expect(result.status == 1)
        let hash = try await repository.shell("git rev-parse --short=7 HEAD").trimmingCharacters(in: .newlines)
        #expect(
            lines(result) == [
                "from HEAD (\(hash)) to the working tree: 1 change",
                "changed  enableFastCart, day 3: 20% → 25%", "         strategy.md:10:30",
            ])
        let json = try await repository.run("diff", "HEAD", "docs", "--format", "json")
        #expect(json.status == 0)
        let value = try #require(try JSONSerialization.jsonObject(with: Data(json.standardOutput)) as? [String: Any])
        #expect((value["head"] as? [String: Any])?["commit"] is NSNull)
        #expect((value["changes"] as? [Any])?.count == 1)
        let markdown = try await repository.run("diff", "HEAD", "docs", "--format", "markdown")
        #expect(markdown.output.hasPrefix("**Plan from HEAD (\(hash)) to the working tree: 1 change**\n\n| | change |"))
    }

    @Test(arguments: [
        "git mv docs/timeline.md docs/days.md",
        "fmt -w 50 docs/timeline.md > x; sed -i.x 's/Raise/**Raise**/' docs/timeline.md; rm -f x docs/*.x",
        "for f in docs/*.md; do { echo; cat $f; } > x; mv x $f; done",
    ])
    func formMeansTheSame(_ script: String) async throws {
        guard let repository = try await repository() else { return }
        try await repository.shell(script)
        let result = try await repository.run("diff", "HEAD", "docs", "--exit-code")
        #expect(result.status == 0)
        #expect(result.output.hasSuffix("to the working tree: the plan means the same\n"), "\(result.output)")
    }

    /// What main did since is no change of the branch.
    @Test func mergeBase() async throws {
        guard let repository = try await repository() else { return }
        try await repository.shell("git checkout -q -b work HEAD~1")
        let direct = try await repository.run("diff", "main", "docs")
        #expect(direct.output.contains("shortened  Full rollback: < 90 min → < 60 min"))
        let parted = try await repository.run("diff", "main", "docs", "--merge-base")
        #expect(parted.output.contains("the plan means the same"))
    }

    @Test func settingsOfEachTime() async throws {
        guard let repository = try await repository() else { return }
        try repository.write("start: 2026-03-02\n", to: "docs/plumbline.yml")
        try await repository.commit("start")
        try repository.write("start: 2026-03-09\n", to: "docs/plumbline.yml")
        let result = try await repository.run("diff", "HEAD", "docs")
        #expect(
            lines(result).dropFirst() == [
                "changed  Plan, start: 2026-03-02 → 2026-03-09", "         docs/plumbline.yml:1:8",
            ])
        // Settings of once that nobody can use today must not keep anybody from comparing.
        try repository.write("strat: 2026-03-02\n", to: "docs/plumbline.yml")
        try await repository.commit("slip")
        try repository.write("start: 2026-03-09\n", to: "docs/plumbline.yml")
        #expect(try await repository.run("diff", "HEAD", "docs").status == 0)
    }

    @Test func argumentsThatMeanNothing() async throws {
        guard let repository = try await repository() else { return }
        try await repository.shell("git branch docs")
        let cases: [([String], String)] = [
            (["main", "nothing"], "error: there is neither a commit nor a path 'nothing' here\n"),
            (["main", "docs"], "error: 'docs' is both a commit and a path\nhelp: write './docs' for the path"),
            (["main", "-x"], "Error: Unknown option '-x'"),
            (["main", "nothing", "docs"], "error: there is no commit 'nothing' here\n"),
            (["main", "main", "nowhere"], "error: there are no Markdown documents in 'nowhere', neither"),
            ([], "Error: Missing expected argument '<base>'"),
        ]
        for (arguments, message) in cases {
            let result = try await Plumbline.run(["diff"] + arguments, in: repository.path)
            #expect(result.status == 2, "\(arguments)")
            #expect(result.errors.hasPrefix(message), "\(arguments): \(result.errors)")
        }
        #expect(try await repository.run("diff", "main", "./docs").status == 0)
        #expect(try await repository.run("diff", "main", "docs", "docs").status == 0)
    }

    /// That a credential changed is told, but neither the old one nor the new one, not even where a text is cut off.
    @Test(arguments: ["text", "json", "markdown"]) func noFormatShowsCredentials(_ format: String) async throws {
        guard let repository = try await Repository() else { return }
        func write(_ password: String, _ token: String) throws {
            try repository.write(
                """
                # Rollback

                ## Full rollback (< 30 minutes)

                ```bash
                export PGPASSWORD=\(password)
                psql -h orders-db -U guard -c 'select 1' && ./open --token=\(token)
                ```

                - [ ] Open the till with `--token=\(token)`
                """, to: "rollback.md")
        }
        let (old, new) = (("Gr4velpit-7719", "t8f3k20dkw93mz7q1xv5"), ("Br4chvogel-308", "q7k2m40zrw83px6v1hd9"))
        try write(old.0, old.1)
        try await repository.commit()
        try write(new.0, new.1)
        let result = try await repository.run("diff", "HEAD", "--format", format)
        #expect(result.output.contains("export PGPASSWORD=**************") || format == "markdown")
        #expect(result.output.contains("PGPASSWORD=") && result.output.contains("--token="), "\(result.output)")
        for secret in [old.0, old.1, new.0, new.1] {
            #expect(!result.output.contains(secret.prefix(3)), "\(result.output)")
        }
    }

    /// The contract that is printed is the one that is shipped.
    @Test func schemaIsPrinted() async throws {
        let place = try Workspace()
        let result = try await place.run("schema", "diff")
        #expect(result.output.contains("\"const\": \"plumbline/diff/1\""))
    }
}
