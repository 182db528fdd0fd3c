import MarkdownTree
import Plan
import SourceText

/// What the commands ahead of a placeholder print: the list that its value is taken from, or the value itself.
struct ValuesShown {
    private let commands: [ShellCommand]
    private let section: OutlineSection

    /// - Parameter earlier: The commands of the same section in blocks above.
    init(_ commands: [ShellCommand], after earlier: [ShellCommand], in section: OutlineSection) {
        self.commands = earlier + commands
        self.section = section
    }

    /// `vercel ls` ahead of `vercel promote <url>`; `openssl rand` beside `SECRET=<generated>`.
    func tell(_ blank: CommandBlank) -> Bool {
        let name = Array(blank.text.lowercased().utf8)
        if madeUp.contains(where: { name.holds(word: $0) }) { return makesValues }
        // The command itself may not be read: `<name>` at its end is half a redirection.
        let file = blank.span.file
        let line = file.lineRange(file.line(at: blank.span.range.lowerBound))
        let own = file.text(line).split(separator: " ").first { $0 != "sudo" && $0 != "$" && !$0.contains("=") }
        return commands.contains { command in
            command.span.range.lowerBound < line.lowerBound && command.tool.map { $0 == own ?? "" } == true
                && command.words.dropFirst().contains { looks($0.text) }
        }
    }

    /// Whether the section has a command, or a comment with one, that makes a value up.
    private var makesValues: Bool {
        section.codeBlocks.contains { block in makers.contains { block.content.utf8.holds(word: $0) } }
    }

    /// `ls`, `list`, `describe-db-snapshots`.
    private func looks(_ word: String) -> Bool {
        lookers.contains(word) || ["list-", "describe-"].contains { word.hasPrefix($0) } || word.hasSuffix(":list")
    }
}

extension DocumentOutline {
    /// Whether a placeholder stands for the part in which names differ that the document gives: `feature.[feature-name].on`
    /// beside `feature.search.on` and `feature.cart.on`.
    func isPartOfKnownName(_ blank: CommandBlank) -> Bool {
        let start = source.bytes[..<blank.span.range.lowerBound].reversed().prefix {
            $0.isNamePart || "-.:".utf8.contains($0)
        }
        let stem = Array(start.reversed())
        guard stem.count > 3, let last = stem.last, "-_.:".utf8.contains(last) else { return false }
        return knownNames(beginning: stem) > 1
    }

    /// How many different names of the document begin so.
    private func knownNames(beginning stem: [UInt8]) -> Int {
        var names: Set<[UInt8]> = []
        let bytes = source.bytes
        for start in bytes.indices.dropLast(stem.count) where bytes[start] == stem[0] {
            let end = start + stem.count
            guard bytes[start..<end].elementsEqual(stem), start == 0 || !bytes[start - 1].isNamePart else { continue }
            let name = Array(bytes[end...].prefix(48).prefix { $0.isNamePart || $0 == UInt8(ascii: "-") })
            if !name.isEmpty { names.insert(name) }
        }
        return names.count
    }
}

extension ShellCommand {
    /// The program that a command runs, without `sudo` and variables ahead of it.
    fileprivate var tool: String? { words.first { !$0.text.contains("=") && $0.text != "sudo" }?.text }
}

/// Commands that make a value up.
private let makers = [
    "openssl rand", "uuidgen", "pwgen", "/dev/urandom", "randomBytes", "token_hex", "token_urlsafe",
].map { Array($0.utf8) }
private let madeUp = ["generated", "random"].map { Array($0.utf8) }

private let lookers: Set<String> = [
    "ls", "list", "log", "reflog", "tag", "get", "history", "releases", "ps", "images", "show", "versions", "status",
]
