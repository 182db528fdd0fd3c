import MarkdownTree
import Plan
import SourceText

/// Collects the content of one section, without recursion: documents may nest as deep as they like.
struct SectionContent {
    private let style: WritingStyle
    private(set) var lines: [ContentLine] = []
    private(set) var tables: [ContentTable] = []
    private(set) var codeBlocks: [CodeBlock] = []
    /// The items that the node being read stands in, innermost last, each with its line.
    private var items: [(node: MarkdownNode, line: Int?)] = []
    /// Number of the last item of each open ordered list, innermost last.
    private var ordinals: [(list: MarkdownNode, depth: Int, number: Int)] = []
    /// The paragraph that was read last as the text of its item.
    private var itemText: MarkdownNode?

    init(_ style: WritingStyle) {
        self.style = style
    }

    mutating func add(_ block: MarkdownNode) {
        var node = block
        while true {
            if enter(node), let child = node.firstChild {
                node = child
                continue
            }
            leave(node)
            while node != block, node.nextSibling == nil, let parent = node.parent {
                node = parent
                leave(node)
            }
            guard node != block, let next = node.nextSibling else { return }
            node = next
        }
    }

    /// - Returns: false when what is inside the node is of no interest.
    private mutating func enter(_ node: MarkdownNode) -> Bool {
        switch node.kind {
        case .item(let task):
            items.append((node, nil))
            addItem(node, task)
            return true
        case .paragraph:
            if node != itemText { addParagraph(node) }
            return false
        case .table:
            if let table = ContentTable(node, style) { tables.append(table) }
            return false
        case .codeBlock(let info):
            addCode(node, info: info)
            return false
        case .blockQuote: return isBox(node)
        // What a quote or a footnote says is somebody's else or an aside: it states no fact of the plan.
        case .footnoteDefinition, .htmlBlock, .heading: return false
        default: return true
        }
    }

    private mutating func leave(_ node: MarkdownNode) {
        if let last = items.last, last.node == node { items.removeLast() }
    }

    /// A quote right under a heading that holds nothing but the fields of a phase, each with a bold key, cites nobody: it is
    /// a box that the author drew around them.
    private func isBox(_ quote: MarkdownNode) -> Bool {
        guard items.isEmpty, lines.isEmpty, tables.isEmpty, codeBlocks.isEmpty else { return false }
        var speaksOfPhase = false
        for child in quote.children {
            guard child.isParagraph else { return false }
            var areFields = true
            readFieldPieces(of: child, style) { text, bold in
                guard areFields, text.tokens.contains(where: \.isWord) else { return }
                guard bold != nil, let field = Field(text, bold: bold), field.value.tokens.count <= 12 else {
                    areFields = false
                    return
                }
                speaksOfPhase = speaksOfPhase || field.isNamed(phaseKeys)
            }
            guard areFields else { return false }
        }
        return speaksOfPhase
    }

    /// A block that shows how something may look states nothing; of a difference only what stays or comes counts.
    private mutating func addCode(_ node: MarkdownNode, info: String) {
        let language = String(Substring(info.utf8.prefix { !" \t{,:".utf8.contains($0) })).lowercased()
        guard let content = node.codeContent, !isExample(language, info) else { return }
        let line = items.last?.line ?? (lines.isEmpty ? nil : lines.count - 1)
        for part in language == "diff" ? content.keptLines : [content] {
            codeBlocks.append(
                CodeBlock(node: node, language: language == "diff" ? "" : language, content: part, line: line))
        }
    }

    /// A fence marked as an example or as Markdown, or one directly below `For example:`.
    private func isExample(_ language: String, _ info: String) -> Bool {
        if ["markdown", "md", "mdx", "gfm"].contains(language) { return true }
        if !info.isEmpty, style.vocabulary.classes(ofName: info).contains(.aside) { return true }
        guard let lead = lines.last?.text, lead.mentions(.aside), lead.tokens.last?.isSign(":") == true else {
            return false
        }
        // `For example`, `Zum Beispiel`; but not `Flags, example`.
        return lead.tokens.allSatisfy { !$0.isWord || $0.isA(.aside) || $0.range.count <= 3 }
    }

    private mutating func addItem(_ item: MarkdownNode, _ task: TaskState?) {
        guard let paragraph = item.firstChild, paragraph.isParagraph else { return }
        itemText = paragraph
        let list = item.parent
        let ordinal = list.flatMap { nextOrdinal(in: $0) }
        let depth = items.count - 1
        let outer = depth > 0 ? items[depth - 1].line : nil
        let first = lines.count
        let hasCode = paragraph.mayHoldCode
        readFieldPieces(of: paragraph, style) { text, bold in
            let isFirst = lines.count == first
            lines.append(
                ContentLine(
                    node: item, text: text, field: Field(text, bold: bold), depth: depth,
                    parent: isFirst ? outer : first, task: isFirst ? task : nil, ordinal: isFirst ? ordinal : nil,
                    isItem: isFirst, isBold: isFirst && paragraph.beginsBold, list: list, hasCode: hasCode))
        }
        items[depth].line = first
    }

    /// Number of the next item of a list; nil when it is not ordered.
    private mutating func nextOrdinal(in list: MarkdownNode) -> Int? {
        guard case .list(let style) = list.kind, style.ordered else { return nil }
        let depth = items.count
        while ordinals.count > depth { ordinals.removeLast() }
        let before = ordinals.last.flatMap { $0.depth == depth && $0.list == list ? $0.number : nil }
        let number = before.map { $0 + 1 } ?? style.start
        if ordinals.last?.depth == depth { ordinals.removeLast() }
        ordinals.append((list, depth, number))
        return number
    }

    private mutating func addParagraph(_ paragraph: MarkdownNode) {
        let hasCode = paragraph.mayHoldCode
        readFieldPieces(of: paragraph, style) { text, bold in
            lines.append(
                ContentLine(
                    node: paragraph, text: text, field: Field(text, bold: bold), depth: items.count,
                    parent: items.last?.line, task: nil, ordinal: nil, isItem: false,
                    isBold: bold != nil || paragraph.beginsBold, list: nil, hasCode: hasCode))
        }
    }
}

extension MarkdownNode {
    /// Whether a paragraph's first words are bold.
    fileprivate var beginsBold: Bool {
        guard let first = firstChild, case .strong = first.kind else { return false }
        return !first.struck
    }
}

extension PlainText {
    /// The runs of lines that a difference does not take away.
    fileprivate var keptLines: [PlainText] {
        var runs: [PlainText] = []
        var start = 0
        var index = 0
        while index < utf8.count {
            let end = utf8[index...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? utf8.count
            if utf8[index] == UInt8(ascii: "-") {
                if start < index { runs.append(slice(start..<index)) }
                start = end
            }
            index = end
        }
        if start < utf8.count { runs.append(slice(start..<utf8.count)) }
        return runs
    }
}
