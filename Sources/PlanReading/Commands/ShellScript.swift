import MarkdownTree
import Plan
import SourceText

/// A piece of shell as the plan keeps it: commands with their words and places, and what bash would refuse.
struct ShellScript {
    private(set) var commands: [ShellCommand] = []
    private(set) var fault: ShellFault?
    /// What somebody has to fill in.
    private(set) var placeholders: [CommandBlank] = []

    init(_ content: PlainText, _ form: ShellBlock.Form) {
        switch form {
        case .statements: commands = ShellScript.statements(content)
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

    /// Names in front of `=`, of `export` and its like, of `read` and of a loop's words.
    var assigned: Set<String> {
        var names: Set<String> = []
        for command in commands {
            for word in command.words {
                guard let sign = word.text.utf8.firstIndex(of: UInt8(ascii: "=")) else { continue }
                names.insert(String(word.text[..<sign]))
            }
            if command.words.first?.text == "read" { names.formUnion(command.words.map(\.text)) }
        }
        return names
    }

    private mutating func add(_ parser: ShellParser, _ content: PlainText) {
        commands += parser.commands.compactMap { command in
            guard let first = command.words.first, let last = command.words.last else { return nil }
            return ShellCommand(
                words: command.words.map { word(content, $0) },
                inputs: command.heredocs.map { index in
                    let range = parser.heredocs[index]
                    return ShellWord(
                        text: String(decoding: content.utf8[range], as: UTF8.self), isExpanded: false, isQuoted: true,
                        span: content.span(range))
                }, sources: command.sources.map { word(content, $0) },
                span: content.span(first.lowerBound..<last.upperBound))
        }
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
    private static func statements(_ content: PlainText) -> [ShellCommand] {
        SQLStatements(content.utf8).ranges.map { range in
            let word = ShellWord(
                text: String(decoding: content.utf8[range], as: UTF8.self), isExpanded: false, isQuoted: true,
                span: content.span(range))
            return ShellCommand(words: [word], span: word.span)
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
