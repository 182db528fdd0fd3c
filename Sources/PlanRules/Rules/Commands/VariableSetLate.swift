import Plan
import SourceText

extension PlanRule {
    /// A variable is set at the host when the deployment that needs it is over.
    static let variableSetLate = PlanRule(
        id: "variable-set-late", severity: .warning,
        summary: "a variable is set after the deployment, and nothing deploys again",
        explanation: Explanation(
            fault: """
                In a document that names Vercel or Netlify a step sets a variable behind the step that deploys, in the \
                same section, and no later line of the section speaks of deploying. Both hosts hand a changed variable \
                to new deployments only.
                """,
            harm: "What was deployed goes on without the variable, although every step was done.",
            misses: "Other hosts, and sections without a step that deploys."),
        badExample: [
            ExampleDocument(
                "launch.md",
                """
                # Launch on Vercel

                ## Evening of the launch

                1. Deploy the shop to production
                2. Set `TILL_LIVE_MODE` to `true` in the project's settings
                3. Buy something for one euro
                """)
        ],
        goodExample: [
            ExampleDocument(
                "launch.md",
                """
                # Launch on Vercel

                ## Evening of the launch

                1. Set `TILL_LIVE_MODE` to `true` in the project's settings
                2. Deploy the shop to production
                3. Buy something for one euro
                """)
        ], isPreview: true
    ) { input in
        let told = input.plan.commands.deployments
        guard let host = told.first?.host else { return [] }
        let typed = input.plan.commands.blocks.flatMap(\.commands).filter(deploys).map {
            DeploymentMention(isStep: true, host: host, span: $0.span, reading: .codeBlock)
        }
        let deployments = Dictionary(grouping: told + typed, by: \.span.path)
        let reach = SectionReach(input.plan)
        var sections: Set<Range<Int>> = []
        return input.plan.commands.variables.filter { $0.role == .set }.sorted { $0.span < $1.span }.compactMap {
            variable in
            let around = reach.range(around: variable.span)
            let start = variable.span.range.lowerBound
            let places = (deployments[variable.span.path] ?? []).filter { around.contains($0.span.range.lowerBound) }
            // The line itself may say `and deploy again`.
            guard let last = places.max(by: { $0.span < $1.span }), last.isStep, last.span.range.upperBound < start,
                sections.insert(around).inserted
            else { return nil }
            return Fault(
                message:
                    "\(quoted(variable.name)) is set after the deployment, and \(last.host) hands it to a new one only",
                span: variable.span, label: "set, \(variable.reading.phrase)",
                related: [Finding.Note("the last deployment", at: last.span)],
                help: "set it before, or deploy again behind it", identity: [variable.name])
        }
    }
}

/// `vercel --prod`, `netlify deploy --prod`.
private func deploys(_ command: ShellCommand) -> Bool {
    guard let typed = TypedCommand(command), typed.tool == "vercel" || typed.tool == "netlify" else { return false }
    let verb = typed.plain.first?.text
    return verb == nil && typed.has("--prod") || ["deploy", "redeploy", "promote"].contains(verb)
}
