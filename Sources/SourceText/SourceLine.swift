/// A line of a document, to find what stands on it.
package struct SourceLine: Hashable, Sendable {
    package let path: String
    /// From 1.
    package let number: Int

    package init(path: String, number: Int) {
        self.path = path
        self.number = number
    }

    /// The line in which a stretch begins.
    package init(_ span: SourceSpan) { self.init(path: span.path, number: span.firstLine) }
}

extension SourceSpan {
    /// 1-based number of the line in which it begins.
    package var firstLine: Int { file.line(at: range.lowerBound) }

    /// The last line that it covers; one that ends where a line begins does not cover that line.
    package var lastLine: Int {
        let last = file.line(at: range.upperBound)
        return last > firstLine && file.start(ofLine: last) == range.upperBound ? last - 1 : last
    }
}
