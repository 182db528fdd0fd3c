/// A script cut into tokens, with what its readers ask of them.
struct Script {
    let input: NotationInput
    let tokens: [ScriptToken]
    let groups: ScriptGroups
    private let comments: [ScriptComment]
    private let commentsBehindLastToken: Int

    init(_ input: NotationInput) throws(NotationError) {
        let lexer = ScriptLexer(input.bytes)
        self.input = input
        tokens = lexer.tokens
        comments = lexer.comments
        commentsBehindLastToken = lexer.commentsBehindLastToken
        groups = try ScriptGroups(lexer.tokens, input: input)
    }

    // MARK: Tokens

    func isPunctuation(_ index: Int, _ character: Unicode.Scalar) -> Bool {
        index >= 0 && index < tokens.count && tokens[index].isPunctuation(character)
    }

    /// Whether the token is a sign of more than one byte, such as `=>`.
    func isSign(_ index: Int, _ sign: StaticString) -> Bool {
        guard index >= 0, index < tokens.count, tokens[index].kind == .punctuation else { return false }
        return input.bytes[tokens[index].range].elementsEqual(sign.description.utf8)
    }

    /// The word at an index; nil when it is no name.
    func name(_ index: Int) -> String? {
        guard index >= 0, index < tokens.count, tokens[index].kind == .name else { return nil }
        return input.text(tokens[index].range)
    }

    /// Whether a token starts on a later line than the one before it ends.
    func startsLine(_ index: Int) -> Bool {
        index == 0 || index < tokens.count && tokens[index].line > tokens[index - 1].endLine
    }

    func isSeparator(_ index: Int) -> Bool { isPunctuation(index, ",") || isPunctuation(index, ";") }

    /// Whether the expression goes on behind this token, whatever follows: `+`, `.`, `=>` and their like.
    func isOperator(_ index: Int) -> Bool {
        guard index >= 0, index < tokens.count, tokens[index].kind == .punctuation else { return false }
        return !tokens[index].opensGroup && !tokens[index].closesGroup && !isSeparator(index)
    }

    func isKey(_ index: Int) -> Bool {
        guard index < tokens.count else { return false }
        switch tokens[index].kind {
        case .name, .string, .number: return true
        case .template, .regularExpression, .punctuation: return false
        }
    }

    /// Source bytes from one token up to another, exclusive.
    func bytes(_ range: Range<Int>) -> Range<Int> {
        let start = tokens[range.lowerBound].range.lowerBound
        return start..<max(start, tokens[range.upperBound - 1].range.upperBound)
    }

    /// The index behind a token, or behind all that belongs to it: a group, or the types given to a call.
    func behind(_ index: Int) -> Int {
        tokens[index].opensGroup ? groups.end(index) : endOfTypeArguments(index) ?? index + 1
    }

    /// The index behind `<A, B>` that stands between a name and the arguments of its call; nil for a comparison.
    ///
    /// Looks no further than 64 tokens.
    func endOfTypeArguments(_ start: Int) -> Int? {
        guard isPunctuation(start, "<"), name(start - 1) != nil else { return nil }
        var angles = 0
        var index = start
        while index < min(start + 64, tokens.count), !isPunctuation(index, ";") {
            if isPunctuation(index, "<") { angles += 1 }
            if isPunctuation(index, ">") { angles -= 1 }
            if angles == 0 { return isPunctuation(index + 1, "(") ? index + 1 : nil }
            index = tokens[index].opensGroup ? groups.end(index) : index + 1
        }
        return nil
    }

    // MARK: Comments

    /// The comments between a token and the one before it.
    private func comments(before index: Int) -> ArraySlice<ScriptComment> {
        guard index < tokens.count else { return comments[commentsBehindLastToken...] }
        let end = index + 1 < tokens.count ? tokens[index + 1].firstComment : commentsBehindLastToken
        return comments[tokens[index].firstComment..<end]
    }

    /// What stands behind a value on its last line, or behind the bracket that opens it.
    ///
    /// - Parameter value: the tokens of the value.
    func trailingComment(_ value: Range<Int>) -> DataComment? {
        let end = value.upperBound
        let line = tokens[end - 1].endLine
        if let comment = comments(before: end).first(where: { $0.line == line }) { return dataComment([comment]) }
        if isSeparator(end),
            let comment = comments(before: end + 1).first(where: { $0.line == line }),
            comment.endsLine || end + 1 == tokens.count || tokens[end + 1].line > comment.endLine
        {
            return dataComment([comment])
        }
        let opener = value.lowerBound
        if tokens[opener].opensGroup, tokens[opener].line < line,
            let comment = comments(before: opener + 1).first(where: { $0.line == tokens[opener].line })
        {
            return dataComment([comment])
        }
        return nil
    }

    /// What stands directly above a token on lines of its own, or before it on its line.
    func leadingComment(_ index: Int) -> DataComment? {
        var line = tokens[index].line
        var found: [ScriptComment] = []
        for comment in comments(before: index).reversed() {
            let standsBefore = comment.endLine == line && !comment.endsLine
            guard standsBefore || comment.startsLine && comment.endLine == line - 1 else { break }
            found.append(comment)
            line = comment.line
        }
        return dataComment(found.reversed())
    }

    private func dataComment(_ comments: [ScriptComment]) -> DataComment? {
        guard let first = comments.first, let last = comments.last else { return nil }
        return DataComment(
            text: comments.map(\.text).joined(separator: "\n"),
            span: input.span(first.range.lowerBound..<last.range.upperBound))
    }
}
