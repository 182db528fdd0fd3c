import MarkdownTree
import SourceText
import Testing

@Suite struct TaskTests {
    private func items(_ text: String) -> [MarkdownKind] {
        parse(text).root.descendants.map(\.kind).filter { if case .item = $0 { true } else { false } }
    }

    @Test func statesAreRead() {
        #expect(
            items("- [ ] a\n- [x] b\n- [X] c\n- d\n1. [x] e\n") == [
                .item(.open), .item(.done), .item(.done), .item(nil), .item(.done),
            ])
    }

    @Test func markInTheTextOfAnOpenTaskDoesNotCloseIt() {
        #expect(items("- [ ] tick [x] when done\n") == [.item(.open)])
    }

    @Test(arguments: ["> - [x] a *b*\n", "- - [x] a *b*\n", "1) [x] a *b*\n", "> 1. [x]  a *b*\n"])
    func tasksThatCmarkDoesNotSee(text: String) throws {
        let document = parse(text)
        #expect(items(text).last == .item(.done))
        let paragraph = try #require(document.first { $0 == .paragraph })
        #expect(paragraph.plainText.text == "a b")
        #expect(paragraph.plainText.span(2..<3).text == "b")
    }

    @Test(arguments: ["- [y] a\n", "- [x]a\n", "- a [x] b\n", "- `[x] a`\n"])
    func noTask(text: String) {
        #expect(items(text) == [.item(nil)])
    }

    @Test func nestedTasksUnderATimeBox() {
        let document = parse("- **09:00-10:00**: open\n  - [x] one\n  - [ ] two\n")
        #expect(document.sources { $0 == .item(.done) } == ["- [x] one"])
        #expect(document.sources { $0 == .item(.open) } == ["- [ ] two"])
    }
}
