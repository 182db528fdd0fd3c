import ArgumentParser
import Configuration
import PlanPrinting
import Rendering

struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: "Print the JSON Schema of an output, or of plumbline.yml.")

    enum Subject: String, ExpressibleByArgument, CaseIterable {
        case plan, explain, lint, rules, status, config
    }

    @Argument(
        help:
            "plan, lint, status: what those commands print or write as JSON; explain: plan --explain; rules: explain; config: plumbline.yml."
    )
    var subject: Subject

    func run() throws {
        switch subject {
        case .plan: try Terminal.print(planSchema)
        case .explain: try Terminal.print(explainSchema)
        case .lint: try Terminal.print(lintSchema)
        case .rules: try Terminal.print(rulesSchema)
        case .status: try Terminal.print(statusSchema)
        case .config: try Terminal.print(configurationSchema)
        }
    }
}
