import Plan
import SourceText

extension PlanRule {
    /// A phase for some of the users whose only setting is on for all.
    static let flagSwitchForShare = PlanRule(
        id: "flag-switch-for-share", severity: .warning,
        summary: "a phase for a share of the users sets a flag on for all",
        explanation: Explanation(
            fault: """
                The heading of a phase names a share of users or traffic, its settings turn a flag on or off and no more, \
                and nothing in the document splits the traffic: no percentage key, weight, canary host, cohort or list. Or \
                the comment above a variable that is built into the pages, or a line of its phase, means it for a share.
                """,
            harm: """
                Whoever applies the settings brings the feature to everybody on the day on which a tenth of the users \
                was to see it.
                """,
            misses: """
                Any word on how traffic or users are split keeps the rule silent, whether it belongs to this flag or \
                not. A flag with a percentage in the phase is left alone.
                """),
        badExample: [ExampleDocument("plan.md", shareBySetting("ENABLE_NEW_CART=true"))],
        goodExample: [ExampleDocument("plan.md", shareBySetting("NEW_CART_ROLLOUT_PCT=10"))], isPreview: true
    ) { input in
        let builtIn = builtInForShare(input)
        let phases = input.plan.phasesByID
        let partial = Set(phases.values.lazy.filter { share(of: $0) != nil }.map(\.id))
        guard !partial.isEmpty else { return builtIn }
        let raised = phasesWithShares(input.flagGroups)
        let splitting = Set(input.plan.documents.lazy.filter { splitsUsers($0.source) }.map(\.path))
        var told: Set<String> = []
        let found = input.flagGroups.flatMap { flag in
            flag.settings.compactMap { setting -> Fault? in
                guard setting.isOn.value, !setting.goesBack, setting.isOn.reading == .codeBlock,
                    setting.kind == .assigned || setting.kind == .configured,
                    let id = setting.phase, partial.contains(id), !raised.contains(id),
                    let phase = phases[id], let share = share(of: phase), share.span.path == setting.span.path,
                    !splitting.contains(setting.span.path), !standsBy(flag.name), told.insert(id).inserted
                else { return nil }
                let text = percentText(share.value)
                return Fault(
                    message:
                        "\(quoted(flag.name)) is set on for all in \(phase.title) here, but the phase is for \(text) "
                        + "in \(place(share.span))",
                    span: setting.isOn.span, label: setting.isOn.label("on"), related: [share.note(text)],
                    help: "set a percentage, or say what splits the users", identity: [flag.key, id, text])
            }
        }
        let keys = Set(builtIn.compactMap(\.identity.first))
        return builtIn + found.filter { !($0.identity.first.map(keys.contains) ?? false) }
    }
}

private func shareBySetting(_ setting: String) -> String {
    """
    # Plan

    ## Phase 1: Opening (10% of users)

    ```bash
    \(setting)
    ```

    ## Phase 2: Everybody (100%)

    ```bash
    ENABLE_NEW_CART=true
    ```
    """
}

/// `# Enable for 10% of users` above `NEXT_PUBLIC_NEW_MAP=true`, or a line of the phase that tells of such a share: the value
/// is built into the program, and is the same for all.
private func builtInForShare(_ input: RuleInput) -> [Fault] {
    let flags = input.flagGroups.filter { isBuiltIn($0.name) }
    guard !flags.isEmpty else { return [] }
    let shares = toldShares(of: input.plan)
    let dividing = Set(input.plan.documents.lazy.filter { says(dividingWords, $0.source) }.map(\.path))
    var told: Set<SourceSpan> = []
    return flags.compactMap { flag in
        for setting in flag.settings.prefix(50)
        where setting.isOn.value && !setting.goesBack && setting.isOn.reading == .codeBlock
            && !dividing.contains(setting.span.path)
        {
            let own = flag.stages.first { $0.span == setting.span }?.percent.flatMap {
                $0.reading == .codeBlock ? $0 : nil
            }
            guard let share = own ?? setting.phase.flatMap({ shares[$0] }), share.value > 0, share.value < 100,
                share.span.path == setting.span.path, told.insert(share.span).inserted
            else { continue }
            let text = percentText(share.value)
            return Fault(
                message: "\(quoted(flag.name)) is built in as on for all here, but is meant for \(text) in "
                    + place(share.span),
                span: setting.isOn.span, label: setting.isOn.label("on"), related: [share.note(text)],
                help: "ask a flag service at run time, or say what splits the users", identity: [flag.key, text])
        }
        return nil
    }
}

