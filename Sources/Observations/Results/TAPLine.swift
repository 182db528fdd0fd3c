import SourceText

/// What one line of a TAP stream is, without its indentation.
enum TAPLine {
    struct Test {
        let isOK: Bool
        /// nil when the stream leaves counting to the reader.
        let number: Int?
        /// Without its escapes.
        let description: String
        let directive: Directive?
        /// `ok 1 - parser {`: its subtest follows, up to a brace.
        let opensBlock: Bool
    }

    enum Directive: Equatable {
        case skip(String)
        case todo(String)
    }

    case version(Int)
    /// `1..0` is a plan of no tests.
    case plan(last: Int)
    case test(Test)
    /// `# Subtest: parser`
    case subtest(String)
    case comment
    case bailOut(String)
    case closingBrace
    case other

    init(_ text: Substring) {
        if text.hasPrefix("#") {
            let words = text.dropFirst().drop { $0 == " " }
            self =
                words.hasPrefix("Subtest") ? .subtest(String(words.dropFirst(7).drop { $0 == ":" }).trimmed) : .comment
        } else if let test = TAPLine.test(text) {
            self = .test(test)
        } else if let last = TAPLine.plan(text) {
            self = .plan(last: last)
        } else if text.hasPrefix("TAP version "), let number = Int(String(text.dropFirst(12)).trimmed) {
            self = .version(number)
        } else if text.lowercased().hasPrefix("bail out!") {
            self = .bailOut(String(text.dropFirst(9)).trimmed)
        } else {
            self = String(text).trimmed == "}" ? .closingBrace : .other
        }
    }

    /// `1..4`, perhaps with a reason for skipping all of them.
    private static func plan(_ text: Substring) -> Int? {
        guard text.hasPrefix("1..") else { return nil }
        let digits = text.dropFirst(3).prefix { $0.isASCII && $0.isNumber }
        let rest = String(text.dropFirst(3 + digits.count)).trimmed
        guard rest.isEmpty || rest.hasPrefix("#") else { return nil }
        return Int(digits)
    }

    private static func test(_ text: Substring) -> Test? {
        let isOK = !text.hasPrefix("not ")
        var rest = isOK ? text : text.dropFirst(4)
        guard rest.hasPrefix("ok") else { return nil }
        rest = rest.dropFirst(2)
        guard rest.first.map({ $0 == " " || $0 == "\t" }) ?? true else { return nil }
        rest = rest.drop { $0 == " " || $0 == "\t" }
        let digits = rest.utf8.prefix { $0.isDigit }
        var number: Int?
        // `ok 3rd try` has no number.
        if !digits.isEmpty, rest.dropFirst(digits.count).first.map({ $0 == " " || $0 == "\t" }) ?? true {
            number = Int(Substring(digits)) ?? Int.max
            rest = rest.dropFirst(digits.count).drop { $0 == " " || $0 == "\t" }
        }
        if rest.hasPrefix("- ") || rest == "-" { rest = rest.dropFirst() }
        var (description, hint) = parts(rest)
        let opensBlock = description.hasSuffix("{") && hint == nil
        if opensBlock { description = String(description.dropLast()).trimmed }
        return Test(
            isOK: isOK, number: number, description: description, directive: hint.flatMap(directive),
            opensBlock: opensBlock)
    }

    /// The description, and what stands behind the first `#` that is not escaped and has a space before it.
    private static func parts(_ text: Substring) -> (description: String, hint: String?) {
        let utf8 = Array(text.utf8)
        var description: [UInt8] = []
        description.reserveCapacity(utf8.count)
        var previous = UInt8(ascii: " ")
        var index = 0
        while index < utf8.count {
            var byte = utf8[index]
            index += 1
            if byte == UInt8(ascii: "\\"), index < utf8.count, utf8[index] == UInt8(ascii: "#") || utf8[index] == byte {
                byte = utf8[index]
                index += 1
            } else if byte == UInt8(ascii: "#"), previous == 0x20 || previous == 0x09 {
                return (Self.trimmed(description[...]), Self.trimmed(utf8[index...]))
            }
            description.append(byte)
            previous = byte
        }
        return (Self.trimmed(description[...]), nil)
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self).trimmed }

    /// `SKIP reason`, `Skipped: reason`, `TODO: reason`; nil for any other note, such as `time=3ms`.
    private static func directive(_ hint: String) -> Directive? {
        let word = hint.prefix { $0.isLetter }
        let reason = String(hint.dropFirst(word.count).drop { $0 == ":" || $0 == "," }).trimmed
        switch word.lowercased() {
        case "skip", "skipped", "skipping": return .skip(reason)
        case "todo": return .todo(reason)
        default: return nil
        }
    }
}
