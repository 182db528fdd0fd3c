import Foundation
import Testing

/// `lint --base` in real repositories.
@Suite struct LintBaseTests {
    /// Fifty commits on main, the plan below `docs`, and a branch from the fortieth: what main did later is none of its.
    private func history() async throws -> Repository? {
        guard let repository = try await Repository() else { return nil }
        for (name, text) in CheckoutPlan.files { try repository.write(text, to: "docs/\(name)") }
        try repository.write("# Sources\n\nRead in [the log](log.md).\n", to: "docs/sources.md")
        try await repository.commit("the plan")
        try await repository.shell(
            """
            for number in $(seq 2 40); do
                echo "Note $number" >> "notes-$((number % 7)).md"
                printf 'Reading %s of the carts.\\n\\n' "$number" >> docs/log.md
                git add -A
                git commit -q -m "commit $number"
            done
            git branch work
            sed -i.old 's/(< 60 minutes)/(< 90 minutes)/' docs/rollback.md
            rm docs/rollback.md.old
            git commit -q -a -m 'commit 41'
            for number in $(seq 42 50); do
                echo "Note $number" >> "notes-$((number % 7)).md"
                git commit -q -a -m "commit $number"
            done
            test "$(git rev-list --count main)" = 50
            git checkout -q work
            """)
        return repository
    }

    private func newFindings(_ repository: Repository, _ arguments: String...) async throws -> [String] {
        let result = try await Plumbline.run(
            ["lint", "docs", "--base", "main", "--format", "concise"] + arguments, in: repository.path,
            environment: ["GIT_CONFIG_GLOBAL": "/dev/null"])
        #expect(result.errors.isEmpty)
        #expect(result.status == (result.output.isEmpty ? 0 : 1))
        return result.output.split(separator: "\n").map(String.init)
    }

