/// Cuts the plural of an English word of four letters or more; `status`, `class` and `analysis` stay.
package func singular(_ word: String) -> String {
    let letters = word.utf8
    // Characters are counted only where they may be fewer than the bytes.
    guard letters.count > 3, letters.last == UInt8(ascii: "s"), let before = letters.dropLast().last,
        !"sui".utf8.contains(before), letters.allSatisfy({ $0 < 0x80 }) || word.count > 3
    else { return word }
    return String(Substring(letters.dropLast()))
}
