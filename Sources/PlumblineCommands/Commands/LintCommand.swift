import ArgumentParser

struct LintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint", abstract: "Hold planning documents against each other and report what contradicts.",
        discussion: """
            '--format' and '--output' may be given several times: the first output has the first format, and so on. A \
            format without an output goes to standard output; where all have one, text does.

            With '--base', the documents are also read as they were where HEAD parted from that commit, and only what \
            is new is reported, on the side that the change touched. Nothing is fetched and no file is changed.

            What the command line says stands above the settings ('plumbline config show').

            Exit status: 0 nothing found, 1 errors or warnings found (see '--fail-on'), 2 could not run.
            """)

    @Option(help: "How to write what is found; text when nothing is said.")
    var format: [LintFormat] = []

    @Option(help: ArgumentHelp("Write the format to this file, whole or not at all.", valueName: "file"))
    var output: [String] = []

    @OptionGroup(title: "Rules") var rules: RuleOptions
    @OptionGroup(title: "Severity") var severity: SeverityOptions
    @OptionGroup(title: "Known findings") var known: BaselineOptions
    @OptionGroup(title: "Settings") var settings: SettingsOptions

    @Flag(
        help:
            "Comments and baseline entries that stand for nothing are errors, and comments without a reason are found.")
    var strict = false

    @Flag(help: "Tell in SARIF what comments and the baseline silence, marked as suppressed.")
    var includeSuppressed = false

    @Option(
        help: ArgumentHelp(
            "Take the text of this document from standard input, and all others from the disk.", valueName: "path"))
    var stdinFilename: String?

    @Flag(help: "Check again whenever documents or settings change, until Ctrl-C.")
    var watch = false

    @OptionGroup(title: "Mending") var fixing: FixOptions
    @OptionGroup(title: "Pull requests") var base: BaseOptions

    @Argument(
        help: ArgumentHelp(
            "Folders and Markdown documents; the working folder when nothing is said.", valueName: "path"))
    var paths: [String] = []

    func validate() throws {
        if watch, stdinFilename != nil {
            throw ValidationError("'--watch' and '--stdin-filename' exclude each other")
        }
        if fixing.mode != .report, watch || stdinFilename != nil {
            throw ValidationError("'--fix' and '--diff' go neither with '--watch' nor with '--stdin-filename'")
        }
        if fixing.mode == .diff, !format.isEmpty || !output.isEmpty || known.writeBaseline || base.base != nil {
            throw ValidationError(
                "'--diff' prints nothing but changes: leave '--format', '--output', '--write-baseline' and '--base' out"
            )
        }
        if base.base != nil, watch || known.writeBaseline {
            throw ValidationError("'--base' goes neither with '--watch' nor with '--write-baseline'")
        }
        if watch, known.writeBaseline {
            throw ValidationError("'--watch' and '--write-baseline' exclude each other")
        }
    }

    func run() throws {
        var run = LintRun(paths: paths.isEmpty ? ["."] : paths)
        run.outputs = try LintOutputs(formats: format, paths: output)
        run.settings = settings.source
        run.choice = try rules.choice()
        run.includesPreview = rules.preview
        run.severity = severity
        run.baseline = known.baseline
        run.writesBaseline = known.writeBaseline
        run.base = base.base
        run.mending = fixing.mode
        run.isStrict = strict
        run.includesSilenced = includeSuppressed
        if let stdinFilename { try run.edit(stdinFilename, hasPaths: !paths.isEmpty) }
        if watch { try Watch(run).untilInterrupted() } else { try run.once() }
    }

    /// `lint PATH…` with nothing else said.
    static func lint(_ paths: [String]) throws { try LintRun(paths: paths).once() }
}
