import Report
import SourceText

/// Puts a page's policy into it: nothing is loaded from anywhere, and of inline styles and scripts only those may act
/// that the templates hold. What else has come into the page, by whatever slip, has no effect.
enum ContentSecurityPolicy {
    /// Stands where the policy will; text from documents is escaped and cannot contain it.
    static let placeholder = "<content-security-policy>"

    static func apply(to page: String, trusted: TrustedParts) -> String {
        guard let range = page.firstRange(of: placeholder) else { return page }
        func sources(_ element: String) -> String {
            let hashes = contents(of: element, in: page).compactMap { trusted.source(of: $0) }
            return hashes.isEmpty ? "'none'" : hashes.joined(separator: " ")
        }
        let policy =
            "default-src 'none'; style-src \(sources("style")); script-src \(sources("script")); "
            + "base-uri 'none'; form-action 'none'"
        return String(page[..<range.lowerBound]) + policy + String(page[range.upperBound...])
    }

    /// Text between the tags of an element without attributes. By bytes, for pages are long and there are many.
    fileprivate static func contents(of element: String, in page: String) -> [String] {
        let bytes = Array(page.utf8)
        let (open, close) = (Array("<\(element)>".utf8), Array("</\(element)>".utf8))
        var found: [String] = []
        var index = bytes.startIndex
        while let start = place(of: open, in: bytes, from: index) {
            let content = start + open.count
            guard let end = place(of: close, in: bytes, from: content) else { break }
            found.append(String(decoding: bytes[content..<end], as: UTF8.self))
            index = content
        }
        return found
    }

    private static func place(of tag: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        var index = start
        while index + tag.count <= bytes.count {
            if bytes[index] == UInt8(ascii: "<"), bytes[index..<index + tag.count].elementsEqual(tag) { return index }
            index += 1
        }
        return nil
    }
}

/// Contents of inline styles and scripts that no document has a part in: our own files, put in by their tags, and what a
/// template's author has written out. An element with any other tag inside is not among them.
struct TrustedParts: Sendable {
    /// What the policy calls them, `'sha256-…'`, by their text.
    private let sources: [String: String]

    init(in templates: [String], styles: [String], script: String) {
        let (styleTag, scriptTag) = ("{{{style}}}", "{{{script}}}")
        let written = templates.flatMap { template in
            ["style", "script"].flatMap { ContentSecurityPolicy.contents(of: $0, in: template) }
        }
        let ours = written.filter {
            !$0.replacing(styleTag, with: "").replacing(scriptTag, with: "").contains("{{")
        }
        let parts = Set(ours).flatMap { part in
            styles.map { part.replacing(styleTag, with: $0).replacing(scriptTag, with: script) }
        }
        sources = Dictionary(
            Set(parts).map { ($0, "'sha256-\(base64(SHA256.digest($0.utf8)))'") },
            uniquingKeysWith: { first, _ in first }
        )
    }

    private init(sources: [String: String]) { self.sources = sources }

    /// The same, and texts that we made ourselves of what no document has a part in.
    func adding(_ texts: [String]) -> TrustedParts {
        TrustedParts(
            sources: texts.reduce(into: sources) { sources, text in
                sources[text] = "'sha256-\(base64(SHA256.digest(text.utf8)))'"
            })
    }

    /// nil for a text that is not trusted.
    func source(of text: String) -> String? { sources[text] }
}
