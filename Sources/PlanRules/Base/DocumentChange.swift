import SourceText

/// Which lines of which documents a change touched.
struct DocumentChange {
    private let documents: Set<String>
    private let pairs: DocumentPairs
    private let matchings: [String: LineMatching]

    init(from old: [SourceFile], to new: [SourceFile]) {
        let pairs = DocumentPairs(from: old, to: new)
        self.pairs = pairs
        documents = Set(new.map(\.path))
        let changed = new.filter { file in pairs.former(of: file.path).map { $0.bytes != file.bytes } ?? false }
        let found = changed.mapSideBySide(atLeast: 4) { file in
            pairs.former(of: file.path).map { LineMatching(from: $0, to: file) }
        }
        matchings = Dictionary(
            zip(changed.map(\.path), found).compactMap { path, matching in
                matching.map { (path, $0) }
            }
        ) { first, _ in first }
    }

    /// Whether one of the lines of a place was added or changed. What is no document is not known, and counts as touched.
    func touches(_ span: SourceSpan) -> Bool {
        guard documents.contains(span.path) else { return true }
        guard pairs.former(of: span.path) != nil else { return true }
        guard let matching = matchings[span.path] else { return false }
        return matching.touches(span.firstLine...max(span.firstLine, span.lastLine))
    }

    func touches(_ finding: Finding) -> Bool {
        finding.span.map(touches) ?? true || finding.related.contains { touches($0.span) }
    }

    /// Where an untouched line of a place stood before; nil for a touched one.
    func former(_ span: SourceSpan, line: Int) -> (String, Int)? {
        guard let file = pairs.former(of: span.path) else { return nil }
        guard let matching = matchings[span.path] else { return (file.path, line) }
        return matching.oldLine(of: line).map { (file.path, $0) }
    }
}

extension Finding {
    /// The finding with a place ahead that the change touched; nil when it touched none.
    func anchored(on change: DocumentChange) -> Finding? {
        guard let span, !change.touches(span) else { return self }
        guard let index = related.firstIndex(where: { change.touches($0.span) }) else { return nil }
        var others = related
        let own = others.remove(at: index)
        others.insert(Note(label ?? "the other side of it", at: span), at: 0)
        return Finding(
            rule: rule, severity: severity, message: turned(message, from: span, to: own.span), at: own.span,
            label: own.message, related: others, help: help, identity: identity, fixes: fixes)
    }
}

/// A message that is told at another of its places: what it calls `here` is named, and the place that it names is here.
private func turned(_ message: String, from old: SourceSpan, to new: SourceSpan) -> String {
    let (there, here) = (place(old), "in \(place(new))")
    let parts = message.split(separator: " here, but ", omittingEmptySubsequences: false)
    guard parts.count == 2 else {
        return message.contains("here") ? "see \(there): \(message)" : message
    }
    guard parts[1].hasSuffix(here) else { return "\(parts[0]) in \(there), but \(parts[1])" }
    return "\(parts[0]) in \(there), but \(parts[1].dropLast(here.count))here"
}
