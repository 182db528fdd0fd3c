import Assessment
import Configuration
import Observations
import Plan
import Report
import SourceText

/// What a folder's documents and settings state, before anything is measured.
struct StatedPlan {
    let plan: Plan
    /// What the settings say of measures.
    let kpis: [KPISettings]
    /// Absolute paths of every file that was read.
    let inputs: [String]

    init(_ folder: String) throws(CommandError) {
        guard InputFiles.kind(of: folder) == .folder else { throw missingFolder(folder) }
        let settings = try readSettings(in: folder)
        let configuration = settings?.configuration ?? PlanConfiguration()
        // In which zone a baseline's times are meant does not matter to anything that is stated.
        kpis =
            AssessmentConfiguration(
                configuration, updateInterval: 3600, zone: .utc, now: Instant(millisecondsSinceEpoch: 0)
            )
            .kpis
        let output = configuration.output.map { normalized(joined(folder, $0)) } ?? defaultOutput
        let documents = try loadDocuments(in: trimmedSlash(folder), settings, output: output)
        plan = Pipeline.read(documents).plan
        inputs = documents.inputs
    }
}
