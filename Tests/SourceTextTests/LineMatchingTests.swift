import SourceText
import Testing

@Suite struct LineMatchingTests {
    private static func file(_ text: String, _ path: String = "a.md") -> SourceFile {
        SourceFile(path: path, text: text)
    }

    /// Old text, new text, and for each new line the old one; 0 for a touched one.
    static let cases: [(String, String, [Int])] = [
        ("", "", [1]),
        ("a\nb\nc", "a\nb\nc", [1, 2, 3]),
        ("a\nb\nc", "a\nX\nc", [1, 0, 3]),
        ("a\nb\nc", "X\na\nb\nc", [0, 1, 2, 3]),
        ("a\nb\nc", "a\nc", [1, 3]),
        ("a\nb\nc\nd", "c\nd\na\nb", [0, 0, 1, 2]),
        // Repeated lines between anchors keep their order.
        ("a\n-\nb\n-\nc", "a\n-\nb\nX\n-\nc", [1, 2, 3, 0, 4, 5]),
        ("x\nx\ny\ny", "x\ny\ny\nx", [1, 0, 0, 2]),
        // Line endings and space at the end touch nothing; space ahead may mean something.
        ("a\nb\n", "a\r\nb  \r\n", [1, 2, 3]),
        ("a\nb", "a\n  b", [1, 0]),
        ("größe — 東京\nb", "b\ngröße — 東京", [0, 1]),
    ]

    @Test(arguments: cases) func linesAreMatched(_ old: String, _ new: String, _ expected: [Int]) {
        let matching = LineMatching(from: Self.file(old), to: Self.file(new))
        let found = expected.indices.map { matching.oldLine(of: $0 + 1) ?? 0 }
        #expect(found == expected)
        #expect(matching.oldLine(of: expected.count + 1) == nil)
        for (index, line) in expected.enumerated() {
            #expect(matching.touches(index + 1...index + 1) == (line == 0))
        }
        #expect(matching.touches(1...expected.count) == expected.contains(0))
    }

    /// Matched lines are equal and keep their order, whatever was changed.
    @Test func matchesAreEqualAndRise() {
        var state: UInt64 = 7
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        for _ in 0..<300 {
            let old = (0..<next(30) + 1).map { _ in "line \(next(12))" }
            var new = old
            for _ in 0..<next(6) {
                let place = next(new.count)
                switch next(3) {
                case 0: new.insert("line \(next(12))", at: place)
                case 1 where new.count > 1: new.remove(at: place)
                default: new[place] = "changed \(next(3))"
                }
            }
            let matching = LineMatching(
                from: Self.file(old.joined(separator: "\n")), to: Self.file(new.joined(separator: "\n")))
            var last = 0
            for (index, line) in new.enumerated() {
                guard let place = matching.oldLine(of: index + 1) else { continue }
                #expect(place > last)
                #expect(old[place - 1] == line)
                last = place
            }
        }
    }

    /// Texts in which no line is the only one, and texts turned round: to hold all lines against all would take minutes.
    @Test(.timeLimit(.minutes(5))) func timeIsLinear() {
        for make in [{ "same \($0 % 3)" }, { "only \($0)" }] as [(Int) -> String] {
            let lines = (0..<60_000).map(make)
            let text = lines.joined(separator: "\n")
            let turned = LineMatching(
                from: Self.file(text), to: Self.file(lines.reversed().joined(separator: "\n")))
            #expect(turned.touches(1...lines.count))
            let changed = LineMatching(
                from: Self.file(text), to: Self.file(lines.map { $0 + "!" }.joined(separator: "\n")))
            #expect((1...lines.count).allSatisfy { changed.oldLine(of: $0) == nil })
        }
    }
}

@Suite struct DocumentPairsTests {
    private func file(_ path: String, _ lines: String...) -> SourceFile {
        SourceFile(path: path, text: lines.joined(separator: "\n"))
    }

    @Test func documentsKeepTheirPath() {
        let old = [file("a.md", "1", "2"), file("b.md", "3")]
        let pairs = DocumentPairs(from: old, to: [file("a.md", "9"), file("b.md", "1", "2")])
        #expect(pairs.former(of: "a.md")?.path == "a.md")
        #expect(pairs.former(of: "b.md")?.path == "b.md")
    }

    @Test func renamedDocumentsAreKnownByWhatTheyHold() {
        let old = [file("a.md", "1", "2", "3", "4"), file("b.md", "5", "6", "7", "8"), file("c.md", "0")]
        let new = [file("x.md", "5", "6", "7", "new"), file("y.md", "1", "2", "3", "4"), file("c.md", "0")]
        let pairs = DocumentPairs(from: old, to: new)
        #expect(pairs.former(of: "x.md")?.path == "b.md")
        #expect(pairs.former(of: "y.md")?.path == "a.md")
        #expect(pairs.former(of: "z.md") == nil)
    }

    /// Less than half in common is another document; the best of several is taken.
    @Test func littleInCommonIsNotEnough() {
        let old = [file("a.md", "1", "2", "3", "4"), file("b.md", "1", "2", "3", "x")]
        let pairs = DocumentPairs(from: old, to: [file("n.md", "1", "5", "6", "7"), file("o.md", "1", "2", "3", "x")])
        #expect(pairs.former(of: "n.md") == nil)
        #expect(pairs.former(of: "o.md")?.path == "b.md")
    }
}
