import DataNotations
import SourceText
import Testing

@Suite struct SpanTests {
    private func member(_ path: String, of text: String, as notation: Notation) throws -> DataMember {
        let bindings = readNotation(NotationInput(file: file(text)), as: notation).bindings
        var found: DataMember?
        for binding in bindings {
            binding.value.walk { keys, member in if keys.joined(separator: ".") == path { found = member } }
        }
        return try #require(found)
    }

    @Test func coverTheValueAndTheKeyAlone() throws {
        let text = "const F = {\n  'ä': { rollout: 40, day: 7 } as const, // note\n};"
        let rollout = try member("ä.rollout", of: text, as: .javascript)
        #expect(rollout.keySpan.text == "rollout")
        #expect(rollout.value.span.text == "40")
        #expect(rollout.value.span.start == SourcePosition(line: 2, column: 19))
        let flag = try member("ä", of: text, as: .javascript)
        #expect(flag.keySpan.text == "'ä'")
        #expect(flag.value.span.text == "{ rollout: 40, day: 7 }")
        #expect(flag.trailingComment?.span.text == "// note")
    }

    @Test func nameCoversTheMemberPath() throws {
        let read = readNotation(NotationInput(file: file("const x = 1; FLAGS['a'].pct = 5 // %")), as: .javascript)
        #expect(read.bindings.map(\.nameSpan?.text) == ["x", "FLAGS['a'].pct"])
        #expect(read.bindings.map(\.path) == [["x"], ["FLAGS", "a", "pct"]])
        #expect(read.bindings.last?.trailingComment?.span.text == "// %")
    }

    @Test(arguments: [
        ("a: 5  # min", "a", "5"),
        ("ä: 'ö' # é", "ä", "'ö'"),
        ("x: 1\nlist:\n  - b: \"q \\\" r\"\n", "list.0.b", "\"q \\\" r\""),
        ("a: it is\n   two lines  \nb: 1", "a", "it is\n   two lines"),
        ("a: >-\n  folded\n  text\n\nb: 1", "a", ">-\n  folded\n  text"),
        ("a: |+\n  kept\n\n", "a", "|+\n  kept"),
        ("a: 'it''s'", "a", "'it''s'"),
        ("a: {b: [1, 2] , c: } # x", "a", "{b: [1, 2] , c: }"),
        ("a: {b: [1, 2] , c: } # x", "a.b", "[1, 2]"),
        ("a:\n  b: 1\n  c: [ ]\nd: 2", "a", "b: 1\n  c: [ ]"),
        ("a:\n- 1\n- 2\n", "a", "- 1\n- 2"),
        ("a:\t5", "a", "5"),
        ("a: \"\t\"\nb: 😀\nc: x", "c", "x"),
        ("a: 'x\u{2028}y'\nb: 2", "b", "2"),
        ("a: 1\r\nb: 2\r\n", "b", "2"),
        ("a: 1\rb: 2\r", "b", "2"),
        ("a: &x !!str 5", "a", "5"),
        ("a: &x [1]\nb: {c: *x, d: *x}", "b", "{c: *x, d: *x}"),
        ("a: &x [1]\nb: {c: *x}", "b.c", "[1]"),
        ("a:\nb: 1", "a", ""),
    ])
    func yamlValues(_ text: String, _ path: String, _ expected: String) throws {
        #expect(try member(path, of: text, as: .yaml).value.span.text == expected)
    }

    @Test(arguments: [
        ("[flags.x]\nrollout = 25 # %\n\n[limits]", "flags.x", "[flags.x]\nrollout = 25", Notation.toml),
        ("[flags.x]\nrollout = 25 # %\n\n[limits]", "flags", "[flags.x]\nrollout = 25", .toml),
        ("[a.b]\nc = 1\n[d]\ne = 2\n[a.f]\ng = 3", "a", "[a.b]\nc = 1", .toml),
        ("[[a]]\nb = 1\n[[a]]\nb = 'é' # x", "a", "[[a]]\nb = 1\n[[a]]\nb = 'é'", .toml),
        ("a = [ 1,\n 2 ] # x", "a", "[ 1,\n 2 ]", .toml),
        ("a = {b.c = \"x\"}", "a.b", "b.c = \"x\"", .toml),
        ("A=\"25\" # x", "A", "\"25\"", .settings),
        ("[a.b]\nc = x y ; z", "a.b.c", "x y", .settings),
        ("export A='1 2' B=3", "A", "'1 2'", .shell),
        ("set -gx A 'x' y # z", "A", "'x' y", .shell),
        ("$env:A = \"5\"", "A", "\"5\"", .shell),
    ])
    func valuesOfOtherNotations(_ text: String, _ path: String, _ expected: String, _ notation: Notation) throws {
        #expect(try member(path, of: text, as: notation).value.span.text == expected)
    }

    @Test func prefixesOfTheDocumentAreSteppedOver() throws {
        // The code block of a quote: `> ` stands before each line of the document and is no part of the input.
        let document = "> ```yaml\n> a: 1\n> b:\n>   c: 20 # é\n> ```\n"
        let source = file(document)
        var bytes: [UInt8] = []
        var offsets: [Int] = []
        for line in 2...4 {
            let range = source.lineRange(line)
            for offset in range.lowerBound + 2...range.upperBound {
                bytes.append(source.bytes[offset])
                offsets.append(offset)
            }
        }
        let input = NotationInput(file: source, bytes: bytes, offsets: offsets)
        let value = try #require(readNotation(input, as: .yaml).bindings.first).value.path("b.c")
        #expect(value?.span.text == "20")
        #expect(value?.span.start == SourcePosition(line: 4, column: 8))
        let script = readNotation(input, as: .javascript).bindings
        #expect(script.first?.value.span.start == SourcePosition(line: 2, column: 6))
    }

    @Test func aSpanOfADocumentCanBeRead() throws {
        let source = file("text {\"a\": 7} text")
        let value = try DataDocument.json(NotationInput(SourceSpan(file: source, range: 5..<13)))
        #expect(value["a"]?.span.range == 11..<12)
    }

    @Test func aByteOrderMarkIsNoPartOfTheData() throws {
        #expect(try yaml("\u{FEFF}a: 1") == ["{a: 1}"])
        let input = NotationInput(file: file("\u{FEFF}{\"a\": 1}"))
        #expect(try DataDocument.json(input)["a"]?.span.text == "1")
    }
}
