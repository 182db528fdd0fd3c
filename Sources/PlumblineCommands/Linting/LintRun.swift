import ArgumentParser
import Configuration
import PlanRules
import SourceText

/// One check of documents as the command line asks for it: from paths to outputs and exit status, on one screen.
struct LintRun {
    var paths: [String]
    var outputs: LintOutputs = .standard()
    var settings: SettingsSource = .search
    /// What the command line says of rules.
    var choice = RulePolicy.Choice()
    var includesPreview = false
    var severity: SeverityOptions?
    var baseline: String?
    var writesBaseline = false
    var isStrict = false
    var includesSilenced = false
    private var edited: EditedDocument?
    private var isNamedFromHere = false

    init(paths: [String]) { self.paths = paths }

    /// Takes the text of a document from standard input.
    ///
    /// - Parameter hasPaths: Otherwise the plan is what the settings above the document name, else its folder, and
    ///   documents are named from the working folder, as an editor does.
    mutating func edit(_ path: String, hasPaths: Bool) throws(CommandError) {
        let document = try EditedDocument(path: path, bytes: try InputFiles.readStandardInput())
        edited = document
        guard !hasPaths else { return }
        let folder = parentFolder(of: path)
        paths = [folder.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : folder]
        if case .search = settings, let found = try findSettings(for: paths, settings) { paths = [found.folder] }
        isNamedFromHere = true
    }

    /// - Parameter thenExits: Whether the process ends soon.
    /// - Throws: `ExitCode(1)` when something is found that makes a run fail.
    func once(thenExits: Bool = true) throws {
        let documents = try loadDocuments(
            paths, settings: settings, edited: edited, isNamedFromHere: isNamedFromHere)
        if let edited, !documents.holdsEdited {
            Terminal.complain("note: '\(shown(edited.path))' is no document of this plan; it was not checked\n")
        }
        let policy = try rulePolicy(
            documents.settings, documents: documents.folder, commandLine: choice, includingPreview: includesPreview,
            isStrict: isStrict)
        let baselineFile = try BaselineFile(option: baseline, isWritten: writesBaseline, documents: documents)
        try outputs.refuseInputs(documents, baseline: baselineFile?.resolved)
        let pipeline = Pipeline(
            documents, today: try RunClock(option: nil).day, policy: policy, thenExits: thenExits)
        if thenExits { keepUntilExit(pipeline) }

        var findings = pipeline.findings
        var known: [Finding] = []
        var written: (path: String, bytes: [UInt8])?
        if let file = baselineFile {
            let others = pipeline.allowed.map(\.finding)
            let entries = try writesBaseline ? file.replacement(of: findings, among: others, documents) : file.read()
            if writesBaseline { written = (file.path, Array(entries.serialized().utf8)) }
            let comparison = BaselineComparison(
                findings, among: others, in: file, entries, documents: documents, paths: paths, policy: policy)
            (findings, known) = (comparison.findings, comparison.known)
        }

        let shownLevel = severity?.shownLevel(documents.settings) ?? documents.shownLevel
        let report = LintReport(
            findings: findings.filter { $0.severity >= shownLevel }, documentCount: documents.sources.count,
            silenced: pipeline.allowed + known.map { SilencedFinding($0, .baseline) },
            hidden: findings.filter { $0.severity < shownLevel })
        try outputs.write(
            report, folder: repositoryFolder(of: documents.folder), includingSilenced: includesSilenced,
            baseline: written)
        if let file = baselineFile, writesBaseline { tellOfBaseline(file, known.count, documents) }
        let failureLevel = severity?.failureLevel(documents.settings) ?? documents.failureLevel
        if findings.contains(where: { failureLevel.fails($0.severity) }) { throw ExitCode(1) }
    }

    private func tellOfBaseline(_ file: BaselineFile, _ count: Int, _ documents: LoadedDocuments) {
        let isNamed = documents.configuration?.lint.baseline != nil || baseline != nil
        let advice = isNamed ? "" : "; name it as 'baseline' under 'lint' in \(settingsName), or with '--baseline'"
        Terminal.complain(
            "note: \(count) finding\(count == 1 ? " is" : "s are") in the baseline '\(shown(file.path))' now\(advice)\n"
        )
    }
}

extension LoadedDocuments {
    /// Where the command line says nothing.
    fileprivate var shownLevel: Severity { configuration?.lint.minSeverity ?? .info }
    fileprivate var failureLevel: FailureLevel { configuration?.lint.failureLevel ?? .warning }
}

/// A folder as seen from where the tool runs: what findings in a repository are told by. Others stay as they were given.
private func repositoryFolder(of folder: String) -> String {
    guard !folder.isEmpty else { return "" }
    guard folder.hasPrefix("/"), let here = InputFiles.resolved("."), let there = InputFiles.resolved(folder),
        isInside(there, here)
    else { return normalized(folder) }
    return there.split(separator: "/").dropFirst(here.split(separator: "/").count).joined(separator: "/")
}
