import Plan
import SourceText

/// Flags that a list of the phases brings with a later phase than the settings of an earlier one do.
///
/// `4. **Advanced**: enable SLO monitoring` files `SLO_MONITORING_ENABLED` under phase 4 where all telling words of the name
/// stand in the item side by side.
func settingsAheadOfOverview(_ flags: [FlagGroup], _ plan: Plan, _ scopes: ScopeIndex) -> [Fault] {
    let items = overview(of: plan)
    guard !items.isEmpty else { return [] }
    let phases = plan.phasesByID
    let pairs = WordPairs(items.map(\.words))
    return flags.compactMap { flag in
        let name = tellingWords(ofFlag: flag.name)
        guard name.count >= 2, flag.filedUnder.isEmpty, case let named = pairs.texts(holding: name), named.count == 1,
            case let item = items[named[0]], item.brings
        else { return nil }
        let on = flag.settings.filter { $0.isOn.value && !$0.goesBack && $0.kind != .preset }
        let early = on.filter { setting in
            guard let phase = setting.phase.flatMap({ phases[$0] }) else { return false }
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
    plan.phases.flatMap { phase in
        phase.names.filter { $0.reading == .listItem || $0.reading == .field }.map {
            OverviewItem(phase: phase, name: $0, words: words(of: textLine(of: $0.span)))
        }
    }
}

/// English, German, Spanish and French, plurals cut.
private let bringingWords: Set<String> = [
    "enable", "activate", "introduce", "add", "turn", "switch", "aktivieren", "einschalten", "einführen", "activar",
    "habilitar", "activer", "introduire", "enabled", "enabling", "activating", "activated", "activation",
]
private let goingOnWords: Set<String> = [
    "extend", "expand", "full", "fully", "more", "remaining", "tune", "review", "continue", "keep", "remove", "disable",
    "everywhere", "all", "optimize", "improve", "ausweiten", "ampliar", "étendre", "verify", "without", "before",
]
