import SourceText
import Testing

struct SourceFixTests {
    private func fixed(_ text: String, _ changes: (Range<Int>, String)...) -> String {
        let file = SourceFile(path: "plan.md", text: text)
        let fixes = changes.map { SourceFix(SourceSpan(file: file, range: $0.0), $0.1) }
        let forwards = applying(fixes, to: file)
        #expect(applying(fixes.reversed(), to: file) == forwards)
        return String(decoding: forwards, as: UTF8.self)
    }

    @Test func appliedInTheOrderOfTheFile() {
        #expect(fixed("a b c", (4..<5, "C"), (0..<1, "A")) == "A b C")
        #expect(fixed("a b c", (2..<2, "x ")) == "a x b c")
        #expect(fixed("Köln", (0..<5, "Ulm")) == "Ulm")
        #expect(fixed("") == "")
    }

    @Test func ofTwoThatOverlapTheFirstCounts() {
        #expect(fixed("abcdef", (0..<4, "1"), (2..<6, "2")) == "1ef")
        #expect(fixed("abcdef", (0..<2, "1"), (2..<4, "2")) == "12ef")
    }

    @Test func othersFilesAndPlacesBeyondTheEndAreLeftOut() {
        let file = SourceFile(path: "a.md", text: "abc")
        let other = SourceFile(path: "b.md", text: "abcdef")
        let fixes = [
            SourceFix(SourceSpan(file: other, range: 0..<1), "x"), SourceFix(SourceSpan(file: file, range: 2..<9), "y"),
        ]
        #expect(applying(fixes, to: file) == file.bytes)
    }
}

struct UnifiedDiffTests {
    private func diff(_ old: String, _ new: String) -> String {
        unifiedDiff(of: "docs/plan.md", from: Array(old.utf8), to: Array(new.utf8))
    }

    @Test func nothingForNoChange() {
        #expect(diff("a\n", "a\n") == "")
        #expect(diff("", "") == "")
    }

    @Test func oneLineWithItsSurroundings() {
        #expect(
            diff("1\n2\n3\n4\n5\r\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\r\n6\n7\n8\n9\n") == """
                --- a/docs/plan.md
                +++ b/docs/plan.md
                @@ -2,7 +2,7 @@
                 2
                 3
                 4
                -5\r
                +five\r
                 6
                 7
                 8

                """)
    }

    @Test func farChangesHaveHunksOfTheirOwn() {
        let old = (1...20).map { "\($0)\n" }.joined()
        let text = diff(old, old.replacing("2\n3\n", with: "2\nx\n").replacing("18\n", with: "y\n"))
        #expect(text.split(separator: "\n").filter { $0.hasPrefix("@@") } == ["@@ -1,6 +1,6 @@", "@@ -15,6 +15,6 @@"])
        #expect(
            diff(old, old.replacing("\n8\n", with: "\nx\n").replacing("\n12\n", with: "\ny\n")).split(separator: "\n")
                .count { $0.hasPrefix("@@") } == 1)
    }

    @Test func lastLineWithoutAnEnd() {
        #expect(
            diff("a", "b") == """
                --- a/docs/plan.md
                +++ b/docs/plan.md
                @@ -1 +1 @@
                -a
                \\ No newline at end of file
                +b
                \\ No newline at end of file

                """)
    }

    @Test func anotherNumberOfLines() {
        #expect(diff("a\nb\nc\n", "a\nc\n").hasSuffix("@@ -1,3 +1,2 @@\n a\n-b\n c\n"))
        #expect(diff("", "a\n").hasSuffix("@@ -0,0 +1 @@\n+a\n"))
    }
}
