import Plan
import SourceText

/// A flag, or a name that may be meant for one, with the places that write it.
struct SpelledName {
    let name: String
    let isFlag: Bool
    /// Whether the plan sets it, switches it or brings it to a share, as it does with flags.
    let isSwitched: Bool
    let isToldAsUndefined: Bool
    /// In reading order, one a line.
    let places: [SourceSpan]
    /// Where it is defined; empty for a name.
    let definitions: [SourceSpan]
    /// Lower case, in reading order.
    let words: [String]
    /// Words of the name that are left out of those: what a variable's name has only because it is one.
    let marks: [String]
    let key: [UInt8]
    /// For each sign of the key how long its word is.
    private let wordLengths: [Int]
    /// For each sign of the key whether it is a small letter inside of a word, with a sign of the word on both sides.
    private let isInside: [Bool]

    init(_ group: FlagGroup, isToldAsUndefined: Bool) {
        let certain = group.mentions.filter(\.certain).map(\.span)
        self.init(
            group.name, isFlag: true, isToldAsUndefined: isToldAsUndefined, places: group.stages.map(\.span) + certain,
            definitions: group.stages.filter(\.defines).map(\.span))
    }

    init(
        _ name: String, isFlag: Bool, isSwitched: Bool = false, isToldAsUndefined: Bool, places: [SourceSpan],
        definitions: [SourceSpan]
    ) {
        var lines: Set<SourceSpan> = []
        let places = places.sorted().filter { span in
            let line = span.file.lineRange(span.file.line(at: span.range.lowerBound))
            return lines.insert(SourceSpan(file: span.file, range: line)).inserted
        }
        self.init(
            name, isFlag: isFlag, isSwitched: isFlag || isSwitched, isToldAsUndefined: isToldAsUndefined,
            lines: places, definitions: definitions, words: nameWords(name), marks: [])
    }

    private init(
        _ name: String, isFlag: Bool, isSwitched: Bool, isToldAsUndefined: Bool, lines: [SourceSpan],
        definitions: [SourceSpan], words: [String], marks: [String]
    ) {
        self.name = name
        self.isFlag = isFlag
        self.isSwitched = isSwitched
        self.isToldAsUndefined = isToldAsUndefined
        self.definitions = definitions
        self.words = words
        self.marks = marks
        places = lines
        let parts = words.map { Array($0.utf8) }
        key = parts.flatMap(\.self)
        wordLengths = parts.flatMap { Array(repeating: $0.count, count: $0.count) }
        isInside = parts.flatMap { part in
            part.indices.map { $0 > 0 && $0 + 1 < part.count && SpelledName.isLetter(part[$0]) }
        }
    }

    /// The name by its telling words: `splitbill` of `FEATURE_SPLIT_BILL`; itself where it has no other words.
    var withoutMarks: SpelledName {
        let unmarked = unmarkedFlagWords(name)
        let all = unmarked?.words ?? flagWords(name)
        let telling = unmarked?.telling ?? all.indices
        guard telling.count < words.count else { return self }
        // A build tool's prefix stands in front of all that is left.
        let marks =
            words.prefix(words.count - all.count) + all[..<telling.lowerBound] + all[telling.upperBound...]
        return SpelledName(
            name, isFlag: isFlag, isSwitched: isSwitched, isToldAsUndefined: isToldAsUndefined, lines: places,
            definitions: definitions, words: Array(all[telling]), marks: Array(marks))
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }

    /// No name has more than a hundred letters.
    func isComparable(from shortest: Int) -> Bool { (shortest...100).contains(key.count) && !places.isEmpty }

    func isOdder(than other: SpelledName) -> Bool {
        if isFlag != other.isFlag { return other.isFlag }
        if places.count != other.places.count { return places.count < other.places.count }
        if definitions.isEmpty != other.definitions.isEmpty { return definitions.isEmpty }
        guard let mine = places.first, let others = other.places.first else { return false }
        return mine > others
    }

