import Configuration
import Plan
import SourceText

/// What a folder's documents and settings state, before anything is measured.
struct StatedPlan {
    let plan: Plan
    let configuration: PlanConfiguration
    /// Absolute paths of every file that was read.
    let inputs: [String]

    init(_ folder: String) throws(CommandError) {
        guard InputFiles.kind(of: folder) == .folder else { throw missingFolder(folder) }
        let settings = try readSettings(in: folder)
        configuration = settings?.configuration ?? PlanConfiguration()
        let output = configuration.output.map { normalized(joined(folder, $0)) } ?? defaultOutput
        let documents = try loadDocuments(in: trimmedSlash(folder), settings, output: output)
        plan = Pipeline.read(documents).plan
        inputs =
            (settings?.files ?? [])
            + documents.sources.compactMap { InputFiles.resolved(joined(trimmedSlash(folder), $0.path)) }
    }
}
