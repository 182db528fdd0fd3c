import SourceText

extension PlanRule {
    /// Every rule there is, in the order in which they are listed to users.
    package static let catalogue: [PlanRule] =
        flagRules + phaseRules + limitRules + rollbackRules + commandRules + documentRules

    /// The same by what they are about, for lists.
    package static let subjects: [(name: String, rules: [PlanRule])] = [
        ("Flags and days", flagRules), ("Phases and time", phaseRules), ("Limits", limitRules),
        ("Ways back", rollbackRules), ("Commands", commandRules), ("Documents", documentRules),
    ].filter { !$0.rules.isEmpty }

    /// Those that run when nothing is said.
    package static let onByDefault: [PlanRule] = catalogue.filter { !$0.isPreview }

    /// The rule of that name; nil when there is none.
    package static func named(_ id: String) -> PlanRule? { catalogue.first { $0.id == id } }

    /// The rule whose name is a few letters away from a mistyped one; nil when none is close.
    package static func closest(to id: String) -> PlanRule? {
        closestMatch(to: id, among: catalogue.map(\.id)).flatMap(named)
    }
}
