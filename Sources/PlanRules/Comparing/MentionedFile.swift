import Plan
import SourceText

/// Where a file may lie that a text names: beside the document, in a folder above it, or where the path says.
enum MentionedFile {
    /// Relative to the folder that is checked, the nearest first; folders above the checked one too, as far as they count.
    static func paths(_ mention: FileMention, in document: PlanDocument) -> [String] {
        guard !document.path.hasPrefix("/") else { return [] }
        let depth = document.path.utf8.count { $0 == UInt8(ascii: "/") }
        return (0...min(depth + 3, 12)).compactMap { level in
            LinkTarget(String(repeating: "../", count: level) + mention.path, in: document.path)?.path
        }
    }
}

/// `rollback.md` of `docs/rollback.md`.
func fileName(_ path: String) -> String {
    path.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? path
}
