/// The commands of a piece of shell, as the words that each consists of.
///
/// Lines that end in `\` go on; `;`, `|` and `&&` part commands; quotes hold a word together and are left out; what
/// stands behind `#` is a comment.
struct ShellCommands {
    /// UTF-8 ranges of the words.
    private(set) var commands: [[Range<Int>]] = []
    private var words: [Range<Int>] = []

    init(_ utf8: [UInt8]) {
        var index = 0
        while index < utf8.count {
            switch utf8[index] {
            case UInt8(ascii: "\\") where index + 1 < utf8.count && utf8[index + 1] <= 0x20: index += 2
            case UInt8(ascii: "\n"), UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: "&"), UInt8(ascii: "\r"):
                endCommand()
                index += 1
            case UInt8(ascii: "#"):
                while index < utf8.count, utf8[index] != UInt8(ascii: "\n") { index += 1 }
            case ...0x20: index += 1
            case let byte where words.isEmpty && ShellCommands.isPrompt(byte, utf8, index): index += 1
            default: index = word(utf8, at: index)
            }
        }
        endCommand()
    }

    private mutating func endCommand() {
        if !words.isEmpty { commands.append(words) }
        words = []
    }

    /// `$ ` and `> ` in front of a command.
    private static func isPrompt(_ byte: UInt8, _ utf8: [UInt8], _ index: Int) -> Bool {
        (byte == UInt8(ascii: "$") || byte == UInt8(ascii: ">")) && index + 1 < utf8.count && utf8[index + 1] == 0x20
    }

    private mutating func word(_ utf8: [UInt8], at start: Int) -> Int {
        let first = utf8[start]
        if first == UInt8(ascii: "'") || first == UInt8(ascii: "\"") {
            let end = utf8[(start + 1)...].firstIndex(of: first) ?? utf8.count
            if end > start + 1 { words.append(start + 1..<end) }
            return end + 1
        }
        var end = start
        var quote: UInt8?
        while end < utf8.count {
            let byte = utf8[end]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
                quote = byte
            } else if byte <= 0x20 || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "|")
                || byte == UInt8(ascii: "&")
            {
                break
            }
            end += 1
        }
        words.append(start..<end)
        return end
    }
}
