/// Texts found by the pairs of neighbouring words in them, so that no name is held against every text.
struct WordPairs {
    private struct Pair: Hashable {
        let first: String
        let second: String
    }
    private let texts: [[String]]
    private var places: [Pair: [Int]] = [:]

    /// - Parameter texts: the words of each, plurals cut.
    init(_ texts: [[String]]) {
        self.texts = texts
        for (index, text) in texts.enumerated() {
            for (first, second) in zip(text, text.dropFirst()) {
                let pair = Pair(first: first, second: second)
                if places[pair]?.last != index { places[pair, default: []].append(index) }
            }
        }
    }

    /// Numbers of the texts in which all words of a name of two words or more stand side by side.
    ///
    /// No more than the first fifty that hold its first two: a name that stands everywhere tells nothing.
    func texts(holding name: [String]) -> [Int] {
        guard name.count >= 2 else { return [] }
        let near = places[Pair(first: name[0], second: name[1])] ?? []
        return near.prefix(50).filter { holds(texts[$0], name) }
    }
}
