import SourceText

/// Names rules, as a user does: by one name, by its beginning with a star, or `all` or `preview`.
///
/// Faults of inputs have names too: they are told unless they are ignored, whatever is selected.
package struct RuleSelector: Sendable, Hashable {
    private enum Kind: Hashable {
        case all, preview
        case beginning(String)
        case name(String)
    }
    let text: String
    private let kind: Kind

    package init(_ text: String) {
        self.text = text
        switch text {
        case "all", "*": kind = .all
        case "preview": kind = .preview
        default: kind = text.hasSuffix("*") ? .beginning(String(text.dropLast())) : .name(text)
        }
    }

    /// Why it names nothing; nil when it names something. One phrase, with what was probably meant.
    package var fault: String? {
        switch kind {
        case .all, .preview: return nil
        case .beginning(let start):
            return RuleSelector.names.contains { $0.hasPrefix(start) } ? nil : "no rule begins with '\(start)'"
        case .name(let name):
            guard !RuleSelector.names.contains(name) else { return nil }
            let meant = closestMatch(to: name, among: RuleSelector.names + ["all", "preview"])
            return "there is no rule '\(name)'" + (meant.map { "; did you mean '\($0)'?" } ?? "")
        }
    }

    /// Whether it takes a rule in; in preview only when that is asked for, be it by the rule's exact name.
    func selects(_ rule: PlanRule, includingPreview: Bool) -> Bool {
        switch kind {
        case .all, .beginning: covers(rule.id, isRule: true) && (includingPreview || !rule.isPreview)
        case .preview: rule.isPreview
        case .name(let name): name == rule.id
        }
    }

    /// Whether what is said of it holds for a name, in preview or not.
    ///
    /// - Parameter isRule: Otherwise it is a fault of inputs, which `all` does not take in: that a document cannot be
    ///   read is silenced by its name alone.
    func covers(_ name: String, isRule: Bool) -> Bool {
        switch kind {
        case .all: isRule
        case .preview: PlanRule.named(name)?.isPreview ?? false
        case .beginning(let start): name.hasPrefix(start)
        case .name(let wanted): name == wanted
        }
    }

    /// Greater for what says it more exactly.
    var exactness: Int {
        switch kind {
        case .all: 0
        case .preview: 1
        case .beginning(let start): 2 + start.utf8.count
        case .name: .max
        }
    }

    /// Every name that a finding can have, rules first, as they are listed to users.
    static let names = PlanRule.catalogue.map(\.id) + InputFault.catalogue.map(\.id)
}
