import MarkdownTree
import Plan
import SourceText

extension DocumentOutline {
    /// Documents that the text names as code or in quotes, in reading order.
    ///
    /// Left out are names beside a word that puts the file elsewhere or into the future: `will be written to …`.
    func readFileMentions() -> [FileMention] {
        let (mayBeCode, mayBeQuoted) = FileMentionName.places(in: source.bytes)
        guard mayBeCode || mayBeQuoted else { return [] }
        let spans =
            (mayBeCode ? document.codeSpans.compactMap(codeName) : [])
            + (mayBeQuoted ? document.texts.flatMap(quotedNames) : [])
        return spans.sorted().compactMap { span in
            guard let section = section(at: span.range.lowerBound), !isAside(section) else { return nil }
            return FileMention(path: span.text, span: span)
        }
    }

    /// `` `rollback.md` ``, and nothing else in the code.
    private func codeName(_ node: MarkdownNode) -> SourceSpan? {
        guard let content = node.literal, FileMentionName.isDocument(content.utf8[...]), mayNameSibling(node) else {
            return nil
        }
        return content.span
    }

    /// `"rollback.md"`, `„rollback.md“`
    private func quotedNames(_ node: MarkdownNode) -> [SourceSpan] {
        guard let content = node.literal else { return [] }
        let places = FileMentionName.quoted(in: content.utf8)
        return places.isEmpty || !mayNameSibling(node) ? [] : places.map(content.span)
    }

    /// Whether nothing around a name says that the file is elsewhere or yet to come. A link's text is not looked at.
    private func mayNameSibling(_ node: MarkdownNode) -> Bool {
        guard !node.struck else { return false }
        var next = node.parent
        for _ in 0..<mostMarkup {
            guard let block = next else { return false }
            switch block.kind {
            case .link, .image, .blockQuote, .footnoteDefinition: return false
            case .paragraph, .tableCell, .heading:
                guard block.span.range.count < 4000 else { return false }
                let text = ReadText(block.plainText, style)
                return !text.mentions(.fileElsewhere) && !block.isQuoted
            default: next = block.parent
            }
        }
        return false
    }
}

extension MarkdownNode {
    /// Whether the block stands in a quote.
    fileprivate var isQuoted: Bool {
        var next = parent
        for _ in 0..<mostMarkup {
            guard let block = next else { return false }
            if case .blockQuote = block.kind { return true }
            next = block.parent
        }
        return true
    }
}

/// More emphasis around a name than this is none that anybody writes.
let mostMarkup = 16

/// How names of documents are written.
private enum FileMentionName {
    /// `rollback.md`, `docs/rollback.markdown`: letters, digits and `-_./`, a name before the ending.
    static func isDocument(_ name: ArraySlice<UInt8>) -> Bool {
        guard name.count < 120, let stem = endings.lazy.compactMap({ stem(of: name, $0) }).first,
            let last = stem.last, last.isPathPart, last != UInt8(ascii: "/"), last != UInt8(ascii: "."),
            let first = stem.first, first != UInt8(ascii: "/"), first != UInt8(ascii: "-")
        else { return false }
        return stem.allSatisfy(\.isPathPart)
    }

    private static func stem(of name: ArraySlice<UInt8>, _ ending: [UInt8]) -> ArraySlice<UInt8>? {
        name.count > ending.count && name.suffix(ending.count).elementsEqual(ending) ? name.dropLast(ending.count) : nil
    }

    /// Names between quotation marks.
    static func quoted(in text: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var index = 0
        while let dot = text[index...].firstIndex(of: UInt8(ascii: ".")) {
            index = dot + 1
            guard let ending = endings.first(where: { text[dot...].starts(with: $0) }) else { continue }
            let end = dot + ending.count
            var start = dot
            while start > 0, dot - start < 120, text[start - 1] < 0x80, text[start - 1].isPathPart { start -= 1 }
            guard start < dot, end < text.count, isDocument(text[start..<end]),
                openings.contains(where: {
                    start >= $0.count && text[(start - $0.count)..<start].elementsEqual($0)
                }), closings.contains(where: { text[end...].starts(with: $0) })
            else { continue }
            found.append(start..<end)
        }
        return found
    }

    /// Whether code may end in `.md` or `.markdown` anywhere, and whether a quotation mark stands behind one.
    static func places(in bytes: [UInt8]) -> (code: Bool, quotes: Bool) {
        var (mayBeCode, mayBeQuoted) = (false, false)
        var index = 0
        while index + 3 < bytes.count {
            defer { index += 1 }
            guard bytes[index] == UInt8(ascii: "."), bytes[index + 1] == UInt8(ascii: "m"),
                let ending = endings.first(where: { bytes[index...].starts(with: $0) }),
                case let end = index + ending.count, end < bytes.count
            else { continue }
            switch bytes[end] {
            case UInt8(ascii: "`"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): mayBeCode = true
            // Spaces at the ends of code are not part of it.
            case UInt8(ascii: " "):
                mayBeCode = mayBeCode || end + 1 < bytes.count && bytes[end + 1] == UInt8(ascii: "`")
            // Marks of several bytes, and what is spelled out or escaped.
            case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "&"), UInt8(ascii: "\\"), 0x80...:
                mayBeQuoted = true
            default: break
            }
        }
        return (mayBeCode, mayBeQuoted)
    }

    private static let endings = [Array(".md".utf8), Array(".markdown".utf8)]
    private static let openings = ["\"", "'", "“", "„", "«", "‘"].map { Array($0.utf8) }
    private static let closings = ["\"", "'", "”", "“", "»", "’"].map { Array($0.utf8) }
}

extension UInt8 {
    /// Part of a file's path; letters beyond ASCII are.
    fileprivate var isPathPart: Bool {
        (0x30...0x39).contains(self) || (0x61...0x7a).contains(self | 0x20) || self >= 0x80
            || "-_./".utf8.contains(self)
    }
}
