import Plan
import SourceText

extension PlanRule {
    /// A flag of the list that the plan forgets.
    static let flagUnscheduled = PlanRule(
        id: "flag-unscheduled", severity: .warning, summary: "a listed flag is switched on nowhere",
        explanation: Explanation(
            fault: """
                A list of flags holds one that no day, phase or step of the plan switches on, while most flags of \
                the list are scheduled; or the settings of a phase hold a flag off that no later phase switches on, \
                while flags beside it are.
                """,
            harm: """
                The feature stays off when the rollout is called finished, or somebody switches it on by feel, on a day \
                on which nobody watches for it.
                """,
            misses: """
                Switches for emergencies and for the old code are never scheduled. A flag that the plan names anywhere \
                beside the list and the ways back, or whose line says that it comes later or is on already, is left alone.
                """),
        badExample: [ExampleDocument("plan.md", flagsAndDays(second: "- Watch the queue"))],
        goodExample: [ExampleDocument("plan.md", flagsAndDays(second: "- Enable `enableGiftCards` feature flag"))]
    ) { input in
        // Where a phase holds it off, that place says more than the list.
        let kept = keptOff(input.flagGroups, input.plan.phasesByID, input.scopes)
        let told = Set(kept.map(\.identity))
        return forgottenInLists(input.flagGroups, input.scopes).filter { !told.contains($0.identity) } + kept
    }
}

private func flagsAndDays(second: String) -> String {
    """
    # Plan

    | Feature flag | Purpose |
    | --- | --- |
    | `enableFastCheckout` | one page |
    | `enableNewCart` | new cart |
    | `enableGiftCards` | gift cards |

    #### Day 1: First flags (20% rollout)
    - Enable `enableFastCheckout` feature flag
    - Enable `enableNewCart` feature flag

    #### Day 2: Next (20% rollout)
    \(second)
    """
}

/// Where flags are listed.
private struct FlagList: Hashable {
    let path: String
    let section: Int
}

private func forgottenInLists(_ flags: [FlagGroup], _ scopes: ScopeIndex) -> [Fault] {
    var order: [FlagList] = []
    var lists: [FlagList: [(flag: FlagGroup, span: SourceSpan)]] = [:]
    for flag in flags {
        for span in flag.listings {
            let list = FlagList(path: span.path, section: scopes.sectionNumber(at: span))
            if lists[list] == nil { order.append(list) }
            if lists[list]?.last?.flag.key != flag.key { lists[list, default: []].append((flag, span)) }
        }
    }
    return order.flatMap { list -> [Fault] in
        let members = lists[list] ?? []
        let scheduled = members.filter { isScheduled($0.flag) }
        let open = members.filter { isForgotten($0.flag, scopes) }
        // Where many are open the list is no schedule's.
        guard scheduled.count >= 2, !open.isEmpty, open.count * 2 <= scheduled.count else { return [] }
        return open.compactMap { flag, span in
            guard waits(textLine(of: span)), let other = scheduled.first?.flag, let place = scheduledPlace(other) else {
                return nil
            }
            return Fault(
                message: "\(quoted(flag.name)) is listed here, but no day, phase or step switches it on",
                span: span, label: "listed here",
                related: [Finding.Note("\(quoted(other.name)) is scheduled here", at: place)],
                help: "schedule the flag or take it from the list", identity: [flag.key])
        }
    }
}

private func isScheduled(_ flag: FlagGroup) -> Bool {
    flag.stages.contains { ($0.percent?.value ?? 100) > 0 && ($0.percent != nil || $0.when != nil) }
}

private func scheduledPlace(_ flag: FlagGroup) -> SourceSpan? {
    flag.stages.first { ($0.percent?.value ?? 100) > 0 && ($0.percent != nil || $0.when != nil) }?.span
}

