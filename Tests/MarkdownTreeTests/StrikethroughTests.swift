import MarkdownTree
import SourceText
import Testing

/// What GitHub strikes and what it does not.
@Suite struct StrikethroughTests {
    @Test(arguments: [
        ("~~a~~", ["~~a~~"]), ("~a~", ["~a~"]), ("x~~a~~y", ["~~a~~"]), ("~~a *b* c~~ d", ["~~a *b* c~~"]),
        ("**~~a~~ b**", ["~~a~~"]), ("~~a\nb~~", ["~~a\nb~~"]), ("~~a ~b~ c~~", ["~~a ~b~ c~~", "~b~"]),
        ("~~a~~ and ~~b~~", ["~~a~~", "~~b~~"]), ("[~~a~~](b)", ["~~a~~"]), ("~~[a](b)~~", ["~~[a](b)~~"]),
        ("\"~~a~~\"", ["~~a~~"]), ("~~漢~~字", ["~~漢~~"]), ("~~`a`~~", ["~~`a`~~"]),
    ])
    func struck(source: String, expected: [String]) {
        #expect(parse(source).sources { $0 == .strikethrough } == expected)
    }

    @Test(arguments: [
        "\\~~a~~", "~~a\\~~", "`~~a~~`", "~~ a ~~", "~~~a~~~ b", "~~a~", "~~a", "~~a *b~~ c*", "~~~~", "a ~ b ~ c",
        "&#126;~a~~ b", "<b title=\"~~\">~~", "~~a\n\nb~~",
    ])
    func notStruck(source: String) {
        #expect(parse("x \(source)").sources { $0 == .strikethrough } == [])
    }

    @Test func struckTextStatesNothing() throws {
        let paragraph = try #require(parse("Day 3 ~~Day **4**~~ `x`\n").root.firstChild)
        #expect(paragraph.plainText.text == "Day 3  x")
        #expect(paragraph.allText.text == "Day 3 Day 4 x")
        #expect(paragraph.allText.span(10..<11).text == "4")
        #expect(paragraph.descendants.filter(\.struck).map(\.span.text) == ["~~Day **4**~~", "Day ", "**4**", "4"])
        #expect(!paragraph.struck)
    }

    @Test func textAroundIsCutAtTheTildes() {
        #expect(parse("a ~~b~~ c\n").placedTexts == ["0-2:a ", "4-5:b", "7-9: c"])
    }
}
