import Plan

/// Words in small letters that a reader looks for: most words of a text are passed by at the sight of their first letter
/// and length, and no string is made of them.
struct WordSet: Sendable, ExpressibleByArrayLiteral {
    private let words: Set<String>
    /// For each first byte a bit for each length.
    private let lengths: [UInt64]

    init(arrayLiteral elements: String...) {
        words = Set(elements)
        var lengths = Array(repeating: UInt64(0), count: 256)
        for word in elements {
            guard let first = word.utf8.first else { continue }
            lengths[Int(first)] |= WordSet.bit(word.utf8.count)
        }
        self.lengths = lengths
    }

    /// A word in small letters.
    func contains(_ word: String) -> Bool { words.contains(word) }

    /// A word as a text writes it.
    func contains(_ utf8: [UInt8], _ word: Range<Int>) -> Bool {
        guard !word.isEmpty, mayContain(utf8, word) else { return false }
        return words.contains(String(decoding: utf8[word], as: UTF8.self).lowercased())
    }

    private func mayContain(_ utf8: [UInt8], _ word: Range<Int>) -> Bool {
        let first = utf8[word.lowerBound]
        let known = lengths[Int(first &- 0x41 < 26 ? first | 0x20 : first)]
        if known & WordSet.bit(word.count) != 0 { return true }
        // Other letters may have another length when they are small, or in one piece; so may the first letter.
        let isFirstSure = first < 0x80 && (word.count == 1 || utf8[word.lowerBound + 1] < 0x80)
        guard known != 0 || !isFirstSure else { return false }
        var all: UInt8 = 0
        for index in word { all |= utf8[index] }
        return all >= 0x80
    }

    private static func bit(_ length: Int) -> UInt64 { 1 << UInt64(min(length, 63)) }
}

extension ReadText {
    /// Whether one of the words stands in the text.
    func says(_ words: WordSet) -> Bool {
        let utf8 = utf8
        return tokens.contains { $0.isWord && words.contains(utf8, $0.range) }
    }
}
