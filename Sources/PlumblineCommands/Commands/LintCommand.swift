import ArgumentParser
import PlanRules
import SourceText

struct LintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint", abstract: "Hold planning documents against each other and report what contradicts.",
        discussion: """
            '--format' and '--output' may be given several times: the first output has the first format, and so on. A \
            format without an output goes to standard output; where all have one, text does.

            Exit status: 0 nothing found, 1 errors or warnings found, 2 could not run.
            """)

    @Option(help: "How to write what is found; text when nothing is said.")
    var format: [LintFormat] = []

    @Option(help: ArgumentHelp("Write the format to this file, whole or not at all.", valueName: "file"))
    var output: [String] = []

    @Flag(help: "Run the rules in preview too: they infer from loose prose.")
    var preview = false

    @OptionGroup(title: "Mending") var fixing: FixOptions

    @Argument(help: ArgumentHelp("Folders and Markdown documents.", valueName: "path"))
    var paths: [String] = ["."]

    func run() throws {
        guard fixing.mode != .diff || format.isEmpty && output.isEmpty else {
            throw CommandError("'--diff' prints nothing but changes", help: "leave '--format' and '--output' out")
        }
        try LintCommand.lint(
            paths, outputs: LintOutputs(formats: format, paths: output), includingPreview: preview, mode: fixing.mode)
    }

    static func lint(_ paths: [String], format: LintFormat) throws {
        try lint(paths, outputs: .standard(format), includingPreview: false, mode: .report)
    }

    /// - Throws: `ExitCode(1)` when errors or warnings were found, or `.diff` finds something to change.
    private static func lint(
        _ paths: [String], outputs: LintOutputs, includingPreview: Bool, mode: FixOptions.Mode
    ) throws {
        var documents = try loadDocuments(paths)
        try outputs.refuseInputs(documents)
        let today = try RunClock(option: nil).day
        var pipeline = Pipeline(documents, today: today, includingPreview: includingPreview)
        keepUntilExit(pipeline)
        if mode != .report {
            let fixed = FixedDocuments(documents, findings: pipeline.findings)
            if mode == .diff { return try fixed.printDiff() }
            documents = try fixed.write().replacing(in: documents)
            pipeline = Pipeline(documents, today: today, includingPreview: includingPreview)
            keepUntilExit(pipeline)
        }
        let report = LintReport(
            findings: pipeline.findings, documentCount: documents.sources.count, suppressed: pipeline.suppressed)
        try outputs.write(report, folder: fromWorkingFolder(documents.folder))
        if report.count(.error) + report.count(.warning) > 0 { throw ExitCode(1) }
    }
}

/// A folder as seen from where the tool runs: what findings in a repository are told by. Others stay as they were given.
private func fromWorkingFolder(_ folder: String) -> String {
    guard !folder.isEmpty else { return "" }
    guard folder.hasPrefix("/"), let here = InputFiles.resolved("."), let there = InputFiles.resolved(folder),
        isInside(there, here)
    else { return normalized(folder) }
    return there.split(separator: "/").dropFirst(here.split(separator: "/").count).joined(separator: "/")
}
