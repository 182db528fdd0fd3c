import Plan
import SourceText

extension PlanRule {
    /// A flag that is on by default, although the plan switches it on later.
    static let flagDefaultConflict = PlanRule(
        id: "flag-default-conflict", severity: .warning,
        summary: "a flag is on by default that the plan switches on only later",
        explanation: Explanation(
            fault: """
                A list of flags has one on by default, and the plan holds it off in its first phase, switches it on \
                in a later one, files it under a later one or under none, unlike the others; or a way back disables \
                all flags by their defaults while one of these is on.
                """,
            harm: """
                The first deployment brings the feature to everybody before the phase that was to watch it, and going \
                back to the defaults takes nothing back.
                """,
            misses: """
                Switches for emergencies and for the old code are left alone. A default is read from a column or a key \
                that is called so; where phases have no numbers nothing is said.
                """),
        badExample: [ExampleDocument("plan.md", flagsByDefault("on"))],
        goodExample: [ExampleDocument("plan.md", flagsByDefault("off"))], isPreview: true
    ) { input in
        let plan = input.plan
        let phases = plan.phasesByID
        let firsts = firstPhases(of: plan)
        let late = input.flagGroups.filter { !standsBy($0.name) }.compactMap { flag -> Fault? in
            guard let preset = flag.settings.first(where: { $0.kind == .preset && !$0.goesBack }), preset.isOn.value,
                let other = delay(of: flag, phases, firsts),
                input.scopes.mayBelongTogether(preset.span, other.span)
            else { return nil }
            return Fault(
                message: "\(quoted(flag.name)) is on by default here, but \(other.phrase) in \(place(other.span))",
                span: preset.isOn.span, label: preset.isOn.label("on by default"),
                related: [Finding.Note(other.label, at: other.span)],
                help: "let the default be off, or drop the later switch", identity: [flag.key, other.phase])
        }
        return late + onWithoutPhase(input, firsts) + revertingToOn(input)
    }
}

/// A flag that is on by default and stands in no phase, where two others of its list or more are off until a phase.
private func onWithoutPhase(_ input: RuleInput, _ firsts: [String: Double]) -> [Fault] {
    guard !firsts.isEmpty else { return [] }
    struct List: Hashable {
        let path: String
        let section: Int
    }
    var order: [List] = []
    var members: [List: (on: [(flag: FlagGroup, preset: FlagSetting)], scheduled: [FlagSetting])] = [:]
    for flag in input.flagGroups where !standsBy(flag.name) {
        guard let preset = flag.settings.first(where: { $0.kind == .preset && !$0.goesBack }) else { continue }
        let list = List(path: preset.span.path, section: input.scopes.sectionNumber(at: preset.span))
        if members[list] == nil { order.append(list) }
        let isPlanned =
            !flag.filedUnder.isEmpty || flag.settings.contains { $0.kind != .preset && !$0.goesBack }
            || flag.stages.contains { $0.when != nil || $0.phase != nil }
            || flag.mentions.contains { $0.purpose == .enable || $0.phase != nil }
        if preset.isOn.value, !isPlanned, Set(words(of: textLine(of: preset.span))).isDisjoint(with: liveWords) {
            members[list, default: ([], [])].on.append((flag, preset))
        } else if !preset.isOn.value, isPlanned {
            members[list, default: ([], [])].scheduled.append(preset)
        }
    }
    return order.flatMap { list -> [Fault] in
        guard let own = members[list], own.scheduled.count >= 2, let first = own.on.first,
            own.on.count <= own.scheduled.count
        else { return [] }
        let others = own.on.dropFirst().prefix(5).map { other in
            other.preset.isOn.note("\(clipped(other.flag.name)) is on by default too")
        }
        return [
            Fault(
                message:
                    "\(quoted(first.flag.name)) is on by default here and no phase speaks of it, but others of the "
                    + "list are off until a phase, as in \(place(own.scheduled[0].span))",
                span: first.preset.isOn.span, label: first.preset.isOn.label("on by default"),
                related: [own.scheduled[0].isOn.note("off until a phase")] + others,
                help: "say which phase brings it, or that it is live already", identity: [first.flag.key, "no phase"])
        ]
    }
}

