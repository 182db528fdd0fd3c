import ArgumentParser
import PlanRules

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Explain a rule with a bad and a good example; without a name, list all rules.")

    @Argument(help: "Name of a rule, as findings print it.")
    var rule: String?

    func run() throws {
        guard let name = rule else { return try Terminal.print(PlanRule.list()) }
        if let fault = InputFault.named(name) { return try Terminal.print(fault.explained(style: Terminal.style)) }
        guard let rule = PlanRule.named(name) else {
            throw CommandError(
                "there is no rule '\(shown(name))'"
                    + (PlanRule.closest(to: name).map { "; did you mean '\($0.id)'?" } ?? ""),
                help: "'plumbline explain' lists all rules")
        }
        try Terminal.print(rule.explained(style: Terminal.style))
    }
}
