import MarkdownTree
import Plan
import SourceText

/// One statement of a section: a list item's own text, or a paragraph (cut where a bold key starts a new field).
struct ContentLine: Sendable {
    let node: MarkdownNode
    let text: ReadText
    /// `key: value`, when the line has that form.
    let field: Field?
    /// List nesting, 0 outside of nested lists.
    let depth: Int
    /// Index of the line of the item that holds this one; nil at the top.
    let parent: Int?
    let task: TaskState?
    /// Number of the item in an ordered list; nil elsewhere.
    let ordinal: Int?
    let isItem: Bool
    /// First item of a list continues it; used to tell one list from the next.
    let list: MarkdownNode?

    var reading: Reading { field != nil ? .field : isItem ? .listItem : .prose }
}

/// `**Duration**: 2 days`: a key in a few words and what stands behind its colon.
struct Field: Sendable {
    let key: ReadText
    let value: ReadText
    let isBold: Bool

    /// Whether the key is one of these words, or ends or begins with one (`Risk level`, `Estimated duration`).
    func isNamed(_ words: Set<String>) -> Bool { key.contains(words) && key.tokens.count <= 4 }

    /// Cuts a text at its first colon; `bold` is how far a leading bold run reaches.
    ///
    /// Without a bold key, only short keys count: prose has colons too.
    init?(_ text: PlainText, bold: Int?) {
        let utf8 = text.utf8
        var depth = 0
        var colon: Int?
        let limit = min(utf8.count, bold.map { $0 + 3 } ?? 60)
        for index in 0..<limit {
            switch utf8[index] {
            case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: ":") where depth <= 0:
                let next = index + 1 < utf8.count ? utf8[index + 1] : 0x20
                // `09:30`, `http://` and `a::b` are no fields.
                if next == 0x20 || next == 0x0a || index + 1 == bold { colon = index }
            default: break
            }
            if colon != nil { break }
        }
        guard let colon, colon > 0 else { return nil }
        let key = ReadText(text.slice(0..<colon).trimmed())
        guard !key.tokens.isEmpty, bold != nil || key.tokens.count(where: { $0.word != nil || $0.number != nil }) <= 5
        else { return nil }
        self.key = key
        value = ReadText(text.slice(colon + 1..<utf8.count).trimmed())
        isBold = bold != nil
    }
}
