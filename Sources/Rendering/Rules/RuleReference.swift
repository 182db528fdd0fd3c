/// What the pages about the rules tell: our own words, laid before templates like a report.
///
/// In descriptions backquotes mean code.
package struct RuleReference: Sendable {
    package struct Subject: Sendable {
        package let name: String
        package let rules: [Rule]

        package init(name: String, rules: [Rule]) {
            self.name = name
            self.rules = rules
        }
    }

    package struct Rule: Sendable {
        package let id: String
        /// `error`, `warning` or `info`.
        package let severity: String
        package let isPreview: Bool
        /// A phrase without a full stop.
        package let summary: String
        package let fault: String
        package let harm: String
        package let leftAlone: String
        /// Documents on which the rule speaks.
        package let reported: [Document]
        /// What the tool prints about them.
        package let printed: String
        /// Documents on which no rule speaks.
        package let notReported: [Document]

        package init(
            id: String, severity: String, isPreview: Bool, summary: String, fault: String, harm: String,
            leftAlone: String, reported: [Document], printed: String, notReported: [Document]
        ) {
            self.id = id
            self.severity = severity
            self.isPreview = isPreview
            self.summary = summary
            self.fault = fault
            self.harm = harm
            self.leftAlone = leftAlone
            self.reported = reported
            self.printed = printed
            self.notReported = notReported
        }
    }

    package struct Document: Sendable {
        package let path: String
        package let text: String

        package init(path: String, text: String) {
            self.path = path
            self.text = text
        }
    }

    /// A fault of an input that readers report beside the rules.
    package struct InputFault: Sendable {
        package let id: String
        package let severity: String
        package let summary: String
        package let advice: String

        package init(id: String, severity: String, summary: String, advice: String) {
            self.id = id
            self.severity = severity
            self.summary = summary
            self.advice = advice
        }
    }

    package let subjects: [Subject]
    package let inputFaults: [InputFault]
    package let toolVersion: String

    package init(subjects: [Subject], inputFaults: [InputFault], toolVersion: String) {
        self.subjects = subjects
        self.inputFaults = inputFaults
        self.toolVersion = toolVersion
    }

    var rules: [Rule] { subjects.flatMap(\.rules) }
}
