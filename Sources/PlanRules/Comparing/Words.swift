import SourceText

/// The words of a name for comparing, plurals cut.
func words(of name: String, cuttingPlurals: Bool = true) -> [String] {
    cuttingPlurals ? nameWords(name).map(singular) : nameWords(name)
}

/// A name as messages quote it: on one line, at most sixty characters.
func quoted(_ name: String) -> String { "'\(clipped(name))'" }

/// A text of a document as messages show it: on one line, at most sixty characters.
func clipped(_ text: String) -> String { text.clipped(to: 60) }

/// The line of a document in which a fact begins; empty for one that is too long to be a statement.
func textLine(of span: SourceSpan) -> String {
    let line = span.file.lineRange(span.file.line(at: span.range.lowerBound))
    return line.count < 1000 ? span.file.text(line) : ""
}

/// `1 day`, `2 days`.
func counted(_ count: Double, _ singular: String) -> String {
    "\(approximateNumber(count)) \(singular)\(count == 1 ? "" : "s")"
}

private func approximateNumber(_ number: Double) -> String {
    let rounded = (number * 10).rounded() / 10
    return rounded == rounded.rounded() && abs(rounded) < 1e15 ? String(Int64(rounded)) : String(rounded)
}