    /// The name without each of the letters that stand inside of a word.
    func shortened(_ limits: TwinLimits) -> [[UInt8]] {
        guard key.count >= limits.shortestCut else { return [] }
        return key.indices.filter { isInside[$0] && wordLengths[$0] >= limits.shortestWord }.map {
            Array(key[..<$0] + key[($0 + 1)...])
        }
    }

    /// The name with two neighbours inside of a word swapped; the first letter of a word stays.
    func swapped(_ limits: TwinLimits) -> [[UInt8]] {
        guard key.count >= limits.shortestSwapped else { return [] }
        return key.indices.dropLast().filter { index in
            isInside[index] && SpelledName.isLetter(key[index + 1]) && key[index] != key[index + 1]
        }.map { index in
            var other = key
            other.swapAt(index, index + 1)
            return other
        }
    }
}

/// How long a name must be to be told from its neighbours: short ones have too many.
struct TwinLimits {
    /// Of a name in which two letters have changed places.
    var shortestSwapped = 8
    /// Of a name that loses a letter.
    var shortestCut = 8
    /// Of a word that loses a letter.
    var shortestWord = 3
}

/// Two names that are a letter apart.
struct SpelledPair {
    enum Slip {
        case missing, swapped
        /// A letter of what only says that the name is a flag's: `FEAURE_SPLIT_BILL`, `splitBill`.
        case inMark
    }
    /// What is told less often.
    let odd: SpelledName
    let known: SpelledName
    let slip: Slip

    /// Whether two letters have changed places.
    var isSwap: Bool { slip == .swapped }

    fileprivate init(_ one: SpelledName, _ other: SpelledName, _ slip: Slip) {
        (odd, known) = one.isOdder(than: other) ? (one, other) : (other, one)
        self.slip = slip
    }

    fileprivate init(odd: SpelledName, known: SpelledName, _ slip: Slip) {
        self.odd = odd
        self.known = known
        self.slip = slip
    }
}

/// Names that are a letter apart, each pair once. By a table of what the names may become: the cost grows with their
/// number, not with its square.
func closePairs(of names: [SpelledName], _ limits: TwinLimits = TwinLimits()) -> [SpelledPair] {
    let names = names.filter { $0.isComparable(from: min(limits.shortestCut - 1, limits.shortestSwapped)) }
    let byKey = Dictionary(names.enumerated().map { ($1.key, $0) }) { first, _ in first }
    var pairs: [SpelledPair] = []
    for (index, name) in names.enumerated() {
        var met: Set<Int> = [index]
        for other in name.shortened(limits).compactMap({ byKey[$0] }) where met.insert(other).inserted {
            pairs.append(SpelledPair(name, names[other], .missing))
        }
        // A swap is seen from both sides.
        for other in name.swapped(limits).compactMap({ byKey[$0] }) where other > index && met.insert(other).inserted {
            pairs.append(SpelledPair(name, names[other], .swapped))
        }
    }
    return pairs
}

/// Names that are a letter apart where one is a variable's, without what it has only as such: `FEATURE_SPLIT_BILL`,
/// `spitBill`.
func variablePairs(of names: [SpelledName], _ limits: TwinLimits = TwinLimits()) -> [SpelledPair] {
    let short = names.map(\.withoutMarks)
    guard short.contains(where: { !$0.marks.isEmpty }) else { return [] }
    // Those with the same marks are a letter apart with them, too.
    return closePairs(of: short, limits).filter { $0.odd.marks != $0.known.marks }
}

/// Names that would be a flag's without a slip in what only says that they are: `FEAURE_SPLIT_BILL` beside `splitBill`.
func pairsByMark(of names: [SpelledName]) -> [SpelledPair] {
    let suspects = names.compactMap { name in wordsBesideMisspelledMark(name.name).map { (name, $0) } }
    guard !suspects.isEmpty else { return [] }
    let flags = Dictionary(names.lazy.filter(\.isFlag).map { ($0.withoutMarks.key, $0) }) { first, _ in first }
    return suspects.compactMap { name, words in
        guard let known = flags[words.flatMap(\.utf8)], known.name != name.name else { return nil }
        return SpelledPair(odd: name, known: known, .inMark)
    }
}
