import Plan
import SourceText

extension PlanRule {
    /// A switch for developers that the plan uses in production.
    static let flagEnvironmentConflict = PlanRule(
        id: "flag-environment-conflict", severity: .warning,
        summary: "a flag for development or tests only is used in production",
        explanation: Explanation(
            fault: """
                One place says that a flag is for development, local or test use only; another sets it or \
                switches it in a phase, under a heading or in a line that says production, or as the kill switch.
                """,
            harm: """
                In production the flag does nothing, so that the switch everybody relies on has no effect; or it opens \
                there what was meant for developers.
                """,
            misses: """
                Only `only` beside the environment counts, in the line of the flag itself. A line that says that the flag \
                must not be used in production agrees with the first.
                """),
        badExample: [ExampleDocument("plan.md", developersFlag("development only"))],
        goodExample: [ExampleDocument("plan.md", developersFlag("all environments"))], isPreview: true
    ) { input in
        let phases = input.plan.phasesByID
        return input.flagGroups.compactMap { flag in
            let spans = Set(flag.listings + flag.mentions.map(\.span) + flag.settings.map(\.span)).sorted()
            guard let bound = spans.lazy.prefix(200).compactMap(boundary).first else { return nil }
            let used = uses(of: flag).first { span, phase in
                span.path != bound.span.path || textLine(of: span) != textLine(of: bound.span)
                    ? isInProduction(span, phase.flatMap { phases[$0] }, input) : false
            }
            guard let use = used?.span ?? emergencySwitch(flag, beside: bound.span, input) else { return nil }
            return Fault(
                message: "\(quoted(flag.name)) is switched in production here, but is for \(bound.text) only in "
                    + place(bound.span),
                span: use, label: "switched in production",
                related: [Finding.Note("\(bound.text) only", at: bound.span)],
                help: "use another flag, or correct what it is for", identity: [flag.key, bound.text])
        }
    }
}

private func developersFlag(_ scope: String) -> String {
    """
    # Plan

    | Feature flag | Used in |
    | --- | --- |
    | `ENABLE_NEW_CART` | \(scope) |
    | `ENABLE_GIFT_CARDS` | all environments |

    ## Phase 1: Production

    - Enable `ENABLE_NEW_CART` feature flag
    - Enable `ENABLE_GIFT_CARDS` feature flag
    """
}

/// `dev only`, `only for tests`, `nur lokal`: the environment, as the line of a flag limits it.
private func boundary(_ span: SourceSpan) -> (text: String, span: SourceSpan)? {
    limit(in: textLine(of: span), span) ?? comment(above: span).flatMap { limit(in: $0, span) }
}

private func limit(in text: String, _ span: SourceSpan) -> (text: String, span: SourceSpan)? {
    let line = words(of: text)
    guard let index = line.firstIndex(where: onlyWords.contains) else { return nil }
    let near = line[max(0, index - 3)..<min(line.count, index + 4)]
    guard let environment = near.first(where: developersPlaces.contains),
        Set(line).isDisjoint(with: ["production", "prod", "not", "never", "nicht", "until"])
    else { return nil }
    return (environment, span)
}

/// Where the flag is set or an instruction switches it.
private func uses(of flag: FlagGroup) -> [(span: SourceSpan, phase: String?)] {
    flag.mentions.filter { $0.purpose != .other && $0.certain }.map { ($0.span, $0.phase) }
        + flag.settings.filter { $0.kind != .preset }.map { ($0.span, $0.phase) }
}

private func isInProduction(_ span: SourceSpan, _ phase: Phase?, _ input: RuleInput) -> Bool {
    let line = words(of: textLine(of: span))
    guard Set(line).isDisjoint(with: refusingWords) else { return false }
    if zip(line, line.dropFirst()).contains(where: { $0 == "kill" && $1 == "switch" }) { return true }
    return isOnProduction(line) || phase.map { $0.names.contains { isOnProduction(words(of: $0.value)) } } ?? false
}

/// Where a procedure for emergencies has the flag off.
private func emergencySwitch(_ flag: FlagGroup, beside bound: SourceSpan, _ input: RuleInput) -> SourceSpan? {
    flag.settings.prefix(50).first { setting in
        !setting.isOn.value && setting.kind != .preset
            && titles(above: setting.span, in: input.plan).contains {
                !emergencyWords.isDisjoint(with: words(of: $0))
            }
            && Set(words(of: textLine(of: setting.span))).isDisjoint(with: developersPlaces)
            && !(comment(above: setting.span).map { !developersPlaces.isDisjoint(with: words(of: $0)) } ?? false)
    }?.span
}

private let emergencyWords: Set<String> = [
    "emergency", "emergencie", "incident", "kill", "notfall", "emergencia", "urgence",
]

private func isOnProduction(_ words: [String]) -> Bool {
    words.contains { ["production", "prod", "produktion", "producción"].contains($0) }
        && Set(words).isDisjoint(with: ["pre", "non", "before", "ready", "readiness", "like"])
}

private let onlyWords: Set<String> = ["only", "nur", "solo", "sólo", "seulement", "uniquement", "solamente"]
private let developersPlaces: Set<String> = [
    "dev", "development", "local", "locally", "developer", "test", "testing", "sandbox", "entwicklung", "lokal",
    "desarrollo",
    "développement",
]
private let refusingWords: Set<String> = [
    "not", "never", "no", "off", "false", "disabled", "remove", "without", "ensure", "verify", "check", "nicht",
    "nunca",
    "jamais",
]
