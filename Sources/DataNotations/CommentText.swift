/// What a comment says, without its markers.
enum CommentText {
    /// The text of a one-line comment: further markers (`///`, `//!`, `##`) and outer space are dropped.
    static func line(_ bytes: ArraySlice<UInt8>) -> String {
        let text = bytes.drop { "/#!;".utf8.contains($0) }
        return trimmed(text)
    }

    /// The text of a `/* … */`: each line without the star that decorates it; empty lines are dropped.
    static func block(_ bytes: ArraySlice<UInt8>) -> String {
        bytes.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
            .map { line in trimmed(line.drop(while: \.isSpace).drop { $0 == UInt8(ascii: "*") }) }
            .filter { !$0.isEmpty }
            .joined(separator: "\n")
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
        var text = bytes.drop(while: \.isSpace)
        while let last = text.last, last.isSpace { text.removeLast() }
        return String(decoding: text, as: UTF8.self)
    }
}
