import Plan
import SourceText

extension PlanRule {
    /// One place writes a flag's name a letter short, long or swapped.
    static let flagMisspelled = PlanRule(
        id: "flag-misspelled", severity: .warning, summary: "a flag's name is a letter away from another flag's",
        explanation: Explanation(
            fault: """
                One place alone writes a flag, or a name in code marks, that differs from another flag of the plan by \
                a letter inside of a word: one too many, one too few, or two that have changed places.
                """,
            harm: """
                Whoever copies the name from there switches a flag that does not exist, and believes that the feature \
                is on, or off.
                """,
            misses: """
                Letters at the beginning or the end of a word may make another word of it (`hook`, `hooks`; `cache`, \
                `cached`), and so may a letter that is replaced by another and any digit. Short names, two flags that \
                the same list or block defines (unless two letters have changed places), and names that are told more \
                than once are taken as they are.
                """),
        badExample: [
            ExampleDocument(
                "strategy.md",
                """
                # Strategy

                #### Day 2: First flag (20% rollout)
                - Enable `enableFastCheckout` feature flag
                """),
            ExampleDocument(
                "rollback.md",
                """
                # Rollback

                1. Disable the feature flag `enableFastChekcout`
                2. Read the order log
                """),
        ],
        goodExample: [
            ExampleDocument(
                "strategy.md",
                """
                # Strategy

                #### Day 2: First flag (20% rollout)
                - Enable `enableFastCheckout` feature flag
                """),
            ExampleDocument(
                "rollback.md",
                """
                # Rollback

                1. Disable the feature flag `enableFastCheckout`
                2. Read the order log
                """),
        ]
    ) { input in
        // Where flags are defined, a name that no definition knows is the other rule's matter.
        let undefinedIsTold = definesThreeInOneDocument(input.flagGroups.filter(\.isDefined))
        let flags = input.flagGroups.map { SpelledName($0, isToldAsUndefined: undefinedIsTold && isInstructed($0)) }
        return closePairs(of: flags + otherNames(in: input.plan, besides: flags)).compactMap { pair in
            let (odd, known) = pair.0.isOdder(than: pair.1) ? (pair.0, pair.1) : (pair.1, pair.0)
            return known.isFlag && (!odd.isToldAsUndefined || known.definitions.isEmpty)
                ? fault(odd, known, pair.isSwap, input) : nil
        }
    }
}

/// Whether ``PlanRule/flagUndefined`` would speak of the flag if nothing defined it.
private func isInstructed(_ flag: FlagGroup) -> Bool {
    !flag.isDefined && !flag.isListed
        && (!flag.stages.isEmpty || flag.mentions.contains { $0.certain && $0.purpose != .other })
}

/// A flag, or a name in code marks that may be meant for one, with the places that write it.
private struct SpelledName {
    let name: String
    let isFlag: Bool
    let isToldAsUndefined: Bool
    /// In reading order, one a line.
    let places: [SourceSpan]
    /// Where it is defined; empty for a name.
    let definitions: [SourceSpan]
    let key: [UInt8]
    /// For each sign of the key whether it is a small letter inside of a word, with a sign of the word on both sides.
    let isInside: [Bool]

    init(_ group: FlagGroup, isToldAsUndefined: Bool) {
        let certain = group.mentions.filter(\.certain).map(\.span)
        self.init(
            group.name, isFlag: true, isToldAsUndefined: isToldAsUndefined, places: group.stages.map(\.span) + certain,
            definitions: group.stages.filter(\.defines).map(\.span))
    }

