package import SourceText

extension PlanRule {
    /// The contract `plumbline/rules/1`: rules with their explanations and examples.
    ///
    /// - Parameter printed: what `plumbline lint` prints about a rule's bad example.
    package static func json(_ rules: [PlanRule], printed: (PlanRule) -> String) -> OrderedJSON {
        let subjectOfRule = Dictionary(
            subjects.flatMap { subject in subject.rules.map { ($0.id, subject.name) } }, uniquingKeysWith: { $1 })
        func documents(_ documents: [ExampleDocument]) -> OrderedJSON {
            .array(documents.map { .object([("path", .string($0.name)), ("text", .string($0.text))]) })
        }
        let entries = rules.map { rule in
            OrderedJSON.object([
                ("id", .string(rule.id)), ("subject", .string(subjectOfRule[rule.id] ?? "")),
                ("severity", .string(rule.severity.rawValue)), ("preview", .bool(rule.isPreview)),
                ("summary", .string(rule.summary)), ("fault", .string(rule.explanation.fault)),
                ("harm", .string(rule.explanation.harm)), ("leftAlone", .string(rule.explanation.misses)),
                ("reported", documents(rule.badExample)), ("printed", .string(printed(rule))),
                ("notReported", documents(rule.goodExample)),
            ])
        }
        return .object([("schema", .string("plumbline/rules/1")), ("rules", .array(entries))])
    }

    /// A page about the rule in GitHub Flavored Markdown.
    ///
    /// - Parameter printed: as for ``json(_:printed:)``.
    package func markdownPage(printed: String) -> String {
        let marks = "\(severity.rawValue)\(isPreview ? ", preview" : "")"
        return """
            # \(id)

            \(sentence(summary)) (\(marks))

            \(markdown)
            **What is printed**

            \(fenced(printed, language: "text"))

            **Allowed in a document by**

            \(fenced("<!-- plumbline: allow \(id) reason=\"why\" until=2026-12-01 -->", language: "markdown"))

            """
    }

    /// Every rule by subject, as tables.
    package static func markdownList() -> String {
        let tables = subjects.map { subject in
            "## \(subject.name)\n\n| rule | severity | finds |\n| --- | --- | --- |\n"
                + subject.rules.map { rule in
                    "| `\(rule.id)` | \(rule.severity.rawValue)\(rule.isPreview ? ", preview" : "") | "
                        + "\(inMarkdown(rule.summary)) |\n"
                }.joined()
        }
        return "# Rules\n\n" + tables.joined(separator: "\n")
    }
}
