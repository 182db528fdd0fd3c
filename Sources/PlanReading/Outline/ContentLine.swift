import MarkdownTree
import Plan
import SourceText

/// One statement of a section: a list item's own text, or a paragraph (cut where a bold key starts a new field).
///
/// An object, as is all that many readers hand around: to pass it on costs one reference and no copy of what it holds.
final class ContentLine: Sendable {
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
    /// Whether its first words are bold.
    let isBold: Bool
    /// First item of a list continues it; used to tell one list from the next.
    let list: MarkdownNode?
    /// Whether a code span stands in its paragraph.
    let hasCode: Bool

    init(
        node: MarkdownNode, text: ReadText, field: Field?, depth: Int, parent: Int?, task: TaskState?, ordinal: Int?,
        isItem: Bool, isBold: Bool, list: MarkdownNode?, hasCode: Bool
    ) {
        self.node = node
        self.text = text
        self.field = field
        self.depth = depth
        self.parent = parent
        self.task = task
        self.ordinal = ordinal
        self.isItem = isItem
        self.isBold = isBold
        self.list = list
        self.hasCode = hasCode
    }

    var reading: Reading { field != nil ? .field : isItem ? .listItem : .prose }
}

/// `**Duration**: 2 days`: a key in a few words and what stands behind its colon.
final class Field: Sendable {
    let key: ReadText
    let value: ReadText
    let isBold: Bool

    /// Whether one of the key's words is one of these, and the key is short: `Risk level`, `Mitigation strategy`.
    func isNamed(_ any: WordClassSet) -> Bool { key.mentions(any) && key.tokens.count <= 4 }
    func isNamed(_ wordClass: WordClass) -> Bool { key.mentions(wordClass) && key.tokens.count <= 4 }

    /// Whether the key says one of these words and beside it nothing but what qualifies it: `Estimated duration`, but not
    /// `Test duration`.
    func isCalled(_ names: WordClassSet, with qualifiers: WordClassSet) -> Bool {
        key.isCalled(names, with: qualifiers)
    }

    /// The two cells of a row that names something and says it.
    convenience init(key: ReadText, value: ReadText) {
        self.init(key: key, value: value, isBold: false)
    }

    private init(key: ReadText, value: ReadText, isBold: Bool) {
        self.key = key
        self.value = value
        self.isBold = isBold
    }

    /// Cuts a text at its first colon; `bold` is how far a leading bold run reaches.
    ///
    /// Without a bold key, only short keys count: prose has colons too.
    convenience init?(_ whole: ReadText, bold: Int?) {
        guard let colon = Field.colon(of: whole, bold: bold) else { return nil }
        let key = whole.part(whole.bytes.lowerBound..<colon)
        guard !key.tokens.isEmpty, bold != nil || key.tokens.count(where: { $0.isWord || $0.number != nil }) <= 5
        else { return nil }
        self.init(key: key, value: whole.part(colon + 1..<whole.bytes.upperBound), isBold: bold != nil)
    }

    /// Offset of the first colon outside of brackets that ends a key.
    private static func colon(of whole: ReadText, bold: Int?) -> Int? {
        let utf8 = whole.utf8
        let (start, end) = (whole.bytes.lowerBound, whole.bytes.upperBound)
        let limit = min(end, start + (bold.map { $0 + 4 } ?? 60))
        guard start + 1 < limit, utf8.holds(UInt8(ascii: ":"), in: start + 1..<limit) else { return nil }
        var depth = 0
        for index in start..<limit {
            switch utf8[index] {
            case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: ":") where depth <= 0:
                let next = index + 1 < end ? utf8[index + 1] : 0x20
                // `09:30`, `http://` and `a::b` are no fields.
                if next == 0x20 || next == 0x09 || next == 0x0a || index + 1 - start == bold {
                    return index > start ? index : nil
                }
            default: break
            }
        }
        return nil
    }
}
