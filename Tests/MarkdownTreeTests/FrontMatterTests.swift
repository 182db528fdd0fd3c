import MarkdownTree
import SourceText
import Testing

@Suite struct FrontMatterTests {
    @Test(arguments: [
        ("---\na: 1\n---\n# T\n", "a: 1\n"), ("---\r\na: 1\r\n...\r\n# T\r\n", "a: 1\r\n"),
        ("\u{FEFF}--- \na: 1\n---\t\n# T\n", "a: 1\n"), ("---\n---\n# T\n", ""), ("---\n# a\n---\n# T", "# a\n"),
    ])
    func isRecognisedAndNotInTheTree(text: String, content: String) {
        let document = parse(text)
        #expect(document.frontMatter?.content.text == content)
        #expect(document.sources { _ in true } == ["# T", "T"])
        #expect(document.frontMatter.map { document.root.span.range.lowerBound == $0.span.range.upperBound } == true)
    }

    @Test func linesBelowItStayTrue() {
        let document = parse("---\na: 1\nb: 2\n---\n\n# T\n\n- a\n  b\n")
        #expect(document.first { $0 == .heading(level: 1) }?.span.start == SourcePosition(line: 6, column: 1))
        #expect(document.sources { $0 == .text } == ["T", "a", "b"])
    }

    @Test(arguments: ["---\na: 1\n", "\n---\na: 1\n---\n", "----\na\n----\n", "--- x\na\n---\n", "---", ""])
    func isNone(text: String) {
        #expect(parse(text).frontMatter == nil)
    }

    @Test func withNothingBehindIt() {
        let document = parse("---\na: 1\n---")
        #expect(document.frontMatter?.span.text == "---\na: 1\n---")
        #expect(document.root.firstChild == nil)
    }
}
