import MarkdownTree
import SourceText
import Testing

@Suite struct PlainTextTests {
    private func text(_ source: String) throws -> PlainText { try #require(parse(source).root.firstChild?.plainText) }

    @Test func breaksAreSpaceAndNewline() throws {
        #expect(try text("a\nb  \nc\\\nd\n").text == "a b\nc\nd")
    }

    @Test func sliceKeepsPlaces() throws {
        let slice = try text("> x **b&lt;c** d\n").slice(2..<5)
        #expect(slice.text == "b<c")
        #expect(slice.span.text == "b&lt;c")
        #expect(slice.slice(1..<2).span.text == "&lt;")
        #expect(slice.slice(3..<3).span.range == 12..<12)
    }

    @Test func sliceIsWidenedToWholeScalarsAndClamped() throws {
        let text = try text("aé漢\n")
        #expect(text.slice(2..<4).text == "é漢")
        #expect(text.slice(4..<99).text == "漢")
        #expect(text.slice(0..<0).isEmpty)
    }

    @Test func trimmedDropsWhiteSpaceAtBothEnds() throws {
        let trimmed = try #require(parse("` a  ` \n").first { $0 == .codeSpan }?.literal?.trimmed())
        #expect(trimmed.text == "a")
        #expect(trimmed.span.range == 2..<3)
    }

    @Test func emptyTextStandsWhereItWouldBe() throws {
        let text = try #require(parse("x\n\n![](a.png)\n").root.firstChild?.nextSibling?.plainText)
        #expect(text.text == "")
        #expect(text.span.range == 3..<3)
        #expect(text.trimmed().span(0..<9).range == 3..<3)
    }

    @Test func blocksAreApartByNewlines() {
        #expect(parse("- a\n- b\n\n  c\n").root.firstChild?.plainText.text == "a\nb\nc")
    }

    @Test func verbatimTextOfASpan() {
        let file = SourceFile(path: "a", text: "abc")
        #expect(PlainText(verbatim: SourceSpan(file: file, range: 1..<9)).span(1..<2).range == 2..<3)
    }

    @Test func stringRangesAreMapped() throws {
        let text = try text("é *🚀x*\n")
        let place = try #require(text.text.firstIndex(of: "x"))
        #expect(text.span(of: place..<text.text.endIndex).text == "x")
    }
}
