import DataNotations
import SourceText
import Testing

@Suite struct TOMLReadingTests {
    @Test(arguments: [
        ("a = 1", "{a: 1}"),
        ("a = +1_000\nb = -2\nc = 0xFF\nd = 0o17\ne = 0b101", "{a: 1000, b: -2, c: 255, d: 15, e: 5}"),
        ("a = 0.5\nb = 5e+2\nc = -1.5E-1\nd = 9_0.2_5", "{a: 0.5, b: 500, c: -0.15, d: 90.25}"),
        ("a = inf\nb = -nan\nc = 1e999", "{a: <inf>, b: <-nan>, c: <1e999>}"),
        ("a = true\nb = false", "{a: true, b: false}"),
        (
            "a = 2026-11-23\nb = 2026-11-23 09:30:00Z\nc = 09:30:00",
            "{a: '2026-11-23', b: '2026-11-23 09:30:00Z', c: '09:30:00'}"
        ),
        ("a = 2026-11-23T09:30:00.5+01:00", "{a: '2026-11-23T09:30:00.5+01:00'}"),
        (#"a = "it's \"x\" \u00e9\U0001F600\t\\""#, "{a: 'it's \"x\" é😀\t\\'}"),
        (#"a = 'C:\new\x'"#, #"{a: 'C:\new\x'}"#),
        ("a = \"\"\"\n  one\n  \"two\" \\\n     three\"\"\"\"\nb = 1", "{a: '  one\n  \"two\" three\"', b: 1}"),
        ("a = '''\nit's\\n\n'''", "{a: 'it's\\n\n'}"),
        ("a = [1, [2, 'x'], {b = 3}]", "{a: [1, [2, 'x'], {b: 3}]}"),
        ("a = [ # first\n  1,\n  # second\n  2, # more\n]\nb = 3", "{a: [1, 2], b: 3}"),
        ("a = { b = 1, c.d = 2, \"e f\" = [], }", "{a: {b: 1, c: {d: 2}, e f: []}}"),
        ("a = {}\nb = []", "{a: {}, b: []}"),
        ("a.b.c = 1\na.b.d = 2\n'a'.\"e\" = 3", "{a: {b: {c: 1, d: 2}, e: 3}}"),
        ("[a]\nb = 1\n[a.c]\nd = 2\n[e]", "{a: {b: 1, c: {d: 2}}, e: {}}"),
        ("[a.b]\nc = 1\n[a]\nd = 2", "{a: {b: {c: 1}, d: 2}}"),
        ("[ a . 'b.c' ]\nd = 1", "{a: {b.c: {d: 1}}}"),
        ("[[a]]\nb = 1\n[[a]]\nb = 2\n[a.c]\nd = 3\n[[a.e]]\nf = 4", "{a: [{b: 1}, {b: 2, c: {d: 3}, e: [{f: 4}]}]}"),
        ("'größe' = 'é'\r\nx-y_9 = 1\r\n", "{größe: 'é', x-y_9: 1}"),
        ("3 = 'three'\n2026-11-23 = 'start'", "{3: 'three', 2026-11-23: 'start'}"),
    ])
    func readsValues(_ text: String, _ expected: String) {
        let read = readNotation(NotationInput(file: file(text)), as: .toml)
        #expect(read.findings.isEmpty)
        #expect(read.bindings.map(dump) == ["- = \(expected)"])
    }

    @Test func keepsCommentsApart() {
        let text = """
            # settings of the shop

            # how far it is
            # by now
            [flags.checkout] # ramps up
            rollout = 25 # per cent
            day = 6
            # in milliseconds
            slow = 400

            # of nothing
            """
        #expect(
            read(text, as: .toml) == [
                "- = {flags: {^how far it is\nby now^ checkout: {rollout: 25 #per cent, day: 6, "
                    + "^in milliseconds^ slow: 400} #ramps up}}"
            ])
    }

    @Test(arguments: [
        ("a = 25%", "1:5: '25%' is not a TOML value; a text needs quotes"),
        ("a = yes", "1:5: 'yes' is not a TOML value; a text needs quotes"),
        ("a = 01", "1:5: '01' is not a TOML value; a text needs quotes"),
        ("a = 1__0", "1:5: '1__0' is not a TOML value; a text needs quotes"),
        ("a = .5", "1:5: '.5' is not a TOML value; a text needs quotes"),
        ("a = 5.", "1:5: '5.' is not a TOML value; a text needs quotes"),
        ("a =", "1:4: expected a value, but the text ends"),
        ("a = # none\n", "1:5: expected a value, not '#'"),
        ("a", "1:2: expected '=', but the text ends"),
        ("a b = 1", "1:3: expected '=', not 'b'"),
        ("= 1", "1:1: expected a key, not '='"),
        ("é = 1", "1:1: expected a key, not 'é'"),
        ("a = 1 b", "1:7: expected the end of the line, not 'b'"),
        ("a = \"x\ny = 1", "1:5: a string has no closing quote"),
        ("a = '''x", "1:5: a string has no closing quotes"),
        (#"a = "\q""#, "1:6: an escape in a string means no character"),
        (#"a = "\uD800""#, "1:6: an escape in a string means no character"),
        ("a = [1 2]", "1:8: expected ',' or ']', not '2'"),
        ("a = [1,", "1:8: expected a value, but the text ends"),
        ("a = {b = 1 c = 2}", "1:12: expected ',' or '}', not 'c'"),
        ("a = {b = 1, b = 2}", "1:13: key 'b' stands here twice"),
        ("a = 1\na = 2", "2:1: key 'a' stands here twice"),
        ("a = 1\na.b = 2", "2:1: key 'a' stands here twice"),
        ("a = 1\n[a]", "2:2: key 'a' stands here twice"),
        ("[a]\n[a]", "2:2: key 'a' stands here twice"),
        ("[a]\n[[a]]", "2:3: key 'a' stands here twice"),
        ("[a", "1:3: expected ']', but the text ends"),
        ("[[a]", "1:5: expected ']]', but the text ends"),
        ("[...]", "1:2: expected a key, not '.'"),
    ])
    func faultsHaveTheirPlace(_ text: String, _ expected: String) throws {
        let finding = try #require(readNotation(NotationInput(file: file(text)), as: .toml).findings.first)
        let start = try #require(finding.span).start
        #expect("\(start.line):\(start.column): \(finding.message)" == expected)
        #expect(finding.rule == "data-unreadable")
    }

    @Test(arguments: [
        ("a = 1\n...\nb = 2", "{a: 1, b: 2}"),
        ("a = [1,\nb = 2", "{b: 2}"),
        ("a = {x = 1\nb = 2\n", "{b: 2}"),
        ("a = 1\na = 2\nc = 3", "{a: 1, c: 3}"),
        ("[a]\nb = 1\n[a]\nc = 2", "{a: {b: 1, c: 2}}"),
        ("[a]\nb = 1\n[…]\nc = 2\n[d]\ne = 3", "{a: {b: 1}, d: {e: 3}}"),
        ("a = 1\n[a.b]\nc = 2", "{a: 1}"),
    ])
    func aFaultCostsNoMoreThanItsPlace(_ text: String, _ expected: String) {
        let read = readNotation(NotationInput(file: file(text)), as: .toml)
        #expect(read.findings.count == 1)
        #expect(read.bindings.map(dump) == ["- = \(expected)"])
    }

    @Test func noKeysAreNothing() {
        for text in ["", "\n\n", "# only a comment", "\u{0}", "{", "]"] { #expect(read(text, as: .toml).isEmpty) }
    }

    @Test(arguments: [
        String(repeating: "a.", count: 70) + "b = 1",
        "[" + String(repeating: "a.", count: 70) + "b]",
        "a = " + String(repeating: "[", count: 100_000),
        "a = " + String(repeating: "{b = ", count: 100_000),
        "a = {" + String(repeating: "b.", count: 70) + "c = 1}",
        (1...40).map { "[[" + Array(repeating: "a", count: $0).joined(separator: ".") + "]]\n" }.joined(),
    ])
    func nestingIsBounded(_ text: String) {
        let read = readNotation(NotationInput(file: file(text)), as: .toml)
        #expect(read.findings.map(\.rule) == ["document-too-complex"])
        #expect(read.bindings.isEmpty)
    }
}
