import Plan

extension ReadText {
    /// The sentences of a text, and within them the parts between semicolons and behind marks such as ✅.
    ///
    /// Lines that each begin with `if`, run together in one paragraph, are a list that was not written as one.
    /// `max. 30` and `ca. 5` end no sentence: a number follows.
    var statements: [ReadText] {
        var parts: [ReadText] = []
        var start = 0
        let isListOfConditions = tokens.first?.isA(.when) == true
        for index in tokens.indices {
            if isListOfConditions, index > start, tokens[index].isA(.when), beginsLine(index) {
                parts.append(part(bytes(tokens: start..<index)))
                start = index
            }
            guard let sign = tokens[index].sign else { continue }
            if isMark(sign) {
                if index > start { parts.append(part(bytes(tokens: start..<index))) }
                start = index + 1
            } else if sign == ";" || isSentenceEnd(sign, index) {
                if index >= start { parts.append(part(bytes(tokens: start..<index + 1))) }
                start = index + 1
            }
        }
        if start == 0 { return [self] }
        if start < tokens.count { parts.append(rest(from: start)) }
        return parts
    }

    /// Whether a mark such as ✅ stands in the text.
    var hasMarks: Bool { tokens.contains { $0.sign.map(isMark) ?? false } }

    private func isSentenceEnd(_ sign: Sign, _ index: Int) -> Bool {
        guard sign == "." || sign == "!" || sign == "?", index + 1 < tokens.count else { return false }
        let next = tokens[index + 1]
        return !next.glued && next.number == nil
    }

    /// What stands before an item where no list is written as one.
    private func isMark(_ sign: Sign) -> Bool {
        guard !sign.isASCII else { return false }
        return switch sign {
        case "✅", "❌", "☑", "☐", "✔", "✓", "✗", "✘", "•", "●", "▪", "🔴", "🟠", "🟡", "🟢", "🚨", "⛔", "🛑", "🚫", "❗", "‼",
            "⚠", "🔺", "🔻", "▸", "▶", "►", "‣", "◆", "■":
            true
        default: false
        }
    }
}
