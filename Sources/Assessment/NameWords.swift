/// Cuts names into lower-case words: `hookExecution_ms`, `Hook execution (ms)` and `HOOK-execution-ms` are the same.
///
/// A capital behind a small letter starts a word, and so does the last of several capitals before a small letter
/// (`HTTPErrors`). Digits stay with the letters around them.
func nameWords(_ name: String) -> [String] {
    let scalars = Array(name.unicodeScalars)
    var words: [String] = []
    var word = String.UnicodeScalarView()
    func isUpper(_ index: Int) -> Bool { scalars.indices.contains(index) && scalars[index].properties.isUppercase }
    func isLower(_ index: Int) -> Bool { scalars.indices.contains(index) && scalars[index].properties.isLowercase }
    for (index, scalar) in scalars.enumerated() {
        let startsWord = isUpper(index) && (isLower(index - 1) || isUpper(index - 1) && isLower(index + 1))
        let belongs = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        if startsWord || !belongs, !word.isEmpty {
            words.append(String(word).lowercased())
            word = String.UnicodeScalarView()
        }
        if belongs { word.append(scalar) }
    }
    if !word.isEmpty { words.append(String(word).lowercased()) }
    return words
}

/// A text as it is compared with another: its words and nothing else.
func normalised(_ text: String) -> String { nameWords(text).joined(separator: " ") }
