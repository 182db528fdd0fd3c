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
    /// Name of a commit: only what is new since then is told.
    var base: String?
    var mending: FixOptions.Mode = .report
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
        paths = [holdingFolder(of: path)]
        if case .search = settings, let found = try findSettings(for: paths, settings) { paths = [found.folder] }
        isNamedFromHere = true
    }

    /// - Parameter thenExits: Whether the process ends soon.
    /// - Throws: `ExitCode(1)` when something is found that makes a run fail.
    func once(thenExits: Bool = true) throws {
        var documents = try loadDocuments(
            paths, settings: settings, edited: edited, isNamedFromHere: isNamedFromHere)
        if let edited, !documents.holdsEdited {
            Terminal.complain("note: '\(shown(edited.path))' is no document of this plan; it was not checked\n")
        }
        let policy = try rulePolicy(
            documents.settings, documentsIn: documents.folder, commandLine: choice,
            includingPreview: includesPreview, isStrict: isStrict)
        let file = try BaselineFile(option: baseline, isWritten: writesBaseline, documents: documents)
        try outputs.refuseInputs(documents, baseline: file?.resolved)
        // All that is read is read before anything is written.
        let known = try file.map { ($0, try writesBaseline ? $0.replaced(documents) : $0.read()) }
        let former = try base.map { try BaseDocuments($0, of: documents, at: paths) }
        let today = try RunClock(option: nil).day
        var pipeline = Pipeline(documents, today: today, policy: policy, thenExits: thenExits)
        if thenExits { keepUntilExit(pipeline) }
        var mended: FixedDocuments?
        if mending != .report {
            let fixed = FixedDocuments(documents, findings: pipeline.findings)
            if mending == .diff { return try fixed.printDiff(failing: severity?.exitZero != true) }
            let asRead = try fixed.asRead()
            mended = asRead
            documents = asRead.replacing(in: documents)
            pipeline = Pipeline(documents, today: today, policy: policy, thenExits: thenExits)
            if thenExits { keepUntilExit(pipeline) }
        }

        var told = compare(pipeline, with: known, documents, policy)
        let written = writesBaseline ? file?.baseline(of: pipeline, keeping: told.unjudged) : nil
        if writesBaseline { told = BaselineComparison(findings: [], known: pipeline.findings) }
        var since: ReportBase?
        if let former {
            let old = Pipeline(former.documents, today: today, policy: policy, thenExits: thenExits)
            let comparison = BaseComparison(
                told.findings, in: documents.sources,
                since: compare(old, with: known, former.documents, policy).findings, in: former.documents.sources)
            since = ReportBase(comparison, reference: former.commit.name, commit: former.commit.hash)
            told = BaselineComparison(findings: comparison.new + comparison.elsewhere, known: told.known)
        }
        try write(report(told, since, pipeline, documents), mended, file, written, documents)
        let failureLevel = severity?.failureLevel ?? documents.failureLevel
        if told.findings.contains(where: { failureLevel.fails($0.severity) }) { throw ExitCode(1) }
    }

    private func compare(
        _ pipeline: Pipeline, with known: (BaselineFile, Baseline)?, _ documents: LoadedDocuments, _ policy: RulePolicy
    ) -> BaselineComparison {
        guard let (file, baseline) = known else { return BaselineComparison(findings: pipeline.findings) }
        return BaselineComparison(
            pipeline, in: file, baseline, documents: documents, paths: paths, policy: policy)
    }

    /// Files, all or none, then what is told of them.
    private func write(
        _ report: LintReport, _ mended: FixedDocuments?, _ file: BaselineFile?, _ written: Baseline?,
        _ documents: LoadedDocuments
    ) throws {
        let folder = repositoryFolder(of: documents.folder)
        var others = mended?.files ?? []
        if let file, let written { others.append((file.path, written.bytes)) }
        try outputs.save(report, folder: folder, includingSilenced: includesSilenced, with: others)
        mended?.tell()
        try outputs.show(report, folder: folder, includingSilenced: includesSilenced)
        if let file, let written { tellOfBaseline(file, written, documents) }
    }

    private func report(
        _ told: BaselineComparison, _ base: ReportBase?, _ pipeline: Pipeline, _ documents: LoadedDocuments
    ) -> LintReport {
        let level = severity?.minSeverity ?? documents.shownLevel
        return LintReport(
            findings: told.findings.filter { $0.severity >= level }, documentCount: documents.sources.count,
            silenced: pipeline.allowed + told.known.map { SilencedFinding($0, .baseline) },
            hidden: told.findings.filter { $0.severity < level }, base: base)
    }

    private func tellOfBaseline(_ file: BaselineFile, _ written: Baseline, _ documents: LoadedDocuments) {
        let count = written.entries.count
        let isNamed = documents.configuration?.lint.baseline != nil || baseline != nil
        let advice = isNamed ? "" : "; name it as 'baseline' under 'lint' in \(settingsName), or with '--baseline'"
        Terminal.complain(
            "note: \(count) finding\(count == 1 ? " is" : "s are") in the baseline '\(shown(file.path))' now\(advice)\n"
        )
    }
}

extension Baseline {
    fileprivate var bytes: [UInt8] { Array(serialized().utf8) }
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
    return there == here ? "" : relativePath(from: here, to: there)
}
