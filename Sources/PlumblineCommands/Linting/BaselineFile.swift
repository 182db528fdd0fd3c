import Configuration
import DataNotations
import Plan
import PlanRules
import SourceText

/// Where the baseline of a run lies, and what it says.
struct BaselineFile {
    /// As messages name it.
    let path: String
    /// Absolute.
    let resolved: String
    /// Absolute folder that paths in it are relative to: the repository, else that of the settings, else its own.
    let root: String
    /// Absolute folder of the documents, and the same as the user named it.
    private let documentFolder: String

    /// - Parameters:
    ///   - option: The command line's, above that of the settings.
    ///   - isWritten: Then it need not be named at all.
    /// - Returns: nil when the run has none.
    init?(option: String?, isWritten: Bool, documents: LoadedDocuments) throws(CommandError) {
        let settings = documents.settings
        let isNamed = option != nil
        if let option {
            path = option
        } else if let settings, let claim = settings.configuration.lint.baseline {
            path = normalized(joined(settings.folder, claim.value))
        } else if isWritten {
            path = joined(settings?.folder ?? documents.folder, "plumbline-baseline.json")
        } else {
            return nil
        }
        guard !path.isEmpty else {
            throw CommandError("'--baseline' names no file", help: "name one, such as --baseline known.json")
        }
        guard let resolved = absolutePath(of: path) else {
            throw CommandError(
                "there is no folder for the baseline '\(shown(path))'", help: "make it, or correct the path")
        }
        self.resolved = resolved
        documentFolder = documents.resolvedFolder
        root = knownRoot(ofFolder: settings?.resolvedFolder ?? parentFolder(of: resolved))
        // Settings come with pull requests.
        guard isNamed || isInside(resolved, root) || documents.roots.contains(where: { isInside(resolved, $0) }) else {
            throw CommandError(
                "the baseline '\(shown(path))' of the settings lies outside the repository",
                help: "keep it in the repository, or name it with '--baseline'")
        }
    }

    /// What a document is called in the file.
    func name(of path: String) -> String {
        relativePath(from: root, to: path.hasPrefix("/") ? path : normalized("\(documentFolder)/\(path)"))
    }

    /// - Throws: with line and column, when the file is no baseline.
    func read() throws(CommandError) -> Baseline {
        guard InputFiles.kind(of: path) != nil else {
            throw CommandError(
                "there is no baseline '\(shown(path))'", help: "write it first: plumbline lint --write-baseline")
        }
        let (text, _) = try decodeText(
            try InputFiles.read(path, limit: sizeLimit), name: path, help: "a baseline is JSON in UTF-8")
        // Findings name it as they name documents.
        let file = SourceFile(path: relativePath(from: documentFolder, to: resolved), bytes: text.bytes)
        do throws(NotationError) {
            return Baseline(try entries(of: try DataDocument.json(NotationInput(file: file))))
        } catch {
            let place = error.span.start
            throw CommandError(
                "\(shown(path)):\(place.line):\(place.column): the baseline cannot be read: \(error.message)",
                help: "correct it, or remove it and write it anew: plumbline lint --write-baseline")
        }
    }

    /// What stands in the file that is to be written; nothing where there is none.
    ///
    /// - Throws: when it is something else than a baseline, or a file that the run reads.
    func replaced(_ documents: LoadedDocuments) throws(CommandError) -> Baseline {
        try refuseOutputFile(path, called: "baseline", inputs: documents.inputs)
        guard InputFiles.kind(of: path) == .file, try !InputFiles.read(path, limit: sizeLimit).isEmpty else {
            return Baseline([])
        }
        do throws(CommandError) {
            return try read()
        } catch {
            throw CommandError(
                "'\(shown(path))' is there and no baseline; nothing was changed",
                help: "remove it, or choose another name with '--baseline'")
        }
    }

    /// What is found, and entries of which nothing is known.
    func baseline(of pipeline: Pipeline, keeping entries: [Baseline.Entry]) -> Baseline {
        let prints = numberedFingerprints(of: pipeline.findings, among: pipeline.allowed.map(\.finding))
        let found = Baseline(of: pipeline.findings, fingerprints: prints) { name(of: $0.path) }
        return Baseline(found.entries + entries)
    }

    private func entries(of value: DataValue) throws(NotationError) -> [Baseline.Entry] {
        guard case .object = value.kind else {
            throw NotationError("it is \(value.kind.phrase), not a set of keys", at: value.span)
        }
        guard let schema = value.member("schema")?.value, schema.stringValue == Baseline.schema else {
            throw NotationError(
                "'schema' is not \"\(Baseline.schema)\"", at: value.member("schema")?.value.span ?? value.span)
        }
        guard let list = value.member("findings")?.value, case .array(let findings) = list.kind else {
            throw NotationError("'findings' is no list", at: value.member("findings")?.value.span ?? value.span)
        }
        var entries: [Baseline.Entry] = []
        for finding in findings {
            func text(_ key: String) throws(NotationError) -> String {
                guard let text = finding.member(key)?.value.stringValue else {
                    throw NotationError("an entry has no '\(key)' that is a text", at: finding.span)
                }
                return text
            }
            entries.append(
                Baseline.Entry(
                    fingerprint: try text("fingerprint"), rule: try text("rule"), path: try text("path"),
                    message: try text("message"), span: finding.member("fingerprint")?.value.span))
        }
        return entries
    }
}

/// Bytes; ten thousand entries have three million.
private let sizeLimit = 64 * 1_048_576
