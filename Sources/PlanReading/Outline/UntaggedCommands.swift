import MarkdownTree

extension CodeBlock {
    /// Whether the block holds commands for a shell: as its tag says, or as its lines look where it has no tag.
    var isCommand: Bool { isShell || language.isEmpty && looksLikeCommands }

    /// Every line is ASCII and begins with a program's name in small letters (a comment, a prompt or the rest of the line
    /// before aside), and at least one has an option or a path. A drawing, a table or a log has other lines too.
    private var looksLikeCommands: Bool {
        var hasArgument = false
        var hasCommand = false
        var isContinued = false
        for line in content.utf8.split(separator: UInt8(ascii: "\n")) {
            guard line.allSatisfy({ $0 < 0x80 }), line.count < 1000 else { return false }
            var words = line.split(whereSeparator: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") })[...]
            if words.first?.elementsEqual([UInt8(ascii: "$")]) == true { words.removeFirst() }
            guard let program = words.first, let first = program.first, let last = line.last else { continue }
            defer { isContinued = last == UInt8(ascii: "\\") || last == UInt8(ascii: "|") }
            if first == UInt8(ascii: "#") || first == UInt8(ascii: "|") { continue }
            if !isContinued {
                guard CodeBlock.mayBegin(first), !program.contains(where: { CodeBlock.isForeign($0) }) else {
                    return false
                }
                hasCommand = true
            }
            hasArgument = hasArgument || words.dropFirst().contains(where: CodeBlock.isArgument)
        }
        return hasCommand && hasArgument
    }

    /// `kubectl`, `./restore.sh`, `~/bin/back`.
    private static func mayBegin(_ byte: UInt8) -> Bool {
        byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/")
            || byte == UInt8(ascii: "~")
    }

    /// What stands in keys, calls and sentences and in no program's name.
    private static func isForeign(_ byte: UInt8) -> Bool { #":;,(){}"'=<>"#.utf8.contains(byte) }

    /// `--to`, `-n`, `deploy/search`; no arrow.
    private static func isArgument(_ word: some Collection<UInt8>) -> Bool {
        let (dash, slash) = (UInt8(ascii: "-"), UInt8(ascii: "/"))
        if word.first == dash { return word.contains { $0 != dash && $0 != UInt8(ascii: ">") } }
        return word.count > 2 && word.contains(slash)
    }
}
