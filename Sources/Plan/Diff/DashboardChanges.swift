import SourceText

extension ChangeList {
    mutating func compareDashboards(_ before: Plan, _ after: Plan) {
        var pairing = Pairing(
            before.dashboards, after.dashboards,
            rounds: [
                .called { "\($0.span.path)\n\($0.name ?? "")" }, .called { $0.name ?? "" },
            ])
        pairing.pairInOrder()
        let measures = Dictionary(
            (before.thresholds + after.thresholds).map { (meaning(of: $0.metric), $0.higherIsWorse) }
        ) {
            $0 ?? $1
        }
        for (old, new) in pairing.pairs { compare(old, new) { measures[meaning(of: $0)] ?? nil } }
        addUnpaired(pairing, .dashboard, whenRemoved: .loosened, entity: \.title, side: \.side)
    }

    /// - Parameter higherIsWorse: Of a measure by its name; nil where that is not known.
    private mutating func compare(_ old: Dashboard, _ new: Dashboard, higherIsWorse: (String) -> Bool?) {
        compare(
            .dashboard, new.title, "refresh", [old.refreshInterval].compactMap(\.self),
            [new.refreshInterval].compactMap(\.self), key: \.meaningKey, text: \.shortText,
            isLooser: TimeAmount.isLonger)
        compare(.dashboard, new.title, "channel", old.channels, new.channels, key: { meaning(of: $0) }, text: { $0 })
        let limits = Pairing(
            old.limits, new.limits,
            rounds: [
                .alike { limit, _ in ([limit.fullKey] + limit.value.value.meaningKey).joined(separator: "\n") },
                .called { $0.fullKey },
            ])
        let sides =
            limits.pairs.map { (Optional($0.before), Optional($0.after)) } + limits.removed.map { ($0, nil) }
            + limits.added.map { (nil, $0) }
        for (before, after) in sides {
            guard let name = after ?? before else { continue }
            let isWorse = higherIsWorse(name.metric)
            compare(
                .dashboard, name.key, nil, [before?.value].compactMap(\.self), [after?.value].compactMap(\.self),
                key: \.meaningKey, text: \.text,
                isLooser: { mine, other in
                    guard let isWorse, mine.unit.isComparable(with: other.unit) else { return nil }
                    return (mine.baseValue > other.baseValue) == isWorse
                })
        }
        compareEscalations(old, new)
    }

    private mutating func compareEscalations(_ old: Dashboard, _ new: Dashboard) {
        let (before, after) = (
            Dictionary(grouping: old.escalations) { meaning(of: $0.severity) },
            Dictionary(grouping: new.escalations) { meaning(of: $0.severity) }
        )
        var seen: Set<String> = []
        for severity in (old.escalations + new.escalations).map(\.severity) {
            let key = meaning(of: severity)
            guard seen.insert(key).inserted else { continue }
            compare(
                .escalation, "Escalation of \(severity)", nil, before[key, default: []].map(\.after),
                after[key, default: []].map(\.after), key: \.meaningKey, text: \.shortText,
                isLooser: TimeAmount.isLonger)
        }
    }
}

extension Dashboard {
    fileprivate var title: String { name ?? "Dashboard" }
    fileprivate var side: PlanChange.Side { .init(title, at: span) }
}

extension ConfiguredLimit {
    fileprivate var fullKey: String { "\(key)\n\(meaning(of: metric))\n\(level?.rawValue ?? "")" }
}
