/// Object literals: keys, values and the comments between them.
extension Script {
    /// The members of the object that opens at a token; methods, spreads and what cannot be read are left out.
    func members(of opener: Int) -> [DataMember] {
        let inside = groups.inside(opener)
        var members: [DataMember] = []
        var index = inside.lowerBound
        while index < inside.upperBound {
            if isSeparator(index) {
                index += 1
                continue
            }
            let end = expressionEnd(index, limit: inside.upperBound)
            if let member = member(in: index..<end) { members.append(member) }
            index = max(end, index + 1)
        }
        return members
    }

    private func member(in range: Range<Int>) -> DataMember? {
        var start = range.lowerBound
        if name(start) == "readonly", isKey(start + 1) { start += 1 }
        guard let (key, keyEnd) = key(at: start), keyEnd <= range.upperBound else { return nil }
        let keySpan = input.span(bytes(start..<keyEnd))
        let colon = isPunctuation(keyEnd, "?") ? keyEnd + 1 : keyEnd
        if keyEnd == range.upperBound {
            guard name(start) != nil else { return nil }
            // Shorthand: the key is also the name of the value.
            return DataMember(
                key: key, keySpan: keySpan, value: DataValue(kind: .opaque(key), span: keySpan),
                leadingComment: leadingComment(start), trailingComment: trailingComment(range))
        }
        guard isPunctuation(colon, ":"), colon + 1 < range.upperBound else { return nil }
        let tokens = colon + 1..<range.upperBound
        return DataMember(
            key: key, keySpan: keySpan, value: value(in: tokens),
            leadingComment: leadingComment(start) ?? leadingComment(tokens.lowerBound),
            trailingComment: trailingComment(tokens))
    }

    /// The key at a token and the index behind it. A computed key (`[FLAGS.X]`) is its text, or the text it quotes.
    private func key(at index: Int) -> (String, end: Int)? {
        switch tokens[index].kind {
        case .name, .number:
            return (input.text(tokens[index].range), index + 1)
        case .string:
            return (ScriptLiterals.string(input.bytes[tokens[index].range]), index + 1)
        case .punctuation where tokens[index].isPunctuation("["):
            let inside = groups.inside(index)
            guard !inside.isEmpty else { return nil }
            let quoted = inside.count == 1 && tokens[inside.lowerBound].kind == .string
            let text = input.bytes[bytes(inside)]
            return (quoted ? ScriptLiterals.string(text) : input.excerpt(bytes(inside)), groups.end(index))
        case .punctuation, .template, .regularExpression:
            return nil
        }
    }
}