/// `Disable all toggles, revert to defaults`, where a default is on.
private func revertingToOn(_ input: RuleInput) -> [Fault] {
    let presets = input.flagGroups.filter { !standsBy($0.name) }.flatMap(\.settings).filter {
        $0.kind == .preset && !$0.goesBack && $0.isOn.value
    }
    guard let first = presets.first else { return [] }
    return input.plan.documents.flatMap { document -> [Fault] in
        let file = document.source
        return (1...max(1, file.lineStarts.count)).compactMap { number in
            let line = file.lineRange(number)
            guard line.count < 400, case let text = file.text(line), text.contains("efault"),
                case let own = Set(words(of: text)), !own.isDisjoint(with: ["default"]),
                !own.isDisjoint(with: returningWords), !own.isDisjoint(with: ["disable", "off"]),
                !own.isDisjoint(with: ["all", "every"]),
                !own.isDisjoint(with: ["toggle", "flag", "feature", "switche"])
            else { return nil }
            let start = line.lowerBound + text.utf8.prefix { $0 <= 0x40 }.count
            let span = SourceSpan(file: file, range: start..<line.upperBound)
            guard input.scopes.mayBelongTogether(span, first.span) else { return nil }
            let count = presets.count
            return Fault(
                message: "this disables the flags by their defaults, but the default of "
                    + (count == 1 ? "one is" : "\(count) is") + " on in \(place(first.span))",
                span: span, label: "to the defaults",
                related: presets.prefix(3).map { $0.isOn.note("on by default") },
                help: "set the flags off by name, or let the defaults be off", identity: ["defaults", "\(count)"])
        }
    }
}

private let returningWords: Set<String> = ["revert", "reset", "return", "restore", "back", "fall", "reverting"]
private let liveWords: Set<String> = [
    "existing", "already", "live", "legacy", "current", "permanent", "permanently", "always", "ga", "released", "core",
    "done", "shipped", "production",
]

private func flagsByDefault(_ state: String) -> String {
    """
    # Plan

    | Feature flag | Default | Purpose |
    | --- | --- | --- |
    | `ENABLE_NEW_CART` | \(state) | the new cart |
    | `ENABLE_GIFT_CARDS` | off | gift cards |

    ## Phase 1: Preparation

    ```bash
    ENABLE_NEW_CART=false
    ```

    ## Phase 2: Rollout

    ```bash
    ENABLE_NEW_CART=true
    ENABLE_GIFT_CARDS=true
    ```
    """
}

private typealias Delay = (phrase: String, label: String, span: SourceSpan, phase: String)

/// The place that has a flag off, or not on yet, at the beginning.
private func delay(of flag: FlagGroup, _ phases: [String: Phase], _ firsts: [String: Double]) -> Delay? {
    let isFirst = { (phase: Phase) in phase.number != nil && phase.number == firsts[phase.keyword] }
    let settings = flag.settings.filter { $0.kind != .preset && !$0.goesBack }
    if let off = settings.first(where: { !$0.isOn.value && $0.phase.flatMap { phases[$0] }.map(isFirst) == true }),
        let phase = off.phase.flatMap({ phases[$0] })
    {
        return ("\(phase.title) holds it off", "off in \(phase.title)", off.isOn.span, phase.id)
    }
    let filed = flag.filedUnder.compactMap { claim in phases[claim.value].map { (phase: $0, span: claim.span) } }
    let enabled =
        flag.mentions.filter { $0.purpose == .enable && $0.certain }.map { ($0.span, $0.phase) }
        + settings.filter(\.isOn.value).map { ($0.span, $0.phase) }
    let switched = enabled.compactMap { span, id in id.flatMap { phases[$0] }.map { (phase: $0, span: span) } }
    let isLate = { (phase: Phase) in
        phase.number != nil && firsts[phase.keyword] != nil && !isFirst(phase)
    }
    if let place = filed.first, filed.allSatisfy({ isLate($0.phase) }) {
        return ("it belongs to \(place.phase.title)", place.phase.title, place.span, place.phase.id)
    }
    // What stands outside of all phases may switch it on from the start.
    guard let place = switched.first, switched.count == enabled.count, switched.allSatisfy({ isLate($0.phase) }) else {
        return nil
    }
    return (
        "\(place.phase.title) switches it on", "switched on in \(place.phase.title)", place.span, place.phase.id
    )
}

/// The lowest number of each kind of phase that counts from 0 or 1, where there are two or more.
private func firstPhases(of plan: Plan) -> [String: Double] {
    var numbers: [String: Set<Double>] = [:]
    for phase in plan.phases { if let number = phase.number { numbers[phase.keyword, default: []].insert(number) } }
    return numbers.compactMapValues { $0.count > 1 ? $0.min() : nil }
}
