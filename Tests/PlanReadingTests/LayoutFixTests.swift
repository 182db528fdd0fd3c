import MarkdownTree
import Plan
import PlanPrinting
import PlanReading
import SourceText
import Testing

struct LayoutFixTests {
    private func laidOut(_ text: String) -> String {
        let file = SourceFile(path: "plan.md", text: text)
        return String(decoding: applying(layoutFixes(of: file), to: file), as: UTF8.self)
    }

    @Test func barsStandBelowEachOther() {
        #expect(
            laidOut("| Day | Share |Who|\n|---|:-:|--:|\n| 1 | 5% | Ines \\| Jo |\n| 12 || 漢字 |\n") == """
                | Day | Share |        Who |
                | --- | :---: | ---------: |
                | 1   |  5%   | Ines \\| Jo |
                | 12  |       |       漢字 |

                """)
    }

    @Test func inAListAQuoteAndWithCarriageReturns() {
        #expect(
            laidOut("- a\n\n  |A|B|\n  |-|-|\n  |long cell|x|\n") == """
                - a

                  | A         | B   |
                  | --------- | --- |
                  | long cell | x   |

                """)
        #expect(laidOut("> |A|B|\n> |-|-|\n> |1|2|\n") == "> | A   | B   |\n> | --- | --- |\n> | 1   | 2   |\n")
        #expect(laidOut("|A|B|\r\n|-|-|\r\n|1|2|\r\n") == "| A   | B   |\r\n| --- | --- |\r\n| 1   | 2   |\r\n")
    }

    @Test func boxes() {
        #expect(
            laidOut("- [X] a\n* [x] b\n1. [X] [X] c\n   - [X] d\n") == "- [x] a\n* [x] b\n1. [x] [X] c\n   - [x] d\n")
        #expect(laidOut("`- [X]`\n\n- [ ] [X]\n- a [X]\n") == "`- [X]`\n\n- [ ] [X]\n- a [X]\n")
    }

    @Test(arguments: [
        // Rows of their own number of cells, without bars at the ends, with a tab, wider than a screen, in code.
        "|A|B|\n|-|-|\n|1|\n", "A|B\n-|-\n1|2\n", "|A|B|\n|-|-|\n|1\t|2|\n", "```\n|A|B|\n|-|-|\n```\n",
        "|A|\n|-|\n|\(String(repeating: "x", count: 250))|\n", "| A   |\n| --- |\n| 1   |\n", "|A|\n|-|\n|1\\|\n", "",
    ])
    func leftAlone(text: String) {
        #expect(laidOut(text) == text)
    }

    /// Whatever a document holds: its tree, but for places, and its plan stay the same, and there is nothing left to do.
    @Test(arguments: fixtureNames)
    func saysTheSame(name: String) throws {
        let before = try fixture(name)
        let after = before.map { SourceFile(path: $0.path, bytes: applying(layoutFixes(of: $0), to: $0)) }
        #expect(after.allSatisfy { layoutFixes(of: $0).isEmpty })
        #expect(before.map(tree) == after.map(tree))
        #expect(plan(before) == plan(after))
    }

    private func tree(_ file: SourceFile) -> [String] {
        dumpTree(MarkdownDocument(file)).split(separator: "\n").map { line in
            String(line.replacing(/@\d+:\d+-\d+:\d+/, with: ""))
        }
    }

    private func plan(_ files: [SourceFile]) -> OrderedJSON {
        withoutPlaces(planJSON(Plan(joining: files.map { DocumentFacts($0) })))
    }
}
