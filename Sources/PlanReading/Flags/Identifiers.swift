import Plan
import SourceText

/// One spelling for all spellings of a flag: environment prefixes that a build tool adds are left out.
func flagKey(_ name: String) -> String { flagWords(name).joined(separator: "_") }

/// Spellings that an environment variable may have in the code, shorter by what only says that it is a flag:
/// `FEATURE_NEW_MENU`, `NEW_MENU_ENABLED`; none for a name that is no variable's.
func shorterFlagKeys(_ name: String) -> [String] {
    guard let (words, telling) = unmarkedFlagWords(name) else { return [] }
    return [telling.lowerBound..<words.count, 0..<telling.upperBound, telling].filter { $0 != words.indices }.map {
        words[$0].joined(separator: "_")
    }
}

/// Whether a text is one identifier: letters, digits, `_`, `-`, `.`, with at least one letter.
func isIdentifier(_ text: String) -> Bool {
    var hasLetter = false
    for byte in text.utf8 {
        switch byte {
        case 0x41...0x5a, 0x61...0x7a: hasLetter = true
        case 0x30...0x39, UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."): continue
        default: return false
        }
    }
    return hasLetter
}

/// Whether a flag may be called so: an identifier that begins with a letter and names no file (`flags.ts`) and no version.
func isFlagName(_ text: String) -> Bool {
    guard isIdentifier(text), let first = text.utf8.first, first >= 0x41, let last = text.utf8.last, last >= 0x30 else {
        return false
    }
    guard let dot = text.utf8.lastIndex(of: UInt8(ascii: ".")) else { return true }
    let ending = text[text.index(after: dot)...].lowercased()
    return !fileEndings.contains(ending) && !ending.utf8.allSatisfy { (0x30...0x39).contains($0) }
}

/// Endings of files that plans name as code.
private let fileEndings: Set<String> = [
    "ts", "tsx", "js", "jsx", "mjs", "json", "yml", "yaml", "toml", "ini", "env", "md", "sh", "py", "rb", "go", "rs",
    "java",
    "kt", "swift", "php", "sql", "csv", "txt", "log", "html", "css", "vue", "xml", "conf", "cfg", "lock", "tf", "local",
    "com", "org", "net", "io", "dev", "internal",
]