/// The first share of the users below all that a phase's section tells of, by the phase's id.
private func toldShares(of plan: Plan) -> [String: Claim<Double>] {
    var shares: [String: Claim<Double>] = [:]
    for worked in workedPhases(of: plan).joined() {
        for line in worked.work.lines.prefix(500) where shares[worked.phase.id] == nil {
            guard let share = toldShares(in: line.text).first, share.percent < 100,
                Set(words(of: line.text)).isDisjoint(with: measuringWords)
            else { continue }
            shares[worked.phase.id] = Claim(share.percent, at: line.span, line.isItem ? .listItem : .prose)
        }
    }
    return shares
}

/// Whether a tool for pages compiles a variable of this name into them.
private func isBuiltIn(_ name: String) -> Bool {
    ["VITE_", "NEXT_PUBLIC_", "REACT_APP_", "NUXT_PUBLIC_", "EXPO_PUBLIC_"].contains(where: name.hasPrefix)
}

/// The phase's own share where every place gives the same, and it is not all.
private func share(of phase: Phase) -> Claim<Double>? {
    guard let first = phase.percents.first, first.value > 0, first.value < 100,
        phase.percents.allSatisfy({ $0.value == first.value })
    else { return nil }
    return first
}

/// Phases in which some flag has a percentage of its own.
private func phasesWithShares(_ flags: [FlagGroup]) -> Set<String> {
    Set(
        flags.lazy.flatMap(\.stages).filter { $0.percent.map { $0.reading != .heading && $0.value < 100 } ?? false }
            .compactMap(\.phase))
}

/// Whether a document says anywhere how users or traffic are split.
private func splitsUsers(_ file: SourceFile) -> Bool { says(splittingWords, file) }

private func says(_ any: Set<String>, _ file: SourceFile) -> Bool {
    (1...max(1, file.lineStarts.count)).contains { number in
        let line = file.lineRange(number)
        guard line.count < 1000 else { return false }
        let text = file.text(line)
        guard !text.hasPrefix("#") else { return false }
        return !any.isDisjoint(with: words(of: text))
    }
}

private let splittingWords: Set<String> = [
    "percentage", "pct", "weight", "weighted", "split", "splitting", "canary", "cohort", "whitelist", "allowlist",
    "whitelisted", "segment", "hash", "bucket", "sticky", "router", "routing", "route", "balancer", "gateway", "nginx",
    "istio", "envoy", "haproxy", "ingress", "proxy", "mirror", "shard", "pod", "replica", "instance", "node", "server",
    "host", "tenant", "region", "ring", "sample", "sampling", "random", "launchdarkly", "unleash", "statsig", "group",
    "anteil", "prozentsatz", "porcentaje", "pourcentage", "gewichtung", "peso", "poids", "store", "branch", "percent",
]
/// What gives two users two builds, or asks at run time.
private let dividingWords: Set<String> = [
    "weight", "weighted", "splitting", "splitter", "cohort", "whitelist", "allowlist", "whitelisted", "hash", "bucket",
    "sticky", "balancer", "middleware", "edge", "nginx", "istio", "envoy", "ingress", "launchdarkly", "unleash",
    "statsig", "random", "modulo", "cookie", "gewichtung",
]
private let measuringWords: Set<String> = [
    "error", "fail", "failing", "affected", "report", "reported", "complain", "rollback", "if", "when", "least",
    "satisfaction", "adoption", "active", "than",
]
