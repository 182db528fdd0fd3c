/// One file of the site.
package struct RenderedFile: Sendable, Equatable {
    /// Relative to the output directory, `/` between parts: `checklists/rollback.html`.
    package let path: String
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// Whether a site can have a file of this path: the ones that ``renderSite(_:templates:mail:)`` makes, in whatever
    /// version. What is not named so is never taken for a file of ours.
    package static func isSitePath(_ path: String) -> Bool {
        if ["index.html", "status.json", "status.md"].contains(path) { return true }
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        let kinds: [Substring: String] = ["emails": ".eml", "checklists": ".html"]
        guard parts.count == 2, let ending = kinds[parts[0]], parts[1].hasSuffix(ending) else { return false }
        return !parts[1].hasPrefix(".") && path.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
    }

    package init(path: String, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }
}
