import Plan
import SourceText

extension PlanRule {
    /// One setting at one step of the rollout, with two lists.
    static let flagValueConflict = PlanRule(
        id: "flag-value-conflict", severity: .warning,
        summary: "a list of users or places differs at one step of the rollout",
        explanation: Explanation(
            fault: """
                Two blocks give the same key a list of those who get the change, both for the same percentage, and the \
                lists differ; or both for the same phase, in two documents.
                """,
            harm: "Somebody gets the change unannounced, or waits for it although the plan says that it is there.",
            misses: """
                Only lists whose key says that they choose users, groups or places are compared. Lists with gaps \
                (`…`, variables, placeholders) and blocks for different environments are left alone.
                """),
        badExample: [ExampleDocument("plan.md", lists(second: "harbour, mill"))],
        goodExample: [ExampleDocument("plan.md", lists(second: "mill, harbour, station"))], isPreview: true
    ) { input in
        var order: [Step] = []
        var claims: [Step: [Claim<[String]>]] = [:]
        var names: [Step: String] = [:]
        for setting in input.plan.settings + shellSettings(of: input.plan) {
            guard let list = choice(setting), let step = Step(setting) else { continue }
            if claims[step] == nil { order.append(step) }
            names[step] = names[step] ?? setting.path.last
            claims[step, default: []].append(list)
        }
        let phases = input.plan.phasesByID
        return order.flatMap { step in
            disagreements(
                in: claims[step] ?? [], scope: { input.scopes.scope(at: $0.span) },
                comparing: input.scopes.mayBelongTogether,
                place: { Place($0, section: step.percent == nil ? nil : input.scopes.sectionNumber(at: $0.span)) },
                agree: ==
            ).map { fault(of: names[step] ?? "", at: step, $0, phases) }
        }
    }
}

private func lists(second: String) -> String {
    """
    # Plan

    ## First shops

    ```yaml
    percentage: 10
    allowlist: [harbour, mill, station]
    ```

    ## Runbook

    ```yaml
    percentage: 10
    allowlist: [\(second)]
    ```
    """
}

/// A key at a step of the rollout.
private struct Step: Hashable {
    let key: String
    let percent: Double?
    let phase: String?

    /// nil for a setting that says nothing of a step.
    init?(_ setting: ConfiguredSetting) {
        guard setting.percent != nil || setting.phase != nil else { return nil }
        key = setting.path.map(identifierKey).joined(separator: ".")
        percent = setting.percent
        phase = setting.percent == nil ? setting.phase : nil
    }
}

private func fault(
    of name: String, at step: Step, _ disagreement: Disagreement<[String]>, _ phases: [String: Phase]
) -> Fault {
    let (here, there) = (listText(disagreement.first.value), listText(disagreement.reference.value))
    let when = step.percent.map { "at \(percentText($0))" } ?? "in \(step.phase.flatMap { phases[$0]?.title } ?? "")"
    return Fault(
        message: "\(quoted(name)) is \(here) \(when) here, but \(there) in \(place(disagreement.reference.span))",
        span: disagreement.first.span, label: disagreement.first.label(here), related: disagreement.notes(listText),
        identity: [step.key, when] + disagreement.first.value + [""] + disagreement.reference.value)
}

private func listText(_ values: [String]) -> String { clipped(values.joined(separator: ", ")) }

/// The sorted values of a list that chooses who gets something; nil for any other.
private func choice(_ setting: ConfiguredSetting) -> Claim<[String]>? {
    guard let key = setting.path.last, let first = setting.values.first, let last = setting.values.last,
        !Set(words(of: key)).isDisjoint(with: choosingWords)
    else { return nil }
    var values = setting.values.map(\.value)
    if !setting.isList {
        guard values[0].utf8.contains(UInt8(ascii: ",")) else { return nil }
        values = values[0].split(separator: ",").map { String($0) }
    }
    values = values.map { $0.filter { !$0.isWhitespace } }
    guard values.count <= 50, values.allSatisfy({ !$0.isEmpty && !hasGap($0) }) else { return nil }
    let span = SourceSpan(
        file: first.span.file,
        range: first.span.range.lowerBound..<max(first.span.range.lowerBound, last.span.range.upperBound))
    return Claim(values.sorted(), at: span, .codeBlock)
}

private func hasGap(_ value: String) -> Bool {
    value.contains("…") || value.contains("...") || value.contains("<") || value.contains("$") || value.contains("*")
}

private let choosingWords: Set<String> = [
    "whitelist", "allowlist", "whitelisted", "allowed", "user", "cohort", "tenant", "region", "group", "segment",
    "store",
    "shop", "country", "site", "market", "audience", "customer", "account", "team", "branch", "merchant", "include",
    "included", "beta", "tester",
]
