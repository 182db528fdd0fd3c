import Configuration
import SourceText

/// The documents as they were where HEAD parted from a commit.
struct BaseDocuments {
    let documents: LoadedDocuments
    let commit: GitCommit

    /// - Parameters:
    ///   - reference: Name of the commit: `origin/main`.
    ///   - current: The documents as they are on the disk; their settings hold for both.
    ///   - paths: That they were looked for by.
    init(_ reference: String, of current: LoadedDocuments, at paths: [String]) throws(CommandError) {
        let repository = try repository(holding: current.roots)
        commit = try repository.mergeBase(of: try repository.commit(reference))
        let tree = try GitTree(commit, in: repository)
        let head = try GitTree(try repository.commit("HEAD"), in: repository)
        let selection = try TreeSelection(paths, in: repository, current.settingsOfFolder(paths))
        let (paths, headPaths, root) = (tree.paths, head.paths, repository.root)
        documents = try selection.documents(
            in: tree, configuration: current.configuration, known: (current.sources + current.updates).map(\.path),
            roots: current.roots,
            isThere: { InputFiles.kind(of: joined(root, $0)) != nil },
            holding: { absolute in
                let path = TreeSelection.path(absolute, in: root)
                // What git does not know, a generated file say, lies there whatever the commit.
                return path.isEmpty || paths.contains(path)
                    || !headPaths.contains(path) && InputFiles.kind(of: absolute) != nil
            })
    }
}

/// The one repository that holds everything.
func repository(holding roots: [String]) throws(CommandError) -> GitRepository {
    guard let first = roots.first, roots.count == 1 else {
        throw CommandError(
            "the documents lie in different repositories: \(roots.map { "'\(shown($0))'" }.joined(separator: ", "))",
            help: "compare the documents of one repository at a time")
    }
    return try GitRepository(holding: first)
}

extension LoadedDocuments {
    /// The settings that say which documents of the one folder count: those that stand in it.
    fileprivate func settingsOfFolder(_ paths: [String]) -> PlanConfiguration? {
        guard let settings, paths.count == 1, InputFiles.resolved(paths[0]) == settings.resolvedFolder else {
            return nil
        }
        return settings.configuration
    }
}
