import Delivery

/// A document as a search found it.
struct FoundDocument {
    /// As findings name it.
    let name: String
    /// As the file system finds it from the working folder.
    let path: String
    /// Absolute path without links, where the search knows it.
    var resolved: String?
}

/// Looks for the documents of a plan below a folder.
///
/// What Plumbline itself has published is no document of the plan, wherever it lies: a page that is read back would
/// confirm itself. Neither is a link that leads out: documents come from pull requests, and findings show their lines.
struct DocumentSearch {
    /// As it was given.
    private let folder: String
    /// Absolute.
    private let resolvedFolder: String
    /// Absolute folder of the site, when one has been published there.
    private let site: String?

    /// - Parameter output: folder of the finished site as far as it is known; it need not be there.
    init(folder: String, output: String?) {
        self.folder = trimmedSlash(folder)
        let resolvedFolder = InputFiles.resolved(folder) ?? folder
        self.resolvedFolder = resolvedFolder
        // Without a list of files it is a folder like others: a plan must not vanish because the output is misnamed.
        site = output.flatMap(InputFiles.resolved).flatMap { site in
            publishedFiles(in: site) == nil || isInside(resolvedFolder, site) ? nil : site
        }
    }

    /// Every document below the folder, without following links to folders.
    ///
    /// - Parameter prefix: stands before the names; empty for names relative to the folder.
    func documents(named prefix: String) throws(CommandError) -> [FoundDocument] {
        var found: [FoundDocument] = []
        var open = [
            FoundDocument(name: prefix, path: folder, resolved: resolvedFolder.hasPrefix("/") ? resolvedFolder : nil)
        ]
        // Folders in which nothing has been published, as their entries tell.
        var ownFolders: Set<String> = []
        while let place = open.popLast() {
            var folders: [FoundDocument] = []
            let entries = try InputFiles.entries(in: place.path)
            if let folder = place.resolved, !entries.contains(where: { $0.name == Manifest.name }) {
                ownFolders.insert(folder)
            }
            for (entry, kind) in entries where !entry.hasPrefix(".") {
                let isFolder = kind == .directory && !unsearched.contains(entry)
                guard isFolder || isDocument(entry) else { continue }
                let name = place.name.isEmpty ? entry : "\(place.name)/\(entry)"
                let path = joined(place.path, entry)
                let resolved = place.resolved.map { joined($0, entry) }
                if isDocument(entry) {
                    // What is a file itself, and no link, needs no second look and leads nowhere else.
                    if kind == .file {
                        found.append(FoundDocument(name: name, path: path, resolved: resolved))
                    } else if try InputFiles.isWorthReading(path) {
                        found.append(FoundDocument(name: name, path: path))
                    }
                } else {
                    folders.append(FoundDocument(name: name, path: path, resolved: resolved))
                }
            }
            open.append(contentsOf: folders.reversed())
        }
        return try kept(found, ownFolders: ownFolders)
    }

    /// The files that patterns of the settings match, relative to the folder.
    func documents(matching patterns: [String], named prefix: String = "") throws(CommandError) -> [FoundDocument] {
        var found: [FoundDocument] = []
        for pattern in patterns {
            for name in try matchingFiles(pattern, in: folder) {
                let shown = prefix.isEmpty ? name : normalized(joined(prefix, name))
                found.append(FoundDocument(name: shown, path: joined(folder, name)))
            }
        }
        return try kept(found)
    }

    /// Whether a search finds a file by its path below the folder, in parts.
    static func finds(_ parts: [String]) -> Bool {
        guard let name = parts.last, isDocument(name) else { return false }
        return !parts.contains { $0.hasPrefix(".") } && parts.dropLast().allSatisfy { !unsearched.contains($0) }
    }

    /// Without what was published.
    ///
    /// - Parameter ownFolders: Absolute folders of which it is known that nothing has been published there.
    private func kept(
        _ found: [FoundDocument], ownFolders: Set<String> = []
    ) throws(CommandError) -> [FoundDocument] {
        var published: [String: Set<String>] = [:]
        var kept: [FoundDocument] = []
        for var document in found {
            let isKnown = document.resolved != nil
            // What leads nowhere is told when it is read.
            guard let path = document.resolved ?? InputFiles.resolved(document.path) else {
                kept.append(document)
                continue
            }
            document.resolved = path
            if let site, isInside(path, site) { continue }
            if isPublished(path, &published, ownFolders) { continue }
            if !isKnown { try refuseLinkOutside(document, to: path) }
            kept.append(document)
        }
        return kept
    }

    /// Whether the list of a site names a document. The list lies beside it or above: at most three folders up, as for
    /// `plans/NAME/reports/day.md`.
    private func isPublished(
        _ path: String, _ published: inout [String: Set<String>], _ ownFolders: Set<String>
    ) -> Bool {
        var folder = path
        for _ in 0...3 {
            folder = parentFolder(of: folder)
            guard !ownFolders.contains(folder) else { continue }
            let files = published[folder] ?? publishedFiles(in: folder) ?? []
            published[folder] = files
            if files.contains(String(path.dropFirst(folder.count + 1))) { return true }
        }
        return false
    }

    /// - Throws: when a link on the way, the last part or a folder, leads out of the folder and its repository.
    private func refuseLinkOutside(_ document: FoundDocument, to path: String) throws(CommandError) {
        let root = knownRoot(resolvedFolder)
        guard path != normalized(joined(resolvedFolder, relativeName(of: document))), !isInside(path, root) else {
            return
        }
        throw CommandError(
            "'\(shown(document.path))' is a link to '\(shown(FileSystem.linkTarget(document.path) ?? path))' "
                + "outside '\(shown(root))'",
            help: "replace the link by the document, or name the document on the command line")
    }

    private func relativeName(of document: FoundDocument) -> String {
        guard folder != ".", document.path.hasPrefix("\(folder)/") else { return document.path }
        return String(document.path.dropFirst(folder.count + 1))
    }
}

/// Whether a file is Markdown by its name.
func isDocument(_ name: String) -> Bool {
    let lower = name.lowercased()
    return lower.hasSuffix(".md") || lower.hasSuffix(".markdown")
}

/// The folder above; empty for the topmost.
func parentFolder(of path: String) -> String { path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "" }

/// The same as the file system finds it: `.` for a name alone, `/` for what lies in the topmost.
func holdingFolder(of path: String) -> String {
    let folder = parentFolder(of: path)
    return folder.isEmpty ? path.hasPrefix("/") ? "/" : "." : folder
}

/// Whether an absolute path is a folder or lies below it.
func isInside(_ path: String, _ folder: String) -> Bool {
    path == folder || path.hasPrefix(folder == "/" ? "/" : "\(folder)/")
}

/// Files that Plumbline has published into a folder; nil when it has not, or when its list cannot be read.
private func publishedFiles(in folder: String) -> Set<String>? { (try? Manifest(of: folder))??.paths }

/// Folders that hold other people's documents or generated ones.
private let unsearched: Set<String> = ["node_modules", "vendor", "output", "target", "dist", "__pycache__"]
