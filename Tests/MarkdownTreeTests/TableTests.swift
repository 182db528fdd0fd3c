import MarkdownTree
import SourceText
import Testing

@Suite struct TableTests {
    private func cells(_ text: String) -> [String] { parse(text).sources { $0 == .tableCell } }

    @Test func cellsAreTrimmedToTheirContent() {
        #expect(cells("|  a  | b|\n|---|:-:|\n| 1 |  |\n") == ["a", "b", "1", ""])
    }

    @Test func alignmentsAreRead() {
        #expect(
            parse("a|b|c|d\n-|:-|:-:|-:\n").first { $0 == .table([.none, .left, .center, .right]) } != nil)
    }

    @Test func rowsIndentedDifferentlyFromTheirTable() {
        #expect(cells("| a | b |\n|---|---|\n   | c | d |\n| e | f |\n") == ["a", "b", "c", "d", "e", "f"])
    }

    @Test func tableInQuoteInList() {
        #expect(cells("- x\n\n  > | a | b |\n  > |---|---|\n  > | c | d |\n") == ["a", "b", "c", "d"])
    }

    @Test func tableBelowOtherLinesOfItsParagraph() {
        let document = parse("- one \\| two\n  three\n  | a | b |\n  |---|---|\n  | c | d |\n")
        #expect(document.sources { $0 == .paragraph } == ["one \\| two\n  three"])
        #expect(document.sources { $0 == .tableRow(isHeader: true) } == ["| a | b |"])
        #expect(document.sources { $0 == .tableRow(isHeader: false) } == ["| c | d |"])
        #expect(document.sources { $0 == .tableCell } == ["a", "b", "c", "d"])
    }

    @Test func tableWithoutBodyBelowAParagraphLine() {
        let document = parse("text\na | b\n--|--\n")
        #expect(document.sources { if case .table = $0 { true } else { false } } == ["a | b\n--|--"])
    }

    @Test func escapedPipesShiftNothing() throws {
        let document = parse("| k | v |\n|---|---|\n| a \\| b **c** | `d \\| e` f |\n")
        #expect(document.sources { $0 == .strong } == ["**c**"])
        #expect(document.sources { $0 == .codeSpan } == ["`d \\| e`"])
        let cell = try #require(document.root.descendants.filter { $0.kind == .tableCell }.dropFirst(2).first)
        #expect(cell.plainText.text == "a | b c")
        #expect(cell.plainText.span(2..<3).text == "\\|")
        #expect(cell.plainText.span(6..<7).text == "c")
    }

    @Test func shortRowsAreFilledWithEmptyCellsAtTheirEnd() {
        let document = parse("| a | b | c |\n|---|---|---|\n| 1 |\n")
        let row = document.first { $0 == .tableRow(isHeader: false) }
        let cells = row.map { Array($0.children) } ?? []
        #expect(cells.map(\.span.text) == ["1", "", ""])
        #expect(cells.allSatisfy { row?.span.contains($0.span) == true })
    }
}