/// Whether nothing but lists and ways back tells of the flag.
private func isForgotten(_ flag: FlagGroup, _ scopes: ScopeIndex) -> Bool {
    guard flag.stages.isEmpty, flag.filedUnder.isEmpty, !standsBy(flag.name),
        !flag.settings.contains(where: { $0.isOn.value })
    else { return false }
    let listed = Set(flag.listings)
    return flag.mentions.allSatisfy { $0.purpose == .disable || listed.contains($0.span) }
        && flag.mentions.contains { listed.contains($0.span) && !scopes.isInPhase($0.span) }
}

/// Whether the line of a list leaves it open that the flag is to be switched on by the plan.
private func waits(_ line: String) -> Bool { Set(words(of: line)).isDisjoint(with: settledWords) }

private let settledWords: Set<String> = [
    "later", "future", "permanent", "permanently", "always", "already", "live", "done", "reserved", "unused",
    "deprecated",
    "no", "nein", "nie", "non", "jamais", "nunca", "kill", "emergency", "manual", "manually", "ops", "operational",
    "optional", "experiment", "backlog", "tbd", "out",
    "after", "never", "dev", "development", "local", "debug", "test", "fallback", "später", "dauerhaft", "notfall",
    "schon",
    "0", "futuro", "siempre", "emergencia", "plus", "toujours", "urgence", "config", "only", "on", "true", "enabled",
]

/// Flags that a phase's settings hold off, and that no place switches on, while others of the same settings are.
private func keptOff(_ flags: [FlagGroup], _ phases: [String: Phase], _ scopes: ScopeIndex) -> [Fault] {
    var released: [FlagList: (flag: FlagGroup, span: SourceSpan)] = [:]
    for flag in flags {
        let on = flag.settings.filter { $0.isOn.value && !$0.goesBack }.prefix(50)
        for off in heldOff(flag) where released[list(of: off, scopes)] == nil {
            guard let phase = off.phase.flatMap({ phases[$0] }),
                let later = on.first(where: { $0.phase.flatMap { phases[$0] }?.follows(phase) ?? false })
            else { continue }
            released[list(of: off, scopes)] = (flag, later.span)
        }
    }
    return flags.compactMap { flag in
        guard flag.stages.allSatisfy({ $0.percent?.value == 0 }), flag.filedUnder.isEmpty, !standsBy(flag.name),
            !flag.settings.contains(where: { $0.isOn.value }), flag.mentions.allSatisfy({ $0.purpose != .enable }),
            let off = heldOff(flag).first(where: { released[list(of: $0, scopes)] != nil }),
            let other = released[list(of: off, scopes)], let phase = off.phase.flatMap({ phases[$0] }),
            waits(remark(beside: off))
        else { return nil }
        let listed = flag.listings.filter { $0 != off.span && !scopes.isInPhase($0) }.prefix(2)
        return Fault(
            message: "\(quoted(flag.name)) is off in \(phase.title) here, and no later phase switches it on",
            span: off.isOn.span, label: off.isOn.label("off"),
            related: [Finding.Note("\(quoted(other.flag.name)), off beside it, is switched on here", at: other.span)]
                + listed.map { Finding.Note("listed here", at: $0) },
            help: "switch the flag on in a later phase or take it from the settings", identity: [flag.key])
    }
}

/// What the line of a setting says beside it: the name of a flag may end in `ENABLED`.
private func remark(beside setting: FlagSetting) -> String {
    let file = setting.span.file
    let line = file.lineRange(file.line(at: setting.span.range.lowerBound))
    let start = setting.span.range.lowerBound
    let end = max(setting.span.range.upperBound, setting.isOn.span.range.upperBound)
    guard line.count < 1000, line.lowerBound <= start, end <= line.upperBound else { return "" }
    return file.text(line.lowerBound..<start) + " " + file.text(end..<line.upperBound)
}

private func heldOff(_ flag: FlagGroup) -> [FlagSetting] {
    // No plan has more phases.
    Array(
        flag.settings.lazy.filter { !$0.isOn.value && !$0.goesBack && $0.phase != nil && $0.kind != .preset }.prefix(50)
    )
}

private func list(of setting: FlagSetting, _ scopes: ScopeIndex) -> FlagList {
    FlagList(path: setting.span.path, section: scopes.sectionNumber(at: setting.span))
}
