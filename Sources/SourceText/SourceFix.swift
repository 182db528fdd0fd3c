/// A change to a document that mends a fault without changing what the document says.
package struct SourceFix: Sendable, Hashable {
    /// What is replaced; empty where something is put in.
    package let span: SourceSpan
    package let replacement: String

    package init(_ span: SourceSpan, _ replacement: String) {
        self.span = span
        self.replacement = replacement
    }
}

/// The bytes of a file with changes made; of changes that overlap the first in the file counts.
///
/// - Parameter fixes: In any order; those of other files are left out.
package func applying(_ fixes: [SourceFix], to file: SourceFile) -> [UInt8] {
    let own = fixes.filter { $0.span.path == file.path }.sorted {
        ($0.span.range.lowerBound, $0.span.range.upperBound, $0.replacement)
            < ($1.span.range.lowerBound, $1.span.range.upperBound, $1.replacement)
    }
    var result: [UInt8] = []
    result.reserveCapacity(file.bytes.count)
    var place = 0
    for fix in own {
        let range = fix.span.range
        guard range.lowerBound >= place, range.upperBound <= file.bytes.count else { continue }
        result += file.bytes[place..<range.lowerBound]
        result += fix.replacement.utf8
        place = range.upperBound
    }
    return result + file.bytes[place...]
}
