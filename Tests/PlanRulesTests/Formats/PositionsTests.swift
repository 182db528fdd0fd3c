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
}
