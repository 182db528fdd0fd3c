import Plan
import SourceText

/// Flags that a list of the phases brings with a later phase than the settings of an earlier one do.
///
/// `4. **Advanced**: enable SLO monitoring` files `SLO_MONITORING_ENABLED` under phase 4 where all telling words of the name
/// stand in the item side by side.
func settingsAheadOfOverview(_ flags: [FlagGroup], _ plan: Plan, _ scopes: ScopeIndex) -> [Fault] {
    let isInPhases = flags.contains { $0.settings.contains { $0.phase != nil && switchesOn($0) } }
    let items = isInPhases ? overview(of: plan) : []
    guard !items.isEmpty else { return [] }
    let phases = plan.phasesByID
    let pairs = WordPairs(items.map(\.words))
    let application = applicationWords(of: flags)
    return flags.compactMap { flag in
        let name = tellingWords(ofFlag: flag.name, of: application)
        guard name.count >= 2, flag.filedUnder.isEmpty,
            case let named = pairs.texts(holding: name).map({ items[$0] }),
            Set(named.map(\.phase.id)).count == 1, let item = named.first(where: \.brings)
        else { return nil }
        let early = flag.settings.filter { setting in
            guard switchesOn(setting), let phase = setting.phase.flatMap({ phases[$0] }) else { return false }
            return item.phase.follows(phase) && setting.span.path == item.name.span.path
                && scopes.mayBelongTogether(setting.span, item.name.span)
        }
        guard let place = early.min(by: { $0.span < $1.span }), let phase = place.phase.flatMap({ phases[$0] }) else {
            return nil
        }
        return Fault(
            message: "\(quoted(flag.name)) is switched on in \(phase.title) here, but \(item.phase.title) brings it in "
                + PlanRules.place(item.name.span),
            span: place.span, label: place.isOn.label("on in \(phase.title)"),
            related: [item.name.note(item.phase.title)],
            identity: [identifierKey(flag.name), phase.id, item.phase.id])
    }
}

private func switchesOn(_ setting: FlagSetting) -> Bool {
    setting.isOn.value && !setting.goesBack && setting.kind != .preset
}

/// An item of a list of the phases that says what they bring.
private struct OverviewItem {
    let phase: Phase
    let name: Claim<String>
    let words: [String]

    /// Whether it switches something on that was off; what it extends or reviews came before.
    var brings: Bool {
        let own = Set(words)
        return !own.isDisjoint(with: bringingWords) && own.isDisjoint(with: goingOnWords)
    }
}

private func overview(of plan: Plan) -> [OverviewItem] {
    let named = plan.phases.flatMap { phase in
        phase.names.filter { $0.reading == .listItem || $0.reading == .field }.map {
            OverviewItem(phase: phase, name: $0, words: words(of: textLine(of: $0.span)))
        }
    }
    let lines = Set(named.map { OverviewLine($0.name.span) })
    let headed = plan.namedLists.isEmpty ? [:] : headedPhases(of: plan)
    return named
        + plan.namedLists.flatMap { likened($0, to: headed) }.filter { !lines.contains(OverviewLine($0.name.span)) }
}

private struct OverviewLine: Hashable {
    let path: String
    let number: Int

    init(_ span: SourceSpan) {
        path = span.path
        number = span.file.line(at: span.range.lowerBound)
    }
}

private struct HeadedPhase: Hashable {
    let path: String
    let number: Int
}

/// The first phase of each number that a document heads, with its name there.
private func headedPhases(of plan: Plan) -> [HeadedPhase: (phase: Phase, name: String)] {
    var found: [HeadedPhase: (phase: Phase, name: String)] = [:]
    for phase in plan.phases where ["phase", "stage", "wave"].contains(phase.keyword) {
        guard let number = phase.number, number == number.rounded(), number < 1000 else { continue }
        for name in phase.names where name.reading == .heading {
            let place = HeadedPhase(path: name.span.path, number: Int(number))
            if found[place] == nil { found[place] = (phase, name.value) }
        }
    }
    return found
}

/// A numbered list that announces no phases is an overview of them where its numbers are theirs, and most of its names too.
private func likened(
    _ list: [NamedItem], to headed: [HeadedPhase: (phase: Phase, name: String)]
) -> [OverviewItem] {
    let pairs = list.compactMap { item in
        headed[HeadedPhase(path: item.name.span.path, number: item.number)].map { (item: item, phase: $0) }
    }
    guard pairs.count == list.count, Set(pairs.map(\.phase.phase.keyword)).count == 1 else { return [] }
    let alike = pairs.filter { pair in
        let own = words(of: pair.item.name.value)
        return words(of: pair.phase.name).contains { own.contains($0) && !littleWords.contains($0) }
    }
    guard alike.count >= 2, alike.count * 2 > list.count else { return [] }
    return alike.map { pair in
        OverviewItem(
            phase: pair.phase.phase, name: pair.item.name, words: words(of: textLine(of: pair.item.name.span)))
    }
}

private let littleWords: Set<String> = [
    "and", "the", "of", "to", "for", "with", "phase", "und", "der", "die", "das", "y", "de", "la", "el", "et", "le",
]

/// English, German, Spanish and French, plurals cut.
private let bringingWords: Set<String> = [
    "enable", "activate", "introduce", "add", "turn", "switch", "aktivieren", "einschalten", "einführen", "activar",
    "habilitar", "activer", "introduire", "enabled", "enabling", "activating", "activated", "activation",
]
private let goingOnWords: Set<String> = [
    "extend", "expand", "full", "fully", "more", "remaining", "tune", "review", "continue", "keep", "remove", "disable",
    "everywhere", "all", "optimize", "improve", "ausweiten", "ampliar", "étendre", "verify", "without", "before",
]
