import MarkdownTree
import Plan
import SourceText

/// What stands for a value in commands: `<cluster-name>`, `YOUR_TOKEN`, `xxx`, `TODO`.
///
/// Comments and here-documents are not looked at, nor is what is said to people: `--reason "INC-xxxx"`.
func findPlaceholders(_ content: PlainText) -> [CommandBlank] {
    let utf8 = content.utf8
    var found: [CommandBlank] = []
    var start = 0
    while start < utf8.count {
        let end = utf8[start...].firstIndex(of: UInt8(ascii: "\n")) ?? utf8.count
        var line = PlaceholderLine(utf8, start..<end)
        for range in line.read() {
            found.append(CommandBlank(text: String(decoding: utf8[range], as: UTF8.self), span: content.span(range)))
        }
        // What follows is handed to a command as it is.
        if line.hasDocument { break }
        start = end + 1
    }
    return found
}

private struct PlaceholderLine {
    private let utf8: [UInt8]
    private let line: Range<Int>
    private(set) var hasDocument = false
    private var found: [Range<Int>] = []
    private var quote: UInt8 = 0
    /// The option whose value is being read.
    private var option: Range<Int>?

    init(_ utf8: [UInt8], _ line: Range<Int>) {
        self.utf8 = utf8
        self.line = line
    }

    mutating func read() -> [Range<Int>] {
        var index = line.lowerBound
        while index < line.upperBound {
            let byte = utf8[index]
            let previous = index > line.lowerBound ? utf8[index - 1] : UInt8(ascii: " ")
            if byte == UInt8(ascii: "#"), quote == 0, previous.isShellBlank { break }
            if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\""), quote == 0 || quote == byte {
                quote = quote == 0 ? byte : 0
            } else if byte == UInt8(ascii: "<"), let end = angled(at: index, after: previous) {
                keep(index..<end)
                index = end
                continue
            } else if byte == UInt8(ascii: "["), quote == 0, let end = bracketed(at: index, after: previous) {
                keep(index..<end)
                index = end
                continue
            } else if byte.isNamePart, !previous.isNamePart {
                index = readWord(at: index, after: previous)
                continue
            } else if byte == UInt8(ascii: "<"), index + 1 < line.upperBound, utf8[index + 1] == byte {
                hasDocument = hasDocument || index + 2 >= line.upperBound || utf8[index + 2] != byte
                index += 2
            }
            index += 1
        }
        return found
    }

    private mutating func keep(_ range: Range<Int>) {
        guard option.map(isSpoken) != true else { return }
        found.append(range)
    }

    /// `<cluster name>`; `< file >`, `<in.txt>out.txt` and `<b>` are none.
    private func angled(at start: Int, after previous: UInt8) -> Int? {
        guard start + 2 < line.upperBound, utf8[start + 1].isLetter, previous != UInt8(ascii: "<") else { return nil }
        var end = start + 1
        while end < line.upperBound, end - start < 48,
            utf8[end].isNamePart || utf8[end] == UInt8(ascii: "-") || utf8[end] == UInt8(ascii: " ")
        {
            end += 1
        }
        guard end < line.upperBound, utf8[end] == UInt8(ascii: ">"), utf8[end - 1] != UInt8(ascii: " ") else {
            return nil
        }
        let name = utf8[start + 1..<end]
        let isTelling = name.count > 3 && name.contains { "-_ ".utf8.contains($0) || $0.isCapital }
        let next = end + 1 < line.upperBound ? utf8[end + 1] : 0
        if quote != 0 {
            // `'<title>'` is markup.
            guard isTelling, next != UInt8(ascii: "<") else { return nil }
        } else if next.isNamePart || "$\"'&(".utf8.contains(next)
            || next == UInt8(ascii: "/") && (previous.isShellBlank || previous == 0)
        {
            return nil
        } else if next.isShellBlank, !isTelling, end + 2 < line.upperBound, previous.isShellBlank,
            leadsToFile(end + 1)
        {
            return nil
        }
        return end + 1
    }

    /// `[deployment-url]`; `[a-z]` and `[ -f a ]` are none.
    private func bracketed(at start: Int, after previous: UInt8) -> Int? {
        guard previous.isShellBlank || "=/:@".utf8.contains(previous) else { return nil }
        var end = start + 1
        while end < line.upperBound, utf8[end].isNamePart || utf8[end] == UInt8(ascii: "-") { end += 1 }
        let name = utf8[start + 1..<end]
        guard end < line.upperBound, utf8[end] == UInt8(ascii: "]"), name.count > 5, name.first?.isLetter == true,
            name.dropFirst(2).contains(where: { "-_".utf8.contains($0) }),
            !name.contains(where: { $0 < 0x40 && $0 > 0x2f }),
            end + 1 == line.upperBound || utf8[end + 1].isShellBlank
        else { return nil }
        return end + 1
    }

    /// `sort <names> sorted.txt`: two redirections.
    private func leadsToFile(_ place: Int) -> Bool {
        let rest = utf8[place..<line.upperBound].drop { $0.isShellBlank }.prefix { !$0.isShellBlank }
        return rest.contains(UInt8(ascii: "."))
    }

    private mutating func readWord(at start: Int, after previous: UInt8) -> Int {
        var end = start
        while end < line.upperBound, utf8[end].isNamePart || utf8[end] == UInt8(ascii: "-") { end += 1 }
        let word = start..<end
        if previous == UInt8(ascii: "-") {
            option = word
        } else if previous != UInt8(ascii: "$"), previous != UInt8(ascii: "{"), isStandIn(utf8[word], previous) {
            keep(word)
        } else if previous.isShellBlank || quote == 0 {
            option = nil
        }
        return end
    }

    private func isStandIn(_ word: ArraySlice<UInt8>, _ previous: UInt8) -> Bool {
        let text = String(decoding: word, as: UTF8.self)
        if ["TODO", "FIXME", "TBD", "CHANGEME", "CHANGE_ME", "REPLACE_ME", "REPLACEME"].contains(text) { return true }
        if text.hasPrefix("YOUR_") || text.hasPrefix("YOUR-") || text.hasPrefix("your-") { return text.count > 5 }
        // `mktemp name.XXXXXX` and modes of files have such letters too.
        let parts = text.split(whereSeparator: { $0 == "-" || $0 == "_" })
        return previous != UInt8(ascii: ".") && previous != UInt8(ascii: "%")
            && parts.contains { $0.count >= 3 && $0.count <= 12 && $0.allSatisfy { $0 == "x" || $0 == "X" } }
    }

    private func isSpoken(_ option: Range<Int>) -> Bool {
        spokenOptions.contains(String(decoding: utf8[option], as: UTF8.self))
    }
}

