import Plan
import SourceText

/// A command without what only leads to it: `sudo`, `env`, `NAME=value`, `kubectl exec pod --`.
struct TypedCommand {
    /// File name of the program: `pg_restore` for `/usr/bin/pg_restore`.
    let tool: String
    /// What follows the program.
    let arguments: [ShellWord]
    let command: ShellCommand

    init?(_ command: ShellCommand) {
        var words = command.words[...]
        while let first = words.first {
            let isSetting = first.text.utf8.contains(UInt8(ascii: "=")) && !first.text.hasPrefix("-")
            guard isSetting || leadingTools.contains(first.text) else { break }
            words.removeFirst()
            // `sudo -u postgres psql`
            while first.text == "sudo", let option = words.first, option.text.hasPrefix("-") {
                words.removeFirst()
                if ["-u", "-g"].contains(option.text), !words.isEmpty { words.removeFirst() }
            }
        }
        guard let first = words.first else { return nil }
        let path = first.text.utf8
        let slash = path.lastIndex(of: UInt8(ascii: "/"))
        tool = slash.map { String(first.text[path.index(after: $0)...]) } ?? first.text
        arguments = Array(words.dropFirst())
        self.command = command
    }

    /// Arguments that are no options.
    var plain: [ShellWord] { arguments.filter { !$0.text.hasPrefix("-") } }

    func has(_ options: String...) -> Bool { arguments.contains { options.contains($0.text) } }

    /// A letter among options of one letter each: `r` in `-rf`.
    func hasLetter(_ letter: Character) -> Bool {
        arguments.contains { $0.text.hasPrefix("-") && !$0.text.hasPrefix("--") && $0.text.contains(letter) }
    }
}

private let leadingTools: Set<String> = ["sudo", "env", "time", "exec", "command", "nohup", "then", "bundle", "npx"]
