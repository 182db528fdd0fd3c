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
        let commands = input.plan.commands
        let mentions = commands.deployments + commands.blocks.flatMap(\.commands).compactMap(deployment)
        guard !mentions.isEmpty else { return [] }
        let deployments = Dictionary(grouping: mentions, by: \.span.path).mapValues { $0.sorted { $0.span < $1.span } }
        let reach = SectionReach(input.plan)
        var sections: Set<Range<Int>> = []
        return commands.variables.filter(isGiven).sorted { $0.span < $1.span }.compactMap { variable in
            let around = reach.range(around: variable.span)
            // The line itself may say `and deploy again`.
            guard let last = last(of: deployments[variable.span.path] ?? [], before: around.upperBound), last.isStep,
                last.span.range.lowerBound >= around.lowerBound, variable.role == .set || variable.names(last.host),
                last.span.range.upperBound < variable.span.range.lowerBound,
                last.reading != .heading || !reach.stands(variable.span, under: last.span),
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

/// Whether a step gives a variable its value: by setting it, or by making the value and putting it there.
private func isGiven(_ variable: VariableMention) -> Bool { variable.role == .set || variable.role == .made }

extension VariableMention {
    /// Whether the line of the variable names the host: `Copy the secret → add it to Vercel as X`.
    fileprivate func names(_ host: String) -> Bool {
        let file = span.file
        return file.text(file.lineRange(file.line(at: span.range.lowerBound))).contains(host)
    }
}

private func last(of places: [DeploymentMention], before end: Int) -> DeploymentMention? {
    let count = places.countOfLeading { $0.span.range.lowerBound < end }
    return count > 0 ? places[count - 1] : nil
}

/// `vercel --prod`, `netlify deploy --prod`.
private func deployment(by command: ShellCommand) -> DeploymentMention? {
    guard let typed = TypedCommand(command), let host = ["vercel": "Vercel", "netlify": "Netlify"][typed.tool],
        case let verb = typed.plain.first?.text ?? "",
        verb.isEmpty && typed.has("--prod") || ["deploy", "redeploy", "promote"].contains(verb)
    else { return nil }
    return DeploymentMention(isStep: true, host: host, span: command.span, reading: .codeBlock)
}
