/// What a template makes; it decides how values are escaped. Read from the template's name (`status.md.mustache`).
package enum TextFormat: String, Sendable, CaseIterable {
    case html
    case markdown = "md"
    case plain = "txt"

    /// Makes a text from a document harmless in this format.
    ///
    /// Every value passes through here, whatever braces the template uses. swift-mustache's own HTML escaping compares
    /// whole characters: a quotation mark followed by a combining accent passes it (2.1.1), and ends an attribute.
    func escape(_ text: String) -> String {
        // Most texts are short names and numbers, and paths of drawings are long ones: looking is cheaper than copying.
        if self == .html, text.utf8.allSatisfy(isHarmless) { return text }
        let oneLine = singleLine(text)
        switch self {
        case .html: return escapeHTML(oneLine)
        case .markdown: return escapeMarkdown(oneLine)
        case .plain: return oneLine
        }
    }
}

/// Whether a byte is of a text that is the same in HTML: printable ASCII that is no markup.
private func isHarmless(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): false
    default: byte >= 0x20 && byte < 0x7F
    }
}

/// One line without control characters and without the marks that turn the direction of the text around them.
private func singleLine(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029: result.append(" ")
        case 0..<0x20, 0x7F..<0xA0: result.append("\u{FFFD}")
        case 0x202A...0x202E, 0x2066...0x2069: continue
        default: result.append(scalar)
        }
    }
    return String(result)
}

private func escapeHTML(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        switch scalar {
        case "&": result.append(contentsOf: "&amp;".unicodeScalars)
        case "<": result.append(contentsOf: "&lt;".unicodeScalars)
        case ">": result.append(contentsOf: "&gt;".unicodeScalars)
        case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
        case "'": result.append(contentsOf: "&#39;".unicodeScalars)
        default: result.append(scalar)
        }
    }
    return String(result)
}

/// Backslashes before what would be markup anywhere, and before what would be at the start of a line.
///
/// Addresses, mentions and numbers of issues need no markup to become links and notices on GitHub and GitLab, and no
/// backslash stops them there: an invisible space, spelled out as a reference, does. So no document can call people, lead
/// them away, or leave its trace in somebody's issue.
private func escapeMarkdown(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    let trimmed = text.unicodeScalars.drop { $0 == " " }
    let digits = trimmed.prefix { ("0"..."9").contains($0) }
    let scalars = Array(trimmed)
    for (index, scalar) in scalars.enumerated() {
        let isListMark = index == digits.count && index > 0 && (scalar == "." || scalar == ")")
        let isLineMark = index == 0 && "#+-=".unicodeScalars.contains(scalar)
        if isListMark || isLineMark || "\\`*_[]<>|~&".unicodeScalars.contains(scalar) { result.append("\\") }
        result.append(scalar)
        if startsLink(scalars[...index], scalars[(index + 1)...]) {
            result.append(contentsOf: "&#8203;".unicodeScalars)
        }
    }
    return String(result)
}

/// Whether a renderer could take the text around a place for the beginning of an address, a mention or a number: behind
/// the `@` of the first two, behind `https:`, before the dot of `www.`, and ahead of the digits of `#12`, `!12` and
/// `GH-12`.
private func startsLink(_ before: ArraySlice<Unicode.Scalar>, _ after: ArraySlice<Unicode.Scalar>) -> Bool {
    switch before.last {
    case "@": after.first.map { $0 != " " } ?? false
    case "#", "!": after.first.map(isDigit) ?? false
    case "-": (after.first.map(isDigit) ?? false) && isWordGH(before.dropLast())
    case ":": after.starts(with: ["/", "/"])
    case "w", "W": after.first == "." && before.suffix(3).allSatisfy { $0 == "w" || $0 == "W" } && before.count >= 3
    default: false
    }
}

private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

/// Whether a text ends with the word `GH`, in whatever case.
private func isWordGH(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    let end = String(String.UnicodeScalarView(scalars.suffix(3))).lowercased()
    return end == "gh" || end.hasSuffix("gh") && end.first?.isLetter == false
}
