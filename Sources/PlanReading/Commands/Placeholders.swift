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
        switch word.first {
        case UInt8(ascii: "C"), UInt8(ascii: "F"), UInt8(ascii: "R"), UInt8(ascii: "T"):
            if standIns.contains(where: word.elementsEqual) { return true }
        case UInt8(ascii: "Y"):
            if word.starts(with: "YOUR_".utf8) || word.starts(with: "YOUR-".utf8) { return word.count > 5 }
        case UInt8(ascii: "y"): if word.starts(with: "your-".utf8) { return word.count > 5 }
        default: break
        }
        // `mktemp name.XXXXXX` and modes of files have such letters too.
        return previous != UInt8(ascii: ".") && previous != UInt8(ascii: "%") && hasCrosses(word)
    }

    /// Whether a part between dashes consists of three to twelve `x`.
    private func hasCrosses(_ word: ArraySlice<UInt8>) -> Bool {
        var count = 0
        var isCrossed = true
        for byte in word {
            if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") {
                if isCrossed, (3...12).contains(count) { return true }
                count = 0
                isCrossed = true
            } else {
                count += 1
                isCrossed = isCrossed && byte | 0x20 == UInt8(ascii: "x")
            }
        }
        return isCrossed && (3...12).contains(count)
    }

    private func isSpoken(_ option: Range<Int>) -> Bool {
        spokenOptions.contains(String(decoding: utf8[option], as: UTF8.self))
    }
}

private let standIns = ["TODO", "FIXME", "TBD", "CHANGEME", "CHANGE_ME", "REPLACE_ME", "REPLACEME"].map {
    Array($0.utf8)
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
                speaksOfAll = speaksOfAll || text.says(placeholderWords)
                add(text)
            }
        }
    }

    private mutating func add(_ text: ReadText) {
        let utf8 = text.utf8
        if utf8.holds(UInt8(ascii: "<"), in: text.bytes) {
            for part in text.text.split(separator: "<", omittingEmptySubsequences: false).dropFirst() {
                named.insert(String(part.prefix(48).prefix { $0 != ">" }).lowercased())
            }
        }
        guard utf8.holds(UInt8(ascii: "_"), in: text.bytes) || utf8.holds(UInt8(ascii: "-"), in: text.bytes) else {
            return
        }
        for token in text.tokens where token.isWord && token.range.count > 3 {
            guard utf8.holds(UInt8(ascii: "_"), in: token.range) || utf8.holds(UInt8(ascii: "-"), in: token.range)
            else {
                continue
            }
            named.insert(String(decoding: utf8[token.range], as: UTF8.self).lowercased())
        }
    }

    /// Those that the document's texts do not name.
    func open(_ found: [CommandBlank]) -> [CommandBlank] {
        speaksOfAll ? [] : found.filter { !named.contains($0.name) }
    }
}

extension CommandBlank {
    /// `cluster name` for `<Cluster name>`.
    fileprivate var name: String { text.filter { !"<>[]".contains($0) }.lowercased() }
    /// Whether nobody can know what it stands for before the day.
    var isIncidental: Bool { !incidentalWords.isDisjoint(with: nameWords(name)) }
}

extension OutlineSection {
    /// Whether a line, or a comment in a block, says what is put in the place of placeholders.
    var replacesPlaceholders: Bool {
        lines.contains { $0.text.says(replacingWords) }
            || codeBlocks.contains { block in
                let utf8 = block.content.utf8
                guard utf8.holds(UInt8(ascii: "#")) else { return false }
                return utf8.split(separator: UInt8(ascii: "\n")).contains { line in
                    guard let sign = line.firstIndex(of: UInt8(ascii: "#")) else { return false }
                    return nameWords(String(decoding: line[sign...], as: UTF8.self)).contains {
                        replacingWords.contains($0) || placeholderWords.contains($0)
                    }
                }
            }
    }
}

/// What nobody can know before the day.
private let incidentalWords: Set<String> = [
    "sha", "commit", "hash", "id", "ids", "pid", "uid", "uuid", "pod", "incident", "ticket", "timestamp", "date",
    "time",
    "datum", "zeit", "fecha", "hora", "heure", "user", "username",
]

/// English, German, Spanish and French.
private let placeholderWords: WordSet = [
    "placeholder", "placeholders", "platzhalter", "platzhaltern", "marcador", "marcadores", "substituable",
]
private let replacingWords: WordSet = [
    "replace", "replacing", "substitute", "substituting", "fill", "filled", "insert", "swap", "adjust", "ersetze",
    "ersetzen", "einsetzen", "eintragen", "anpassen", "reemplazar", "reemplaza", "reemplace", "sustituir", "sustituye",
    "sustituya", "remplacer", "remplacez", "substituer", "adapter", "adaptez", "where", "wobei", "donde", "où",
]
