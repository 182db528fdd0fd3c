package import SourceText

/// A way to write data that can be read from a code block.
package enum Notation: Sendable, CaseIterable {
    /// JSON as people write it: comments, trailing commas and single quotes are read too.
    case json
    /// JavaScript and TypeScript, of which only literals are read.
    case javascript
    case yaml
    case toml
    /// Files of one setting to a line: environment files, INI, Java properties.
    case settings
    /// Commands of any shell and of Dockerfiles, of which only the variables that they set are read.
    case shell

    /// The notation that the info string of a fenced code block names by its first word; nil for any other language.
    package init?(infoString: String) {
        let word = infoString.utf8.prefix {
            !$0.isBlank && $0 != UInt8(ascii: "{") && $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: ":")
        }
        guard let notation = Notation.named[String(decoding: word, as: UTF8.self).lowercased()] else { return nil }
        self = notation
    }

    private static let named: [String: Notation] = {
        let names: [(Notation, [String])] = [
            (.javascript, ["ts", "typescript", "js", "javascript", "jsx", "tsx", "mjs"]),
            (.json, ["json", "jsonc", "json5"]), (.yaml, ["yaml", "yml"]), (.toml, ["toml"]),
            (.settings, ["env", "dotenv", ".env", "ini", "properties"]),
            (
                .shell,
                [
                    "sh", "bash", "shell", "zsh", "ksh", "fish", "csh", "tcsh", "console", "shell-session",
                    "shellsession", "powershell", "pwsh", "ps1", "cmd", "bat", "batch", "dockerfile", "docker",
                ]
            ),
        ]
        return Dictionary(uniqueKeysWithValues: names.flatMap { notation, words in words.map { ($0, notation) } })
    }()
}

/// The deepest nesting of lists and objects that is read; what is deeper is refused with a finding.
package let dataDepthLimit = 64

/// Reads what a piece of text declares.
///
/// What is no data (imports, functions, types) is passed over. A finding is made only for what could not be read at
/// all: `data-unreadable` (YAML, and the first such line of TOML, the rest of which is read) or `document-too-complex`
/// (any notation, nesting past ``dataDepthLimit`` or aliases that multiply). Whether an unreadable block matters is the
/// caller's to judge.
package func readNotation(
    _ input: NotationInput, as notation: Notation
) -> (bindings: [DataBinding], findings: [Finding]) {
    do {
        switch notation {
        case .json, .javascript:
            return (try readScript(input), [])
        case .yaml:
            return (unnamed(try DataDocument.yaml(input)), [])
        case .toml:
            let (value, fault) = readTOML(input)
            return (unnamed([value].compactMap(\.self)), [fault?.finding].compactMap(\.self))
        case .settings:
            return (unnamed([try readSettings(input)].compactMap(\.self)), [])
        case .shell:
            return (readShell(input), [])
        }
    } catch {
        return ([], [error.finding])
    }
}

/// Values that stand for themselves.
private func unnamed(_ values: [DataValue]) -> [DataBinding] {
    values.map { DataBinding(name: nil, nameSpan: nil, path: [], value: $0) }
}
