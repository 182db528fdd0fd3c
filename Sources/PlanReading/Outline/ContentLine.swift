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
    init(key: ReadText, value: ReadText) {
        self.key = key
        self.value = value
        isBold = false
    }

    /// Cuts a text at its first colon; `bold` is how far a leading bold run reaches.
    ///
    /// Without a bold key, only short keys count: prose has colons too.
    init?(_ whole: ReadText, bold: Int?) {
        let start = whole.bytes.lowerBound
        guard let colon = Field.colon(of: whole, bold: bold, before: start + (bold.map { $0 + 4 } ?? 60)), colon > start
        else { return nil }
        let key = whole.part(start..<colon)
        guard !key.tokens.isEmpty, bold != nil || key.tokens.count(where: { $0.isWord || $0.number != nil }) <= 5
        else { return nil }
        self.key = key
        value = whole.part(colon + 1..<whole.bytes.upperBound)
        isBold = bold != nil
    }

    /// Offset of the first colon outside of brackets that ends a key: `09:30`, `http://` and `a::b` are no fields.
    private static func colon(of whole: ReadText, bold: Int?, before limit: Int) -> Int? {
        let tokens = whole.tokens
        var depth = 0
        for index in tokens.indices {
            let token = tokens[index]
            guard token.range.lowerBound < limit else { return nil }
            switch token.sign {
            case "(", "[": depth += 1
            case ")", "]": depth -= 1
            case ":" where depth <= 0:
                let end = token.range.upperBound
                let isGlued = index + 1 < tokens.count && tokens[index + 1].glued
                if !isGlued || end - whole.bytes.lowerBound == bold { return token.range.lowerBound }
            default: break
            }
        }
        return nil
    }
}
