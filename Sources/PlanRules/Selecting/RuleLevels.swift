package import SourceText

/// How loud findings are to be, by name; of several selectors the most exact one counts, of equal ones the last.
package struct RuleLevels: Sendable {
    /// nil for off; names of which nothing is said are absent.
    private var levels: [String: Severity?] = [:]

    package init(_ given: [(RuleSelector, Severity?)] = []) {
        let ruleCount = PlanRule.catalogue.count
        let ordered = given.enumerated().sorted {
            ($0.element.0.exactness, $0.offset) < ($1.element.0.exactness, $1.offset)
        }
        for (_, (selector, severity)) in ordered {
            for (index, name) in RuleSelector.names.enumerated()
            where selector.covers(name, isRule: index < ruleCount) {
                levels[name] = .some(severity)
            }
        }
    }

    /// What is said of a name; nil when nothing is, `.some(nil)` when it is off.
    func level(of name: String) -> Severity?? { levels[name] }

    var off: Set<String> { Set(levels.filter { $0.value == nil }.keys) }
}
