import DataNotations
import SourceText
import Testing

@Suite struct SettingsReadingTests {
    @Test(arguments: [
        ("A=1", "{A: 1}"),
        ("export A=true\nB = off", "{A: true, B: 'off'}"),
        ("A=\"25\" # per cent\nB='x # y'", "{A: 25 #per cent, B: 'x # y'}"),
        ("A=two words  # why\nB=#no comment", "{A: 'two words' #why, B: '#no comment'}"),
        ("A=it's fine\nB=\"open", "{A: 'it's fine', B: '\"open'}"),
        ("A=\nB=\"\"", "{A: '', B: ''}"),
        ("A=${B}/x\nC=\"$(date)\"\nD='${B}'", "{A: <${B}/x>, C: <$(date)>, D: '${B}'}"),
        ("A=\"a\\nb \\\"c\\\"\"", "{A: 'a\nb \"c\"'}"),
        ("URL=http://x/y?z=1", "{URL: 'http://x/y?z=1'}"),
        ("A=1\nA=2", "{A: 2}"),
        ("# how far\n# by now\nA=5\n\n# of nothing\n\nB=6", "{^how far\nby now^ A: 5, B: 6}"),
        (
            "[flags]\nnew_search = 20 ; on day 3\n[limits.api]\nslow=400",
            "{flags: {new_search: 20 #on day 3}, limits: {api: {slow: 400}}}"
        ),
        (
            "feature.search.rollout=25\nfeature.search.day: 6\n! old\nplain key = x",
            "{feature: {search: {rollout: 25, day: 6}}, ^old^ plain key: 'x'}"
        ),
        ("[remote \"origin\"]\nurl = x", "{remote \"origin\": {url: 'x'}}"),
        ("a = 1\na.b = 2\nc = 3", "{a: 1, c: 3}"),
        ("...\n[open\n=5\nA=1\r\nB=1e3\r\n", "{A: 1, B: 1000}"),
    ])
    func readsValues(_ text: String, _ expected: String) {
        let read = readNotation(NotationInput(file: file(text)), as: .settings)
        #expect(read.findings.isEmpty)
        #expect(read.bindings.map(dump) == ["- = \(expected)"])
    }

    @Test func noSettingsAreNothing() {
        for text in ["", "\n# x\n", "[a", "just words", "\u{0}"] { #expect(read(text, as: .settings).isEmpty) }
    }

    @Test func nestingIsBounded() {
        for text in ["[" + String(repeating: "a.", count: 70) + "b]", String(repeating: "a.", count: 70) + "b=1"] {
            let read = readNotation(NotationInput(file: file(text)), as: .settings)
            #expect(read.findings.map(\.rule) == ["document-too-complex"])
        }
    }
}
