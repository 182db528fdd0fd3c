import SourceText

/// Keeps the credentials that stand in documents out of the texts that are made of them.
///
/// They are hidden by what they are and not by where they stand: a fact may be told with its list, its heading or its
/// phase, and another document may say the same credential again.
package struct SecretMask: Sendable {
    /// Credentials word by word, without white space, sorted by their bytes.
    private let pieces: [[UInt8]]
    /// Whether a piece begins with a byte: most do not.
    private let begins: [Bool]

    /// Bytes; shorter words are ends of a key block, and stand in other texts too.
    private static let shortest = 6
    /// More pieces that begin alike are no credentials.
    private static let mostAlike = 64
    /// Bytes of a piece that is cut off at an ellipsis; one that is shorter tells nothing, and no text is cut behind more.
    private static let cutLengths = 3...128

    package init(_ secrets: [Secret]) {
        let words = secrets.flatMap { $0.value.text.utf8.split { $0 <= 0x20 } }.map { Array($0) }
        pieces = Set(words.filter { $0.count >= SecretMask.shortest }).sorted { $0.lexicographicallyPrecedes($1) }
        var begins = [Bool](repeating: false, count: 256)
        for piece in pieces { begins[Int(piece[0])] = true }
        self.begins = begins
    }

    /// The text with an asterisk for each byte of a credential, also of one that is cut off at an ellipsis.
    package func text(_ text: String) -> String {
        guard !pieces.isEmpty else { return text }
        var bytes = Array(text.utf8)
        var index = 0
        while index < bytes.count {
            let length = begins[Int(bytes[index])] ? hiddenLength(bytes[index...]) : 0
            for place in index..<index + length { bytes[place] = UInt8(ascii: "*") }
            index += max(1, length)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// How many bytes belong to a piece that a text begins with.
    private func hiddenLength(_ text: ArraySlice<UInt8>) -> Int {
        // All that a text begins with stands ahead of it in the order, the longest last.
        let end = place(behind: text)
        if let piece = pieces[max(0, end - SecretMask.mostAlike)..<end].last(where: { text.starts(with: $0) }) {
            return piece.count
        }
        let start = text.prefix(SecretMask.cutLengths.upperBound + 1).prefix { $0 < 0x80 }
        guard SecretMask.cutLengths.contains(start.count), text[start.endIndex...].starts(with: "…".utf8) else {
            return 0
        }
        let next = place(behind: start)
        return next < pieces.count && pieces[next].starts(with: start) ? start.count : 0
    }

    /// How many pieces stand ahead of a text in the order, or are the text.
    private func place(behind text: ArraySlice<UInt8>) -> Int {
        pieces.countOfLeading { !text.lexicographicallyPrecedes($0) }
    }
}
