import Configuration
import SourceText

/// Which documents of a commit a command means: the same that its arguments mean on the disk.
struct TreeSelection {
    private struct Place {
        /// From the repository's root; empty for the root itself.
        let path: String
        /// Stands before the names of what it holds, or is the name itself.
        let name: String
        let isFolder: Bool
    }
    private let root: String
    private let places: [Place]
    private let patterns: [[String]]
    /// Folder that names are relative to, as given; empty for the working folder.
    private let folder: String
    /// The same, absolute.
    private let resolvedFolder: String

    /// - Parameters:
    ///   - paths: As they are given to `loadDocuments`.
    ///   - configuration: Of a single folder; says which of its documents count.
    init(
        _ paths: [String], in repository: GitRepository, _ configuration: PlanConfiguration?
    ) throws(CommandError) {
        root = repository.root
        let isFolder = paths.count == 1 && InputFiles.kind(of: paths[0]) != .file
        let here = InputFiles.resolved(".") ?? "/"
        places = try paths.map { path throws(CommandError) in
            let absolute = InputFiles.resolved(path) ?? normalized(joined(here, path))
            guard isInside(absolute, repository.root) else {
                throw CommandError(
                    "'\(shown(path))' lies outside of the repository '\(shown(repository.root))'",
                    help: "compare the documents of one repository at a time")
            }
            let isFile = InputFiles.kind(of: path) == .file
            return Place(
                path: TreeSelection.path(absolute, in: repository.root),
                name: isFolder ? "" : isFile ? path : trimmedSlash(path), isFolder: !isFile)
        }
        patterns = isFolder ? (configuration?.documents ?? []).map(pathParts) : []
        folder = isFolder && trimmedSlash(paths[0]) != "." ? trimmedSlash(paths[0]) : ""
        resolvedFolder = isFolder ? joined(root, places.first?.path ?? "") : here
    }

    /// The documents as they are in a tree, named as those on the disk are.
    ///
    /// What cannot be read as text is left out: what it was cannot be mended any more.
    ///
    /// - Parameters:
    ///   - known: Names of documents on the disk; those that are in the tree count there too.
    ///   - isThere: Whether a path from the root is on the disk: what is, and is not known, is no document.
    ///   - holds: Whether links find a path, which is absolute.
    func documents(
        in tree: GitTree, configuration: PlanConfiguration?, known: [String] = [], roots: [String],
        isThere: (String) -> Bool = { _ in false }, holding holds: @escaping @Sendable (String) -> Bool
    ) throws(CommandError) -> LoadedDocuments {
        var found = known.compactMap { name in
            tree[TreeSelection.path(normalized(joined(resolvedFolder, name)), in: root)].map { (name: name, entry: $0) }
        }
        var seen = Set(found.map(\.entry.path))
        for place in places {
            for entry in tree.entries where entry.kind != .other {
                guard let name = name(of: entry.path, in: place), isMeant(name, place), !isThere(entry.path),
                    seen.insert(entry.path).inserted
                else { continue }
                found.append((name, entry))
            }
        }
        let selection = UpdateSelection(configuration, in: resolvedFolder)
        var (sources, updates): ([SourceFile], [SourceFile]) = ([], [])
        var findings: [Finding] = []
        for (document, bytes) in zip(found, try tree.contents(of: found.map(\.entry))) {
            guard let bytes, bytes.count <= fileSizeLimit,
                let (source, problems) = try? decodeDocument(bytes, name: document.name)
            else { continue }
            if selection.isUpdate(source, at: joined(root, document.entry.path)) {
                updates.append(source)
            } else {
                sources.append(source)
            }
            findings += problems
        }
        return LoadedDocuments(
            sources: sources, updates: updates, folder: folder, roots: roots, findings: findings,
            configuration: configuration, holds: holds)
    }

    /// The settings beside the documents, as they are in a tree; nil when there are none.
    ///
    /// - Throws: when they have a fault.
    func configuration(in tree: GitTree) throws(CommandError) -> PlanConfiguration? {
        guard places.count == 1, let place = places.first, place.isFolder,
            let entry = tree[joined(place.path, settingsName)],
            let bytes = try tree.contents(of: [entry]).first ?? nil
        else { return nil }
        let (source, _) = try decodeDocument(bytes, name: joined(folder, settingsName))
        let (configuration, findings) = PlanConfiguration.read(source)
        guard findings.isEmpty else {
            throw CommandError("the settings of '\(shown(tree.commit.name))' (\(tree.commit.short)) have a fault")
        }
        return configuration
    }

    /// A file's name as its document has it; nil when it lies elsewhere.
    private func name(of path: String, in place: Place) -> String? {
        guard place.isFolder else { return path == place.path ? place.name : nil }
        guard place.path.isEmpty || path.hasPrefix(place.path + "/") else { return nil }
        let rest = String(path.dropFirst(place.path.isEmpty ? 0 : place.path.count + 1))
        return place.name.isEmpty ? rest : "\(place.name)/\(rest)"
    }

    /// An absolute path from the repository's root; empty for that.
    static func path(_ absolute: String, in root: String) -> String {
        String(absolute.dropFirst(root.count).drop { $0 == "/" })
    }

    private func isMeant(_ name: String, _ place: Place) -> Bool {
        guard place.isFolder else { return true }
        let inside = place.name.isEmpty ? name : String(name.dropFirst(place.name.count + 1))
        let parts = pathParts(inside)
        guard patterns.isEmpty else { return patterns.contains { isMatch(parts, $0) } }
        return DocumentSearch.finds(parts)
    }
}
