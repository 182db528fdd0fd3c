import SourceText
import Testing

@testable import PlanRules

struct SourceExcerptTests {
    private func excerpt(of marked: String, width: Int = 100) throws -> SourceExcerpt {
        SourceExcerpt(try MarkedText([("a.md", marked)]).span(1), width: width)
    }

    /// What stands under the line, and what the carets cover.
    @Test(arguments: [
        ("plain ‹1:text› here", 6, 4),
        ("‹1:›empty", 0, 1),
        ("日本‹1:東京›都", 4, 4),
        ("🚀 ‹1:👩‍👩‍👧 x›", 3, 4),
        ("ok ✅ ‹1:go›", 6, 2),
        ("⚠️ ‹1:go›", 3, 2),
        ("⚠ ‹1:go›", 2, 2),
        ("🇩🇪 ‹1:go›", 3, 2),
        ("cafe\u{301} ‹1:nai\u{308}ve›", 5, 5),
        ("한국‹1:어›", 4, 2),
        ("\t‹1:x›", 4, 1),
        ("ab\t‹1:\tx›", 4, 5),
    ])
    func columns(marked: String, indent: Int, length: Int) throws {
        let excerpt = try excerpt(of: marked)
        #expect(excerpt.indent == indent)
        #expect(excerpt.length == length)
    }

    @Test func tabsAreExpanded() throws {
        #expect(try excerpt(of: "\t-\t‹1:x›").line == "    -   x")
    }

    @Test func severalLinesShowTheFirst() throws {
        let excerpt = try excerpt(of: "one ‹1:two\nthree› four")
        #expect(excerpt.line == "one two")
        #expect(excerpt.lineNumber == 1)
        #expect((excerpt.indent, excerpt.length) == (4, 3))
    }

    @Test func carriageReturnsAreNotShown() throws {
        let excerpt = try excerpt(of: "first\r\nsecond ‹1:line›\r\nthird")
        #expect(excerpt.line == "second line")
        #expect(excerpt.lineNumber == 2)
    }

    @Test(arguments: [("a", 1), ("日", 3), ("e\u{301}", 3)])
    func longLinesAreCutAroundTheStretch(filler: String, bytes: Int) throws {
        let long = String(repeating: filler, count: 1_048_576 / bytes)
        for marked in ["‹1:mark›" + long, long + "‹1:mark›", long + "‹1:mark›" + long] {
            let excerpt = try excerpt(of: marked)
            #expect(TerminalText.width(excerpt.line) <= 100)
            #expect(TerminalText.width(excerpt.line) >= 97)
            let shown = try #require(excerpt.line.firstRange(of: "mark"))
            #expect(TerminalText.width(String(excerpt.line[..<shown.lowerBound])) == excerpt.indent)
            #expect(excerpt.length == 4)
            #expect(excerpt.line.contains("…"))
        }
    }

    @Test func aStretchWiderThanTheScreenShowsItsStart() throws {
        let excerpt = try excerpt(of: "- ‹1:" + String(repeating: "x", count: 5000) + "›", width: 60)
        #expect(excerpt.line.hasSuffix("xxx…"))
        #expect(TerminalText.width(excerpt.line) <= 60)
        #expect(excerpt.length >= 50)
    }

    @Test func aMillionMarksOnOneLetterStayShort() throws {
        let excerpt = try excerpt(of: "‹1:x›a" + String(repeating: "\u{301}", count: 500_000))
        #expect(excerpt.line.utf8.count < 500)
    }

    @Test func shortLinesAreNotCut() throws {
        let line = String(repeating: "x", count: 98)
        #expect(try excerpt(of: "‹1:\(line)›").line == line)
    }
}
