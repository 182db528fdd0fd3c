/// Literals: what a script says outright, without being run.
extension Script {
    /// The value that stands in a range of tokens; `opaque` when they are more than a literal.
    func value(in range: Range<Int>) -> DataValue {
        if let literal = literal(in: range) { return literal }
        let bytes = bytes(range)
        return DataValue(kind: .opaque(input.excerpt(bytes)), span: input.span(bytes))
    }

    /// The literal in a range of tokens, without what TypeScript adds (`as const`, `satisfies T`, `!`).
    func literal(in range: Range<Int>) -> DataValue? {
        guard let (kind, end) = leadingLiteral(in: range), end == range.upperBound || isTypeSuffix(end) else {
            return nil
        }
        return DataValue(kind: kind, span: input.span(bytes(range.lowerBound..<end)))
    }

    private func isTypeSuffix(_ index: Int) -> Bool {
        isPunctuation(index, "!") || name(index).map { $0 == "as" || $0 == "satisfies" } ?? false
    }

    /// The literal at the start of a range and the index of the token behind it.
    private func leadingLiteral(in range: Range<Int>) -> (DataKind, end: Int)? {
        guard let start = range.first else { return nil }
        let token = tokens[start]
        switch token.kind {
        case .string:
            return (.string(ScriptLiterals.string(input.bytes[token.range])), start + 1)
        case .template:
            let text = input.bytes[token.range]
            let isPlain = !zip(text, text.dropFirst()).contains { $0 == (UInt8(ascii: "$"), UInt8(ascii: "{")) }
            return isPlain ? (.string(ScriptLiterals.string(text)), start + 1) : nil
        case .name:
            switch name(start) {
            case "true": return (.bool(true), start + 1)
            case "false": return (.bool(false), start + 1)
            case "null", "undefined": return (.null, start + 1)
            default: return nil
            }
        case .punctuation where token.isPunctuation("{"):
            return (.object(members(of: start)), groups.end(start))
        case .punctuation where token.isPunctuation("["):
            return (.array(elements(of: start)), groups.end(start))
        case .number, .punctuation:
            if let (number, end) = sum(in: range), number.isFinite { return (.number(number), end) }
            guard token.isPunctuation("("), let inner = literal(in: groups.inside(start)) else { return nil }
            return (inner.kind, groups.end(start))
        case .regularExpression:
            return nil
        }
    }

    private func elements(of opener: Int) -> [DataValue] {
        let inside = groups.inside(opener)
        var elements: [DataValue] = []
        var index = inside.lowerBound
        while index < inside.upperBound {
            let end = expressionEnd(index, limit: inside.upperBound)
            if end > index, !isSign(index, "...") { elements.append(value(in: index..<end)) }
            index = end + 1
        }
        return elements
    }

    /// The end of an expression among others: its comma or semicolon, or the key that follows where a comma is missing.
    func expressionEnd(_ start: Int, limit: Int) -> Int {
        var index = start
        while index < limit {
            if isSeparator(index) { return index }
            if index > start, startsLine(index), isKey(index), isPunctuation(index + 1, ":"), !isOperator(index - 1) {
                return index
            }
            index = behind(index)
        }
        return limit
    }

    // MARK: Arithmetic on plain numbers, as in `5 * 60 * 1000`

    private func sum(in range: Range<Int>) -> (Double, end: Int)? {
        guard var (total, end) = product(in: range) else { return nil }
        while isPunctuation(end, "+") || isPunctuation(end, "-"), end + 1 < range.upperBound {
            guard let (next, behind) = product(in: end + 1..<range.upperBound) else { return nil }
            total += isPunctuation(end, "+") ? next : -next
            end = behind
        }
        return (total, end)
    }

    private func product(in range: Range<Int>) -> (Double, end: Int)? {
        guard var (total, end) = factor(in: range) else { return nil }
        while isPunctuation(end, "*") || isPunctuation(end, "/"), end + 1 < range.upperBound {
            guard let (next, behind) = factor(in: end + 1..<range.upperBound) else { return nil }
            total = isPunctuation(end, "*") ? total * next : total / next
            end = behind
        }
        return (total, end)
    }

    private func factor(in range: Range<Int>) -> (Double, end: Int)? {
        var index = range.lowerBound
        var sign = 1.0
        while index < range.upperBound, isPunctuation(index, "-") || isPunctuation(index, "+") {
            if isPunctuation(index, "-") { sign = -sign }
            index += 1
        }
        guard index < range.upperBound else { return nil }
        if tokens[index].kind == .number {
            return ScriptLiterals.number(input.bytes[tokens[index].range]).map { (sign * $0, index + 1) }
        }
        guard isPunctuation(index, "(") else { return nil }
        let inside = groups.inside(index)
        guard let (inner, end) = sum(in: inside), end == inside.upperBound else { return nil }
        return (sign * inner, groups.end(index))
    }
}
