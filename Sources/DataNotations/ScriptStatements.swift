/// The parts of statements that carry no value: where they end, and the types in them.
extension Script {
    /// Words that start something new wherever they stand.
    private static let starters: Set<String> = [
        "const", "let", "var", "export", "default", "static", "readonly", "public", "private", "protected", "declare",
        "override", "return", "import", "class", "interface",
    ]

    /// The end of the expression that starts here: its `;` or `,`, its bracket, or its last line.
    func statementEnd(_ start: Int) -> Int {
        let limit = groupLimit(start)
        var index = start
        while index < limit {
            if isSeparator(index) || tokens[index].closesGroup { return index }
            if index > start, startsAnew(index) { return index }
            index = behind(index)
        }
        return limit
    }

    /// Whether something new starts at a token: by its word, behind a bracket, or on a new line.
    private func startsAnew(_ index: Int) -> Bool {
        if let name = name(index) {
            if name == "as" || name == "satisfies" { return false }
            if Self.starters.contains(name) || tokens[index - 1].closesGroup { return true }
        }
        return startsLine(index) && !isOperator(index) && !isOperator(index - 1)
    }

    private func groupLimit(_ index: Int) -> Int {
        guard index < tokens.count, let opener = groups.opener(around: index) else { return tokens.count }
        return groups.inside(opener).upperBound
    }

    /// `a.b["c"]` from a name on, and the index behind it.
    func memberPath(_ start: Int) -> (path: [String], end: Int) {
        var path = [input.text(tokens[start].range)]
        var index = start + 1
        while true {
            if isPunctuation(index, "."), let name = name(index + 1) {
                path.append(name)
                index += 2
            } else if isPunctuation(index, "["), isPunctuation(index + 2, "]"), tokens[index + 1].kind == .string {
                path.append(ScriptLiterals.string(input.bytes[tokens[index + 1].range]))
                index += 3
            } else {
                return (path, index)
            }
        }
    }

    /// The index of the `=` behind a type annotation; nil when what follows the colon is no annotation of a value.
    ///
    /// Types longer than 64 tokens are not read, which keeps the search short on any text.
    func endOfType(_ start: Int) -> Int? {
        let limit = min(groupLimit(start), start + 64)
        var index = start
        var angles = 0
        while index < limit {
            if isPunctuation(index, "=") { return index > start ? index : nil }
            if angles <= 0, isSeparator(index) { return nil }
            if index > start, angles <= 0, startsLine(index), !isOperator(index), !isOperator(index - 1) { return nil }
            if isPunctuation(index, "<") { angles += 1 }
            if isPunctuation(index, ">") { angles -= 1 }
            index = tokens[index].opensGroup ? groups.end(index) : index + 1
        }
        return nil
    }

    /// The index behind an `import`, a type or an `enum`, whose braces hold no data; for a class, of its first member.
    func endOfTypeDeclaration(_ start: Int) -> Int? {
        switch name(start) {
        case "import" where !isPunctuation(start + 1, "(") && !isPunctuation(start + 1, "."):
            return statementEnd(start + 1)
        case "type" where name(start + 1) != nil:
            return statementEnd(start + 1)
        case "interface" where name(start + 1) != nil, "enum" where name(start + 1) != nil:
            return body(start).map(groups.end)
        case "class" where name(start + 1) != nil:
            return body(start).map { $0 + 1 }
        default:
            return nil
        }
    }

    /// The first opening brace within the next 64 tokens, which is more than any heading of a type needs.
    private func body(_ start: Int) -> Int? {
        (start..<min(start + 64, tokens.count)).first { isPunctuation($0, "{") }
    }

    /// Whether names are taken out of something here: `{ a, b }` or `[a, b]` behind `const`.
    func opensPattern(_ index: Int) -> Bool { isPunctuation(index, "{") || isPunctuation(index, "[") }

    /// The object that is the only argument of a call, as in `Object.freeze({…})` and `defineConfig({…})`.
    func wrappedObject(in range: Range<Int>) -> DataValue? {
        guard name(range.lowerBound) != nil, name(range.lowerBound) != "new" else { return nil }
        var index = memberPath(range.lowerBound).end
        index = endOfTypeArguments(index) ?? index
        guard isPunctuation(index, "("), isPunctuation(index + 1, "{"), groups.end(index) == range.upperBound else {
            return nil
        }
        var inside = groups.inside(index)
        if isPunctuation(inside.upperBound - 1, ",") { inside = inside.lowerBound..<inside.upperBound - 1 }
        return literal(in: inside)
    }
}
