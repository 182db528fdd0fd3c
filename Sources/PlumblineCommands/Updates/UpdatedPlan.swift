import Configuration
import Plan
import Report
import SourceText
import Updates

/// What a new update has to know of its plan.
struct UpdatedPlan {
    let zone: PlanZone
    /// What it may affect.
    let names: [String]
    /// Names of the updates that are there.
    let ids: Set<String>
    /// Folder of updates, relative to the plan's.
    let updates: String

    init(_ folder: String) throws(CommandError) {
        guard InputFiles.kind(of: folder) == .folder else { throw missingFolder(folder) }
        let settings = try readSettings(in: folder)
        let configuration = settings?.configuration ?? PlanConfiguration()
        guard let updates = UpdateSelection(configuration, in: absoluteFolder(folder)).folderForNew else {
            throw CommandError(
                "'updates' in plumbline.yml names no folder for a new update",
                help: "begin its first pattern with a folder, such as updates/*.md")
        }
        self.updates = updates
        let output = configuration.output.map { normalized(joined(folder, $0)) } ?? defaultOutput
        let documents = try loadDocuments(in: trimmedSlash(folder), settings, output: output)
        let (plan, _, timezone) = Pipeline.read(documents)
        zone = try timezone.map(timeZone) ?? .utc
        names = knownNames(plan, configuration)
        ids = Set(documents.updates.map { Update.id(ofPath: $0.path) })
    }
}
