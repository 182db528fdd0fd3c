/// The tokens of a text, counted from 0, also where the text is a part of another.
package struct TokenList: RandomAccessCollection, Sendable {
    private let tokens: [Token]
    private let bounds: Range<Int>

    init(_ tokens: [Token]) {
        self.init(tokens, tokens.indices)
    }

    private init(_ tokens: [Token], _ bounds: Range<Int>) {
        self.tokens = tokens
        self.bounds = bounds
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { bounds.count }
    package subscript(position: Int) -> Token { tokens[bounds.lowerBound + position] }

    /// What the tokens mean, all together.
    var classes: WordClassSet {
        var all = WordClassSet()
        for index in bounds { all.formUnion(tokens[index].classes) }
        return all
    }

    /// The tokens that lie wholly between two offsets.
    func within(_ range: Range<Int>) -> TokenList {
        let first = firstIndex(in: bounds) { tokens[$0].range.lowerBound >= range.lowerBound }
        let last = firstIndex(in: first..<bounds.upperBound) { tokens[$0].range.upperBound > range.upperBound }
        return TokenList(tokens, first..<last)
    }

    /// The first index for which something holds that holds for all behind it.
    private func firstIndex(in range: Range<Int>, where holds: (Int) -> Bool) -> Int {
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if holds(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
