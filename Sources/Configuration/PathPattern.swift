/// A pattern of paths: `*` and `?` inside a name, `**` for any number of folders; `archive/` is all that lies below.
///
/// Matched without going back over more than the last star, so that no pattern of a pull request costs more than the
/// product of its length and the path's.
package struct PathPattern: Sendable, Hashable {
    /// Relative to the folder of the settings, or absolute.
    package let text: String

    package init(_ text: String) { self.text = text }

    /// Whether an absolute path is meant.
    ///
    /// - Parameter folder: Absolute, what the pattern is relative to. Neither path has `.` or `..` in it.
    package func matches(_ path: String, from folder: String) -> Bool {
        var parts = text.hasPrefix("/") ? [] : names(in: folder)
        // Those of the folder are names, whatever signs they have.
        var literal = parts.count
        for part in names(in: text) where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
            literal = min(literal, parts.count)
        }
        if text.hasSuffix("/") { parts.append("**") }
        let path = names(in: path)
        guard path.starts(with: parts[..<literal]) else { return false }
        return isMatch(Array(parts[literal...]), Array(path[literal...]), star: "**", fits: isName)
    }
}

/// Whether a name fits a part of a pattern.
private func isName(_ part: Substring, _ name: Substring) -> Bool {
    if part == name { return true }
    let (pattern, scalars) = (Array(part.unicodeScalars), Array(name.unicodeScalars))
    return isMatch(pattern, scalars, star: "*") { $0 == "?" || $0 == $1 }
}

private func names(in path: String) -> [Substring] { path.split(separator: "/") }

/// Whether elements fit a pattern in which a star stands for any number of them.
private func isMatch<Element: Equatable>(
    _ pattern: [Element], _ elements: [Element], star: Element, fits: (Element, Element) -> Bool
) -> Bool {
    var (next, index) = (0, 0)
    // Where the last star stands, and up to where it reaches as yet.
    var last: (star: Int, end: Int)?
    while index < elements.count {
        if next < pattern.count, pattern[next] == star {
            last = (next, index)
            next += 1
        } else if next < pattern.count, fits(pattern[next], elements[index]) {
            (next, index) = (next + 1, index + 1)
        } else if let (star, end) = last {
            last = (star, end + 1)
            (next, index) = (star + 1, end + 1)
        } else {
            return false
        }
    }
    return pattern[next...].allSatisfy { $0 == star }
}
