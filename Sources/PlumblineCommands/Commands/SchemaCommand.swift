import ArgumentParser
import Configuration
import Events
import PlanPrinting
import Rendering

struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: "Print the JSON Schema of an output, or of plumbline.yml.")

    enum Subject: String, ExpressibleByArgument, CaseIterable {
        case plan, explain, lint, diff, rules, baseline, status, check, portfolio, validate, metrics, events, config,
            settings
    }

    @Argument(
        help:
            "plan, lint, diff, status, check, portfolio, validate, metrics: what those commands print or write as JSON; events: a line of .plumbline/events.jsonl; explain: plan --explain; rules: explain; baseline: lint --write-baseline; config: plumbline.yml; settings: config show."
    )
    var subject: Subject

    func run() throws {
        switch subject {
        case .plan: try Terminal.print(planSchema)
        case .explain: try Terminal.print(explainSchema)
        case .lint: try Terminal.print(lintSchema)
        case .baseline: try Terminal.print(baselineSchema)
        case .settings: try Terminal.print(settingsSchema)
        case .diff: try Terminal.print(diffSchema)
        case .rules: try Terminal.print(rulesSchema)
        case .check: try Terminal.print(checkSchema)
        case .status: try Terminal.print(statusSchema)
        case .portfolio: try Terminal.print(portfolioSchema)
        case .validate: try Terminal.print(validateSchema)
        case .metrics: try Terminal.print(metricsSchema)
        case .events: try Terminal.print(eventsSchema)
        case .config: try Terminal.print(configurationSchema)
        }
    }
}
