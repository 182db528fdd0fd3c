import Configuration
import Rendering
import SourceText

/// A folder with a plan: its settings, and every file that they name, read; metrics are too large for that and only named.
struct PlanFolder {
    /// Absolute, without links: to it paths in the settings are relative.
    let path: String
    let configuration: PlanConfiguration
    let documents: LoadedDocuments
    let metrics: [MetricInput]
    let results: [SourceFile]
    /// What a user puts over the built-in templates.
    let templates: [SourceFile]
    /// Folder for the finished site.
    let output: String
    /// Patterns that match nothing, and the like.
    let findings: [Finding]

    /// Absolute paths of every file that was read, so that none of them is taken for a finished page.
    let inputs: [String]

    /// - Parameters:
    ///   - folder: holds `plumbline.yml`, or only documents.
    ///   - output: overrides the settings.
    /// - Throws: ``CommandError`` when a file that is named cannot be read, or when the settings have a fault.
    init(_ folder: String, output: String?) throws(CommandError) {
        guard InputFiles.kind(of: folder) == .folder else { throw missingFolder(folder) }
        path = InputFiles.resolved(folder) ?? folder
        let settings = try readSettings(in: folder)
        let configuration = settings?.configuration ?? PlanConfiguration()
        self.configuration = configuration
        var problems: [Finding] = []
        let output = output ?? configuration.output.map { normalized(joined(folder, $0)) } ?? defaultOutput
        self.output = output
        documents = try loadDocuments(in: trimmedSlash(folder), settings, output: output)
        metrics = try findFiles(configuration.metrics, in: folder, key: "metrics", &problems).map {
            MetricInput(path: $0, location: joined(folder, $0))
        }
        results = try findFiles(configuration.results, in: folder, key: "results", &problems).map {
            name throws(CommandError) in
            SourceFile(path: name, bytes: try InputFiles.read(joined(folder, name), limit: inputSizeLimit))
        }
        templates = try readTemplates(configuration.templates, in: folder)
        findings = problems
        let base = trimmedSlash(folder)
        let named = (results.map(\.path) + metrics.map(\.path)).map { joined(base, $0) }
        inputs = documents.inputs + (named + templates.map(\.path)).compactMap(InputFiles.resolved)
    }
}

func missingFolder(_ folder: String) -> CommandError {
    CommandError(
        "there is no folder '\(shown(folder))'", help: "name the folder that holds the documents and plumbline.yml")
}

/// The settings beside the documents; nil when there are none.
func readSettings(in folder: String) throws(CommandError) -> Settings? {
    let path = joined(folder, settingsName)
    guard InputFiles.kind(of: path) != nil else { return nil }
    var loader = SettingsLoader(roots: knownRoots([folder]))
    return try loader.load(path, isNamed: false)
}

/// The files that patterns match, each once.
private func findFiles(
    _ patterns: [String], in folder: String, key: String, _ problems: inout [Finding]
) throws(CommandError) -> [String] {
    var files: [String] = []
    var seen: Set<String> = []
    for pattern in patterns {
        let names = try matchingFiles(pattern, in: folder)
        if names.isEmpty {
            problems.append(
                Finding(
                    rule: "input-missing", severity: .warning,
                    message: "no file matches '\(pattern)' ('\(key)' in plumbline.yml)",
                    at: nil, help: "correct the pattern, or have the file written", identity: [key, pattern]))
        }
        for name in names where seen.insert(name).inserted { files.append(name) }
    }
    return files
}

/// What a user puts over the built-in templates; none without a folder.
func readTemplates(_ folder: String?, in base: String) throws(CommandError) -> [SourceFile] {
    guard let folder else { return [] }
    let path = joined(base, folder)
    guard InputFiles.kind(of: path) == .folder else {
        throw CommandError(
            "there is no folder '\(shown(path))' ('templates' in plumbline.yml)",
            help: "correct the path, or remove the key")
    }
    var files: [SourceFile] = []
    for name in try InputFiles.names(in: path) where !name.hasPrefix(".") {
        let file = joined(path, name)
        if InputFiles.kind(of: file) == .folder {
            try refuseTemplates(in: file, of: path)
        } else if Templates.isTemplate(name) {
            let help = "a template is text in UTF-8; leave binary files out"
            files.append(try decodeText(try InputFiles.read(file), name: file, help: help).0)
        }
    }
    return files
}

/// Templates have one folder; one further down would be passed over, and its author would never know.
private func refuseTemplates(in subfolder: String, of folder: String) throws(CommandError) {
    guard let name = try matchingFiles("**/*", in: subfolder).first(where: Templates.isTemplate) else { return }
    throw CommandError(
        "the template '\(shown(joined(subfolder, name)))' lies in a folder below '\(shown(folder))' and would not be used",
        help: "move it up, or out of there")
}

/// Bytes of one result file.
let inputSizeLimit = 512 * 1_048_576
