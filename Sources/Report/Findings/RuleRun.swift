/// Which rules the documents were held against, told by whoever ran them.
package struct RuleRun: Sendable {
    /// A rule, or a fault that a reader of inputs reports.
    package struct Rule: Sendable {
        /// `phase-days-gap`.
        package let id: String
        /// A sentence.
        package let summary: String

        package init(id: String, summary: String) {
            self.id = id
            self.summary = sentence(summary)
        }
    }

    /// In the catalogue's order.
    package let rules: [Rule]
    /// What readers of documents, settings, metrics and results report in any run.
    package let faults: [Rule]
    /// How many findings comments in the documents allow.
    package let allowed: Int

    package init(rules: [Rule] = [], faults: [Rule] = [], allowed: Int = 0) {
        self.rules = rules
        self.faults = faults
        self.allowed = allowed
    }
}
