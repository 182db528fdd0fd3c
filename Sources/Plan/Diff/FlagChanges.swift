import SourceText

extension ChangeList {
    mutating func compareFlags(_ before: Plan, _ after: Plan, _ phases: PhasePairs) {
        let pairing = Pairing(
            before.flags, after.flags, rounds: [.called { $0.name }, .called { identifierKey($0.name) }])
        for stage in (before.flags + after.flags).flatMap(\.stages) { noteFlag(at: stage.span) }
        for (old, new) in pairing.pairs {
            compare(stages(of: old, .before, phases), stages(of: new, .after, phases), of: new.name)
        }
        for flag in pairing.removed { add(flag, .removed) { ($0, nil) } }
        for flag in pairing.added { add(flag, .added) { (nil, $0) } }
    }

    private mutating func compare(_ before: [StatedStage], _ after: [StatedStage], of flag: String) {
        let (old, new) = (Set(before.map(\.key)), Set(after.map(\.key)))
        let (gone, come) = (before.filter { !new.contains($0.key) }, after.filter { !old.contains($0.key) })
        for stage in gone + come { noteChangedFlag(at: stage.place) }
        // Places that say the same are one.
        var seen: Set<[String]> = []
        var pairing = Pairing(
            gone.filter { seen.insert($0.key).inserted }, come.filter { seen.insert($0.key).inserted },
            rounds: [.called { $0.percent.map(percentText) }, .called { $0.moment }])
        pairing.pairInOrder()
        for (left, right) in pairing.pairs {
            add(
                PlanChange(
                    .flag, .changed, flag, before: left.side, after: right.side,
                    text: "\(clipped(flag))\(difference(left, right))"))
        }
        addUnpaired(pairing, .flag) { _ in
            flag
        } side: {
            $0.side
        }
    }

    private mutating func add(
        _ flag: Flag, _ action: PlanChange.Action, sides: (PlanChange.Side) -> (PlanChange.Side?, PlanChange.Side?)
    ) {
        guard let span = flag.stages.first?.span ?? flag.mentions.first(where: \.certain)?.span else { return }
        let (before, after) = sides(PlanChange.Side(flag.name, at: span))
        add(PlanChange(.flag, action, flag.name, before: before, after: after))
    }
}

/// A stage as far as it says how far and when.
private struct StatedStage {
    /// `day 8`, `week 3`, `Phase 2`; nil when it names no time.
    let moment: String?
    let momentKey: String
    let percent: Double?
    /// Of the value: a heading may state it for the flags below.
    let span: SourceSpan
    /// Of the flag.
    let place: SourceSpan

    var key: [String] { [momentKey, percent.map(percentText) ?? ""] }
    var share: String { percent.map(percentText) ?? "on" }
    var side: PlanChange.Side { .init([moment, share].compactMap(\.self).joined(separator: ", "), at: span) }
}

/// Those that say neither how far nor when are left out; definitions come first.
private func stages(of flag: Flag, _ version: PlanVersion, _ phases: PhasePairs) -> [StatedStage] {
    (flag.stages.filter(\.defines) + flag.stages.filter { !$0.defines }).compactMap { stage in
        guard stage.percent != nil || stage.day != nil || stage.when != nil else { return nil }
        let moment = stage.day.map { "day \($0.value)" } ?? stage.when?.value
        let key = stage.day.map { "day \($0.value)" } ?? stage.when.map { meaning(of: $0.value) }
        return StatedStage(
            moment: moment, momentKey: key ?? phases.id(stage.phase, version), percent: stage.percent?.value,
            span: stage.percent?.span ?? stage.day?.span ?? stage.span, place: stage.span)
    }
}

/// `: day 8 → day 9, 60% → 40%`, ` on day 8: 60% → 40%`, ` at 60%: day 8 → day 9`.
private func difference(_ before: StatedStage, _ after: StatedStage) -> String {
    let (old, new) = (before.moment ?? "any time", after.moment ?? "any time")
    let moments = before.momentKey == after.momentKey ? nil : "\(old) → \(new)"
    let shares = before.percent == after.percent ? nil : "\(before.share) → \(after.share)"
    switch (moments, shares) {
    case (let moments?, let shares?): return ": \(moments), \(shares)"
    case (let moments?, nil): return after.percent.map { " at \(percentText($0)): \(moments)" } ?? ": \(moments)"
    case (nil, let shares?): return after.moment.map { ", \($0): \(shares)" } ?? ": \(shares)"
    case (nil, nil): return ": \(before.side.text) → \(after.side.text)"
    }
}
