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

/// Levenshtein's distance, one row at a time.
private func editDistance(_ left: String, _ right: String) -> Int {
    let (a, b) = (Array(left.prefix(64)), Array(right.prefix(64)))
    var row = Array(0...b.count)
    for (i, character) in a.enumerated() {
        var diagonal = row[0]
        row[0] = i + 1
        for (j, other) in b.enumerated() {
            let above = row[j + 1]
            row[j + 1] = min(above + 1, row[j] + 1, diagonal + (character == other ? 0 : 1))
            diagonal = above
        }
    }
    return row[b.count]
}
