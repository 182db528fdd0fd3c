import Plan
import SourceText

extension PlanRule {
    /// A step sets a variable that the plan's own list does not know.
    static let variableUndeclared = PlanRule(
        id: "variable-undeclared", severity: .warning,
        summary: "a step sets a variable that the list of variables does not have",
        explanation: Explanation(
            fault: """
                A section headed as the list of environment variables, or one item of a checklist, names three or more, and \
                a step of the same document or of one beside it sets a variable that no such list has; or two of its \
                phases set a flag written like a variable that is in none.
                """,
            harm: """
                Whoever prepares an environment by the list leaves the variable out; whoever runs the step may type a \
                name that nothing reads.
                """,
            misses: """
                Variables in commands, names without an underscore, and plans whose lists do not have two names \
                with the same first word as the one that is set.
                """),
        badExample: [
            ExampleDocument(
                "launch.md",
                """
                # Launch

                ## Environment variables

                - `TILL_API_URL`
                - `TILL_API_TOKEN`
                - `TILL_REGION`

                ## Go live

                1. Set `TILL_LIVE_MODE` to `true`
                """)
        ],
        goodExample: [
            ExampleDocument(
                "launch.md",
                """
                # Launch

                ## Environment variables

                - `TILL_API_URL`
                - `TILL_API_TOKEN`
                - `TILL_LIVE_MODE`

                ## Go live

                1. Set `TILL_LIVE_MODE` to `true`
                """)
        ], isPreview: true
    ) { input in
        let variables = input.plan.commands.variables
        let listed = variables.filter { $0.role == .listed }
        let known = Set(listed.map(\.name))
        guard known.count >= 3, let first = listed.min(by: { $0.span < $1.span }) else { return [] }
        let families = Dictionary(grouping: known, by: family)
        var told: Set<String> = []
        let switches = undeclaredSwitches(input.plan, listed, known)
        return switches
            + variables.sorted { $0.span < $1.span }.compactMap { variable in
                guard variable.role == .set, !known.contains(variable.name),
                    families[family(variable.name), default: []].count > 1,
                    input.scopes.mayBelongTogether(variable.span, first.span), told.insert(variable.name).inserted
                else { return nil }
                let close = closestMatch(to: variable.name, among: known.sorted()).map {
                    "; did you mean \(quoted($0))?"
                }
                return Fault(
                    message:
                        "\(quoted(variable.name)) is set here, but the list of variables does not have it\(close ?? "")",
                    span: variable.span, label: "set, \(variable.reading.phrase)",
                    related: [Finding.Note("the list begins here", at: first.span)],
                    help: "add it to the list, or correct the name", identity: [variable.name])
            }
    }
}

/// Flags in the manner of variables that two phases or more of a document set, and its own list of variables lacks.
private func undeclaredSwitches(_ plan: Plan, _ listed: [VariableMention], _ known: Set<String>) -> [Fault] {
    let lists = Dictionary(grouping: listed, by: \.span.path).filter { Set($0.value.map(\.name)).count >= 3 }
    guard !lists.isEmpty else { return [] }
    return plan.flags.compactMap { flag -> Fault? in
        guard flag.name.contains("_"), flag.name == flag.name.uppercased(), !known.contains(flag.name),
            flag.listings.isEmpty
        else { return nil }
        let stages = flag.stages.filter { $0.phase != nil && lists[$0.span.path] != nil }
            .sorted { $0.span < $1.span }
        guard Set(stages.map(\.phase)).count > 1, let stage = stages.first,
            let list = lists[stage.span.path]?.min(by: { $0.span < $1.span })
        else { return nil }
        return Fault(
            message: "\(quoted(flag.name)) is what the phases set, but the list of variables does not have it",
            span: stage.percent?.span ?? stage.span, label: "set in a phase",
            related: [Finding.Note("the list begins here", at: list.span)]
                + stages.dropFirst().map { Finding.Note("and here", at: $0.percent?.span ?? $0.span) },
            help: "add it to the list", identity: [flag.name])
    }
}

/// `TILL` of `TILL_API_URL`: variables of one program share it.
private func family(_ name: String) -> Substring { name.prefix { $0 != "_" } }