    @Test func theOldOnesAreNotNew() async throws {
        guard let repository = try await history() else { return }
        let plain = try await repository.run("lint", "docs", "--format", "concise")
        #expect(plain.output.split(separator: "\n").map(String.init) == CheckoutPlan.contradictions)
        #expect(try await newFindings(repository) == [])
        let text = try await repository.run("lint", "docs", "--base", "main")
        let base = try await repository.shell("git rev-parse --short=7 work")
        #expect(text.status == 0)
        #expect(
            text.output == "no findings in 6 documents\nagainst main (\(base.trimmingCharacters(in: .newlines))): "
                + "0 new, 0 mended, 2 unchanged\n")
    }

    /// One is caused in the file that the finding does not point at, one where it points, one by a removal.
    @Test func exactlyTheNewOnes() async throws {
        guard let repository = try await history() else { return }
        try repository.edit("docs/strategy.md", "enableFastCart: { rollout: 20", "enableFastCart: { rollout: 30")
        try await repository.shell("git rm -q docs/log.md")
        try repository.edit("docs/monitoring.md", "> 15%", "> 20%")
        // Committed, staged, and neither: all of it is what stands in front of us.
        try await repository.shell("git commit -q docs/strategy.md -m flags")
        try await repository.shell("git add -A")
        try repository.edit("docs/rollback.md", "(< 60 minutes)", "(< 30 minutes)")
        #expect(
            try await newFindings(repository) == [
                "monitoring.md:7:30: error[threshold-conflict] 'Error rate' has its critical limit at > 20% here, "
                    + "but at > 15% in strategy.md:21 (see strategy.md:21:16)",
                "sources.md:3:19: error[link-broken] 'log.md' does not exist",
                "strategy.md:10:30: error[flag-percent-conflict] 'enableFastCart' is at 20% on day 3 in "
                    + "timeline.md:10, but 30% here (see timeline.md:10:29)",
            ])
        let text = try await repository.run("lint", "docs", "--base", "main")
        #expect(
            text.output.contains("3 new, 1 mended, 1 unchanged; caused by a change elsewhere: 1\n  sources.md:3:19: ")
        )
        let json = try await repository.run("lint", "docs", "--base", "main", "--format", "json")
        let report = try #require(try JSONSerialization.jsonObject(with: Data(json.standardOutput)) as? [String: Any])
        let base = try #require((report["summary"] as? [String: Any])?["base"] as? [String: Any])
        let counts = ["new", "mended", "unchanged"].map { base[$0] as? Int }
        #expect(counts == [3, 1, 1])
        #expect(base["ref"] as? String == "main")
        #expect((base["elsewhere"] as? [String])?.count == 1)
    }

    static let forms: [(String, String)] = [
        ("lines move", "for f in docs/*.md; do { echo 'Preface.'; echo; cat $f; } > x; mv x $f; done"),
        ("files are renamed", "cd docs && git mv timeline.md days.md && git mv strategy.md zz-how.md"),
        (
            "renamed without git",
            "cd docs && mv timeline.md a.md && mv rollback.md b.md && sed -i.x s/rollback.md/b.md/ strategy.md && rm *.x"
        ),
        (
            "paragraphs are reflowed",
            "cd docs && fmt -w 40 strategy.md | head -5 > x && sed -n '6,$p' strategy.md >> x && mv x strategy.md"
        ),
        ("line endings", "cd docs && for f in *.md; do sed 's/$/\\r/' $f > x; mv x $f; done"),
        (
            "sections change places",
            "cd docs && { sed -n '1,5p' strategy.md; sed -n '16,$p' strategy.md; echo; sed -n '6,15p' strategy.md; } > x && mv x strategy.md"
        ),
        ("other text is added", "echo 'More.' >> docs/timeline.md; echo '# New' > docs/new.md"),
    ]

    @Test(arguments: forms) func oldOnesStayOld(_ name: String, _ script: String) async throws {
        guard let repository = try await history() else { return }
        try await repository.shell(script)
        let status = try await repository.shell("git status --short")
        #expect(!status.isEmpty)
        #expect(try await newFindings(repository) == [], "\(name)")
        try await repository.commit(name)
        #expect(try await newFindings(repository) == [], "\(name)")
    }

    /// Nothing is written, neither to the working tree nor to the index.
    @Test func repositoryIsLeftAsItWas() async throws {
        guard let repository = try await history() else { return }
        try repository.edit("docs/monitoring.md", "> 15%", "> 20%")
        try await repository.shell("touch -d 2001-01-01 docs/*.md")
        let before = repository.place.contents()
        _ = try await newFindings(repository)
        _ = try await repository.run("diff", "main", "docs")
        #expect(repository.place.contents() == before)
    }

    /// Where the tool stands and how the folder is named makes no difference.
    @Test(arguments: [("", "docs"), ("docs", "."), ("docs", "../docs"), ("", "./docs/")])
    func foldersInsideTheRepository(_ folder: String, _ path: String) async throws {
        guard let repository = try await history() else { return }
        try repository.edit("docs/monitoring.md", "> 15%", "> 20%")
        let result = try await repository.run("lint", path, "--base", "main", "--format", "concise", in: folder)
        #expect(
            result.output.hasPrefix("monitoring.md:7:30: error[threshold-conflict]"), "\(result.output)\(result.errors)"
        )
        #expect(result.output.split(separator: "\n").count == 1)
    }

    /// Named one by one, as hooks name them.
    @Test func singleDocuments() async throws {
        guard let repository = try await history() else { return }
        try repository.edit("docs/monitoring.md", "> 15%", "> 20%")
        let result = try await repository.run(
            "lint", "docs/monitoring.md", "docs/strategy.md", "docs/rollback.md", "--base", "main", "--format",
            "concise")
        #expect(result.output.split(separator: "\n").count == 1)
        #expect(result.output.hasPrefix("docs/monitoring.md:7:30: error[threshold-conflict]"))
    }

    /// The settings of today hold for both; patterns find what has gone.
    @Test func settingsOfTodayHold() async throws {
        guard let repository = try await history() else { return }
        try repository.write("documents: ['*.md', '../more/**/*.md']\n", to: "docs/plumbline.yml")
        try repository.write(CheckoutPlan.monitoring, to: "more/deep/limits.md")
        try await repository.shell(
            "git add -A && git commit -q -m settings && git branch -f main HEAD && git mv docs/timeline.md docs/days.md"
        )
        #expect(try await newFindings(repository) == [])
        try repository.edit("more/deep/limits.md", "> 15%", "> 25%")
        #expect(try await newFindings(repository).count == 1)
    }

    @Test func linksAreLookedUpAtTheirTime() async throws {
        guard let repository = try await history() else { return }
        try repository.write("[log](log.md), [old](../old/gone.md), [api](api.md)\n", to: "docs/links.md")
        try repository.write("docs/api.md\n", to: ".gitignore")
        try await repository.commit("links")
        try await repository.shell("git branch -f main HEAD")
        // What git does not know was there before, too.
        try repository.write("# API\n", to: "docs/api.md")
        #expect(try await newFindings(repository) == [])
        try await repository.shell("git rm -q docs/log.md")
        #expect(
            try await newFindings(repository) == [
                "links.md:1:7: error[link-broken] 'log.md' does not exist",
                "sources.md:3:19: error[link-broken] 'log.md' does not exist",
            ])
    }

    /// Names that need quoting anywhere, and links between documents.
    @Test func unusualNames() async throws {
        guard let repository = try await Repository("a 'b' \"c\" $(d)") else { return }
        let folder = "pläne — 東京\nzwei"
        for (name, text) in CheckoutPlan.files { try repository.write(text, to: "\(folder)/\(name)") }
        try repository.place.link("\(repository.folder)/\(folder)/link [1].md", to: "../outside\tthe.md")
        try repository.write("# Outside\n\n[gone](gone.md)\n", to: "outside\tthe.md")
        try repository.write("# ;rm -rf '*' `id` é\n\n[weg](weg.md)\n", to: "\(folder)/-x ; \\ .md")
        try await repository.commit()
        let plain = try await repository.run("lint", folder)
        #expect(plain.output.contains("4 errors in 6 documents"), "\(plain.output)\(plain.errors)")
        let result = try await repository.run("lint", folder, "--base", "main")
        #expect(result.output.contains("no findings in 6 documents"), "\(result.output)\(result.errors)")
        #expect(result.output.contains("0 new, 0 mended, 4 unchanged"))
        try await repository.shell("git mv './\(folder)/-x ; \\ .md' './\(folder)/y '")
        try await repository.shell("git mv './\(folder)/y ' './\(folder)/ü.md'")
        let renamed = try await repository.run("lint", folder, "--base", "main")
        #expect(renamed.output.contains("0 new, 0 mended, 4 unchanged"), "\(renamed.output)")
    }

    /// A credential that is known already, or not asked for, stands in the excerpts of other findings all the same.
    @Test(arguments: [["--base", "main"], ["--ignore", "secret-in-document"], ["--select", "link-broken"]])
    func credentialsAreHidden(_ arguments: [String]) async throws {
        guard let repository = try await Repository() else { return }
        try repository.write("# Log\n", to: "log.md")
        try repository.write("# Plan\n\nOpen it by `--token=t8f3k20dkw93mz7q1xv5`, see [it](log.md).\n", to: "plan.md")
        try await repository.commit()
        try repository.edit("plan.md", "(log.md)", "(gone.md)")
        let result = try await Plumbline.run(["lint"] + arguments, in: repository.path)
        #expect(result.status == 1)
        #expect(result.output.contains("3 | Open it by `--token=********************`, see [it](gone.md)."))
        #expect(result.output.contains("1 error in 2 documents\n"), "\(result.output)")
    }

    /// A working tree beside a bare repository, as `git worktree` makes one.
    @Test func worktreeOfABareRepository() async throws {
        guard let repository = try await history() else { return }
        try await repository.shell(
            "git clone -q --bare . ../bare.git && git -C ../bare.git worktree add -q ../tree work")
        let tree = "\(repository.place.path)/tree"
        _ = try await Plumbline.shell("sed -i.x 's/> 15%/> 20%/' docs/monitoring.md && rm docs/*.x", in: tree)
        let result = try await Plumbline.run(["lint", "docs", "--base", "main", "--format", "concise"], in: tree)
        #expect(result.output.hasPrefix("monitoring.md:7:30: error[threshold-conflict]"), "\(result.errors)")
        #expect(result.output.split(separator: "\n").count == 1)
        let bare = try await Plumbline.run(["lint", ".", "--base", "main"], in: "\(repository.place.path)/bare.git")
        #expect(bare.status == 2)
    }

    /// Hooks run with variables that speak of another repository; settings of the repository name programs.
    @Test func surroundingsDoNotMatter() async throws {
        guard let repository = try await history() else { return }
        try repository.edit("docs/monitoring.md", "> 15%", "> 20%")
        try repository.write("*.md diff=own filter=own\n", to: ".gitattributes")
        try await repository.shell(
            """
            for key in core.fsmonitor diff.own.textconv diff.external filter.own.smudge filter.own.clean core.pager \\
                core.editor core.sshCommand; do git config "$key" 'touch ../ran; false'; done
            mkdir hooks && printf '#!/bin/sh\\ntouch ../ran\\n' > hooks/post-index-change && chmod +x hooks/*
            git config core.hooksPath hooks
            """)
        let result = try await repository.run(
            "lint", "docs", "--base", "main", "--format", "concise",
            environment: [
                "GIT_DIR": "/nowhere", "GIT_INDEX_FILE": "/nowhere/index", "GIT_EXTERNAL_DIFF": "touch ../ran",
                "GIT_WORK_TREE": "/", "GIT_OBJECT_DIRECTORY": "/nowhere", "LANG": "de_DE.UTF-8",
            ])
        #expect(result.output.split(separator: "\n").count == 1, "\(result.errors)")
        #expect(!FileManager.default.fileExists(atPath: "\(repository.place.path)/ran"))
    }
}
