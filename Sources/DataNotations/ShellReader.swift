import SourceText

/// Reads the variables that commands set: `export NAME=value`, `NAME=value`, `set -gx NAME value` of fish, `ENV NAME value`
/// of a Dockerfile, `setenv`, `set NAME=value` of Windows and `$env:NAME = "value"` of PowerShell.
///
/// - Returns: first one object with all variables that other programs see, the last of equal names counting, then each
///   variable of the script alone and each `NAME=value` that is handed to a command (`docker run -e NAME=value`), in
///   order. What else commands do is passed over; no text is a fault.
func readShell(_ input: NotationInput) -> [DataBinding] {
    guard input.bytes.holds(UInt8(ascii: "=")) || holdsSetter(input.bytes) else { return [] }
    var reader = ShellReader(input)
    return reader.read()
}

/// Whether a word may stand in a text that sets a variable without a sign: `set`, `setenv`, `ENV`.
private func holdsSetter(_ bytes: [UInt8]) -> Bool {
    bytes.indices.dropLast(2).contains { index in
        let word = (bytes[index], bytes[index + 1], bytes[index + 2])
        return word == (UInt8(ascii: "s"), UInt8(ascii: "e"), UInt8(ascii: "t"))
            || word == (UInt8(ascii: "E"), UInt8(ascii: "N"), UInt8(ascii: "V"))
    }
}

private struct ShellReader {
    let input: NotationInput
    private var words: ShellWords
    private var exported: TableTree
    private var bindings: [DataBinding] = []
    private var comments = CommentLines()

    /// A variable on its way to where it belongs.
    private struct Variable {
        let name: Range<Int>
        let value: Range<Int>
        /// Whether other programs see it.
        let isExported: Bool
    }

    init(_ input: NotationInput) {
        self.input = input
        words = ShellWords(input.bytes)
        exported = TableTree(input)
    }

    mutating func read() -> [DataBinding] {
        while !words.cursor.isAtEnd { readLine() }
        let environment = exported.value().map { DataBinding(name: nil, nameSpan: nil, path: [], value: $0) }
        return [environment].compactMap(\.self) + bindings
    }

    private mutating func readLine() {
        words.skipBlanks()
        if words.cursor.isAtLineEnd { comments.clear() }
        if let comment = words.skipComment() {
            comments.add(dataComment(comment))
            return words.endLine()
        }
        let leading = comments.take()
        var found: [Variable] = []
        while !words.cursor.isAtLineEnd, words.cursor.byte != UInt8(ascii: "#") {
            let command = words.nextCommand()
            if !command.isEmpty { found += variables(of: command) }
            words.skipSeparators()
        }
        let trailing = words.skipComment().map(dataComment)
        for variable in found { keep(variable, leading: leading, trailing: trailing) }
        words.endLine()
    }

    private func dataComment(_ range: Range<Int>) -> DataComment {
        DataComment(text: CommentText.line(input.bytes[range]), span: input.span(range))
    }

    private mutating func keep(_ variable: Variable, leading: DataComment?, trailing: DataComment?) {
        let name = input.text(variable.name)
        let (text, isExpanded) = words.text(variable.value)
        let value = DataValue(
            kind: settingKind(text, isExpanded: isExpanded), span: input.span(variable.value))
        guard variable.isExported else {
            bindings.append(
                DataBinding(
                    name: name, nameSpan: input.span(variable.name), path: [name], value: value,
                    leadingComment: leading, trailingComment: trailing))
            return
        }
        _ = exported.set(
            TableTree.Key(text: name, range: variable.name), value, in: TableTree.root, leading: leading,
            trailing: trailing, replacing: true)
        exported.extend([TableTree.root], by: variable.name.lowerBound..<variable.value.upperBound)
    }

    // MARK: Commands

    /// The variables that one command sets or is given.
    private func variables(of command: [ShellWord]) -> [Variable] {
        // What a session shows in front of a command is no part of it.
        let words = command.count > 1 && prompts.contains(text(command[0])) ? command[1...] : command[...]
        guard let first = words.first else { return [] }
        let rest = words.dropFirst()
        switch text(first) {
        case "export": return assignments(in: rest, isExported: true)
        case "declare", "typeset": return assignments(in: rest, isExported: rest.contains { isOption($0, with: "x") })
        case "ENV":
            return rest.first?.assignment == nil
                ? named(rest, isExported: true) : assignments(in: rest, isExported: true)
        case "setenv": return named(rest, isExported: true)
        case "set": return setVariables(rest)
        case let word where word.hasPrefix("$"): return powerShellVariable(words)
        default: return assignments(in: words, isExported: false)
        }
    }

    private func text(_ word: ShellWord) -> String { input.text(word.range) }

    private func isOption(_ word: ShellWord, with letter: Character) -> Bool {
        let text = text(word)
        return text.hasPrefix("-") && !text.hasPrefix("--") && text.contains(letter)
    }

    private func assignments(in words: ArraySlice<ShellWord>, isExported: Bool) -> [Variable] {
        words.compactMap { word in
            word.assignment.map { Variable(name: $0.name, value: $0.value, isExported: isExported) }
        }
    }

    /// `set -gx NAME value` (fish), `set NAME=value` (Windows); `set -e` and its like set no variable.
    private func setVariables(_ words: ArraySlice<ShellWord>) -> [Variable] {
        let options = words.prefix { text($0).hasPrefix("-") }
        guard !options.contains(where: { text($0) == "--" }) else { return [] }
        let rest = words.dropFirst(options.count)
        if rest.first?.assignment != nil { return assignments(in: rest.prefix(1), isExported: true) }
        return named(rest, isExported: options.contains { isOption($0, with: "x") || text($0) == "--export" })
    }

    /// `NAME value more of it`.
    private func named(_ words: ArraySlice<ShellWord>, isExported: Bool) -> [Variable] {
        guard words.count > 1, let name = words.first, let last = words.last,
            input.bytes[name.range].isVariableName
        else { return [] }
        let start = words[words.startIndex + 1].range.lowerBound
        return [Variable(name: name.range, value: start..<last.range.upperBound, isExported: isExported)]
    }

    /// `$env:NAME = "value"`, with or without blanks around the sign.
    private func powerShellVariable(_ words: ArraySlice<ShellWord>) -> [Variable] {
        guard let first = words.first, text(first).lowercased().hasPrefix("$env:") else { return [] }
        let start = first.range.lowerBound + 5
        let name = start..<start + input.bytes[start..<first.range.upperBound].prefix(while: \.continuesName).count
        guard input.bytes[name].isVariableName else { return [] }
        var value = ByteCursor(input.bytes)
        value.offset = name.upperBound
        value.skipBlanks()
        guard value.skip("=") else { return [] }
        value.skipBlanks()
        guard let last = words.last(where: { $0.range.upperBound > value.offset }) else { return [] }
        return [Variable(name: name, value: value.offset..<last.range.upperBound, isExported: true)]
    }
}

private let prompts: Set<String> = ["$", "%", "❯", "PS>"]
