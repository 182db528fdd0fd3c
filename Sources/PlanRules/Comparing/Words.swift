import SourceText

/// The words of a name for comparing, plurals cut.
func words(of name: String, cuttingPlurals: Bool = true) -> [String] {
    cuttingPlurals ? nameWords(name).map(singular) : nameWords(name)
}

/// Letters and digits of an identifier alone: `ENABLE_HOOK_METRICS` and `enable-hook-metrics` are `enableHookMetrics`.
func identifierKey(_ name: String) -> String {
    let lowered = name.lowercased()
    guard lowered.utf8.allSatisfy({ $0 < 0x80 }) else { return lowered.filter { $0.isLetter || $0.isNumber } }
    let isKept: (UInt8) -> Bool = { (0x61...0x7a).contains($0) || (0x30...0x39).contains($0) }
    return lowered.utf8.allSatisfy(isKept) ? lowered : String(decoding: lowered.utf8.filter(isKept), as: UTF8.self)
}

/// A name as messages quote it: on one line, at most sixty characters.
func quoted(_ name: String) -> String { "'\(clipped(name))'" }

/// A text of a document as messages show it: on one line, at most sixty characters.
func clipped(_ text: String) -> String {
    if isPlainLine(text) { return text }
    let line = text.prefix(1000).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count > 60 ? line.prefix(59) + "…" : line
}

/// Whether a text is short, in ASCII, and has no space too many.
private func isPlainLine(_ text: String) -> Bool {
    let space = UInt8(ascii: " ")
    var previous = space
    guard text.utf8.count <= 60 else { return false }
    for byte in text.utf8 {
        guard (space...0x7e).contains(byte), byte != space || previous != space else { return false }
        previous = byte
    }
    return previous != space || text.isEmpty
}

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
