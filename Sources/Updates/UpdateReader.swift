import DataNotations
import MarkdownTree
import Plan
package import SourceText

extension Update {
    /// Whether a file says of itself that it is an update: its front matter has a `kind` that is no kind of document.
    ///
    /// A misspelled kind counts, and so does front matter that cannot be read or is not closed: what was meant as an
    /// update must not vanish among the documents.
    package static func isUpdate(_ source: SourceFile) -> Bool {
        guard let kind = writtenKind(source) else { return false }
        return DocumentKind(rawValue: kind.lowercased()) == nil
    }

    /// The same for a file in a folder that is called `updates`: where no settings say which files are updates.
    package static func isUpdateByItsPlace(_ source: SourceFile, at path: String) -> Bool {
        path.split(separator: "/").dropLast().last == "updates" && isUpdate(source)
    }

    /// Reads one file of `updates/`.
    ///
    /// - Parameter hasZone: whether the plan names a time zone, for times without one.
    /// - Returns: also what is wrong with it; nothing is told where an error says why.
    package static func read(_ source: SourceFile, hasZone: Bool) -> (update: Update?, findings: [Finding]) {
        let document = MarkdownDocument(source)
        if let refusal = document.findings.first {
            return (nil, [unreadable(refusal.message, at: refusal.span ?? start(of: source), help: refusal.help)])
        }
        guard let matter = document.frontMatter else {
            let isOpen = writtenKind(source) != nil
            let message = isOpen ? "the front matter of an update is not closed" : "an update has no front matter"
            return (nil, [unreadable(message, at: start(of: source), help: exampleHelp)])
        }
        var reader = UpdateFields(matter, hasZone: hasZone)
        let body = UpdateText(document)
        let update = reader.update(source, body)
        return (reader.findings.contains { $0.severity == .error } ? nil : update, reader.findings)
    }

    /// The file's name without its ending.
    package static func id(ofPath path: String) -> String {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    }

    private static func writtenKind(_ source: SourceFile) -> String? {
        let lines: [String]
        if let matter = FrontMatter(of: source) {
            let (bindings, findings) = readNotation(NotationInput(matter.content), as: .yaml)
            if findings.isEmpty {
                guard let member = bindings.first?.value.members.first(where: { $0.key.lowercased() == "kind" }) else {
                    return nil
                }
                return member.value.stringValue ?? member.value.span.text
            }
            lines = matter.content.text.split(whereSeparator: \.isNewline).map(String.init)
        } else {
            let opening = (1...min(source.lineStarts.count, 20)).map { source.text(source.lineRange($0)) }
            guard let first = opening.first, first.drop(while: { $0 == "\u{feff}" }).trimmedLine == "---" else {
                return nil
            }
            lines = Array(opening.dropFirst().prefix { !$0.trimmedLine.isEmpty })
        }
        let line = lines.map(\.trimmedLine).first { $0.lowercased().hasPrefix("kind:") }
        return line.map { $0.dropFirst(5).trimmedLine }
    }
}

extension StringProtocol {
    fileprivate var trimmedLine: String { String(self).trimmed }
}

/// A finding that keeps an update from being told.
func unreadable(_ message: String, at span: SourceSpan, help: String? = nil) -> Finding {
    Finding(
        rule: "update-unreadable", severity: .error, message: message, at: span, help: help,
        identity: [span.path, message])
}

func start(of source: SourceFile) -> SourceSpan { SourceSpan(file: source, range: source.lineRange(1)) }

let exampleHelp = "begin with '---', 'kind: incident', 'time: 2026-11-30T14:05:00+01:00' and '---', a line each"
