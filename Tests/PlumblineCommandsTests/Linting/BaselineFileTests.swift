import Foundation
import Testing

/// `--baseline` and `--write-baseline`.
@Suite struct BaselineFileTests {
    private func withBaseline() async throws -> Workspace {
        let place = try Workspace.withGap(settings: "lint: {baseline: known.json}\n")
        let result = try await place.run("lint", "docs", "--write-baseline")
        #expect(result.status == 0)
        #expect(result.output == "no findings in 1 document (2 in the baseline)\n")
        #expect(result.errors == "note: 2 findings are in the baseline 'docs/known.json' now\n")
        return place
    }

    @Test func adopting() async throws {
        let place = try await withBaseline()
        let file = try place.text("docs/known.json")
        #expect(
            file.hasPrefix("{\n  \"schema\": \"plumbline/baseline/1\",\n  \"findings\": [\n    {\"fingerprint\":\""))
        #expect(
            file.contains("\"rule\":\"link-broken\",\"path\":\"plan.md\",\"message\":\"'steps.md' does not exist\"},\n")
        )
        #expect(try await place.lint() == ([], 0))
        let json = try await place.run("lint", "docs", "--format", "json")
        #expect(json.output.contains("\"baselined\": 2"))
        // Written again it is the same, byte for byte.
        _ = try await place.run("lint", "docs", "--write-baseline")
        #expect(try place.text("docs/known.json") == file)
        // What is new is told, alone.
        try place.write(GapPlan.text + "\n[more](more.md)\n", to: "docs/plan.md")
        #expect(try await place.lint() == (["plan.md link-broken error"], 1))
    }

    /// Lines move, a paragraph is wrapped anew, a file gets another name and another folder.
    @Test func whatMovesStaysKnown() async throws {
        let place = try await withBaseline()
        let moved =
            "# Ledger move\n\nA word ahead.\n\n"
            + GapPlan.text.dropFirst("# Ledger move\n\n".count)
            .replacing("See [the", with: "See\n[the\n")
        try place.write(moved, to: "docs/plan.md")
        #expect(try await place.lint() == ([], 0))
        _ = try await place.shell("mv docs/plan.md docs/moving.md")
        #expect(try await place.lint() == ([], 0))
        #expect(try await place.lint("--strict") == ([], 0))
    }

    @Test func entriesThatStandForNothing() async throws {
        let place = try await withBaseline()
        try place.write(GapPlan.text.replacing("[the steps](steps.md)", with: "the steps"), to: "docs/plan.md")
        #expect(try await place.lint() == (["known.json baseline-stale warning"], 1))
        #expect(try await place.lint("--fail-on", "error").status == 0)
        let strict = try await place.lint("--strict", "--fail-on", "error")
        #expect(strict.told == ["known.json baseline-stale error"])
        #expect(strict.status == 1)
        let text = try await place.run("lint", "docs")
        #expect(
            text.output.hasPrefix(
                "known.json:4:20: warning[baseline-stale]: 'link-broken' finds nothing in 'plan.md' any more that"),
            "\(text.output)")
        // Of a rule that does not run nothing is known.
        #expect(try await place.lint("--select", "phase-*") == ([], 0))
        _ = try await place.run("lint", "docs", "--write-baseline")
        #expect(try await place.lint("--strict") == ([], 0))
    }

    /// Who checks one document of several is told nothing about the entries of the others.
    @Test func partsOfAPlan() async throws {
        let place = try Workspace.withGap()
        try place.write("# Other\n\n[away](away.md)\n", to: "docs/sub/other.md")
        _ = try await place.run("lint", "docs", "--write-baseline", "--baseline", "known.json")
        for paths in [["docs/plan.md"], ["docs/sub"], ["docs/sub/other.md"], ["docs"]] {
            let result = try await Plumbline.run(
                ["lint", "--baseline", "known.json", "--strict"] + paths, in: place.path)
            #expect(result.status == 0, "\(paths): \(result.output)")
            #expect(!result.output.contains("stale"))
        }
        try FileManager.default.removeItem(atPath: "\(place.path)/docs/sub/other.md")
        let gone = try await place.run("lint", "docs", "--baseline", "known.json", "--format", "gitlab")
        #expect(gone.output.contains("\"path\": \"known.json\""), "\(gone.output)")
    }

    /// Who writes the baseline of a part keeps what is known of the rest.
    @Test func writingForAPart() async throws {
        let place = try Workspace.withGap()
        try place.write("# Other\n\n[away](away.md)\n", to: "docs/sub/other.md")
        _ = try await place.run("lint", "docs", "--write-baseline", "--baseline", "known.json")
        let all = try place.text("known.json")
        for part in [
            ["docs/sub"], ["docs/plan.md"], ["docs", "--select", "phase-*"], ["docs", "--ignore", "link-broken"],
        ] {
            let result = try await Plumbline.run(
                ["lint", "--write-baseline", "--baseline", "known.json"] + part, in: place.path)
            #expect(result.status == 0)
            #expect(try place.text("known.json") == all, "\(part)")
        }
        // What is mended goes with the next whole run.
        try place.write("# Other\n", to: "docs/sub/other.md")
        _ = try await place.run("lint", "docs/sub", "--write-baseline", "--baseline", "known.json")
        #expect(try place.text("known.json") == all)
        _ = try await place.run("lint", "docs", "--write-baseline", "--baseline", "known.json")
        #expect(try !place.text("known.json").contains("away.md"))
    }

    @Test func whereItLies() async throws {
        let place = try Workspace.withGap()
        let beside = try await place.run("lint", "docs", "--write-baseline")
        #expect(
            beside.errors.hasPrefix("note: 2 findings are in the baseline 'docs/plumbline-baseline.json' now; name it"))
        #expect(try await place.lint("--baseline", "docs/plumbline-baseline.json").status == 0)
        // In a repository paths are the repository's.
        _ = try await place.shell("mkdir .git")
        _ = try await place.run("lint", "docs", "--write-baseline", "--baseline", "all.json")
        #expect(try place.text("all.json").contains("\"path\":\"docs/plan.md\""))
        // The command line stands above the settings, and both are relative to where they were said.
        try place.write("lint: {baseline: ../all.json}\n", to: "docs/plumbline.yml")
        #expect(try await place.lint() == ([], 0))
        try place.write("{\"schema\":\"plumbline/baseline/1\",\"findings\":[]}", to: "none.json")
        #expect(try await place.lint("--baseline", "none.json").told.count == 2)
    }

    @Test(arguments: [
        (
            "{\n  \"schema\": \"plumbline/baseline/1\",\n  \"findings\": [\n",
            "error: known.json:4:1: the baseline cannot be read: "
        ),
        ("[]", "error: known.json:1:1: the baseline cannot be read: it is a list, not a set of keys\n"),
        (
            "{\"schema\": \"x\"}",
            "error: known.json:1:12: the baseline cannot be read: 'schema' is not \"plumbline/baseline/1\"\n"
        ),
        (
            "{\"schema\": \"plumbline/baseline/1\"}",
            "error: known.json:1:1: the baseline cannot be read: 'findings' is no list\n"
        ),
        (
            "{\"schema\": \"plumbline/baseline/1\", \"findings\": [{\"rule\": \"a\"}]}",
            "error: known.json:1:49: the baseline cannot be read: an entry has no 'fingerprint' that is a text\n"
        ),
        ("<<<<<<< HEAD\n{", "error: known.json:1:1: the baseline cannot be read: "), ("", "error: known.json:1:1: "),
        ("\u{0}", "error: 'known.json' is no text: "),
    ])
    func unreadable(_ text: String, _ message: String) async throws {
        let place = try Workspace.withGap()
        try place.write(text, to: "known.json")
        let result = try await place.run("lint", "docs", "--baseline", "known.json")
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
        #expect(result.errors.hasPrefix(message.replacing("'known.json'", with: "'known.json'")), "\(result.errors)")
        #expect(result.errors.contains("\nhelp: "))
    }

    static let refused: [([String], String)] = [
        (["--baseline", "nowhere.json"], "error: there is no baseline 'nowhere.json'\nhelp: write it first"),
        (["--baseline", "no/folder.json"], "error: there is no folder for the baseline 'no/folder.json'\n"),
        (["--baseline", ""], "error: '--baseline' names no file\n"),
        (["--baseline", "docs"], "error: 'docs' is a folder, not a file\n"),
        (
            ["--baseline", "notes.txt", "--write-baseline"],
            "error: 'notes.txt' is there and no baseline; nothing was changed\n"
        ),
        (
            ["--baseline", "docs/plan.md", "--write-baseline"],
            "error: the baseline 'docs/plan.md' is a file that this run reads\n"
        ),
        (["--baseline", "docs", "--write-baseline"], "error: cannot write 'docs': is a directory\n"),
        (["--baseline", "b.json", "--write-baseline", "--output", "./b.json"], "error: "),
    ]

    @Test(arguments: refused) func nothingIsWritten(_ options: [String], _ message: String) async throws {
        let place = try Workspace.withGap()
        try place.write("mine", to: "notes.txt")
        let before = place.contents()
        let result = try await Plumbline.run(["lint", "docs"] + options, in: place.path)
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
        #expect(result.errors.hasPrefix(message), "\(result.errors)")
        #expect(place.contents() == before)
    }

    /// Settings come with pull requests.
    @Test func settingsStayInTheRepository() async throws {
        let place = try Workspace.withGap(settings: "lint: {baseline: ../../../../../etc/passwd}\n")
        let result = try await place.run("lint", "docs")
        #expect(result.status == 2)
        #expect(result.errors.contains("of the settings lies outside the repository\nhelp: "))
    }

    @Test func anEmptyFileMayBeWrittenTo() async throws {
        let place = try Workspace.withGap()
        try place.write("", to: "known.json")
        #expect(try await place.run("lint", "docs", "--write-baseline", "--baseline", "known.json").status == 0)
        #expect(try place.text("known.json").contains("phase-days-gap"))
    }

    @Test func sarifMarksWhatIsSilencedWhenAsked() async throws {
        let place = try await withBaseline()
        let plain = try await place.run("lint", "docs", "--format", "sarif")
        #expect(!plain.output.contains("suppressions"))
        let full = try await place.run("lint", "docs", "--format", "sarif", "--include-suppressed")
        #expect(full.status == 0)
        #expect(full.output.ranges(of: "\"kind\": \"external\"").count == 2)
    }
}
