import MarkdownTree
import SourceText
import TestSupport
import Testing

/// Fragments thrown together, with NUL, lone carriage returns and broken UTF-8: every node stays inside its parent.
@Suite struct GarbageTests {
    private static let fragments: [[UInt8]] =
        [
            "[", "](a)", "![", "*", "**", "_", "`", "``", "<a", "&amp;", "\\", "|", "- ", "1. ", "> ", "\n", "\n\n",
            "    ",
            "# ", "~~", "x", "[^1]", "[^1]: ", "[a]: /u\n", "[a]", "<!--", "-->", "<div>", "\t", "---\n", "||-|\n",
            " \n",
            "\\\n", "[x] ", "\r", "\r\n", "\0", "漢", "```", "a|b\n-|-\n", "\u{FEFF}", "&#0;",
        ].map { Array($0.utf8) } + [[0xFF], [0xE2, 0x82]]

    @Test func nodesStayInsideTheirParents() {
        var numbers = SeededGenerator(seed: 7)
        for _ in 0..<3_000 {
            let count = Int.random(in: 1...40, using: &numbers)
            let bytes = (0..<count).flatMap { _ in
                Self.fragments[Int.random(in: 0..<Self.fragments.count, using: &numbers)]
            }
            let document = MarkdownDocument(SourceFile(path: "plan.md", bytes: bytes))
            for node in document.root.descendants {
                let parent = node.parent?.span ?? node.span
                guard parent.contains(node.span) || isFootnoteDefinition(node) else {
                    Issue.record("\(node.kind) at \(node.span.range) is outside \(parent.range) in \(bytes)")
                    return
                }
                #expect(node.plainText.span.range.upperBound <= bytes.count)
            }
        }
    }

    private func isFootnoteDefinition(_ node: MarkdownNode) -> Bool {
        if case .footnoteDefinition = node.kind { true } else { false }
    }
}
