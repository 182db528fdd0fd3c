/// Cuts the plural of an English word of four letters or more; `status`, `class` and `analysis` stay.
package func singular(_ word: String) -> String {
    guard word.utf8.last == UInt8(ascii: "s"), let before = word.utf8.dropLast().last, !"sui".utf8.contains(before),
        word.count > 3
    else { return word }
    return String(word.unicodeScalars.dropLast())
}
