import SourceText

/// An update that is about to be written: its front matter and text as a file has them.
package struct UpdateFile: Sendable {
    package let kind: UpdateKind
    package let title: String?
    /// With zone, as RFC 3339 has it; so are the ends of the window.
    package let time: String
    package let window: (start: String, end: String)?
    package let affects: [String]
    package let incident: String?
    package let text: String

    package init(
        kind: UpdateKind, title: String? = nil, time: String, window: (start: String, end: String)? = nil,
        affects: [String] = [], incident: String? = nil, text: String
    ) {
        self.kind = kind
        self.title = title
        self.time = time
        self.window = window
        self.affects = affects
        self.incident = incident
        self.text = text
    }

    package var serialized: String {
        var lines = ["---", "kind: \(kind.rawValue)"]
        if let title { lines.append("title: \(quotedYAML(title))") }
        lines.append("time: \(time)")
        if let window { lines += ["start: \(window.start)", "end: \(window.end)"] }
        if !affects.isEmpty { lines.append("affects: [\(affects.map(quotedYAML).joined(separator: ", "))]") }
        if let incident { lines.append("of: \(quotedYAML(incident))") }
        return lines.joined(separator: "\n") + "\n---\n\n\(text.trimmed)\n"
    }
}

/// What JSON puts in quotes YAML reads as the same text.
private func quotedYAML(_ text: String) -> String { OrderedJSON.string(text).compact() }
