import SourceText

/// Which phase is which.
struct PhasePairs {
    let pairing: Pairing<Phase>
    /// Ids behind the change, by those before it.
    private let ids: [String: String]

    init(_ before: Plan, _ after: Plan) {
        var pairing = Pairing(
            before.phases, after.phases,
            rounds: [
                .alike { phase, _ in "\(phase.numberKey)\n\(meaning(of: phase.name))" },
                .called { phase in phase.number == nil && phase.label == nil ? nil : meaning(of: phase.name).nonEmpty },
                .called { phase in phase.numberKey.nonEmpty },
                .called { phase in meaning(of: phase.name).nonEmpty },
            ])
        pairing.pairRenamed(within: { $0.numberKey.isEmpty ? "" : nil }, name: \.name)
        self.pairing = pairing
        ids = Dictionary(pairing.pairs.map { ($0.before.id, $0.after.id) }) { first, _ in first }
    }

    /// The id that a phase has behind the change.
    func id(_ id: String?, _ version: PlanVersion) -> String {
        guard let id else { return "" }
        return version == .after ? id : ids[id] ?? "gone \(id)"
    }
}

extension ChangeList {
    mutating func compare(_ phases: PhasePairs) {
        for (before, after) in phases.pairing.pairs {
            let entity = after.fullName
            if before.numberKey != after.numberKey {
                add(
                    PlanChange(
                        .phase, .moved, after.name, before: .init(before.title, at: before.span),
                        after: .init(after.title, at: after.span)))
            }
            if meaning(of: before.name) != meaning(of: after.name) {
                add(
                    PlanChange(
                        .phase, .renamed, after.title, before: .init(before.name, at: before.span),
                        after: .init(after.name, at: after.span),
                        text: "\(clipped(before.name)) → \(clipped(after.name))")
                )
            }
            compare(
                .phase, entity, nil, before.schedules, after.schedules, action: .moved, key: \.meaningKey, text: \.text)
            compare(
                .phase, entity, "duration", before.durations, after.durations, key: \.meaningKey, text: \.shortText)
            compare(.phase, entity, "risk", before.risks, after.risks, key: meaning, text: { $0 })
            compare(
                .phase, entity, "rollback time", before.rollbackTimes, after.rollbackTimes, key: \.meaningKey,
                text: \.shortText, isLooser: TimeAmount.isLonger)
            compare(.phase, entity, "share", before.percents, after.percents, key: { $0 }, text: percentText)
        }
        addUnpaired(
            phases.pairing, .phase, entity: \.fullName, side: { .init($0.timeText ?? $0.fullName, at: $0.span) })
    }
}

extension Phase {
    /// `phase 4`; empty for one without a number.
    fileprivate var numberKey: String {
        guard number != nil || label != nil else { return "" }
        return "\(keyword) \(label ?? number.map(formatNumber) ?? "")"
    }

    /// `Phase 4: Gradual rollout`.
    fileprivate var fullName: String { title == name || name.isEmpty ? title : "\(title): \(name)" }
}

extension String {
    var nonEmpty: String? { isEmpty ? nil : self }
}
