/// A stretch of a document: where a fact stands, or what a finding points at.
package struct SourceSpan: Sendable {
    package let file: SourceFile
    /// Byte offsets into `file.bytes`, end exclusive.
    package let range: Range<Int>

    package init(file: SourceFile, range: Range<Int>) {
        self.file = file
        self.range = range
    }

    package var path: String { file.path }
    /// The text covered, as it stands in the file.
    package var text: String { file.text(range) }
    package var start: SourcePosition { file.position(at: range.lowerBound) }
    /// Position behind the last character.
    package var end: SourcePosition { file.position(at: range.upperBound) }

    /// The smallest span that holds both; `self` when the other is in another file.
    package func union(_ other: SourceSpan) -> SourceSpan {
        guard other.file === file else { return self }
        return SourceSpan(
            file: file,
            range: min(range.lowerBound, other.range.lowerBound)..<max(range.upperBound, other.range.upperBound))
    }

    package func contains(_ other: SourceSpan) -> Bool {
        other.file === file && range.lowerBound <= other.range.lowerBound && other.range.upperBound <= range.upperBound
    }
}

extension SourceSpan: Hashable, Comparable {
    package static func == (left: Self, right: Self) -> Bool {
        left.range == right.range && (left.file === right.file || left.path == right.path)
    }
    package func hash(into hasher: inout Hasher) {
        hasher.combine(file.pathHash)
        hasher.combine(range)
    }
    /// Reading order: by path, then by place.
    package static func < (left: Self, right: Self) -> Bool {
        if left.file !== right.file, left.path != right.path { return left.path < right.path }
        return (left.range.lowerBound, left.range.upperBound) < (right.range.lowerBound, right.range.upperBound)
    }
}
