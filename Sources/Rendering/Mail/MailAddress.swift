/// One mailbox of RFC 5322, section 3.4, in the two forms that people write: `name@example.org` and
/// `Release team <name@example.org>`. Groups, comments and lists in one text are no mailbox.
func isMailbox(_ text: String) -> Bool {
    guard text.hasSuffix(">") else { return isAddress(text[...]) }
    guard let open = text.lastIndex(of: "<") else { return false }
    return isAddress(text[text.index(after: open)...].dropLast()) && isDisplayName(text[..<open])
}

/// `local@domain`: a dot-atom on both sides, the right one of letters, digits and hyphens.
private func isAddress(_ text: Substring) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return false }
    let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
    return isDotAtom(parts[0])
        && labels.allSatisfy { label in
            !label.isEmpty && !label.hasPrefix("-") && !label.hasSuffix("-")
                && label.utf8.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
        }
}

/// Words, or one quoted text; empty when only the angle brackets are there.
private func isDisplayName(_ text: Substring) -> Bool {
    var name = text
    while name.hasSuffix(" ") { name.removeLast() }
    guard name.hasPrefix("\"") else { return name.utf8.allSatisfy { isAtomByte($0) || " .".utf8.contains($0) } }
    guard name.count >= 2, name.hasSuffix("\"") else { return false }
    var isEscaped = false
    for byte in name.utf8.dropFirst().dropLast() {
        if byte == UInt8(ascii: "\""), !isEscaped { return false }
        isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    return !isEscaped
}

private func isDotAtom(_ text: Substring) -> Bool {
    text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy {
        !$0.isEmpty && $0.utf8.allSatisfy(isAtomByte)
    }
}

private func isAtomByte(_ byte: UInt8) -> Bool { isLetterOrDigit(byte) || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte) }

private func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
    default: false
    }
}
