import SourceText

/// The words of a flag's name without the prefix that a build tool asks of a variable: `new`, `menu` of `VITE_NEW_MENU`.
package func flagWords(_ name: String) -> [String] {
    var words = nameWords(name)
    for prefix in buildPrefixes where words.count > prefix.count && words.starts(with: prefix) {
        words.removeFirst(prefix.count)
        break
    }
    return words
}

/// The words of a variable's name, and which of them tell the flag from others: `NEW_MENU` in `FEATURE_NEW_MENU_ENABLED`.
///
/// - Returns: nil for a name that is no variable's, or that has no word at its ends that only says that it is a flag.
package func unmarkedFlagWords(_ name: String) -> (words: [String], telling: Range<Int>)? {
    guard isVariable(name) else { return nil }
    let words = flagWords(name)
    let start = words.count > 1 && words.first.map(leadingMarks.contains) == true ? 1 : 0
    let end = words.count > start + 1 && words.last.map(endingMarks.contains) == true ? words.count - 1 : words.count
    return start == 0 && end == words.count ? nil : (words, start..<end)
}

/// The words that a name has left, where a letter is missing from what only says that it is a flag, or two letters in it
/// have changed places: `SPLIT_BILL` of `FEAURE_SPLIT_BILL`.
///
/// - Returns: nil for any other name.
package func wordsBesideMisspelledMark(_ name: String) -> [String]? {
    guard isVariable(name) else { return nil }
    let words = flagWords(name)
    guard words.count > 1, let first = words.first, let last = words.last else { return nil }
    if misspelledMarks.leading.contains(first) { return Array(words.dropFirst()) }
    return misspelledMarks.ending.contains(last) ? words.dropLast() : nil
}

private func isVariable(_ name: String) -> Bool {
    name.utf8.allSatisfy { $0 < 0x61 || $0 > 0x7a } && name.utf8.contains(UInt8(ascii: "_"))
}

private let buildPrefixes = [
    ["vite"], ["next", "public"], ["react", "app"], ["nuxt", "public"], ["expo", "public"], ["public"],
]
private let leadingMarks: Set<String> = ["feature", "features", "ff", "flag"]
private let endingMarks: Set<String> = ["enabled", "flag"]

/// Of the long marks: a slip makes another word of a short one.
private let misspelledMarks = (leading: slips(of: ["feature", "features"]), ending: slips(of: ["enabled"]))

private func slips(of words: [String]) -> Set<String> {
    let all = words.flatMap { word -> [[UInt8]] in
        let letters = Array(word.utf8)
        let inside = 1..<letters.count - 1
        let swaps = inside.map { index in
            var other = letters
            other.swapAt(index, index + 1)
            return other
        }
        return swaps + inside.map { Array(letters[..<$0] + letters[($0 + 1)...]) }
    }
    return Set(all.map { String(decoding: $0, as: UTF8.self) }).subtracting(words)
}
