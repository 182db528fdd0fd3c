import Foundation
import Testing

/// `--fix` and `--diff`: what they change, and what they leave alone.
@Suite struct FixTests {
    private let faulty = """
        # Move of the till

        See [the way back](#way-back-15-minute) and [nothing](#none-of-these).

        |Step|Minutes|
        |---|--:|
        |Export the till|5|
        |Import|12|

        - [X] Paper is bought
        -[ ] Keys are copied

        ## Way back (< 15 minutes)

        1. Close the till (10 minutes)
        2. Check the drawer (20 minutes)

        """
    private let mended = """
        # Move of the till

        See [the way back](#way-back--15-minutes) and [nothing](#none-of-these).

        | Step            | Minutes |
        | --------------- | ------: |
        | Export the till |       5 |
        | Import          |      12 |

        - [x] Paper is bought
        - [ ] Keys are copied

        ## Way back (< 15 minutes)

        1. Close the till (10 minutes)
        2. Check the drawer (20 minutes)

        """

    private func place(_ text: String? = nil) throws -> Workspace {
        let place = try Workspace()
        try place.write(text ?? faulty, to: "docs/plan.md")
        return place
    }

    @Test func mendsWhatIsClearAndReportsTheRest() async throws {
        let place = try place()
        _ = try await place.shell("chmod 640 docs/plan.md")
        let result = try await place.run("lint", "docs", "--fix", "--format", "concise")
        #expect(try place.text("docs/plan.md") == mended)
        #expect(result.errors == "1 document was mended\n")
        #expect(result.status == 1)
        let rules = result.output.split(separator: "\n").map { line in
            String(line.split(separator: " ").dropFirst().first ?? "")
        }
        #expect(rules == ["warning[anchor-broken]", "error[rollback-steps-exceed-budget]"])
        #expect(try await place.shell("stat -c %a docs/plan.md || stat -f %Lp docs/plan.md").output == "640\n")
        #expect(place.contents().keys.sorted() == ["docs", "docs/plan.md"])
        // There is nothing left to do.
        let again = try await place.run("lint", "docs", "--fix", "--format", "concise")
        #expect(again.output == result.output && again.errors.isEmpty)
        #expect(try place.text("docs/plan.md") == mended)
    }

    @Test func diffChangesNothingAndCanBeApplied() async throws {
        let place = try place()
        let before = place.contents()
        let result = try await place.run("lint", "docs", "--diff")
        #expect(result.status == 1)
        #expect(result.errors.isEmpty)
        #expect(
            result.output.hasPrefix("--- a/docs/plan.md\n+++ b/docs/plan.md\n@@ -1,14 +1,14 @@\n # Move of the till\n"))
        #expect(place.contents() == before)
        let applied = try await place.shell("\"$PLUMBLINE\" lint docs --diff | git apply && cat docs/plan.md")
        #expect(applied.output == mended)
        let clean = try await place.run("lint", "docs", "--diff")
        #expect(clean.output.isEmpty && clean.status == 0)
        let quiet = try await place.run("lint", "docs", "--diff", "--exit-zero")
        #expect(quiet.status == 0)
    }

    @Test func singleDocumentsAndFoldersAreFoundWhereTheyLie() async throws {
        let place = try place()
        let single = try await place.run("lint", "docs/plan.md", "--diff")
        let folder = try await place.run("lint", "./docs/", "--diff")
        #expect(single.output == folder.output && single.output.contains("+++ b/docs/plan.md\n"))
    }

    /// What the plan says is the same but for the places; the line that was no item before is one now.
    @Test func thePlanStaysTheSame() async throws {
        let place = try place(faulty.replacing("-[ ] Keys are copied\n", with: ""))
        func plan() async throws -> String {
            try await place.run("plan", "docs", "--format", "json").output
                .replacing(/"(line|column|endLine|endColumn)": ?\d+/, with: "")
        }
        let before = try await plan()
        _ = try await place.run("lint", "docs", "--fix")
        #expect(try await plan() == before)
        #expect(before.contains("Export the till") || before.contains("Close the till"))
    }

    @Test func whatACommentAllowsStays() async throws {
        let text = "# P\n\n<!-- plumbline: allow anchor-broken -->\n[a](#way-bak)\n\n## Way back\n"
        let place = try place(text)
        let result = try await place.run("lint", "docs", "--fix")
        #expect(try place.text("docs/plan.md") == text)
        #expect(result.status == 0)
    }

    @Test func whatWasRepairedOnReadingIsLeftAlone() async throws {
        let place = try Workspace()
        let bytes = Array("# P\n\n- [X] Caf".utf8) + [0xe9] + Array(" opened\n".utf8)
        try place.write(bytes, to: "docs/plan.md")
        let result = try await place.run("lint", "docs", "--fix")
        #expect(place.contents()["docs/plan.md"] == bytes)
        #expect(result.errors == "note: 'docs/plan.md' is left as it is: it is not what was read\n")
    }

    @Test(arguments: [
        ["--fix", "--diff"], ["--diff", "--format", "json"], ["--diff", "--output", "x"],
        ["--diff", "--write-baseline"], ["--diff", "--base", "HEAD"],
        // Documents are mended when all else can be written, or not at all.
        ["--fix", "--output", "nowhere/x"], ["--fix", "--output", "docs"], ["--fix", "--baseline", "nowhere.json"],
        ["--fix", "--base", "HEAD"], ["--fix", "--write-baseline", "--baseline", "docs"],
    ])
    func whatDoesNotGoTogether(_ options: [String]) async throws {
        let place = try place()
        let before = place.contents()
        let result = try await Plumbline.run(["lint", "docs"] + options, in: place.path)
        #expect(result.status == 2)
        #expect(result.output.isEmpty && !result.errors.isEmpty)
        #expect(place.contents() == before)
    }
}
