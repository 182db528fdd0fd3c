import DataNotations
import SourceText
import Testing

@Suite struct JSONReadingTests {
    @Test(arguments: [
        ("{}", "{}"), ("[]", "[]"), (" [ 1 , 2 ] \n", "[1, 2]"), ("-0.5e+2", "-50"), ("0", "0"),
        ("{\"a\": {\"b\": [true, false, null]}}", "{a: {b: [true, false, null]}}"),
        ("\"a\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\uDE00\"", "'a\"\\/\u{8}\u{c}\n\r\té😀'"),
    ])
    func readsValues(_ text: String, _ expected: String) throws {
        #expect(dump(try DataDocument.json(NotationInput(file: file(text)))) == expected)
    }

    @Test(arguments: [
        ("", "1:1: expected a value, but the text ends"),
        ("{\n  \"é\": 1,\n}", "3:1: expected a key in double quotes, not '}'"),
        ("[1 2]", "1:4: expected ',' or ']', not '2'"),
        ("[1,]", "1:4: expected a value, not ']'"),
        ("{\"a\" 1}", "1:6: expected ':', not '1'"),
        ("{\"a\":1 \"b\"}", "1:8: expected ',' or '}', not '\"'"),
        ("{a: 1}", "1:2: expected a key in double quotes, not 'a'"),
        ("{\"a\": 1, \"a\": 2}", "1:10: key 'a' stands here twice"),
        ("{\"a\": NaN}", "1:7: 'NaN' is not a JSON value"),
        ("[-Infinity]", "1:2: '-' is not a JSON number"),
        ("[Infinity]", "1:2: 'Infinity' is not a JSON value"),
        ("[01]", "1:2: '01' is not a JSON number"),
        ("[1.]", "1:2: '1.' is not a JSON number"),
        ("[.5]", "1:2: expected a value, not '.'"),
        ("[+1]", "1:2: expected a value, not '+'"),
        ("[1e]", "1:2: '1e' is not a JSON number"),
        ("[1e999]", "1:2: the number '1e999' is too large"),
        ("\"a", "1:1: a string has no closing quote"),
        ("\"a\\", "1:1: a string has no closing quote"),
        ("\"a\nb\"", "1:1: a string holds a line break or control character"),
        ("\"\\x41\"", "1:2: an escape in a string means no character"),
        ("\"\\u12G4\"", "1:2: an escape in a string means no character"),
        ("\"\\ud800\"", "1:2: an escape in a string means no character"),
        ("1 // x", "1:3: expected the end, not '/'"),
        ("{} é", "1:4: expected the end, not 'é'"),
    ])
    func faultsHaveTheirPlace(_ text: String, _ expected: String) {
        #expect(fault({ input throws(NotationError) in _ = try DataDocument.json(input) }, text) == expected)
    }

    @Test func nestingIsBounded() {
        let deep = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
        let json: (NotationInput) throws(NotationError) -> Void = { input throws(NotationError) in
            _ = try DataDocument.json(input)
        }
        #expect(fault(json, deep) == nil)
        #expect(fault(json, "[\(deep)]") == "1:65: data is nested deeper than 64 levels")
        #expect(fault(json, String(repeating: "{\"a\":", count: 100_000)) != nil)
    }
}
