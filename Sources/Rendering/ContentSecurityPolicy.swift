import Report

/// Puts a page's policy into it: nothing is loaded from anywhere, and only the inline style and script that the page
/// carries may act. The hashes are taken of the finished page, so that a changed template stays consistent.
enum ContentSecurityPolicy {
    /// Stands where the policy will; text from documents is escaped and cannot contain it.
    static let placeholder = "<content-security-policy>"

    static func apply(to page: String) -> String {
        func sources(_ element: String) -> String {
            let hashes = contents(of: element, in: page).map { "'sha256-\(base64(SHA256.digest($0.utf8)))'" }
            return hashes.isEmpty ? "'none'" : hashes.joined(separator: " ")
        }
        let policy =
            "default-src 'none'; style-src \(sources("style")); script-src \(sources("script")); "
            + "base-uri 'none'; form-action 'none'"
        guard let range = page.firstRange(of: placeholder) else { return page }
        return page.replacingCharacters(in: range, with: policy)
    }

    /// Text between the tags of an element without attributes.
    private static func contents(of element: String, in page: String) -> [Substring] {
        let (open, close) = ("<\(element)>", "</\(element)>")
        return page.ranges(of: open).compactMap { start in
            let rest = page[start.upperBound...]
            return rest.firstRange(of: close).map { rest[..<$0.lowerBound] }
        }
    }
}

extension String {
    fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
        String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
    }
}
