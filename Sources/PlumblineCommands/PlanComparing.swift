import Configuration
import Plan
import PlanPrinting
import SourceText

/// The plan at two times, and what is between them.
struct PlanComparing {
    private let repository: GitRepository
    private let base: GitCommit
    /// nil for the documents on the disk.
    private let head: GitCommit?
    private let path: String

    /// - Parameters:
    ///   - rest: A commit, a path, or both.
    ///   - mergeBase: Takes the commit where the two parted instead of the base.
    init(base name: String, rest: [String], mergeBase: Bool) throws(CommandError) {
        path = try PlanComparing.path(rest)
        repository = try GitRepository(
            holding: knownRoot(InputFiles.kind(of: path) == nil ? "." : path))
        let base = try repository.commit(name)
        head = try PlanComparing.head(rest, in: repository)
        self.base = mergeBase ? try repository.mergeBase(of: base, and: head) : base
    }

    /// The last argument, when it is on the disk; two always end in one.
    private static func path(_ rest: [String]) throws(CommandError) -> String {
        guard let last = rest.last, rest.count == 2 || InputFiles.kind(of: last) != nil else { return "." }
        return last
    }

    private static func head(_ rest: [String], in repository: GitRepository) throws(CommandError) -> GitCommit? {
        guard let name = rest.first else { return nil }
        let known = try repository.knownCommit(name)
        guard rest.count == 1, InputFiles.kind(of: name) != nil else {
            guard rest.count == 2 || known != nil || name.hasPrefix("-") else {
                throw CommandError(
                    "there is neither a commit nor a path '\(shown(name))' here",
                    help: "name a commit, a folder or a document")
            }
            return if let known { known } else { try repository.commit(name) }
        }
        guard known == nil else {
            throw CommandError(
                "'\(shown(name))' is both a commit and a path",
                help: "write './\(shown(name))' for the path, or add a path behind the commit")
        }
        return nil
    }

    func diff() throws(CommandError) -> PlanDiff {
        let current: (documents: LoadedDocuments, version: PlanDiff.Version)
        if let head {
            current = (try documents(of: head, orElse: nil, known: []), .init(name: head.name, commit: head.hash))
        } else {
            current = (try loadDocuments([path]), .init(name: nil, commit: nil))
        }
        let former = try documents(
            of: base, orElse: current.documents.configuration,
            known: head == nil ? current.documents.sources.map(\.path) : [])
        guard !former.sources.isEmpty || !current.documents.sources.isEmpty else {
            throw CommandError(
                "there are no Markdown documents in '\(shown(path))', neither then nor now",
                help: "name a folder with Markdown documents, or a document")
        }
        let (before, after) = (Pipeline.read(former).plan, Pipeline.read(current.documents).plan)
        let changes = planChanges(from: before, to: after)
        keepUntilExit((before, after))
        return PlanDiff(from: .init(name: base.name, commit: base.hash), to: current.version, changes)
    }

    /// - Parameters:
    ///   - settings: Stand in for settings of the commit that cannot be used today.
    ///   - known: Documents on the disk that are compared with.
    private func documents(
        of commit: GitCommit, orElse settings: PlanConfiguration?, known: [String]
    ) throws(CommandError) -> LoadedDocuments {
        let tree = try GitTree(commit, in: repository)
        let configuration: PlanConfiguration?
        do {
            configuration = try TreeSelection([path], in: repository, nil).configuration(in: tree) ?? settings
        } catch {
            guard settings != nil else { throw error }
            configuration = settings
        }
        let (root, isOnDisk) = (repository.root, !known.isEmpty)
        return try TreeSelection([path], in: repository, configuration).documents(
            in: tree, configuration: configuration, known: known, roots: [],
            isThere: { isOnDisk && InputFiles.kind(of: joined(root, $0)) != nil }, holding: { _ in true })
    }
}
