import DataNotations
import SourceText
import Testing

@Suite struct YAMLReadingTests {
    @Test(arguments: [
        ("a: 1", "{a: 1}"),
        ("- 1\n- x\n- [2, y]", "[1, 'x', [2, 'y']]"),
        ("[-1, +2, 0x1F, 0o17, 1.5, .5, 1e3, 1.e-1, 007]", "[-1, 2, 31, 15, 1.5, 0.5, 1000, 0.1, 7]"),
        (
            "[1_000, 0x1p3, inf, nan, 1.2.3, 12e, 0x, e5, '.', +, 09:30, 40%]",
            "['1_000', '0x1p3', 'inf', 'nan', '1.2.3', '12e', '0x', 'e5', '.', '+', '09:30', '40%']"
        ),
        ("[.nan, -.inf, 1e999]", "[<.nan>, <-.inf>, <1e999>]"),
        (
            "[true, False, yes, on, null, ~, '', 'true', \"5\"]",
            "[true, false, 'yes', 'on', null, null, '', 'true', '5']"
        ),
        ("[!!str 5, ! 6, !!int 7, !Ref x]", "['5', '6', 7, <x>]"),
        ("1: a\ntrue: b\n~: c", "{1: 'a', true: 'b', ~: 'c'}"),
        ("a: &x {b: 1}\nc: *x", "{a: {b: 1}, c: {b: 1}}"),
        ("a: &x {b: 1, c: 2}\nd: {<<: *x, c: 3}", "{a: {b: 1, c: 2}, d: {c: 3, b: 1}}"),
        ("a: &x {b: 1}\nc: &y {b: 2, d: 3}\ne:\n  <<: [*x, *y]", "{a: {b: 1}, c: {b: 2, d: 3}, e: {b: 1, d: 3}}"),
        ("a: {'<<': 1}", "{a: {<<: 1}}"),
        ("a: |\n  # text\n  more\nb: 1", "{a: '# text\nmore\n', b: 1}"),
        ("---\na: 1\n---\nb: 2\n...\n", "{a: 1}|{b: 2}"),
        ("--- \n", "null"),
        ("# nothing\n", ""),
        ("", ""),
    ])
    func readsValues(_ text: String, _ expected: String) throws {
        #expect(try yaml(text) == expected.split(separator: "|").map(String.init))
    }

    @Test func keepsComments() throws {
        let text = """
            # not of a: a line stands between

            # how often
            # we look
            a: 5  # minutes
            b: # the list
              - c: "x # no comment"  # of c
                # above d
                d: {e: 1, # of e
                    f: 2} # of d
            g: | # header
              # text
            h: 'x#y' #of h
            i: &n 1
            j: *n  # of j
            k: # of nothing
            """
        let read = try yaml(text)
        #expect(
            read == [
                "{^how often\nwe look^ a: 5 #minutes, b: [{c: 'x # no comment' #of c, "
                    + "^above d^ d: {e: 1 #of e, f: 2} #of d}] #the list, g: '# text\n' #header, "
                    + "h: 'x#y' #of h, i: 1, j: 1 #of j, k: null #of nothing}"
            ])
    }

    @Test(arguments: [
        ("a: 1\na: 2", "1:1: key 'a' stands in this object twice"),
        ("x:\n  é: {b: 1, \"b\": 2}", "2:7: key 'b' stands in this object twice"),
        ("a: 'x", "1:6: while scanning a quoted scalar, found unexpected end of stream"),
        ("a:\n\tb: 1", "2:1: while scanning for the next token, found character that cannot start any token"),
        ("é: [1", "1:6: while parsing a flow sequence, did not find expected ',' or ']'"),
        ("a: *x", "1:4: found undefined alias"),
        ("a: 1\nb: \u{1}", "2:4: control characters are not allowed"),
    ])
    func faultsHaveTheirPlace(_ text: String, _ expected: String) {
        #expect(fault({ input throws(NotationError) in _ = try DataDocument.yaml(input) }, text) == expected)
    }

    @Test func faultsInABlockAreFindings() {
        let read = readNotation(NotationInput(file: file("a: [")), as: .yaml)
        #expect(read.bindings.isEmpty)
        #expect(read.findings.map(\.rule) == ["data-unreadable"])
    }

    private func refusal(_ text: String) -> NotationError.Reason? {
        do throws(NotationError) {
            _ = try DataDocument.yaml(NotationInput(file: file(text)))
            return nil
        } catch {
            return error.reason
        }
    }

    @Test func aliasesMustNotMultiplyTheText() {
        var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1...9 {
            let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
            bomb += "a\(level): &a\(level) [\(aliases)]\n"
        }
        #expect(refusal(bomb) == .tooComplex)
        #expect(refusal(bomb + "? *a9\n: 1\n") == .tooComplex)
        #expect(refusal(bomb + "*a9 : 1\n") == .tooComplex)
        #expect(refusal(bomb + "[*a9] : 1\n") == .tooComplex)
        let large = "a: &a \(String(repeating: "x", count: 10_000))\nb: ["
        #expect(refusal(large + Array(repeating: "*a", count: 2_000).joined(separator: ",") + "]") == .tooComplex)
    }

    @Test func ordinaryUseOfAliasesIsRead() {
        var text = "base: &base {a: 1, b: [1, 2, 3]}\nnote: 'glob *x and {y}: z'\n"
        for number in 1...100 { text += "item\(number): {<<: *base, c: \(number)}\n" }
        #expect(refusal(text) == nil)
    }

    @Test func nestingIsBounded() {
        #expect(refusal(String(repeating: "[", count: 64) + String(repeating: "]", count: 64)) == nil)
        #expect(refusal(String(repeating: "[", count: 65) + String(repeating: "]", count: 65)) == .tooComplex)
        #expect(refusal(String(repeating: "- ", count: 65) + "x") == .tooComplex)
        for text in ["[", "{a: ", "- ", "? ", "{", "&a ["] {
            #expect(refusal(String(repeating: text, count: 100_000)) != nil)
        }
        let keys = String(repeating: "{", count: 900) + "a: b" + String(repeating: "}: c", count: 899) + "}"
        #expect(refusal(String(repeating: "- " + keys + "\n", count: 200)) == .tooComplex)
    }
}
