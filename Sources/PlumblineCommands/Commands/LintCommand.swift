import ArgumentParser
import PlanRules
import SourceText

struct LintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint", abstract: "Hold planning documents against each other and report what contradicts.",
        discussion: "Exit status: 0 nothing found, 1 errors or warnings found, 2 could not run.")

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, github
    }

    @Option(help: "text: excerpts for people; json: the contract plumbline/lint/1; github: workflow annotations.")
    var format: Format = .text

    @Argument(help: ArgumentHelp("Folders and Markdown documents.", valueName: "path"))
    var paths: [String] = ["."]

    func run() throws { try LintCommand.lint(paths, format: format) }

    /// - Throws: `ExitCode(1)` when errors or warnings were found.
    static func lint(_ paths: [String], format: Format) throws {
        let documents = try loadDocuments(paths)
        let pipeline = Pipeline(documents, today: try RunClock(option: nil).day)
        keepUntilExit(pipeline)
        let report = LintReport(
            findings: pipeline.findings, documentCount: documents.sources.count,
            suppressed: pipeline.suppressed)
        switch format {
        case .text: try Terminal.print(report.text(style: Terminal.style))
        case .json: try Terminal.print(report.json())
        case .github: try Terminal.print(report.githubAnnotations(folder: documents.folder))
        }
        if report.count(.error) + report.count(.warning) > 0 { throw ExitCode(1) }
    }
}
