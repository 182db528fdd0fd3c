import Plan
import SourceText

extension PlanRule {
    /// One place writes the name of a variable, a service or a command's argument a letter short, long or swapped.
    static let nameMisspelled = PlanRule(
        id: "name-misspelled", severity: .warning,
        summary: "a name in a command or in code marks is a letter away from another",
        explanation: Explanation(
            fault: """
                One place alone writes a name of several words (`SEARCH_INDEX_ENABLED`, `parcel-router`) in a command or \
                in code marks, and it differs from a name that the plan writes elsewhere by a letter inside of a word: \
                one too many, one too few, or two that have changed places. A short name is looked at where the plan \
                switches both or brings them to a share, and tells of the other more than once (`cart_v2`, `crt_v2`), \
                and two flags of one table where each has a single step and the later one is the greater.
                """,
            harm: """
                The command is typed as it stands there, and sets a variable that nothing reads, or fails on a service \
                that does not exist.
                """,
            misses: """
                Letters at the beginning or the end of a word, a letter that is replaced by another, digits, letters \
                missing from short words of other names, two words of the language, names of files and hosts, and names that are told more than once are taken as \
                they are. A flag's name in code marks is the matter of `flag-misspelled`.
                """),
        badExample: [
            ExampleDocument(
                "rollback.md",
                """
                # Rollback

                ## Put the router back

                ```bash
                kubectl scale deploy/parcel-router --replicas=0
                kubectl rollout status deploy/parcel-router
                ```

                ## Take it up again

                ```bash
                kubectl scale deploy/parcel-rotuer --replicas=4
                ```
                """)
        ],
        goodExample: [
            ExampleDocument(
                "rollback.md",
                """
                # Rollback

                ## Put the router back

                ```bash
                kubectl scale deploy/parcel-router --replicas=0
                kubectl rollout status deploy/parcel-router
                ```

                ## Take it up again

                ```bash
                kubectl scale deploy/parcel-router --replicas=4
                ```
                """)
        ], isPreview: true
    ) { input in
        let told = Set(misspelledFlags(input).map { identifierKey($0.odd.name) })
        let groups = Dictionary(input.flagGroups.map { ($0.key, $0) }) { first, _ in first }
        var met: Set<[String]> = []
        return pairs(of: names(input)).compactMap { pair in
            let (odd, known) = (identifierKey(pair.odd.name), identifierKey(pair.known.name))
            guard !told.contains(odd), !pair.odd.isToldAsUndefined || pair.known.definitions.isEmpty,
                met.insert([odd, known]).inserted
            else { return nil }
            return fault(pair, areOneLadder(groups[odd], groups[known]), input.scopes)
        }
    }
}

private func pairs(of names: [SpelledName]) -> [SpelledPair] {
    // What the plan switches has few neighbours: a name that is told more often is the one that is meant, be it short.
    let switched = names.filter(\.isSwitched)
    let short = TwinLimits(shortestSwapped: 6, shortestCut: 6, shortestWord: 4)
    let shortPairs = closePairs(of: switched, short) + variablePairs(of: switched, short)
    return closePairs(of: names, TwinLimits(shortestSwapped: 6, shortestWord: 6))
        + shortPairs.filter { $0.known.places.count > 1 } + pairsByMark(of: switched)
}

/// Whether two flags share the steps of one: each has a single step, and the later one is the greater.
private func areOneLadder(_ one: FlagGroup?, _ other: FlagGroup?) -> Bool {
    guard let one = one?.stages, let other = other?.stages, one.count == 1, other.count == 1,
        let (share, otherShare) = both(one[0].percent?.value, other[0].percent?.value),
        let (day, otherDay) = both(one[0].day?.value, other[0].day?.value)
    else { return false }
    return day < otherDay ? share < otherShare : day > otherDay && share > otherShare
}

private func both<Value>(_ one: Value?, _ other: Value?) -> (Value, Value)? {
    guard let one, let other else { return nil }
    return (one, other)
}

