package import SourceText

/// Findings that a team knows of and has put off: what a run leaves out, recognised by what they say, not by where.
package struct Baseline: Sendable {
    package struct Entry: Sendable, Hashable {
        /// Alone decides whether a finding is this one; the rest is for people who look through changes.
        package let fingerprint: String
        package let rule: String
        /// Relative to the repository.
        package let path: String
        package let message: String
        /// In the file that holds it; nil for one that was made from a finding.
        package let span: SourceSpan?

        package init(fingerprint: String, rule: String, path: String, message: String, span: SourceSpan? = nil) {
            self.fingerprint = fingerprint
            self.rule = rule
            self.path = path
            self.message = message
            self.span = span
        }
    }

    package static let schema = "plumbline/baseline/1"

    package let entries: [Entry]

    package init(_ entries: [Entry]) { self.entries = entries }

    /// - Parameters:
    ///   - fingerprints: One for each finding, numbered among everything that the run found.
    ///   - path: What a document is called in the repository.
    package init(of findings: [Finding], fingerprints: [String], path: (SourceSpan) -> String) {
        entries = zip(findings, fingerprints).map { finding, fingerprint in
            Entry(
                fingerprint: fingerprint, rule: finding.rule, path: finding.span.map(path) ?? "",
                message: finding.message(naming: path))
        }
    }

    /// The file: entries by path, rule and message, each on a line of its own, so that two branches seldom touch the
    /// same one and the same findings always give the same bytes.
    package func serialized() -> String {
        func key(_ entry: Entry) -> (String, String, String, String) {
            (entry.path, entry.rule, entry.message, entry.fingerprint)
        }
        let lines = entries.sorted { key($0) < key($1) }.map { entry in
            "    "
                + OrderedJSON.object([
                    ("fingerprint", .string(entry.fingerprint)), ("rule", .string(entry.rule)),
                    ("path", .string(entry.path)), ("message", .string(entry.message)),
                ]).compact()
        }
        let list = lines.isEmpty ? "[]" : "[\n\(lines.joined(separator: ",\n"))\n  ]"
        return "{\n  \"schema\": \"\(Baseline.schema)\",\n  \"findings\": \(list)\n}\n"
    }

    /// Tells known findings from new ones.
    ///
    /// - Returns: also the entries that stand for nothing any more, each once, in the order of the file.
    package func compare(
        _ findings: [Finding], fingerprints: [String]
    ) -> (new: [Finding], known: [Finding], unmatched: [Entry]) {
        let listed = Set(entries.map(\.fingerprint))
        var (new, known): ([Finding], [Finding]) = ([], [])
        for (finding, fingerprint) in zip(findings, fingerprints) {
            if listed.contains(fingerprint) { known.append(finding) } else { new.append(finding) }
        }
        var told = Set(fingerprints)
        return (new, known, entries.filter { told.insert($0.fingerprint).inserted })
    }
}

extension Finding {
    /// The message as it stays when nothing but lines moves, from wherever the tool runs: `60 min in docs/rollback.md`.
    fileprivate func message(naming path: (SourceSpan) -> String) -> String {
        related.reduce(message) { message, note in
            let place = "\(note.span.path):\(note.span.file.line(at: note.span.range.lowerBound))"
            guard let found = message.range(of: place), !followsDigit(message, found.upperBound) else { return message }
            return message.replacingCharacters(found, with: path(note.span))
        }
    }
}

private func followsDigit(_ text: String, _ index: String.Index) -> Bool {
    index < text.endIndex && text[index].isNumber
}

extension String {
    fileprivate func range(of part: String) -> Range<String.Index>? { ranges(of: part).first }

    fileprivate func replacingCharacters(_ range: Range<String.Index>, with text: String) -> String {
        String(self[..<range.lowerBound]) + text + self[range.upperBound...]
    }
}
