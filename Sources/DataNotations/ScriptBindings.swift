/// Reads what a script declares: `const X = {…}`, `export default {…}`, `x.y = 5`, `{…}`, at any depth of its blocks.
///
/// Every token is looked at a bounded number of times, whatever the text.
func readScript(_ input: NotationInput) throws(NotationError) -> [DataBinding] {
    var reader = ScriptBindingReader(script: try Script(input))
    return reader.read()
}

/// Walks over the statements of a script and keeps the values that they declare.
private struct ScriptBindingReader {
    let script: Script
    private var bindings: [DataBinding] = []

    init(script: Script) { self.script = script }

    mutating func read() -> [DataBinding] {
        var index = 0
        while index < script.tokens.count { index = max(index + 1, step(index)) }
        return bindings
    }

    /// Reads or passes over what starts at a token and says where to go on.
    private mutating func step(_ index: Int) -> Int {
        let token = script.tokens[index]
        if token.opensGroup { return stepGroup(index) }
        let isStatement = startsStatement(index)
        if isStatement, let end = script.endOfTypeDeclaration(index) { return end }
        switch token.kind {
        case .name:
            if Self.declarations.contains(script.name(index) ?? ""), script.opensPattern(index + 1) {
                return script.groups.end(index + 1)
            }
            return isStatement ? stepName(index) : index + 1
        case .string:
            return isStatement ? readFragment(index) ?? index + 1 : index + 1
        case .number, .template, .regularExpression, .punctuation:
            return index + 1
        }
    }

    // MARK: Values without a name

    private mutating func stepGroup(_ index: Int) -> Int {
        let end = script.groups.end(index)
        if script.isPunctuation(index, "(") {
            let isParameters =
                script.isSign(end, "=>") || script.isPunctuation(end, "{") || script.isPunctuation(end, ":")
            return isParameters ? end : index + 1
        }
        if let name = script.name(index - 1), name == "import" || name == "export" { return end }
        if script.isPunctuation(index, "{") {
            return startsObject(index) ? append(index..<end, start: index, unlessOpaque: true) : index + 1
        }
        return startsStatement(index) ? append(index..<end, start: index, unlessOpaque: true) : index + 1
    }

    /// Whether a brace opens an object and no block: it follows where a value may, and a key comes first.
    private func startsObject(_ index: Int) -> Bool {
        let inside = script.groups.inside(index)
        guard !inside.isEmpty, script.isKey(index + 1), script.isPunctuation(index + 2, ":") else { return false }
        guard index > 0 else { return true }
        if let name = script.name(index - 1) { return ["return", "default", "yield", "await"].contains(name) }
        return startsStatement(index) || ["(", "[", ",", "="].contains { script.isPunctuation(index - 1, $0) }
    }

    // MARK: Values with a name

    private mutating func stepName(_ index: Int) -> Int {
        let (path, end) = script.memberPath(index)
        var sign = end
        if path.count == 1, script.isPunctuation(end, "!") || script.isPunctuation(end, "?") { sign += 1 }
        if path.count == 1, script.isPunctuation(sign, ":") {
            guard let equals = script.endOfType(sign + 1) else { return readFragment(index) ?? index + 1 }
            sign = equals
        }
        guard script.isPunctuation(sign, "="), sign + 1 < script.tokens.count else { return index + 1 }
        return append(
            sign + 1..<script.statementEnd(sign + 1), start: index, path: path, name: script.bytes(index..<end))
    }

    /// Reads `key: value` that stands outside of all braces, as in a piece cut out of an object.
    private mutating func readFragment(_ index: Int) -> Int? {
        guard script.groups.opener(around: index) == nil, script.isPunctuation(index + 1, ":") else { return nil }
        let end = script.statementEnd(index + 2)
        guard end > index + 2, script.literal(in: index + 2..<end) != nil else { return nil }
        let range = script.tokens[index].range
        let quoted = script.tokens[index].kind == .string
        let key = quoted ? ScriptLiterals.string(script.input.bytes[range]) : script.input.text(range)
        return append(index + 2..<end, start: index, path: [key], name: range)
    }

    /// Keeps the value in a range of tokens and says where to go on: behind a value, or inside what is not read as one.
    private mutating func append(
        _ range: Range<Int>, start: Int, path: [String] = [], name: Range<Int>? = nil, unlessOpaque: Bool = false
    ) -> Int {
        guard !range.isEmpty else { return range.upperBound }
        let literal = script.literal(in: range) ?? script.wrappedObject(in: range)
        guard literal != nil || !unlessOpaque else { return start + 1 }
        bindings.append(
            DataBinding(
                name: path.isEmpty ? nil : path.joined(separator: "."), nameSpan: name.map(script.input.span),
                path: path, value: literal ?? script.value(in: range),
                leadingComment: script.leadingComment(firstOfStatement(start)),
                trailingComment: script.trailingComment(range)))
        return literal == nil ? range.lowerBound : range.upperBound
    }

    // MARK: Statements

    private static let declarations: Set<String> = ["const", "let", "var"]
    private static let modifiers: Set<String> = [
        "const", "let", "var", "export", "default", "static", "readonly", "public", "private", "protected", "declare",
        "override",
    ]

    private func startsStatement(_ index: Int) -> Bool {
        guard index > 0 else { return true }
        let before = index - 1
        if script.isPunctuation(before, ";") || script.isPunctuation(before, "{") || script.isPunctuation(before, "}") {
            return true
        }
        if script.isPunctuation(before, ",") {
            return script.groups.opener(around: index).map { script.isPunctuation($0, "{") } ?? true
        }
        if let name = script.name(before), Self.modifiers.contains(name) { return true }
        if script.isPunctuation(before, ")") { return script.tokens[index].kind == .name }
        return script.startsLine(index) && !script.isOperator(before) && !script.tokens[before].opensGroup
    }

    /// The first of the words that lead up to a name (`export const …`): comments stand before it.
    private func firstOfStatement(_ index: Int) -> Int {
        var first = index
        while let name = script.name(first - 1), Self.modifiers.contains(name) || name == "return" { first -= 1 }
        return first
    }
}
