import Plan
import SourceText

extension PlanRule {
    /// An instruction names a flag that no definition knows.
    static let flagUndefined = PlanRule(
        id: "flag-undefined", severity: .error, summary: "an instruction names a flag that is defined nowhere",
        explanation: Explanation(
            fault: """
                A day's list or an instruction to enable or disable names a flag as code, and no configuration block \
                or table of the plan defines it under any spelling. It needs a document that defines three flags or more.
                """,
            harm: """
                The command is typed with a name that the system does not know. At best it fails on the day; at \
                worst it is accepted, nothing is switched, and everybody believes that it was.
                """,
            misses: """
                A name that resembles no defined flag (another naming style, another first word, no mention of a \
                flag beside it) is taken for something else that can be enabled, such as a service. Names in prose \
                without code marks are not looked at.
                """),
        badExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                ```ts
                const FLAGS = {
                  enableFastCheckout: { rollout: 20, day: 2 },
                  enableNewCart: { rollout: 20, day: 2 },
                  enableGiftCards: { rollout: 20, day: 2 },
                };
                ```

                #### Day 2: First flags (20% rollout)
                - Enable `enableFastChekout` feature flag
                """)
        ],
        goodExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                ```ts
                const FLAGS = {
                  enableFastCheckout: { rollout: 20, day: 2 },
                  enableNewCart: { rollout: 20, day: 2 },
                  enableGiftCards: { rollout: 20, day: 2 },
                };
                ```

                #### Day 2: First flags (20% rollout)
                - Enable `enableFastCheckout` feature flag
                """)
        ]
    ) { input in
        let groups = input.flagGroups
        let defined = groups.filter(\.isDefined)
        guard definesThreeInOneDocument(defined) else { return [] }
        let known = Set(defined.map(\.key))
        let habits = NamingHabits(defined.map(\.name))
        let unknown = groups.filter {
            !$0.isDefined && !$0.isListed && !$0.name.hasPrefix("-") && !isPrefixed($0.name, known)
        }
        guard !unknown.isEmpty else { return [] }
        let variables = definedVariables(unknown, defined)
        // Comparing names is slow; a document with more slips than this is another plan.
        return unknown.enumerated().compactMap { index, group in
            fault(
                of: group, defined, habits,
                suggestion: (index < 20 ? definedFlag(like: group, defined) : nil) ?? variables[group.key])
        }
    }
}

/// Whether one document defines three flags or more: it means to define them all.
func definesThreeInOneDocument(_ defined: [FlagGroup]) -> Bool {
    var counts: [String: Int] = [:]
    for group in defined {
        for path in Set(group.stages.filter(\.defines).map(\.span.path)) { counts[path, default: 0] += 1 }
    }
    return counts.values.contains { $0 >= 3 }
}

/// Whether the name is a defined one behind prefixes, as environment variables have them: `APP_FEATURE_NEW_CART`.
private func isPrefixed(_ name: String, _ known: Set<String>) -> Bool {
    let parts = words(of: name, cuttingPlurals: false)
    // No name has more parts; a made-up one of ten thousand would take their square.
    return parts.count <= 16 && parts.indices.contains { known.contains(identifierKey(parts[$0...].joined())) }
}

private func definedFlag(like flag: FlagGroup, _ defined: [FlagGroup]) -> FlagGroup? {
    closestMatch(to: flag.name, among: defined.map(\.name)).flatMap { name in defined.first { $0.name == name } }
}

/// The defined flags that unknown names are a letter away from once a variable is told by its telling words:
/// `FEATURE_SPLIT_BILL`, `spitBill`.
private func definedVariables(_ unknown: [FlagGroup], _ defined: [FlagGroup]) -> [String: FlagGroup] {
    let names = (unknown + defined).map { SpelledName($0, isToldAsUndefined: false) }
    let known = Dictionary(defined.map { ($0.name, $0) }) { first, _ in first }
    var found: [String: FlagGroup] = [:]
    for pair in variablePairs(of: names) {
        guard let flag = known[pair.odd.name] ?? known[pair.known.name] else { continue }
        let other = flag.name == pair.odd.name ? pair.known.name : pair.odd.name
        if known[other] == nil, found[identifierKey(other)] == nil { found[identifierKey(other)] = flag }
    }
    return found
}