    init(
        _ name: String, isFlag: Bool, isToldAsUndefined: Bool, places: [SourceSpan], definitions: [SourceSpan]
    ) {
        self.name = name
        self.isFlag = isFlag
        self.isToldAsUndefined = isToldAsUndefined
        self.definitions = definitions
        var lines: Set<SourceSpan> = []
        self.places = places.sorted().filter { span in
            let line = span.file.lineRange(span.file.line(at: span.range.lowerBound))
            return lines.insert(SourceSpan(file: span.file, range: line)).inserted
        }
        let parts = words(of: name, cuttingPlurals: false).map { Array($0.utf8) }
        key = parts.flatMap(\.self)
        isInside = parts.flatMap { part in
            part.indices.map { $0 > 0 && $0 + 1 < part.count && SpelledName.isLetter(part[$0]) }
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }

    /// Short names have too many neighbours, and no flag has more than a hundred letters.
    var isComparable: Bool { (7...100).contains(key.count) && !places.isEmpty }

    func isOdder(than other: SpelledName) -> Bool {
        if isFlag != other.isFlag { return other.isFlag }
        if places.count != other.places.count { return places.count < other.places.count }
        if definitions.isEmpty != other.definitions.isEmpty { return definitions.isEmpty }
        guard let mine = places.first, let others = other.places.first else { return false }
        return mine > others
    }

    /// The name without each of the letters that stand inside of a word; what is short may lose none.
    var shortened: [[UInt8]] {
        guard key.count > 7 else { return [] }
        return key.indices.filter { isInside[$0] }.map { Array(key[..<$0] + key[($0 + 1)...]) }
    }

    /// The name with two neighbours inside of a word swapped; the first letter of a word stays.
    var swapped: [[UInt8]] {
        guard key.count > 7 else { return [] }
        return key.indices.dropLast().filter { index in
            isInside[index] && SpelledName.isLetter(key[index + 1]) && key[index] != key[index + 1]
        }.map { index in
            var other = key
            other.swapAt(index, index + 1)
            return other
        }
    }
}

/// Names in code marks that are no flags under any spelling.
private func otherNames(in plan: Plan, besides flags: [SpelledName]) -> [SpelledName] {
    let known = Set(flags.map { identifierKey($0.name) })
    var order: [String] = []
    var claims: [String: [Claim<String>]] = [:]
    for claim in plan.documents.lazy.flatMap(\.codeNames) {
        let key = identifierKey(claim.value)
        guard !flags.isEmpty, !known.contains(key) else { continue }
        if claims[key] == nil { order.append(key) }
        claims[key, default: []].append(claim)
    }
    return order.compactMap { key in
        guard let all = claims[key], let first = all.first else { return nil }
        return SpelledName(
            first.value, isFlag: false, isToldAsUndefined: false, places: all.map(\.span), definitions: [])
    }
}

/// Names that are a letter apart, each pair once. By a table of what the names may become: the cost grows with their
/// number, not with its square.
private func closePairs(of names: [SpelledName]) -> [(SpelledName, SpelledName, isSwap: Bool)] {
    let names = names.filter(\.isComparable)
    let byKey = Dictionary(names.enumerated().map { ($1.key, $0) }) { first, _ in first }
    var pairs: [(SpelledName, SpelledName, isSwap: Bool)] = []
    for (index, name) in names.enumerated() {
        var met: Set<Int> = [index]
        for other in name.shortened.compactMap({ byKey[$0] }) where met.insert(other).inserted {
            pairs.append((name, names[other], false))
        }
        // A swap is seen from both sides.
        for other in name.swapped.compactMap({ byKey[$0] }) where other > index && met.insert(other).inserted {
            pairs.append((name, names[other], true))
        }
    }
    return pairs
}

private func fault(_ odd: SpelledName, _ known: SpelledName, _ isSwap: Bool, _ input: RuleInput) -> Fault? {
    guard odd.places.count == 1, let here = odd.places.first, let there = known.places.first,
        isSwap || !areDefinedTogether(odd, known, input.scopes), input.scopes.mayBelongTogether(here, there)
    else { return nil }
    // With one place each nobody can tell which of two flags is right.
    let isOdd = !odd.isFlag || known.places.count > 1 || !known.definitions.isEmpty
    return Fault(
        message: "\(quoted(odd.name)) is "
            + (isOdd
                ? "named here alone; did you mean \(quoted(known.name))?"
                : "a letter away from \(quoted(known.name)) in \(place(there)); is it one flag?"),
        span: nameSpan(of: odd.name, in: here), label: "named here alone",
        related: known.places.map {
            Finding.Note("\(quoted(known.name)) is named here", at: nameSpan(of: known.name, in: $0))
        },
        help: "correct the name", identity: [identifierKey(odd.name), identifierKey(known.name)])
}

/// Whether two names stand in one list or block of definitions: whoever wrote it has seen both.
private func areDefinedTogether(_ left: SpelledName, _ right: SpelledName, _ scopes: ScopeIndex) -> Bool {
    struct Section: Hashable {
        let path: String
        let number: Int
    }
    func sections(_ name: SpelledName) -> Set<Section> {
        Set(name.definitions.map { Section(path: $0.path, number: scopes.sectionNumber(at: $0)) })
    }
    return !sections(left).isDisjoint(with: sections(right))
}
