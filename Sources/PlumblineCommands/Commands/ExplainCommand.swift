import ArgumentParser
import Delivery
import PlanRules
import Rendering
import SourceText

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Explain a rule with a bad and a good example; without a name, list all rules.",
        discussion: """
            '--format html --output FOLDER' writes a page for each rule and one that lists them all; without a folder \
            the page goes to standard output. '--templates' explains what templates may ask for, in Markdown.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, markdown, json, html
    }

    @Option(help: "text: for a terminal; markdown; json: the contract plumbline/rules/1; html: pages.")
    var format: Format = .text

    @Option(help: ArgumentHelp("Folder for the pages of '--format html'.", valueName: "folder"))
    var output: String?

    @Flag(help: "Explain every key that a template of the site may use.")
    var templates = false

    @Argument(help: "Name of a rule, as findings print it.")
    var rule: String?

    func validate() throws {
        guard !templates || rule == nil && output == nil && (format == .text || format == .markdown) else {
            throw ValidationError("'--templates' prints a page in Markdown and goes with nothing else")
        }
        guard output == nil || format == .html else {
            throw ValidationError("'--output' goes with '--format html' alone")
        }
        guard output == nil || rule == nil else { throw ValidationError("'--output' takes the pages of all rules") }
    }

    func run() throws {
        if templates { return try Terminal.print(TemplateReference.markdown) }
        if let rule { try ExplainCommand.explain(rule, as: format) } else { try explainAll() }
    }

    /// Explains a rule, or a fault of an input.
    static func explain(_ name: String, as format: Format = .text) throws {
        if let fault = InputFault.named(name) { return try Terminal.print(fault.explained(style: Terminal.style)) }
        guard let rule = PlanRule.named(name) else {
            throw CommandError(
                "there is no rule '\(shown(name))'"
                    + (PlanRule.closest(to: name).map { "; did you mean '\($0.id)'?" } ?? ""),
                help: "'plumbline explain' lists all rules")
        }
        switch format {
        case .text: try Terminal.print(rule.explained(style: Terminal.style))
        case .markdown: try Terminal.print(rule.markdownPage(printed: rule.printedExample))
        case .json: try Terminal.print(PlanRule.json([rule], printed: \.printedExample).serialized())
        case .html:
            let page = try renderRule(
                RuleReference.Rule(rule), of: .catalogue, templates: try loadTemplates())
            try Terminal.print(page)
        }
    }

    private func explainAll() throws {
        switch format {
        case .text: try Terminal.print(PlanRule.list())
        case .markdown: try Terminal.print(PlanRule.markdownList())
        case .json:
            try Terminal.print(PlanRule.json(PlanRule.catalogue, printed: \.printedExample).serialized())
        case .html:
            guard let output else {
                return try Terminal.print(try renderRuleIndex(.catalogue, templates: try loadTemplates()))
            }
            try writePages(to: output)
        }
    }

    private func writePages(to output: String) throws {
        try refuseOutput(output, around: ["."], inputs: [])
        let files = try renderRules(.catalogue, templates: try loadTemplates())
        do {
            _ = try publish(files, to: output)
        } catch {
            throw CommandError(error.description, help: "the folder was left as it was")
        }
        try Terminal.print("\(joined(output, "index.html"))\n")
    }
}
