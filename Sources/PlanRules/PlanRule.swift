package import SourceText

/// A fault that planning documents can have: how it is found, and what is told about it.
///
/// The fields are the only source of the rule's documentation; `plumbline explain` prints them.
package struct PlanRule: Sendable {
    /// What a reader is told beyond the summary; each a paragraph of plain text, wrapped where it is shown.
    package struct Explanation: Sendable {
        /// What is held against what, and when it counts as a fault.
        package let fault: String
        /// What goes wrong in the migration when nobody notices.
        package let harm: String
        /// What the rule leaves alone on purpose, so that silence is not taken for proof.
        package let misses: String
    }

    /// A Markdown document of an example.
    package struct ExampleDocument: Sendable {
        /// Path relative to the folder that is checked.
        package let name: String
        package let text: String

        package init(_ name: String, _ text: String) {
            self.name = name
            self.text = text
        }
    }

    /// Kebab-case, named for the fault, stable forever.
    package let id: String
    package let severity: Severity
    /// One phrase without a full stop: `a flag is at two percentages at once`.
    package let summary: String
    package let explanation: Explanation
    /// Documents on which exactly this rule speaks.
    package let badExample: [ExampleDocument]
    /// Documents on which no rule speaks.
    package let goodExample: [ExampleDocument]
    /// Off unless asked for, because it infers from loose prose.
    package let isPreview: Bool
    /// Finds the fault; findings come in no particular order (`runRules` sorts).
    package let check: @Sendable (RuleInput) -> [Finding]

    /// - Parameter faults: The check; the rule's name, severity and usual help are added to what it returns.
    init(
        id: String, severity: Severity, summary: String, explanation: Explanation, badExample: [ExampleDocument],
        goodExample: [ExampleDocument], isPreview: Bool = false, faults: @escaping @Sendable (RuleInput) -> [Fault]
    ) {
        self.id = id
        self.severity = severity
        self.summary = summary
        self.explanation = explanation
        self.badExample = badExample
        self.goodExample = goodExample
        self.isPreview = isPreview
        check = { input in faults(input).map { $0.finding(of: id, severity) } }
    }
}

/// A finding as a rule words it, before it is known which rule it belongs to.
struct Fault {
    let message: String
    let span: SourceSpan
    var label: String?
    var related: [Finding.Note] = []
    /// nil for the usual advice, to make the places agree.
    var help: String?
    /// Entity and normalised values, never a position.
    let identity: [String]
    var fixes: [SourceFix] = []

    /// No reader looks at more; ten thousand of them would bury the other findings.
    private static let mostNotes = 8

    private var shownNotes: [Finding.Note] {
        guard related.count > Fault.mostNotes, let last = related.prefix(Fault.mostNotes).last else { return related }
        let more = related.count - Fault.mostNotes
        let ending = more == 1 ? "and in 1 more place" : "and in \(more) more places"
        return related.prefix(Fault.mostNotes - 1) + [Finding.Note("\(last.message), \(ending)", at: last.span)]
    }

    func finding(of rule: String, _ severity: Severity) -> Finding {
        Finding(
            rule: rule, severity: severity, message: message, at: span, label: label, related: shownNotes,
            help: "\(help ?? "make the two agree"), or allow it here with a reason (`plumbline explain \(rule)`)",
            identity: identity, fixes: fixes)
    }
}
