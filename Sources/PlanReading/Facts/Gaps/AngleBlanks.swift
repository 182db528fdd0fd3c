import MarkdownTree
import Plan
import SourceText

extension DocumentOutline {
    /// `Owner: <name>`: no element of HTML, so that a reader on GitHub sees nothing there at all.
    ///
    /// Only where it is all that a title, a cell or a field says: in a step it may be what the reader is to put in.
    func angleBlanks() -> [Placeholder] {
        let html = document.rawHTML
        guard !html.isEmpty else { return [] }
        let closed = Set(html.compactMap { $0.literal.flatMap { closedElement($0.text) } })
        return html.compactMap { node in
            guard let written = node.literal?.text, let element = blankElement(written), !closed.contains(element),
                let reading = wholeReading(node), let section = section(at: node.span.range.lowerBound),
                !isAside(section), !stands(section, under: [.openPoint, .filledLater, .communication])
            else { return nil }
            return Placeholder(text: written, span: node.span, reading: reading, section: section.index - 1)
        }
    }

    /// `name` of `<name>` and `your` of `<your name>`; nil for elements, components and what has attributes.
    private func blankElement(_ written: String) -> String? {
        guard written.hasPrefix("<"), written.hasSuffix(">"), written.utf8.count <= 40 else { return nil }
        let inside = written.dropFirst().dropLast()
        guard
            inside.unicodeScalars.allSatisfy({
                $0.isASCII && ($0.properties.isAlphabetic || $0 == "-" || $0 == "_" || $0 == " ")
            }), inside.utf8.count > 1, let first = inside.split(separator: " ").first,
            first.lowercased() == first || first.uppercased() == first
        else { return nil }
        let element = first.lowercased()
        return elements.contains(element) ? nil : element
    }

    private func closedElement(_ written: String) -> String? {
        guard written.hasPrefix("</") else { return nil }
        return written.dropFirst(2).prefix { $0 != ">" && $0 != " " }.lowercased()
    }

    /// How the text is read that is nothing but this node; nil where it says more.
    private func wholeReading(_ node: MarkdownNode) -> Reading? {
        var block = node.parent
        for _ in 0..<mostMarkup {
            guard let next = block else { return nil }
            switch next.kind {
            // In a longer title it may stand for whatever the procedure is used for.
            case .heading: return next.plainTextLength == 0 ? .heading : nil
            // Emphasis may stand around it.
            case .tableCell: return next.span.range.count <= node.span.range.count + 6 ? .tableCell : nil
            case .paragraph: return isValue(node.span) ? .field : nil
            default: block = next.parent
            }
        }
        return nil
    }

    /// `**Owner:** <name>`: behind a colon, to the end of the line.
    private func isValue(_ span: SourceSpan) -> Bool {
        let line = source.lineRange(source.line(at: span.range.lowerBound))
        guard line.upperBound >= span.range.upperBound else { return false }
        let marks: Set<UInt8> = [UInt8(ascii: "*"), UInt8(ascii: "_"), 0x20, 0x09]
        let before = source.bytes[line.lowerBound..<span.range.lowerBound].last { !marks.contains($0) }
        return before == UInt8(ascii: ":")
            && source.bytes[span.range.upperBound..<line.upperBound].allSatisfy { marks.contains($0) }
    }

    /// The section that holds a place.
    func section(at offset: Int) -> OutlineSection? {
        let begun = sections.countOfLeading { $0.span.range.lowerBound <= offset }
        return begun > 0 ? sections[begun - 1] : nil
    }
}

/// Elements of HTML that documents hold.
private let elements: Set<String> = [
    "a", "abbr", "address", "article", "aside", "audio", "b", "blockquote", "br", "button", "caption", "center", "cite",
    "code", "col", "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "embed", "figcaption", "figure", "font",
    "footer", "form", "h", "header", "hr", "i", "iframe", "img", "input", "ins", "kbd", "label", "li", "link", "main",
    "mark", "menu", "meta", "nav", "object", "ol", "option", "p", "picture", "pre", "q", "s", "samp", "script",
    "section",
    "select", "small", "source", "span", "strike", "strong", "style", "sub", "summary", "sup", "svg", "table", "tbody",
    "td", "template", "textarea", "tfoot", "th", "thead", "time", "title", "tr", "tt", "u", "ul", "var", "video", "wbr",
]
