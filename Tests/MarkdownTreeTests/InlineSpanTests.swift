import MarkdownTree
import SourceText
import Testing

/// Places where cmark's inline columns are wrong (0.29.0.gfm.6), and what the cursor over the content must get right.
@Suite struct InlineSpanTests {
    private func strong(_ text: String) -> [String] { parse(text).sources { $0 == .strong } }
    private func links(_ text: String) -> [String] {
        parse(text).sources { if case .link = $0 { true } else { false } }
    }

    @Test func continuationLineInAnIndentedItem() {
        #expect(strong("1. a\n   - b\n     c **d** e\n") == ["**d**"])
    }

    @Test func behindABackslashBreak() {
        #expect(strong("a\\\n  **b** c\n") == ["**b**"])
        #expect(strong("a  \n**b** c\n") == ["**b**"])
    }

    @Test func linkOverSeveralLines() {
        #expect(links("> x [a\n> b](/c\n> \"t\") **d**\n") == ["[a\n> b](/c\n> \"t\")"])
        #expect(strong("> x [a\n> b](/c\n> \"t\") **d**\n") == ["**d**"])
    }

    @Test(arguments: [
        "[t](/u)", "[t]( </u v> 'x\\'y' )", "[t](/a_(b)_c)", "[t][r]", "[t][r ]", "[r][]", "[r]", "<https://a.b/c>",
        "[a ![i](/p) b](/q)", "[a `]` b](/q)", "[](/u)", "[t](\\)x)",
    ])
    func linkFormsEndWhereTheyEnd(link: String) {
        #expect(links("*a* \(link) (b) **c**\n\n[r]: /u\n") == [link])
        #expect(strong("*a* \(link) (b) **c**\n\n[r]: /u\n") == ["**c**"])
    }

    @Test func codeSpansHoldTheirBackticksAndStripOneSpace() {
        let document = parse("`` a`b `` ` ` `c\nd`\n")
        #expect(document.sources { $0 == .codeSpan } == ["`` a`b ``", "` `", "`c\nd`"])
        #expect(
            document.root.descendants.compactMap { $0.kind == .codeSpan ? $0.literal?.text : nil } == [
                "a`b", " ", "c d",
            ])
    }

    @Test func escapesAndReferencesAreOneStretchEach() throws {
        let text = try #require(parse("a\\*b &amp; &#x1F680; &copy;&nosuch; c\n").root.firstChild?.plainText)
        #expect(text.text == "a*b & 🚀 ©&nosuch; c")
        #expect(text.span(1..<2).text == "\\*")
        #expect(text.span(4..<5).text == "&amp;")
        #expect(text.span(6..<10).text == "&#x1F680;")
        #expect(text.span(11..<13).text == "&copy;")
        #expect(text.span(13..<21).text == "&nosuch;")
        #expect(text.span(22..<23).text == "c")
    }

    @Test func referenceOfAReferenceIsDecodedOnce() throws {
        let text = try #require(parse("&amp;amp; x\n").root.firstChild?.plainText)
        #expect(text.text == "&amp; x")
        #expect(text.span(6..<7).text == "x")
    }

    @Test func footnoteThatNothingDefinesIsText() {
        let document = parse("a [^zz] **b**\n")
        #expect(document.placedTexts == ["0-8:a [^zz] ", "10-11:b"])
    }

    @Test func labelBehindAFootnoteReferenceIsNotLost() {
        let document = parse("a [^1][x] b\n\n[^1]: n\n")
        #expect(document.root.firstChild?.plainText.text == "a [x] b")
        #expect(document.first { $0 == .footnoteReference(label: "1") }?.span.text == "[^1]")
    }

    @Test func nestedAndUnevenDelimiters() {
        let document = parse("***a* b** **c *d***\n")
        #expect(document.sources { $0 == .strong } == ["***a* b**", "**c *d***"])
        #expect(document.sources { $0 == .emphasis } == ["*a*", "*d*"])
    }

    @Test func plainTextOfAnImageIsItsAlternativeText() {
        #expect(parse("a ![b *c*](d) <i>e</i>\n").root.firstChild?.plainText.text == "a b c e")
    }
}
