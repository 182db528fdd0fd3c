import TestSupport

/// A document made of fragments, in which every word `wNq` is unique, so that its place can be looked up in the source.
struct RandomDocument {
    private(set) var text = ""
    /// Words made so far; a fragment that was not picked takes its words with it.
    private(set) var words: [String] = []
    private var numbers: SeededGenerator

    init(seed: UInt64) {
        numbers = SeededGenerator(seed: seed)
        let ending = pick(["\n", "\n", "\r\n"])
        var lines: [String] = []
        for _ in 0..<Int.random(in: 1...6, using: &numbers) { lines += block(depth: 0) + [""] }
        lines += ["[ref]: /target 'title'", "", "[^note]: " + word()]
        // The note is in the tree only when something refers to it.
        lines += ["", "See [^note]."]
        text = lines.joined(separator: ending) + pick(["", ending])
    }

    private mutating func pick<Element>(_ choices: [Element]) -> Element {
        choices[Int.random(in: 0..<choices.count, using: &numbers)]
    }

    private mutating func word() -> String {
        words.append("w\(words.count)q")
        return words[words.count - 1]
    }

    private mutating func inline(depth: Int = 0) -> String {
        let nested = depth < 2 ? inline(depth: depth + 1) : word()
        switch Int.random(in: 0..<20, using: &numbers) {
        case 0: return "**\(nested)**"
        case 1: return "*\(nested)*"
        case 2: return "__\(word())__"
        case 3: return "`\(word())`"
        case 4: return "`` \(word()) ` \(word()) ``"
        case 5: return "[\(word())](/a_(b) \"t \\\" x\")"
        case 6: return "[\(word()) *\(word())*][ref]"
        case 7: return "![\(word())](<i m.png>)"
        case 8: return "<https://example.org/\(word())>"
        case 9: return "~~\(word()) *\(word())* \(word())~~"
        case 10: return "\(word()) \\* \\_ \\~~ \\` \(word())"
        case 11: return "\(word()) &amp; &lt; &#35; &copy; \(word())"
        case 12: return "🚀 \(word()) é漢字 \(word())"
        case 13: return "<b>\(word())</b>"
        case 14: return "\(word()) _ * [ ] \(word())"
        case 15: return "[^note] \(word())"
        case 16: return "[ref] \(word())"
        case 17: return "**\(word()):** \(word())"
        default: return word()
        }
    }

    private mutating func line() -> String {
        (0..<Int.random(in: 1...4, using: &numbers)).map { _ in inline() }.joined(separator: " ")
    }

    private mutating func block(depth: Int) -> [String] {
        switch Int.random(in: 0..<(depth < 3 ? 11 : 7), using: &numbers) {
        case 0: return [String(repeating: "#", count: Int.random(in: 1...6, using: &numbers)) + " " + line()]
        case 1: return [word() + " " + line(), pick(["===", "---"])]
        case 2: return ["```ts", "\t" + word(), "", "  " + word() + " */ \\n &amp;", "```"]
        case 3: return ["    \(word())", "", "     \t\(word())"]
        case 4: return table()
        case 5:
            return [word() + " " + line() + pick(["", "  ", "\\"]), pick(["", " ", "   "]) + word() + " " + line()]
        case 7, 8: return contained(depth: depth, first: "- " + pick(["", "[ ] ", "[x] "]) + line(), indent: "  ")
        case 9: return contained(depth: depth, first: "12. " + line(), indent: "    ")
        case 10:
            var lines: [String] = []
            for _ in 0..<2 { lines += block(depth: depth + 1) + [""] }
            return lines.map { pick(["> ", ">  "]) + $0 }
        default: return [word() + " " + line()]
        }
    }

    private mutating func contained(depth: Int, first: String, indent: String) -> [String] {
        var lines = [first]
        if pick([true, false]) { lines += [""] + block(depth: depth + 1).map { $0.isEmpty ? $0 : indent + $0 } }
        return lines
    }

    private mutating func table() -> [String] {
        func cell(_ document: inout RandomDocument) -> String {
            document.pick(["", " "]) + document.word() + document.pick([" \\| ", " ", " *\\|* "]) + document.inline()
        }
        var lines = ["| \(word()) | \(word()) |", "|---|:-:|"]
        for _ in 0..<2 { lines.append("|\(cell(&self))|\(cell(&self)) |") }
        return lines
    }
}
