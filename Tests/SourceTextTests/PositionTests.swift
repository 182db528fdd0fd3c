import SourceText
import TestSupport
import Testing

/// Columns are counted in characters, however long a line is and in whatever order they are asked for.
@Suite struct PositionTests {
    @Test(arguments: [
        String(repeating: "abc ", count: 9000), String(repeating: "añ🇩🇪e\u{301}x ", count: 3000),
        String(repeating: "é", count: 9000),
        String(repeating: "x", count: 5000) + "\n" + String(repeating: "ü y", count: 4000),
    ])
    func columnsOfLongLines(_ text: String) {
        let file = SourceFile(path: "a", text: text)
        var random = SeededGenerator(seed: 5)
        for _ in 0..<200 {
            let place = text.index(text.startIndex, offsetBy: Int(random.next() % UInt64(text.count)))
            let start = text[..<place].lastIndex(of: "\n").map { text.index(after: $0) } ?? text.startIndex
            let position = file.position(at: text.utf8.distance(from: text.startIndex, to: place))
            #expect(position.column == text[start..<place].count + 1)
        }
    }

    @Test func anExcerptMayStartWithinALine() {
        let file = SourceFile(path: "a", bytes: Array("cd\nef".utf8), firstLine: 7, firstColumn: 3)
        #expect(file.position(at: 1) == SourcePosition(line: 7, column: 4))
        #expect(file.position(at: 3) == SourcePosition(line: 8, column: 1))
    }
}
