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

    /// Text between the tags of an element without attributes.
    fileprivate static func contents(of element: String, in page: String) -> [String] {
        let (open, close) = ("<\(element)>", "</\(element)>")
        return page.ranges(of: open).compactMap { start in
            let rest = page[start.upperBound...]
            return rest.firstRange(of: close).map { String(rest[..<$0.lowerBound]) }
        }
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

    /// nil for a text that is not trusted.
    func source(of text: String) -> String? { sources[text] }
}
