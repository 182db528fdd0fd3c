/// Text of documents in GitHub Flavored Markdown that others render.
package enum MarkdownText {
    /// Text on one line, every sign with a meaning escaped: it never becomes markup, HTML, a link or a mention.
    ///
    /// Mentions, addresses, numbers of issues and names of emoji need no markup to be made into something else on GitHub,
    /// and no backslash stops that: an invisible space, spelled out as a reference, does.
    ///
    /// - Parameter longest: Characters; what is longer ends in `…`.
    package static func escaped(_ text: String, longest: Int) -> String {
        let isLong = text.count > longest
        let scalars = Array(TerminalText.safe(isLong ? text.prefix(longest) + "…" : text).unicodeScalars)
        var output = ""
        for (index, scalar) in scalars.enumerated() {
            if "\\`*_{}[]<>#|~&$!".unicodeScalars.contains(scalar) { output += "\\" }
            output.unicodeScalars.append(scalar)
            if isTakenUp(scalars[...index], scalars[(index + 1)...]) { output += "&#8203;" }
        }
        return output
    }
}

/// Behind the `@` of mentions and addresses, behind `#` of numbers, behind `https:`, behind the first colon of `:tada:`
/// and before the dot of `www.`.
private func isTakenUp(_ before: ArraySlice<Unicode.Scalar>, _ after: ArraySlice<Unicode.Scalar>) -> Bool {
    switch before.last {
    case "@", "#": after.first.map { $0 != " " } ?? false
    case ":": after.starts(with: ["/", "/"]) || isEmojiName(after.prefix(longestEmojiName))
    case "w", "W": after.first == "." && before.count >= 3 && before.suffix(3).allSatisfy { $0 == "w" || $0 == "W" }
    default: false
    }
}

/// Whether what stands behind a colon is a name in small letters, digits and `_+-`, up to another colon.
private func isEmojiName(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    let name = text.prefix {
        ("a"..."z").contains($0) || ("0"..."9").contains($0) || ["_", "+", "-"].contains($0)
    }
    return !name.isEmpty && text.dropFirst(name.count).first == ":"
}

/// Looking further would cost the square of a message's length.
private let longestEmojiName = 64