private func fault(
    of flag: FlagGroup, _ defined: [FlagGroup], _ habits: NamingHabits, suggestion: FlagGroup?
) -> Fault? {
    let instructions = flag.mentions.filter { $0.certain && $0.purpose != .other }.map(\.span)
    let places = Set(flag.stages.map(\.span) + instructions).sorted()
    guard let first = places.first else { return nil }
    guard suggestion != nil || (habits.fit(flag.name) && (habits.fitFirstWord(flag.name) || speakOfFlag(places))) else {
        return nil
    }
    let definition = (suggestion ?? defined.first)?.stages.first { $0.defines }?.span
    let note = suggestion.map { "\(quoted($0.name)) is defined here" } ?? "other flags are defined here"
    // What is switched off for good need not be planned.
    if suggestion == nil, !Set(words(of: flag.name)).isDisjoint(with: ["old", "legacy", "former", "deprecated"]) {
        return nil
    }
    return Fault(
        message: "\(quoted(flag.name)) is not defined"
            + (suggestion.map { "; did you mean \(quoted($0.name))?" }
                ?? "; flags are defined in \(definition.map(place) ?? "")"),
        span: nameSpan(of: flag.name, in: first), label: "named here",
        related: (definition.map { [Finding.Note(note, at: $0)] } ?? [])
            + places.dropFirst().map { Finding.Note("named here too", at: nameSpan(of: flag.name, in: $0)) },
        help: suggestion == nil ? "define the flag or correct its name" : "correct the name", identity: [flag.key])
}

/// The name alone, where the span of the place holds more.
func nameSpan(of name: String, in span: SourceSpan) -> SourceSpan {
    let bytes = span.file.bytes
    let wanted = Array(name.utf8)
    guard !wanted.isEmpty, span.range.count > wanted.count else { return span }
    let start = (span.range.lowerBound...span.range.upperBound - wanted.count).first {
        bytes[$0] == wanted[0] && bytes[$0..<$0 + wanted.count].elementsEqual(wanted)
    }
    return start.map { SourceSpan(file: span.file, range: $0..<$0 + wanted.count) } ?? span
}

/// Whether a line of the places says `flag` in so many words.
private func speakOfFlag(_ places: [SourceSpan]) -> Bool {
    places.prefix(10).contains { words(of: textLine(of: $0)).contains("flag") }
}

/// How a team writes its flags: what does not look like one is something else that can be enabled.
private struct NamingHabits {
    private let styles: Set<Style>
    /// Opens at least half of the names: `enable`.
    private let firstWord: String?

    private enum Style { case camel, pascal, snake, kebab, dotted, constant, plain }

    init(_ names: [String]) {
        styles = Set(names.map(NamingHabits.style))
        var counts: [String: Int] = [:]
        for name in names { if let word = words(of: name).first { counts[word, default: 0] += 1 } }
        firstWord = counts.first { $0.value * 2 > names.count }?.key
    }

    func fit(_ name: String) -> Bool {
        let style = NamingHabits.style(of: name)
        return style != .plain && styles.contains(style)
    }

    func fitFirstWord(_ name: String) -> Bool { firstWord != nil && words(of: name).first == firstWord }

    private static func style(of name: String) -> Style {
        if name.contains("_") { return name.contains(where: \.isLowercase) ? .snake : .constant }
        if name.contains("-") { return .kebab }
        if name.contains(".") { return .dotted }
        guard name.dropFirst().contains(where: \.isUppercase) else { return .plain }
        return name.first?.isUppercase == true ? .pascal : .camel
    }
}
