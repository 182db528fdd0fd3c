/// Which brackets of a script belong together, found in one pass so that a reader can step over a group at once.
///
/// A bracket that nothing closes ends where its surroundings do; a closing bracket that nothing opened belongs nowhere.
struct ScriptGroups {
    /// For the index of an opening bracket: the index behind its last inner token.
    private let innerEnds: [Int]
    /// For the index of an opening bracket: the index behind the whole group.
    private let ends: [Int]
    /// For each token, the index of the bracket around it, or -1.
    private let enclosing: [Int]

    init(_ tokens: [ScriptToken], input: NotationInput) throws(NotationError) {
        var innerEnds = Array(repeating: 0, count: tokens.count)
        var ends = innerEnds
        var enclosing = innerEnds
        var open: [Int] = []
        for (index, token) in tokens.enumerated() {
            enclosing[index] = open.last ?? -1
            if token.opensGroup {
                guard open.count < dataDepthLimit else { throw .tooDeep(at: input.span(token.range)) }
                open.append(index)
            } else if let opener = token.openerOfClosed,
                let depth = open.lastIndex(where: { tokens[$0].first == opener })
            {
                for unclosed in open[(depth + 1)...] {
                    innerEnds[unclosed] = index
                    ends[unclosed] = index
                }
                innerEnds[open[depth]] = index
                ends[open[depth]] = index + 1
                open.removeSubrange(depth...)
                enclosing[index] = open.last ?? -1
            }
        }
        for unclosed in open {
            innerEnds[unclosed] = tokens.count
            ends[unclosed] = tokens.count
        }
        self.innerEnds = innerEnds
        self.ends = ends
        self.enclosing = enclosing
    }

    /// Indices of the tokens between a bracket and its partner.
    func inside(_ opener: Int) -> Range<Int> { opener + 1..<max(opener + 1, innerEnds[opener]) }

    /// Index of the first token behind the group that opens here.
    func end(_ opener: Int) -> Int { max(opener + 1, ends[opener]) }

    /// Index of the opening bracket around a token; nil outside all brackets.
    func opener(around index: Int) -> Int? { enclosing[index] < 0 ? nil : enclosing[index] }
}

extension ScriptToken {
    var opensGroup: Bool { isPunctuation("{") || isPunctuation("[") || isPunctuation("(") }

    /// The opening bracket that this closing bracket answers to; nil for other tokens.
    var openerOfClosed: UInt8? {
        if isPunctuation("}") { return UInt8(ascii: "{") }
        if isPunctuation("]") { return UInt8(ascii: "[") }
        if isPunctuation(")") { return UInt8(ascii: "(") }
        return nil
    }

    var closesGroup: Bool { openerOfClosed != nil }
}
