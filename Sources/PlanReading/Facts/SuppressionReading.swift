import MarkdownTree
import Plan
import SourceText

/// Reads the comments that allow findings; what says `plumbline:` and cannot be read is a finding of its own.
struct SuppressionReader {
    private(set) var suppressions: [Suppression] = []
    private(set) var findings: [Finding] = []
    private let document: MarkdownDocument
    /// The sections that a block opens, by where it starts.
    private var opened: [Int: MarkdownSection] = [:]

    init(_ document: MarkdownDocument) {
        self.document = document
        // Most documents hold none, and a comment cannot be without these bytes.
        guard document.source.bytes.holds(word: marker) else { return }
        for section in document.sections where section.heading != nil {
            if let first = section.blocks.first { opened[first.span.range.lowerBound] = section }
        }
        for node in document.root.descendants {
            switch node.kind {
            case .htmlBlock, .htmlInline: read(node)
            default: break
            }
        }
    }

    private mutating func read(_ node: MarkdownNode) {
        guard let content = node.literal else { return }
        var next = 0
        while let open = position(of: opening, in: content.utf8, from: next),
            let close = position(of: closing, in: content.utf8, from: open + opening.count)
        {
            read(content, open + opening.count..<close, in: node)
            next = close + closing.count
        }
    }

    /// - Parameter inside: Of the content, what stands between the signs of a comment.
    private mutating func read(_ content: PlainText, _ inside: Range<Int>, in node: MarkdownNode) {
        var words = CommentWords(content.utf8, inside)
        guard words.next()?.text == "plumbline:" else { return }
        func span(_ word: CommentWords.Word) -> SourceSpan {
            content.span(word.offset..<word.offset + word.text.utf8.count)
        }
        let whole = content.span(inside.lowerBound - opening.count..<inside.upperBound + closing.count)
        guard let verb = words.next(), verb.text == "allow" else {
            return fault("a comment for plumbline says nothing but 'allow' and the name of a rule", at: whole)
        }
        var rules: [Suppression.RuleName] = []
        var reason: String?
        var until: Claim<CivilDate>?
        while let word = words.next() {
            if word.text == "reason=" {
                guard let text = words.quoted() else {
                    return fault("the reason of a comment for plumbline stands in quotes: reason=\"…\"", at: span(word))
                }
                reason = text
            } else if word.text.hasPrefix("until=") {
                let text = String(word.text.dropFirst(6))
                guard let date = CivilDate(iso: text) else {
                    return fault("'\(text)' is not a date such as 2026-12-01", at: span(word))
                }
                until = Claim(date, at: span(word), .prose)
            } else if word.text.contains("=") {
                return fault("'\(word.text)' is neither reason=\"…\" nor until=YYYY-MM-DD", at: span(word))
            } else {
                // `allow flag-undefined, link-broken`
                let name = word.text.hasSuffix(",") ? String(word.text.dropLast()) : word.text
                rules.append(Suppression.RuleName(name, at: span(CommentWords.Word(text: name, offset: word.offset))))
            }
        }
        guard !rules.isEmpty else { return fault("a comment for plumbline allows no rule by name", at: whole) }
        suppressions.append(
            Suppression(rules: rules, reason: reason, until: until, span: whole, reach: reach(of: node)))
    }

    private mutating func fault(_ message: String, at span: SourceSpan) {
        findings.append(
            Finding(
                rule: "suppression-unreadable", severity: .error, message: message, at: span,
                help: "write <!-- plumbline: allow RULE reason=\"why\" until=2026-12-01 -->", identity: [message]))
    }

    private func reach(of node: MarkdownNode) -> Range<Int> {
        // Within a line it holds for what it stands in: a paragraph, an item, the row of a table.
        if case .htmlInline = node.kind { return blockAround(node) }
        // Directly under a heading it holds for the section.
        let next = node.nextSibling?.span.range ?? node.span.range
        if let section = opened[node.span.range.lowerBound] {
            // Alone under a heading it may be meant for the next one.
            let isAlone = section.blocks.count == 1 && section.children.isEmpty
            return section.span.range.lowerBound..<max(section.span.range.upperBound, isAlone ? next.upperBound : 0)
        }
        // Ahead of everything it holds for the document.
        if document.root.firstChild?.span.range == node.span.range { return 0..<document.source.bytes.count }
        return node.span.range.lowerBound..<max(next.upperBound, node.span.range.upperBound)
    }

    private func blockAround(_ node: MarkdownNode) -> Range<Int> {
        var next = node.parent
        while let block = next {
            switch block.kind {
            case .tableRow, .item, .heading: return block.span.range
            case .paragraph:
                if let above = block.parent, case .item = above.kind { return above.span.range }
                return block.span.range
            default: next = block.parent
            }
        }
        return node.span.range
    }
}

/// Words of a comment, parted by white space; `reason=` ends a word, so that its text may be quoted.
private struct CommentWords {
    struct Word {
        let text: String
        let offset: Int
    }
    private let bytes: [UInt8]
    private var index: Int
    private let end: Int

    init(_ bytes: [UInt8], _ range: Range<Int>) {
        self.bytes = bytes
        (index, end) = (range.lowerBound, range.upperBound)
    }

    mutating func next() -> Word? {
        while index < end, isSpace(bytes[index]) { index += 1 }
        let start = index
        while index < end, !isSpace(bytes[index]) {
            index += 1
            if bytes[start..<index].elementsEqual("reason=".utf8) { break }
        }
        return index == start ? nil : Word(text: String(decoding: bytes[start..<index], as: UTF8.self), offset: start)
    }

    /// What stands between the quotes that come next; nil when none do.
    mutating func quoted() -> String? {
        guard index < end, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'"),
            let close = bytes[(index + 1)..<end].firstIndex(of: bytes[index])
        else { return nil }
        defer { index = close + 1 }
        return String(decoding: bytes[index + 1..<close], as: UTF8.self)
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0d).contains(byte) }
}

private let marker = Array("plumbline:".utf8)
private let opening = Array("<!--".utf8)
private let closing = Array("-->".utf8)

private func position(of pattern: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    var index = start
    while index + pattern.count <= bytes.count, let found = bytes[index...].firstIndex(of: pattern[0]),
        found + pattern.count <= bytes.count
    {
        if bytes[found..<found + pattern.count].elementsEqual(pattern) { return found }
        index = found + 1
    }
    return nil
}
