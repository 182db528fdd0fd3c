import MarkdownTree
import Plan
import SourceText

/// A piece of shell as the plan keeps it: commands with their words and places, and what bash would refuse.
struct ShellScript {
    private(set) var commands: [ShellCommand] = []
    private(set) var fault: ShellFault?
    /// What somebody has to fill in.
    private(set) var placeholders: [CommandBlank] = []
    /// Names in front of `=`, of `export` and its like, of `read` and of a loop's words.
    private(set) var assigned: Set<String> = []

    init(_ content: PlainText, _ form: ShellBlock.Form) {
        switch form {
        case .statements: addStatements(content)
        case .session:
            for range in ShellScript.typedLines(content.utf8) {
                add(ShellParser(content.utf8, range), content)
            }
        case .block, .codeSpan:
            placeholders = findPlaceholders(content)
            let parser = ShellParser(content.utf8, content.utf8.indices)
            add(parser, content)
            if let found = parser.fault, placeholders.isEmpty, !ShellScript.isAbridged(content.utf8) {
                fault = ShellFault(kind: found.kind, span: content.span(found.range))
            }
        }
    }

    private mutating func add(_ parser: ShellParser, _ content: PlainText) {
        for command in parser.commands {
            guard let first = command.words.first, let last = command.words.last else { continue }
            let words = command.words.map { word(content, $0) }
            for (word, range) in zip(words, command.words) { addAssigned(word, content.utf8, range) }
            if words[0].text == "read" { assigned.formUnion(words.map(\.text)) }
            commands.append(
                ShellCommand(
                    words: words, inputs: command.heredocs.map { text(content, parser.heredocs[$0]) },
                    sources: command.sources.map { word(content, $0) },
                    span: content.span(first.lowerBound..<last.upperBound)))
        }
    }

    private mutating func addAssigned(_ word: ShellWord, _ utf8: [UInt8], _ range: Range<Int>) {
        guard utf8.holds(UInt8(ascii: "="), in: range), let sign = word.text.utf8.firstIndex(of: UInt8(ascii: "="))
        else { return }
        assigned.insert(String(word.text[..<sign]))
    }

    /// What is handed to a program as it stands.
    private func text(_ content: PlainText, _ range: Range<Int>) -> ShellWord {
        ShellWord(
            text: String(decoding: content.utf8[range], as: UTF8.self), isExpanded: false, isQuoted: true,
            span: content.span(range))
    }

    private func word(_ content: PlainText, _ range: Range<Int>) -> ShellWord {
        let (text, isExpanded, isQuoted) = shellText(content.utf8, range)
        return ShellWord(text: text, isExpanded: isExpanded, isQuoted: isQuoted, span: content.span(range))
    }

    /// What is typed behind `$ ` or another prompt, with the lines that continue it; the rest is output.
    private static func typedLines(_ utf8: [UInt8]) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var isContinued = false
        var start = 0
        while start < utf8.count {
            let end = utf8[start...].firstIndex(of: UInt8(ascii: "\n")) ?? utf8.count
            let line = utf8[start..<end]
            let prompt = line.prefix(60).firstIndex { "$%#>".utf8.contains($0) }
            if isContinued, let last = lines.popLast() {
                lines.append(last.lowerBound..<end)
            } else if let prompt, prompt + 1 < end, utf8[prompt + 1] == UInt8(ascii: " "),
                !line[..<prompt].contains(UInt8(ascii: " ")), utf8[prompt] != UInt8(ascii: "#") || prompt > start,
                utf8[prompt] != UInt8(ascii: ">") || line[..<prompt].contains(UInt8(ascii: "@"))
            {
                lines.append(prompt + 2..<end)
            } else {
                start = end + 1
                continue
            }
            isContinued = line.last == UInt8(ascii: "\\")
            start = end + 1
        }
        return lines
    }

    /// Each statement as one word, comments left out.
    private mutating func addStatements(_ content: PlainText) {
        for range in SQLStatements(content.utf8).ranges {
            let word = text(content, range)
            addAssigned(word, content.utf8, range)
            commands.append(ShellCommand(words: [word], span: word.span))
        }
    }

    /// Whether a line says that something was left out.
    private static func isAbridged(_ utf8: [UInt8]) -> Bool {
        utf8.split(separator: UInt8(ascii: "\n")).contains { line in
            let text = String(decoding: line.prefix(200), as: UTF8.self)
            return text.contains("…") || text.contains("...") || text.contains("{{")
                || text.contains("[[")
                    && !text.contains("]]")
        }
    }
}

/// Cuts statements at `;`, outside of quotes and comments.
struct SQLStatements {
    private(set) var ranges: [Range<Int>] = []

    init(_ utf8: [UInt8]) {
        var index = 0
        var start: Int?
        while index < utf8.count {
            let byte = utf8[index]
            let next = index + 1 < utf8.count ? utf8[index + 1] : 0
            if byte == UInt8(ascii: "-"), next == byte {
                index = utf8[index...].firstIndex(of: UInt8(ascii: "\n")) ?? utf8.count
                continue
            }
            if byte == UInt8(ascii: ";") {
                if let first = start { ranges.append(first..<index) }
                start = nil
            } else if byte > 0x20, start == nil {
                start = index
            }
            if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
                index = utf8[(index + 1)...].firstIndex(of: byte) ?? utf8.count
            }
            index += 1
        }
        if let start, start < utf8.count { ranges.append(start..<utf8.count) }
    }
}
