import ArgumentParser
import PlanRules
import SourceText

struct LintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint", abstract: "Hold planning documents against each other and report what contradicts.",
        discussion: """
            '--format' and '--output' may be given several times: the first output has the first format, and so on. A \
            format without an output goes to standard output; where all have one, text does.

            With '--base', the documents are also read as they were where HEAD parted from that commit, and only what \
            is new is reported, on the side that the change touched. Nothing is fetched and no file is changed.

            Exit status: 0 nothing found, 1 errors or warnings found, 2 could not run.
            """)

    @Option(help: "How to write what is found; text when nothing is said.")
    var format: [LintFormat] = []

    @Option(help: ArgumentHelp("Write the format to this file, whole or not at all.", valueName: "file"))
    var output: [String] = []

    @Flag(help: "Run the rules in preview too: they infer from loose prose.")
    var preview = false

    @OptionGroup var base: BaseOptions

    @Argument(help: ArgumentHelp("Folders and Markdown documents.", valueName: "path"))
    var paths: [String] = ["."]

    func run() throws {
        try LintCommand.lint(
            paths, outputs: LintOutputs(formats: format, paths: output), includingPreview: preview, since: base.base)
    }

    static func lint(_ paths: [String], format: LintFormat) throws {
        try lint(paths, outputs: .standard(format), includingPreview: false, since: nil)
    }

    /// - Throws: `ExitCode(1)` when errors or warnings were found.
    private static func lint(
        _ paths: [String], outputs: LintOutputs, includingPreview: Bool, since reference: String?
    ) throws {
        let documents = try loadDocuments(paths)
        try outputs.refuseInputs(documents)
        let base = try reference.map { try BaseDocuments($0, of: documents, at: paths) }
        let today = try RunClock(option: nil).day
        let pipeline = Pipeline(documents, today: today, includingPreview: includingPreview)
        keepUntilExit(pipeline)
        let comparison = base.map { base in
            BaseComparison(
                pipeline, in: documents,
                since: Pipeline(base.documents, today: today, includingPreview: includingPreview), in: base)
        }
        let report = LintReport(
            findings: comparison.map { $0.new + $0.elsewhere } ?? pipeline.findings,
            documentCount: documents.sources.count, suppressed: pipeline.suppressed,
            base: comparison.flatMap { comparison in
                base.map { ReportBase(comparison, reference: $0.commit.name, commit: $0.commit.hash) }
            })
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
