package import SourceText

/// A way to write data that can be read from a code block.
package enum Notation: Sendable, CaseIterable {
    /// JSON as people write it: comments, trailing commas and single quotes are read too.
    case json
    /// JavaScript and TypeScript, of which only literals are read.
    case javascript
    case yaml

    /// The notation that the info string of a fenced code block names by its first word; nil for any other language.
    package init?(infoString: String) {
        let word = infoString.prefix { $0 != " " && $0 != "\t" && $0 != "{" && $0 != "," && $0 != ":" }
        switch word.lowercased() {
        case "ts", "typescript", "js", "javascript", "jsx", "tsx", "mjs": self = .javascript
        case "json", "jsonc", "json5": self = .json
        case "yaml", "yml": self = .yaml
        default: return nil
        }
    }
}

/// The deepest nesting of lists and objects that is read; what is deeper is refused with a finding.
package let dataDepthLimit = 64

/// Reads what a piece of text declares.
///
/// What is no data (imports, functions, types) is passed over. A finding is made only for what could not be read at
/// all: `data-unreadable` (YAML) or `document-too-complex` (any notation, nesting past ``dataDepthLimit`` or aliases
/// that multiply). Whether an unreadable block matters is the caller's to judge.
package func readNotation(
    _ input: NotationInput, as notation: Notation
) -> (bindings: [DataBinding], findings: [Finding]) {
    do {
        switch notation {
        case .json, .javascript:
            return (try readScript(input), [])
        case .yaml:
            let values = try DataDocument.yaml(input)
            return (values.map { DataBinding(name: nil, nameSpan: nil, path: [], value: $0) }, [])
        }
    } catch {
        return ([], [error.finding])
    }
}
