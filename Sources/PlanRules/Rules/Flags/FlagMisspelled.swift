import Plan
import SourceText

extension PlanRule {
    /// One place writes a flag's name a letter short, long or swapped.
    static let flagMisspelled = PlanRule(
        id: "flag-misspelled", severity: .warning, summary: "a flag's name is a letter away from another flag's",
        explanation: Explanation(
            fault: """
                One place alone names a flag that differs from another flag of the plan by a letter inside of a word: \
                one too many, one too few, or two that have changed places.
                """,
            harm: """
                Whoever copies the name from there switches a flag that does not exist, and believes that the feature \
                is on, or off.
                """,
            misses: """
                Letters at the beginning or the end of a word may make another word of it (`hook`, `hooks`; `cache`, \
                `cached`), and so may a letter that is replaced by another and any digit. Short names, two flags that \
                the same list or block defines, and names that are told more than once are taken as they are.
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
        let flags = input.flagGroups.map(SpelledFlag.init)
        let undefinedIsTold = definesThreeInOneDocument(input.flagGroups.filter(\.isDefined))
        // Each pair is met from the side that has one place, if both have from the later one.
        return closePairs(of: flags).compactMap { pair in
            let (odd, known) = pair.0.isOdder(than: pair.1) ? (pair.0, pair.1) : (pair.1, pair.0)
            // Where flags are defined, a name that no definition knows is the other rule's matter.
            guard !undefinedIsTold || odd.group.isDefined || odd.group.isListed else { return nil }
            return fault(odd, known, input)
        }
    }
}

/// A flag with the places that name it for certain.
private struct SpelledFlag {
    let group: FlagGroup
    /// In reading order, one a line.
    let places: [SourceSpan]
    let key: [UInt8]
    /// For each sign of the key whether it is a small letter inside of a word, with a sign of the word on both sides.
    let isInside: [Bool]

    init(_ group: FlagGroup) {
        self.group = group
        let certain = group.mentions.filter(\.certain).map(\.span)
        var lines: Set<SourceSpan> = []
        places = (group.stages.map(\.span) + certain).sorted().filter { span in
            lines.insert(
                SourceSpan(file: span.file, range: span.file.lineRange(span.file.line(at: span.range.lowerBound)))
            )
            .inserted
        }
        let parts = words(of: group.name, cuttingPlurals: false).map { Array($0.utf8) }
        key = parts.flatMap(\.self)
        isInside = parts.flatMap { part in
            part.indices.map { $0 > 0 && $0 + 1 < part.count && SpelledFlag.isLetter(part[$0]) }
        }
    }

    /// Names of less than eight letters have too many neighbours, and no flag has more than a hundred.
    var isComparable: Bool { (8...100).contains(key.count) && !places.isEmpty }

    private static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }

    func isOdder(than other: SpelledFlag) -> Bool {
        if places.count != other.places.count { return places.count < other.places.count }
        if group.isDefined != other.group.isDefined { return other.group.isDefined }
        guard let mine = places.first, let others = other.places.first else { return false }
        return mine > others
    }

    /// The name without each of the letters that stand inside of a word.
    var shortened: [[UInt8]] { key.indices.filter { isInside[$0] }.map { Array(key[..<$0] + key[($0 + 1)...]) } }

    /// The name with two neighbours inside of a word swapped; the first letter of a word stays.
    var swapped: [[UInt8]] {
        key.indices.dropLast().filter { isInside[$0] && SpelledFlag.isLetter(key[$0 + 1]) && key[$0] != key[$0 + 1] }
            .map { index in
                var other = key
                other.swapAt(index, index + 1)
                return other
            }
    }
}

/// Flags that are a letter apart, each pair once. By a table of what the names may become: the cost grows with their
/// number, not with its square.
private func closePairs(of flags: [SpelledFlag]) -> [(SpelledFlag, SpelledFlag)] {
    let flags = flags.filter(\.isComparable)
    let byKey = Dictionary(flags.enumerated().map { ($1.key, $0) }) { first, _ in first }
    var pairs: [(SpelledFlag, SpelledFlag)] = []
    for (index, flag) in flags.enumerated() {
        var met: Set<Int> = [index]
        for other in flag.shortened.compactMap({ byKey[$0] }) where met.insert(other).inserted {
            pairs.append((flag, flags[other]))
        }
        // A swap is seen from both sides.
        for other in flag.swapped.compactMap({ byKey[$0] }) where other > index && met.insert(other).inserted {
            pairs.append((flag, flags[other]))
        }
    }
    return pairs
}

private func fault(_ odd: SpelledFlag, _ known: SpelledFlag, _ input: RuleInput) -> Fault? {
    guard odd.places.count == 1, let here = odd.places.first, let there = known.places.first,
        !areDefinedTogether(odd.group, known.group, input.scopes),
        input.scopes.mayBelongTogether(here, there)
    else { return nil }
    // With one place each nobody can tell which of them is right.
    let isOdd = known.places.count > 1 || known.group.isDefined
    return Fault(
        message: "\(quoted(odd.group.name)) is "
            + (isOdd
                ? "named here alone; did you mean \(quoted(known.group.name))?"
                : "a letter away from \(quoted(known.group.name)) in \(place(there)); is it one flag?"),
        span: nameSpan(of: odd.group.name, in: here), label: "named here alone",
        related: known.places.map {
            Finding.Note("\(quoted(known.group.name)) is named here", at: nameSpan(of: known.group.name, in: $0))
        },
        help: "correct the name", identity: [odd.group.key, known.group.key])
}

/// Whether two names stand in one list or block of definitions: whoever wrote it has seen both.
private func areDefinedTogether(_ left: FlagGroup, _ right: FlagGroup, _ scopes: ScopeIndex) -> Bool {
    struct Section: Hashable {
        let path: String
        let number: Int
    }
    func sections(_ flag: FlagGroup) -> Set<Section> {
        Set(
            flag.stages.filter(\.defines).map {
                Section(path: $0.span.path, number: scopes.sectionNumber(at: $0.span))
            })
    }
    return !sections(left).isDisjoint(with: sections(right))
}
