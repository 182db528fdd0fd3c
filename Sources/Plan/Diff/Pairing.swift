import SourceText

enum PlanVersion { case before, after }

/// Which fact of a plan is which of another, in rounds: what is alike in all counts first, then in the name, and so on.
struct Pairing<Fact> {
    struct Round {
        let isExact: Bool
        let key: (Fact, PlanVersion) -> String?

        /// Facts that are alike: of more on one side than on the other, it does not matter which are left.
        static func alike(_ key: @escaping (Fact, PlanVersion) -> String?) -> Round {
            Round(isExact: true, key: key)
        }
        /// Facts that are called alike: of more on one side than on the other it is not known which is which.
        static func called(_ key: @escaping (Fact, PlanVersion) -> String?) -> Round {
            Round(isExact: false, key: key)
        }
        static func called(_ key: @escaping (Fact) -> String?) -> Round { called { fact, _ in key(fact) } }
    }
    private(set) var pairs: [(before: Fact, after: Fact)] = []
    private(set) var removed: [Fact]
    private(set) var added: [Fact]

    init(_ before: [Fact], _ after: [Fact], rounds: [Round]) {
        (removed, added) = (before, after)
        for round in rounds { run(round) }
    }

    private mutating func run(_ round: Round) {
        guard !removed.isEmpty, !added.isEmpty else { return }
        var places: [String: [Int]] = [:]
        for (index, fact) in added.enumerated() {
            if let key = round.key(fact, .after) { places[key, default: []].append(index) }
        }
        var own: [String: [Int]] = [:]
        var order: [String] = []
        for (index, fact) in removed.enumerated() {
            guard let key = round.key(fact, .before), places[key] != nil else { continue }
            if own[key] == nil { order.append(key) }
            own[key, default: []].append(index)
        }
        var found: [(before: Int, after: Int)] = []
        for key in order {
            let (left, right) = (own[key] ?? [], places[key] ?? [])
            if round.isExact || left.count == right.count {
                for (before, after) in zip(left, right) { found.append((before, after)) }
            }
        }
        take(found)
    }

    /// Pairs what is left by the words of its names, where each fits only the other.
    ///
    /// - Parameter group: Only facts of one group may be one; nil for none.
    mutating func pairRenamed(within group: (Fact) -> String?, name: (Fact) -> String) {
        guard !removed.isEmpty, !added.isEmpty else { return }
        let left = Dictionary(grouping: removed.indices) { group(removed[$0]) }
        let right = Dictionary(grouping: added.indices) { group(added[$0]) }
        var found: [(before: Int, after: Int)] = []
        for (key, members) in left {
            guard key != nil, let others = right[key], members.count <= mostRenamed, others.count <= mostRenamed else {
                continue
            }
            let own = members.map { Set(meaning(of: name(removed[$0])).split(separator: " ")) }
            let their = others.map { Set(meaning(of: name(added[$0])).split(separator: " ")) }
            for (place, words) in own.enumerated() {
                let fitting = their.indices.filter { areAlike(words, their[$0]) }
                guard fitting.count == 1, own.count(where: { areAlike($0, their[fitting[0]]) }) == 1 else { continue }
                found.append((members[place], others[fitting[0]]))
            }
        }
        take(found.sorted { $0.before < $1.before })
    }

    /// Pairs what is left in its order, when there is as much on either side.
    mutating func pairInOrder() {
        guard removed.count == added.count else { return }
        take(removed.indices.map { ($0, $0) })
    }

    private mutating func take(_ found: [(before: Int, after: Int)]) {
        pairs += found.map { (removed[$0.before], added[$0.after]) }
        let (left, right) = (Set(found.map(\.before)), Set(found.map(\.after)))
        removed = removed.indices.filter { !left.contains($0) }.map { removed[$0] }
        added = added.indices.filter { !right.contains($0) }.map { added[$0] }
    }
}

/// More facts than these in one place are compared with none: it would take time that grows with the square.
private let mostRenamed = 60

/// Whether at least half of all words are common.
private func areAlike(_ left: Set<Substring>, _ right: Set<Substring>) -> Bool {
    let common = left.intersection(right).count
    return common > 0 && 2 * common >= left.union(right).count
}

/// A text without what does not change its meaning: case, spaces, quotes, emphasis and the full stop at its end.
func meaning(of text: String) -> String {
    var words: [String] = []
    var word = ""
    func isWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII
            ? (scalar.value | 0x20) &- 0x61 < 26 || scalar.value &- 0x30 < 10
            : scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
    let scalars = Array(text.prefix(2000).unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
        if isWord(scalar) || telling.contains(scalar) {
            word.unicodeScalars.append(scalar)
            continue
        }
        // `v1.2`, `rate_limit`, `roll-back`: inside of a word a sign belongs to it.
        let isInside =
            index > 0 && index + 1 < scalars.count && isWord(scalars[index - 1]) && isWord(scalars[index + 1])
        if isInside, inner.contains(scalar) {
            word.unicodeScalars.append(scalar)
        } else if scalar.properties.generalCategory == .nonspacingMark {
            word.unicodeScalars.append(scalar)
        } else if !word.isEmpty {
            words.append(word)
            word = ""
        }
    }
    if !word.isEmpty { words.append(word) }
    return words.joined(separator: " ").lowercased()
}

/// Signs that a value may hang on.
private let telling = Set("<>=≤≥%+$€£~/@#".unicodeScalars)
private let inner = Set(".,:_-–'’".unicodeScalars)

/// The heading that a place stands under, wherever its file lies.
struct SectionTitles {
    private var byPath: [PlanVersion: [String: (starts: [Int], titles: [String])]] = [:]

    init(_ before: Plan, _ after: Plan) {
        for (version, plan) in [(PlanVersion.before, before), (.after, after)] {
            byPath[version] = Dictionary(
                plan.documents.map { document in
                    (document.path, (document.sections.map(\.start), document.sections.map { meaning(of: $0.title) }))
                }
            ) { first, _ in first }
        }
    }

    func title(at span: SourceSpan, _ version: PlanVersion) -> String {
        guard let sections = byPath[version]?[span.path] else { return "" }
        let count = sections.starts.countOfLeading { $0 <= span.range.lowerBound }
        return count > 0 ? sections.titles[count - 1] : ""
    }
}
