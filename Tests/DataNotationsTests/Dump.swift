import DataNotations
import SourceText

/// Values as one line of text, so that a test reads as a picture: `{a: 1 #comment, b: [<call()>]}`.
func dump(_ value: DataValue) -> String {
    switch value.kind {
    case .null: "null"
    case .bool(let bool): "\(bool)"
    case .number(let number): number == number.rounded() ? "\(Int(number))" : "\(number)"
    case .string(let string): "'\(string)'"
    case .array(let elements): "[" + elements.map(dump).joined(separator: ", ") + "]"
    case .object(let members): "{" + members.map(dump).joined(separator: ", ") + "}"
    case .opaque(let text): "<\(text)>"
    }
}

private func dump(_ member: DataMember) -> String {
    let above = member.leadingComment.map { "^\($0.text)^ " } ?? ""
    let behind = member.trailingComment.map { " #\($0.text)" } ?? ""
    return "\(above)\(member.key): \(dump(member.value))\(behind)"
}

func dump(_ binding: DataBinding) -> String {
    let above = binding.leadingComment.map { "^\($0.text)^ " } ?? ""
    let behind = binding.trailingComment.map { " #\($0.text)" } ?? ""
    return "\(above)\(binding.name ?? "-") = \(dump(binding.value))\(behind)"
}

func file(_ text: String) -> SourceFile { SourceFile(path: "plan.md", text: text) }

func read(_ text: String, as notation: Notation = .javascript) -> [String] {
    readNotation(NotationInput(file: file(text)), as: notation).bindings.map(dump)
}

func yaml(_ text: String) throws -> [String] {
    try DataDocument.yaml(NotationInput(file: file(text))).map(dump)
}

/// The error's message with its place, `line:column: message`; nil when the text can be read.
func fault(_ read: (NotationInput) throws(NotationError) -> Void, _ text: String) -> String? {
    do {
        try read(NotationInput(file: file(text)))
        return nil
    } catch {
        return "\(error.span.start.line):\(error.span.start.column): \(error.message)"
    }
}