/// The flags, and every other name in code marks or in a command, each with all its places.
private func names(_ input: RuleInput) -> [SpelledName] {
    struct Places {
        let name: String
        var spans: [SourceSpan] = []
        var isSwitched = false
    }
    var order: [String] = []
    var found: [String: Places] = [:]
    func add(_ name: String, _ span: SourceSpan, isSwitched: Bool = false) {
        let key = identifierKey(name)
        if found[key] == nil { order.append(key) }
        found[key, default: Places(name: name)].spans.append(span)
        if isSwitched { found[key]?.isSwitched = true }
    }
    for claim in input.plan.documents.lazy.flatMap(\.codeNames) { add(claim.value, claim.span) }
    for claim in input.plan.switchedNames { add(claim.value, claim.span, isSwitched: true) }
    for word in input.plan.commands.blocks.lazy.flatMap(\.commands).flatMap(\.words) {
        for name in commandNames(word.text) { add(name, nameSpan(of: name, in: word.span)) }
    }
    let flags = spelledFlags(input).map { flag in
        SpelledName(
            flag.name, isFlag: true, isToldAsUndefined: flag.isToldAsUndefined,
            places: flag.places + (found[identifierKey(flag.name)]?.spans ?? []), definitions: flag.definitions)
    }
    let known = Set(flags.map { identifierKey($0.name) })
    return flags
        + order.filter { !known.contains($0) }.compactMap { key in
            found[key].map {
                SpelledName(
                    $0.name, isFlag: false, isSwitched: $0.isSwitched, isToldAsUndefined: false, places: $0.spans,
                    definitions: [])
            }
        }
}

/// Names of several words in a word of a command: `SEARCH_ENABLED` in `SEARCH_ENABLED=true`; no options, files or hosts.
private func commandNames(_ word: String) -> [String] {
    guard word.utf8.count < 400 else { return [] }
    return word.split(whereSeparator: { !($0.isLetter || $0.isNumber || "_-.".contains($0)) }).filter { part in
        // What has many digits is no name but a token or a date.
        (6...100).contains(part.utf8.count) && !part.contains(".") && !part.hasPrefix("-") && !part.hasSuffix("-")
            && part.dropFirst().contains { $0 == "_" || $0 == "-" || $0.isUppercase }
            && (part.contains("_") || part.contains(where: \.isLowercase)) && part.count(where: \.isNumber) < 4
    }.map(String.init)
}

/// A name with more places has many neighbours; looking at all for each of them would take their product.
private let mostPlaces = 100

private func fault(_ pair: SpelledPair, _ isOneLadder: Bool, _ scopes: ScopeIndex) -> Fault? {
    let (odd, known) = (pair.odd, pair.known)
    guard odd.places.count == 1, let here = odd.places.first,
        let there = known.places.prefix(mostPlaces).first(where: { scopes.mayBelongTogether(here, $0) }),
        // Where each is told once, only a slip of the fingers is sure to be one, or what stands far from the other.
        pair.slip != .missing || known.places.count > 1 || isOneLadder
            || odd.key.count >= 10 && scopes.sectionNumber(at: here) != scopes.sectionNumber(at: there),
        pair.slip == .inMark || !areWords(odd.words, known.words)
    else { return nil }
    return Fault(
        message: "\(quoted(odd.name)) is named here alone" + question(pair, there),
        span: nameSpan(of: odd.name, in: here), label: "named here alone",
        related: known.places.prefix(mostPlaces).map {
            Finding.Note("\(quoted(known.name)) is named here", at: nameSpan(of: known.name, in: $0))
        },
        help: "correct the name", identity: [identifierKey(odd.name), identifierKey(known.name)])
}

private func question(_ pair: SpelledPair, _ there: SourceSpan) -> String {
    let known = quoted(pair.known.name)
    return switch pair.slip {
    case .inMark: ", and would be \(known) of \(place(there)) but for a letter; is it one name?"
    case .missing where pair.known.places.count > 1, .swapped where pair.known.places.count > 1:
        "; did you mean \(known)?"
    case .missing, .swapped: ", a letter away from \(known) in \(place(there)); is it one name?"
    }
}