/// Options whose values are read by people: a command runs whatever they say.
private let spokenOptions: Set<String> = [
    "m", "reason", "message", "comment", "note", "notes", "title", "ticket", "description", "change-cause", "body",
]

extension UInt8 {
    fileprivate var isCapital: Bool { (0x41...0x5a).contains(self) }
    fileprivate var isLetter: Bool { isCapital || (0x61...0x7a).contains(self) }
}

/// What a document says of the placeholders in its commands.
struct ExplainedPlaceholders {
    /// Names in `<…>` and in capitals that stand in its texts.
    private var named: Set<String> = []
    /// Whether some line speaks of placeholders as such.
    private var speaksOfAll = false

    init(_ outline: DocumentOutline) {
        for section in outline.planSections {
            let cells = section.tables.flatMap { $0.rows.flatMap(\.cells) }
            for text in section.lines.map(\.text) + cells + [section.title] {
                speaksOfAll =
                    speaksOfAll || text.tokens.contains { text.word($0).map(placeholderWords.contains) == true }
                add(text)
            }
        }
    }

    private mutating func add(_ text: ReadText) {
        let bytes = text.utf8[text.bytes]
        if bytes.contains(UInt8(ascii: "<")) {
            for part in text.text.split(separator: "<", omittingEmptySubsequences: false).dropFirst() {
                named.insert(String(part.prefix(48).prefix { $0 != ">" }).lowercased())
            }
        }
        for token in text.tokens where token.isWord && token.range.count > 3 {
            let word = text.text(of: token)
            if word.contains("_") || word.contains("-") { named.insert(word.lowercased()) }
        }
    }

    /// Those of which nobody is told what to put in their place: neither in the text, nor in the lines of the section, nor
    /// by a variable of that name.
    func open(_ found: [CommandBlank], in section: OutlineSection) -> [CommandBlank] {
        guard !speaksOfAll, !isReplaced(in: section) else { return [] }
        return found.filter { placeholder in
            let name = placeholder.text.filter { !"<>[]".contains($0) }.lowercased()
            return !named.contains(name) && incidentalWords.isDisjoint(with: nameWords(name))
        }
    }

    private func isReplaced(in section: OutlineSection) -> Bool {
        section.lines.contains { line in
            line.text.tokens.contains { line.text.word($0).map(replacingWords.contains) == true }
        }
            || section.codeBlocks.contains { block in
                block.content.text.split(separator: "\n").contains { line in
                    guard let sign = line.firstIndex(of: "#") else { return false }
                    return nameWords(line[sign...]).contains {
                        replacingWords.contains($0) || placeholderWords.contains($0)
                    }
                }
            }
    }
}

extension ReadText {
    fileprivate func text(of token: Token) -> String { String(decoding: utf8[token.range], as: UTF8.self) }
}

/// What nobody can know before the day.
private let incidentalWords: Set<String> = [
    "sha", "commit", "hash", "id", "ids", "pid", "uid", "uuid", "pod", "incident", "ticket", "timestamp", "date",
    "time",
    "datum", "zeit", "fecha", "hora", "heure", "user", "username",
]

/// English, German, Spanish and French.
private let placeholderWords: Set<String> = [
    "placeholder", "placeholders", "platzhalter", "platzhaltern", "marcador", "marcadores", "substituable",
]
private let replacingWords: Set<String> = [
    "replace", "replacing", "substitute", "substituting", "fill", "filled", "insert", "swap", "adjust", "ersetze",
    "ersetzen", "einsetzen", "eintragen", "anpassen", "reemplazar", "reemplaza", "reemplace", "sustituir", "sustituye",
    "sustituya", "remplacer", "remplacez", "substituer", "adapter", "adaptez", "where", "wobei", "donde", "où",
]
