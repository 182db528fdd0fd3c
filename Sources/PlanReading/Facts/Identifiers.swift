import SourceText

/// One spelling for all spellings of a flag: environment prefixes that a build tool adds are left out.
func flagKey(_ name: String) -> String {
    var words = nameWords(name)
    for prefix in [
        ["vite"], ["next", "public"], ["react", "app"], ["nuxt", "public"], ["expo", "public"], ["public"],
    ]
    where words.count > prefix.count && words.starts(with: prefix) {
        words.removeFirst(prefix.count)
        break
    }
    return words.joined(separator: "_")
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
