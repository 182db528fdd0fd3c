import Configuration
import Plan
import Rendering
import Report
import SourceText

/// A folder whose settings name several plans: `plans` in its `plumbline.yml`.
struct PortfolioFolder {
    /// A plan of its own, with settings of its own.
    struct Member {
        /// Of its pages below `plans/`.
        let name: String
        /// As the user would write it.
        let path: String
    }

    let title: String?
    let members: [Member]
    let output: String
    let templates: [SourceFile]

    /// nil for a folder with one plan, or none.
    ///
    /// - Throws: ``CommandError`` for a plan that is not there, stands twice, or is a portfolio itself.
    init?(_ folder: String, output: String?) throws(CommandError) {
        guard InputFiles.kind(of: folder) == .folder, let settings = try readSettings(in: folder),
            !settings.configuration.plans.isEmpty
        else { return nil }
        let configuration = settings.configuration
        title = configuration.title
        self.output = output ?? configuration.output.map { normalized(joined(folder, $0)) } ?? defaultOutput
        templates = try readTemplates(configuration.templates, in: folder)
        var seen: Set<String> = []
        let paths = configuration.plans.map { trimmedSlash($0.value) }
        let names = PortfolioReport.names(ofFolders: paths)
        var members: [Member] = []
        for (claim, name) in zip(configuration.plans, names) {
            let path = normalized(joined(folder, trimmedSlash(claim.value)))
            guard InputFiles.kind(of: path) == .folder, let resolved = InputFiles.resolved(path) else {
                throw fault("there is no folder '\(shown(path))'", claim, "correct the path, or remove the line")
            }
            guard seen.insert(resolved).inserted else {
                throw fault("the plan '\(shown(claim.value))' stands twice", claim, "remove one of the two lines")
            }
            if let inner = try readSettings(in: path), !inner.configuration.plans.isEmpty {
                throw fault(
                    "'\(shown(path))' names plans itself", claim, "name each of its plans here; there is one overview")
            }
            members.append(Member(name: name, path: path))
        }
        self.members = members
    }
}

private func fault(_ message: String, _ claim: Claim<String>, _ help: String) -> CommandError {
    let place = "\(shown(claim.span.path)):\(claim.span.start.line):\(claim.span.start.column)"
    return CommandError("\(place): \(message)", help: help)
}
