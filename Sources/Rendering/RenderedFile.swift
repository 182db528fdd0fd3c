/// One file of the site.
package struct RenderedFile: Sendable, Equatable {
    /// Relative to the output directory, `/` between parts: `checklists/rollback.html`.
    package let path: String
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// Whether a site can have a file of this path: the ones that ``renderSite(_:templates:mail:)`` and
    /// ``renderRules(_:templates:)`` make, in whatever version. What is not named so is never taken for a file of ours.
    package static func isSitePath(_ path: String) -> Bool {
        if sitePaths.contains(path) || isRulePage(path) { return true }
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let endings = folders[parts[0]], endings.contains(where: { parts[1].hasSuffix($0) })
        else { return false }
        return !parts[1].hasPrefix(".") && path.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
    }

    private static let sitePaths: Set<String> = [
        "index.html", "plan.html", "flags.html", "kpis.html", "rollback.html", "checklists.html", "reports.html",
        "findings.html", "history.html", "site.html", "status.json", "status.md", "badge.svg", "badge.json",
        "feed.atom",
        "calendar.ics", "flags.json",
    ]

    /// Folders of a site, with how the names of the files in them end.
    private static let folders: [Substring: [String]] = [
        "emails": [".eml"], "checklists": [".html", ".md"], "reports": [".html", ".md"], "pdf": [".pdf"],
    ]

    /// `phase-days-gap.html`.
    private static func isRulePage(_ path: String) -> Bool {
        let name = path.utf8.dropLast(5)
        return path.hasSuffix(".html") && name.contains(UInt8(ascii: "-")) && name.first != UInt8(ascii: "-")
            && name.allSatisfy { $0 == UInt8(ascii: "-") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
    }

    package init(path: String, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }
}
