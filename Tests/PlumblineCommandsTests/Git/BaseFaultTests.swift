import Foundation
import Testing

/// What cannot be compared is told with what to do, and never passes for clean.
@Suite struct BaseFaultTests {
    private func repository() async throws -> Repository? {
        guard let repository = try await Repository() else { return nil }
        for (name, text) in CheckoutPlan.files { try repository.write(text, to: "docs/\(name)") }
        try await repository.commit("one")
        for number in 2...4 {
            try repository.write("Note \(number)\n", to: "notes.md")
            try await repository.commit("commit \(number)")
        }
        return repository
    }

    private func expect(
        _ result: CommandResult, _ message: String, help: String, location: SourceLocation = #_sourceLocation
    ) {
        #expect(result.status == 2, sourceLocation: location)
        #expect(result.output.isEmpty, sourceLocation: location)
        #expect(result.errors == "error: \(message)\nhelp: \(help)\n", sourceLocation: location)
    }

    static let names: [(String, String, String)] = [
        ("nope", "there is no commit 'nope' here", "fetch it: 'git fetch origin nope'"),
        ("origin/nope", "there is no commit 'origin/nope' here", "fetch it: 'git fetch origin nope'"),
        ("a b;c", "there is no commit 'a b;c' here", "fetch it: 'git fetch origin BRANCH'"),
        ("HEAD:docs", "there is no commit 'HEAD:docs' here", "fetch it: 'git fetch origin BRANCH'"),
        (
            "--output=x", "'--output=x' names no commit", "give a branch, a tag or a hash, such as origin/main"
        ),
    ]

    @Test(arguments: names) func missingCommit(_ name: String, _ message: String, _ help: String) async throws {
        guard let repository = try await repository() else { return }
        expect(try await repository.run("lint", "docs", "--base=\(name)"), message, help: help)
        guard !name.hasPrefix("-") else { return }
        expect(try await repository.run("diff", name), message, help: help)
    }

    @Test func branchOfTheRemote() async throws {
        guard let repository = try await repository() else { return }
        try await repository.shell("git update-ref refs/remotes/origin/trunk HEAD")
        expect(
            try await repository.run("lint", "docs", "--base", "trunk"), "there is no commit 'trunk' here",
            help: "did you mean 'origin/trunk'?")
        #expect(try await repository.run("lint", "docs", "--base", "origin/trunk").status == 0)
    }

    @Test func noRepository() async throws {
        let place = try Workspace()
        try place.write("# Plan\n", to: "docs/plan.md")
        let environment = ["GIT_CEILING_DIRECTORIES": place.path]
        for arguments in [["lint", "docs", "--base", "main"], ["diff", "main", "docs"]] {
            let result = try await Plumbline.run(arguments, in: place.path, environment: environment)
            expect(
                result, "'\(place.path)/docs' is in no git repository, so there is nothing to compare with",
                help: "name a folder inside a repository, or leave out what asks for a comparison")
        }
    }

    @Test func noCommitYet() async throws {
        guard let repository = try await Repository() else { return }
        try repository.write("# Plan\n", to: "plan.md")
        expect(
            try await repository.run("lint", "--base", "HEAD"), "the repository '\(repository.path)' has no commit yet",
            help: "commit the documents first")
    }

    @Test func noGit() async throws {
        guard let repository = try await repository() else { return }
        let result = try await Plumbline.shell(
            #"PATH=/nowhere exec "$PLUMBLINE" lint docs --base main"#, in: repository.path)
        expect(result, "there is no program 'git'", help: "install git, or put it on the PATH")
    }

    @Test func twoRepositories() async throws {
        guard let repository = try await repository() else { return }
        try await repository.shell("git clone -q . ../other")
        let result = try await repository.run("lint", "docs", "../other/docs", "--base", "main")
        expect(
            result,
            "the documents lie in different repositories: '\(repository.path)', '\(repository.place.path)/other'",
            help: "compare the documents of one repository at a time")
    }

    @Test func nothingInCommon() async throws {
        guard let repository = try await repository() else { return }
        try await repository.shell("git checkout -q --orphan other && git commit -q -m other")
        expect(
            try await repository.run("lint", "docs", "--base", "main"), "'main' and 'HEAD' have no commit in common",
            help: "name the branch that it came from")
    }

    /// As CI clones: one commit, and of the base nothing or its last one.
    @Test func shallowClone() async throws {
        guard let repository = try await repository() else { return }
        try await repository.shell(
            """
            git checkout -q -b work HEAD~1 && git commit -q --allow-empty -m work
            git clone -q --depth 1 --branch work "file://$PWD" ../shallow
            """)
        let clone = "\(repository.place.path)/shallow"
        expect(
            try await Plumbline.run(["lint", "docs", "--base", "origin/main"], in: clone),
            "there is no commit 'origin/main' here: the clone is shallow",
            help: "fetch it: 'git fetch --depth=100 origin main' (for actions/checkout: 'fetch-depth: 0')")
        _ = try await Plumbline.shell("git fetch -q --depth 1 origin main:refs/remotes/origin/main", in: clone)
        expect(
            try await Plumbline.run(["lint", "docs", "--base", "origin/main"], in: clone),
            "the clone is too shallow to hold the commit where 'HEAD' parted from 'origin/main'",
            help: "fetch more of both: 'git fetch --deepen=100 origin main' (for actions/checkout: 'fetch-depth: 0')")
        // The advice helps.
        _ = try await Plumbline.shell("git fetch -q --deepen=100 origin main work", in: clone)
        let result = try await Plumbline.run(["lint", "docs", "--base", "origin/main"], in: clone)
        #expect(result.output.hasSuffix("0 new, 0 mended, 2 unchanged\n"), "\(result.errors)")
        #expect(result.status == 0)
    }

    /// Objects that were left out when it was cloned are not fetched behind the user's back.
    @Test func partialClone() async throws {
        guard let repository = try await repository() else { return }
        try await repository.shell(
            """
            git config uploadpack.allowFilter true
            git checkout -q -b work && sed -i.x 's/60/70/' docs/rollback.md && rm docs/*.x && git commit -q -a -m work
            git clone -q --filter=blob:none --branch work "file://$PWD" ../partial
            """)
        let clone = "\(repository.place.path)/partial"
        let result = try await Plumbline.run(["lint", "docs", "--base", "origin/main"], in: clone)
        #expect(result.status == 2)
        #expect(result.errors.hasPrefix("error: the clone lacks contents of 'origin/main' ("), "\(result.errors)")
        let advice = try #require(result.errors.firstMatch(of: /'(git diff --stat [0-9a-f]+)'/)?.1)
        _ = try await Plumbline.shell(String(advice), in: clone)
        let again = try await Plumbline.run(["lint", "docs", "--base", "origin/main"], in: clone)
        #expect(again.output.contains("1 new, 1 mended, 1 unchanged"), "\(again.errors)")
    }
}
