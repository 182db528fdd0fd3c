package import Plan
import SourceText

/// What is known of the files that relative links lead to.
package struct LinkIndex: Sendable {
    private let known: [String: Bool]
    /// The files that each document may mean, where they have been found out already.
    private let meant: [String: MeantFiles]

    /// - Parameter known: Whether a path exists; a path that is absent is not known (it lies outside the checked tree).
    package init(known: [String: Bool] = [:]) {
        self.known = known
        meant = [:]
    }

    /// The files that a document's links lead to, one for each link; nil for what is no relative path.
    func targets(of document: PlanDocument) -> [LinkTarget?] { files(meantBy: document).links }

    /// For each file that a document mentions the paths where it may lie, the nearest first.
    func mentionedPaths(of document: PlanDocument) -> [[String]] { files(meantBy: document).mentions }

    private func files(meantBy document: PlanDocument) -> MeantFiles { meant[document.path] ?? MeantFiles(document) }

    /// Whether a file or folder is there; nil when that is not known.
    ///
    /// - Parameter path: Relative to the folder that is checked, without `.` parts, `..` only at its start.
    package func exists(_ path: String) -> Bool? { known[path] }

    /// Looks up every path that rules will ask for: each once, and no further for a link whose file is found.
    ///
    /// - Parameter exists: Whether a path exists; nil when that is not known.
    package init(of plan: Plan, exists: (String) -> Bool?) {
        var known: [String: Bool] = [:]
        let documents = Set(plan.documents.map(\.path))
        let meant = plan.documents.mapSideBySide(atLeast: 32) { MeantFiles($0) }
        var asked = documents
        for files in meant {
            for target in files.links {
                guard let target, asked.insert(target.path).inserted else { continue }
                if known[target.path] == nil { known[target.path] = exists(target.path) }
                guard known[target.path] == false else { continue }
                for path in target.alternatives where known[path] == nil && !documents.contains(path) {
                    known[path] = exists(path)
                }
            }
        }
        for path in meant.lazy.flatMap(\.mentions).joined() where asked.insert(path).inserted {
            known[path] = exists(path)
        }
        self.known = known
        self.meant = Dictionary(zip(plan.documents.map(\.path), meant)) { first, _ in first }
    }
}

/// The files that a document may mean, as far as its own path and its words tell.
private struct MeantFiles {
    let links: [LinkTarget?]
    let mentions: [[String]]

    init(_ document: PlanDocument) {
        links = document.links.map { LinkTarget($0.destination, in: document.path) }
        mentions = document.fileMentions.map { MentionedFile.paths($0, in: document) }
    }
}

/// The file that a relative link leads to.
struct LinkTarget: Equatable {
    /// Relative to the folder that is checked: `docs/rollback.md`, `../scripts/run.js`; absolute when the document's is.
    let path: String

    /// Where a site generator finds the page although no file of that name is there.
    var alternatives: [String] {
        let stem = path.hasSuffix(".html") ? String(path.dropLast(5)) : path
        let pages = ["\(stem).md", "\(stem).mdx", "\(stem).markdown"]
        return pages + ["\(path)/README.md", "\(path)/index.md"].filter { _ in stem == path }
    }

    /// - Returns: nil for what is no relative path: an address, an anchor, a path from a root, a placeholder.
    init?(_ destination: String, in document: String) {
        var text = Substring(destination)
        if text.utf8.first == UInt8(ascii: "<"), text.utf8.last == UInt8(ascii: ">") {
            text = text.dropFirst().dropLast()
        }
        text = Substring(text.utf8.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") })
        guard let first = text.utf8.first, first != UInt8(ascii: "/"), first != UInt8(ascii: "\\"),
            !LinkTarget.hasScheme(text), !LinkTarget.beginsWithHost(text),
            !text.utf8.contains(where: LinkTarget.isForeign),
            !LinkTarget.isPlaceholder(text),
            text.utf8.contains(UInt8(ascii: "/")) || !text.utf8.contains(UInt8(ascii: "@")),
            let decoded = percentDecoded(text),
            !decoded.utf8.contains(0)
        else { return nil }
        let folder = document.utf8.lastIndex(of: UInt8(ascii: "/")).map { document[...$0] } ?? ""
        path = withoutDetours("\(folder)./\(decoded)")
        if path.isEmpty || path == "/" { return nil }
    }

    /// Whether a byte stands in patterns and placeholders, and in no path.
    private static func isForeign(_ byte: UInt8) -> Bool {
        switch Unicode.Scalar(byte) {
        case "{", "}", "$", "<", ">", "*", "|", "\n": true
        default: false
        }
    }

    /// Words that authors leave where a path is to come; another rule's matter.
    private static let placeholders: Set<String> = ["todo", "tbd", "tba", "link", "url", "xxx", "path", "placeholder"]

    private static func isPlaceholder(_ text: Substring) -> Bool {
        text.utf8.count <= 11 && placeholders.contains(text.lowercased())
    }

    /// `mailto:`, `https:`, and a drive letter too.
    private static func hasScheme(_ text: Substring) -> Bool {
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")), text.first?.isLetter == true else {
            return false
        }
        return text[..<colon].utf8.allSatisfy {
            UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 | 0x20 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0
                || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
        }
    }

    /// `www.example.com`, `example.com/page`: an address whose scheme was forgotten; no file is called so.
    private static func beginsWithHost(_ text: Substring) -> Bool {
        let dot = UInt8(ascii: ".")
        guard text.utf8.first != dot, text.utf8.contains(dot) else { return false }
        let first = Substring(text.utf8.prefix { $0 != UInt8(ascii: "/") }).lowercased()
        if first.hasPrefix("www.") { return true }
        guard first.utf8.count < text.utf8.count, let dot = first.lastIndex(of: "."), dot > first.startIndex else {
            return false
        }
        return ["com", "org", "net", "io", "dev", "de", "eu", "uk", "fr", "es"].contains(
            String(first[dot...].dropFirst()))
    }
}

/// A destination with its percent signs undone; nil when that gives no UTF-8.
func percentDecoded(_ text: some StringProtocol) -> String? {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
        if byte == UInt8(ascii: "%"), rest.count >= 2,
            let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
        {
            bytes.append(code)
            rest = rest.dropFirst(2)
        } else {
            bytes.append(byte)
        }
    }
    return String(validating: bytes, as: UTF8.self)
}
