import SourceText

/// Paths as the services want them that show findings in a repository: from the folder that the tool was run in, which
/// is the repository's root there, without `./` ahead.
struct RepositoryPaths {
    /// Empty, or ending in `/`.
    private let prefix: String

    /// - Parameter folder: From where the tool runs to the folder that was checked, `docs`; empty for the same.
    init(folder: String) {
        prefix = folder.isEmpty || folder == "." ? "" : folder.hasSuffix("/") ? folder : folder + "/"
    }

    func path(of span: SourceSpan) -> String {
        // A document that was named by itself may have an absolute path.
        let path = span.path.hasPrefix("/") ? span.path : prefix + span.path
        if span.path.hasPrefix("../"), !prefix.isEmpty { return withoutDetours(path) }
        return path.hasPrefix("./") ? String(path.dropFirst(2)) : path
    }

    /// `docs/../baseline.json` is `baseline.json`: what lies beside the folder that was checked.
    private func withoutDetours(_ path: String) -> String {
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
        }
        return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
    }

    /// For a finding that no document is at fault for, where a path must be: the folder.
    var folder: String { prefix.isEmpty ? "." : String(prefix.dropLast()) }
}

extension SourceSpan {
    /// 1-based number of the line in which it begins.
    var firstLine: Int { file.line(at: range.lowerBound) }

    /// The last line that it covers; one that ends where a line begins does not cover that line.
    var lastLine: Int {
        let last = file.line(at: range.upperBound)
        return last > firstLine && file.start(ofLine: last) == range.upperBound ? last - 1 : last
    }
}
