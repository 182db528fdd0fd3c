import Foundation
import SourceText
import Testing

@testable import PlanRules

struct PositionsTests {
    /// Walking on from the last place gives what counting from the start of the line gives.
    @Test(arguments: ["one two three\nfour five", "größe 👩‍👩‍👧 x\r\ncafe\u{301} y", "日本 東京\n"])
    func agreesWithTheFile(text: String) {
        let file = SourceFile(path: "a.md", text: text)
        var offsets = [0]
        for character in text { offsets.append(offsets[offsets.count - 1] + character.utf8.count) }
        for order in [offsets, offsets.reversed()] {
            var positions = Positions()
            for offset in order {
                let span = SourceSpan(file: file, range: offset..<file.bytes.count)
                #expect(positions.start(of: span) == span.start)
                #expect(positions.end(of: span) == span.end)
            }
        }
    }

    @Test func filesAreKeptApart() {
        var positions = Positions()
        for path in ["a.md", "b.md"] {
            let span = SourceSpan(file: SourceFile(path: path, text: "xxxxx"), range: 2..<3)
            #expect(positions.start(of: span) == SourcePosition(line: 1, column: 3))
        }
    }

    /// Two thousand findings in one line, each with its other place at the start of the line. To count from
    /// there each time would cost the square of their number.
    @Test(.timeLimit(.minutes(5))) func aLongLineIsWalkedOnce() {
        let file = SourceFile(path: "a.md", text: String(repeating: "é — [x](y.md) 👩‍👩‍👧 ", count: 2000))
        let step = file.bytes.count / 2000
        let note = Finding.Note("n", at: SourceSpan(file: file, range: 0..<2))
        let findings = (0..<2000).map { index in
            Finding(
                rule: "link-broken", severity: .error, message: "number \(index)",
                at: SourceSpan(file: file, range: index * step..<index * step + 2), related: [note])
        }
        let report = LintReport(findings: findings, documentCount: 1)
        let last = "a.md:1:\(1999 * 16 + 1): error[link-broken] number"
        #expect(report.concise().contains(last))
        #expect(report.jsonLines().contains("\"column\":\(1999 * 16 + 1),"))
        #expect(report.sarif(version: "1").contains("\"startColumn\": \(1999 * 23 + 1),"))
        #expect(report.rdjson().contains("\"column\": \(1999 * step + 1)\n"))
        #expect(report.gitlab().contains("number 1999"))
    }

    /// What each unit counts, for a mark in every surrounding that has got columns wrong somewhere.
    ///
    /// Columns of the mark's start and end in characters, UTF-16 units and bytes.
    static let places: [(marked: String, characters: [Int], utf16: [Int], utf8: [Int])] = [
        ("plain ‹1:30 min›", [7, 13], [7, 13], [7, 13]),
        ("budget — ‹1:30 min›", [10, 16], [10, 16], [12, 18]),
        ("— ‹1:a — b› —", [3, 8], [3, 8], [5, 12]),
        ("🚀 ‹1:go›", [3, 5], [4, 6], [6, 8]),
        ("👩‍👩‍👧 ‹1:👩‍👩‍👧 x›", [3, 6], [10, 20], [20, 40]),
        ("🇩🇪 ‹1:x›", [3, 4], [6, 7], [10, 11]),
        ("cafe\u{301} ‹1:nai\u{308}ve›", [6, 11], [7, 13], [8, 15]),
        ("日本 ‹1:東京›", [4, 6], [4, 6], [8, 14]),
        ("𠮷 ‹1:𠮷›", [3, 4], [4, 6], [6, 10]),
        ("\t-\t‹1:x›", [4, 5], [4, 5], [4, 5]),
        ("| é | ‹1:5 Tage› |", [7, 13], [7, 13], [8, 14]),
        ("```yaml\n  größe: ‹1:40 %›  # 日\n```", [10, 14], [10, 14], [12, 16]),
        ("first\r\nnaïve ‹1:x›\r\n", [7, 8], [7, 8], [8, 9]),
        ("\u{feff}é ‹1:x›", [3, 4], [3, 4], [4, 5]),
    ]

    @Test(arguments: places) func eachUnitCountsItsOwn(
        marked: String, characters: [Int], utf16: [Int], utf8: [Int]
    ) throws {
        let span = try MarkedText([("a.md", marked)]).span(1)
        for (unit, columns) in [(Positions.Unit.characters, characters), (.utf16, utf16), (.utf8, utf8)] {
            var positions = Positions(unit)
            #expect([positions.start(of: span).column, positions.end(of: span).column] == columns, "\(unit)")
        }
        #expect([span.start.column, span.end.column] == characters)
    }

    /// Each format counts in its unit, in the place and in the other one.
    @Test(arguments: places) func eachFormatCountsInItsUnit(
        marked: String, characters: [Int], utf16: [Int], utf8: [Int]
    ) throws {
        let span = try MarkedText([("a.md", marked)]).span(1)
        let finding = Finding(
            rule: "r", severity: .error, message: "m", at: span, related: [Finding.Note("n", at: span)])
        let report = LintReport(findings: [finding], documentCount: 1)
        let line = span.file.line(at: span.range.lowerBound)
        let (start, end) = (characters[0], characters[1])
        #expect(report.concise() == "a.md:\(line):\(start): error[r] m (see a.md:\(line):\(start))\n")
        #expect(report.text().contains("a.md:\(line):\(start): error[r]: m\n"))
        #expect(report.markdown().contains("| a.md:\(line):\(start) | m | a.md:\(line):\(start) (n) |"))
        #expect(report.githubAnnotations().contains("line=\(line),col=\(start),endLine=\(line),endColumn=\(end),"))
        let json = "\"line\":\(line),\"column\":\(start),\"endLine\":\(line),\"endColumn\":\(end)}"
        #expect(report.jsonLines().components(separatedBy: json).count == 3)
        let region =
            #""startLine": \#(line), "startColumn": \#(utf16[0]), "endLine": \#(line), "endColumn": \#(utf16[1])"#
        #expect(onOneLine(report.sarif(version: "1")).components(separatedBy: region).count == 3)
        let range =
            #""start": { "line": \#(line), "column": \#(utf8[0]) }, "end": { "line": \#(line), "column": \#(utf8[1]) }"#
        #expect(onOneLine(report.rdjson()).components(separatedBy: range).count == 3)
    }

    private func onOneLine(_ json: String) -> String {
        json.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " ")
    }
}
