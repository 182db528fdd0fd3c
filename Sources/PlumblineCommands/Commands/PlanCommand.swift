import ArgumentParser
import PlanPrinting
import SourceText

struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Show the plan that documents state.",
        discussion: "Exit status: 0 read, 2 could not run.")

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, markdown
    }

    @Option(help: "text: tables for a terminal; json: the contract plumbline/plan/1; markdown: tables for a page.")
    var format: Format = .text

    @Option(help: ArgumentHelp("Width of the tables in columns; the terminal's, else 100.", valueName: "columns"))
    var width: Int?

    @Argument(help: ArgumentHelp("Folders and Markdown documents.", valueName: "path"))
    var paths: [String] = ["."]

    func validate() throws {
        if let width, !(40...1000).contains(width) { throw ValidationError("'--width' takes 40 to 1000 columns") }
    }

    func run() throws {
        let (plan, findings, _) = Pipeline.read(try loadDocuments(paths))
        for finding in findings { Terminal.warn(finding) }
        switch format {
        case .text: try Terminal.print(planText(plan, width: width ?? Terminal.width ?? 100))
        case .json: try Terminal.print(planJSON(plan).serialized())
        case .markdown: try Terminal.print(planMarkdown(plan))
        }
    }
}
