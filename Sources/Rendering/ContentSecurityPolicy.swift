import Report
import SourceText

/// Puts a page's policy into it: nothing is loaded from anywhere, and of inline styles and scripts only those may act
/// that the templates hold. What else has come into the page, by whatever slip, has no effect.
enum ContentSecurityPolicy {
    /// Stands where the policy will; text from documents is escaped and cannot contain it.
    static let placeholder = "<content-security-policy>"

    /// - Parameter trusted: contents of `style` and `script` elements, as the templates give them.
    static func apply(to page: String, trusted: Set<String>) -> String {
        func sources(_ element: String) -> String {
            let hashes = contents(of: element, in: page).filter { trusted.contains($0) }.map {
                "'sha256-\(base64(SHA256.digest($0.utf8)))'"
            }
            return hashes.isEmpty ? "'none'" : hashes.joined(separator: " ")
        }
        let policy =
            "default-src 'none'; style-src \(sources("style")); script-src \(sources("script")); "
            + "base-uri 'none'; form-action 'none'"
        guard let range = page.firstRange(of: placeholder) else { return page }
        return page.replacingCharacters(in: range, with: policy)
    }

    /// Contents of the inline styles and scripts of a template that no document has a part in: our own files, put in by
    /// their tags, and what its author has written out. An element with any other tag inside is not among them.
    static func trusted(in template: String, style: String, script: String) -> Set<String> {
        let (styleTag, scriptTag) = ("{{{style}}}", "{{{script}}}")
        let written = ["style", "script"].flatMap { contents(of: $0, in: template) }
        let ours = written.filter {
            !$0.replacing(styleTag, with: "").replacing(scriptTag, with: "").contains("{{")
        }
        return Set(ours.map { $0.replacing(styleTag, with: style).replacing(scriptTag, with: script) })
    }

    /// Text between the tags of an element without attributes.
    private static func contents(of element: String, in page: String) -> [String] {
        let (open, close) = ("<\(element)>", "</\(element)>")
        return page.ranges(of: open).compactMap { start in
            let rest = page[start.upperBound...]
            return rest.firstRange(of: close).map { String(rest[..<$0.lowerBound]) }
        }
    }
}

extension String {
    fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
        String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
    }
}
