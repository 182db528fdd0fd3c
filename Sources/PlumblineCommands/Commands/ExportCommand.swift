import ArgumentParser
import Delivery
import Exports
import Plan
import SourceText

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write a plan for other tools: alerting rules, metrics.",
        subcommands: [ExportRulesCommand.self, ExportMetricsCommand.self])
}

/// `plumbline export prometheus-rules`.
struct ExportRulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prometheus-rules",
        abstract: "Write alerting rules for every limit and rollback trigger of a plan.",
        discussion: """
            A rule fires when the documents say that the limit is broken: '> 15% for 5 minutes' after five minutes above \
            15%, '> 200ms average' by the average of the window. Alert limits are warnings, critical limits and triggers \
            of a rollback critical, and a metric that falls silent is a warning.

            Metrics are named by 'kpis' in plumbline.yml. Where they are not, the rule asks for a name made of the \
            measure's, and a warning says so.

            Exit status: 0 written, 1 written, but a limit has no rule (standard error says which), 2 could not run.
            """)

    @Argument(help: ArgumentHelp("Folder with the documents and, if there is one, plumbline.yml.", valueName: "folder"))
    var folder: String = "."

    @Option(help: ArgumentHelp("File to write instead of standard output.", valueName: "file"))
    var output: String?

    func run() throws {
        let plan = try StatedPlan(folder)
        let (rules, findings) = [AlertRule].writing(plan.plan, settings: plan.kpis)
        for finding in findings { Terminal.warn(finding) }
        try writeExport(
            alertRulesText(rules, plan: plan.plan.title, toolVersion: plumblineVersion), to: output,
            inputs: plan.inputs)
        if findings.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
    }
}

/// `plumbline export metrics`.
struct ExportMetricsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "metrics", abstract: "Write how a plan stands as metrics for a textfile collector.",
        discussion: """
            Verdicts of the plan, its measures, phases and checklists, limits, flags, and when each measure was last \
            sampled. What is not known has no sample. With '--output' the file is replaced in one step, as the collector \
            wants it.

            Exit status: 0 written, whatever the verdict; 2 could not run.
            """)

    @OptionGroup var plan: PlanFolderOptions

    @Option(
        help: ArgumentHelp("File to write instead of standard output; its name must end in .prom.", valueName: "file"))
    var output: String?

    func validate() throws {
        // The collector passes over every other name.
        if let output, !output.hasSuffix(".prom") {
            throw ValidationError("'--output' takes a name that ends in .prom")
        }
    }

    func run() throws {
        let clock = try RunClock(option: plan.now)
        let folder = try PlanFolder(plan.folder, output: nil)
        let assessed = try AssessedPlan(folder, clock: clock)
        for finding in assessed.inputFindings { Terminal.warn(finding) }
        try writeExport(planMetricsText(assessed.assessment, of: assessed.plan), to: output, inputs: folder.inputs)
    }
}

/// Writes a file whole, or to standard output.
private func writeExport(_ text: String, to output: String?, inputs: [String]) throws {
    guard let output else { return try Terminal.print(text) }
    try refuseOutputFile(output, inputs: inputs)
    do {
        try writeFiles([(output, Array(text.utf8))])
    } catch {
        throw CommandError(error.description, help: "no output was written")
    }
}
