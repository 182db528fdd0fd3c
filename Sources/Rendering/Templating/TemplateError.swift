package import SourceText

/// A template that cannot be used, and where.
package struct TemplateError: Error, CustomStringConvertible, Equatable {
    package let path: String
    /// nil when the whole file is at fault.
    package let position: SourcePosition?
    /// One phrase, the offender first.
    package let message: String

    package var description: String {
        position.map { "\(path):\($0.line):\($0.column): \(message)" } ?? "\(path): \(message)"
    }
}

/// The known name that a misspelt one most likely means; nil when none is near.
func nearest(to name: String, among names: [String]) -> String? {
    let limit = max(1, name.count / 3)
    return names.map { (name: $0, distance: editDistance(name.lowercased(), $0.lowercased())) }
        .filter { $0.distance <= limit }.min { ($0.distance, $0.name) < ($1.distance, $1.name) }?.name
}

/// Edits from one name to another: letters added, dropped, replaced, and neighbours swapped.
private func editDistance(_ left: String, _ right: String) -> Int {
    let (a, b) = (Array(left.prefix(64)), Array(right.prefix(64)))
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
        var row = [i + 1]
        for j in b.indices {
            var best = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, beforeLast[j - 1] + 1) }
            row.append(best)
        }
        (beforeLast, last) = (last, row)
    }
    return last[b.count]
}
