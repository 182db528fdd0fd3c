import DataNotations
import SourceText
import Testing

@Suite struct DataLookupTests {
    private let value = readNotation(
        NotationInput(file: file("{ a: { b: [ { c: 5 }, 'x' ] }, d: true, d: null, 'e.f': 1 }")), as: .json
    ).bindings.first?.value

    @Test func findsByKeyAndPath() throws {
        let value = try #require(value)
        #expect(value["a"]?.members.map(\.key) == ["b"])
        #expect(value.path("a.b.0.c")?.numberValue == 5)
        #expect(value.path("a.b.1")?.stringValue == "x")
        #expect(value["d"]?.isNull == true, "the last of equal keys counts")
        #expect(value["e.f"]?.numberValue == 1)
        for missing in ["", "a.", "a.x", "a.b.2", "a.b.-1", "d.x", "a.b.c"] { #expect(value.path(missing) == nil) }
        #expect(value.numberValue == nil && value.stringValue == nil && value.boolValue == nil)
    }

    @Test func walksInOrder() throws {
        var seen: [String] = []
        try #require(value).walk { path, member in
            seen.append("\(path.joined(separator: "/"))=\(member.value.kind.phrase)")
        }
        #expect(
            seen == [
                "a=a set of keys", "a/b=a list", "a/b/0/c=a number", "d=true or false", "d=nothing", "e.f=a number",
            ])
    }

    @Test(arguments: [
        ("ts", Notation.javascript), ("TypeScript", .javascript), ("tsx twoslash", .javascript), ("mjs", .javascript),
        ("jsx", .javascript), ("js{1,3}", .javascript), ("javascript:title=x", .javascript), ("json5", .json),
        ("jsonc", .json), ("yml", .yaml), ("yaml title=\"x\"", .yaml), ("toml", .toml), ("dotenv", .settings),
        (".env", .settings), ("ini", .settings), ("properties", .settings), ("bash", .shell), ("Dockerfile", .shell),
        ("fish", .shell), ("", nil), ("text", nil), ("python", nil),
    ])
    func infoStringsNameANotation(_ infoString: String, _ expected: Notation?) {
        #expect(Notation(infoString: infoString) == expected)
    }
}
