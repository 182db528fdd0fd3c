/// Words of an identifier in any spelling, lower case: `criticalErrorRate`, `CRITICAL_ERROR_RATE` and `critical-error-rate` are one.
func identifierWords(_ name: some StringProtocol) -> [String] {
    var words: [String] = []
    var word = ""
    var previousIsLower = false
    let scalars = Array(name.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
        guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else {
            if !word.isEmpty { words.append(word) }
            word = ""
            previousIsLower = false
            continue
        }
        let isUpper = scalar.properties.isUppercase
        // `HTTPServer`: a capital followed by a small letter starts a word.
        let startsWord = isUpper && index + 1 < scalars.count && scalars[index + 1].properties.isLowercase
        if isUpper, previousIsLower || startsWord, !word.isEmpty {
            words.append(word)
            word = ""
        }
        word += scalar.properties.lowercaseMapping
        previousIsLower = !isUpper
    }
    if !word.isEmpty { words.append(word) }
    return words
}

/// One spelling for all spellings of a flag: environment prefixes that a build tool adds are left out.
func flagKey(_ name: String) -> String {
    var words = identifierWords(name)
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
