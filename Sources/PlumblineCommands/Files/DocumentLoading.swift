import Configuration
import SourceText

/// The documents of a run, as they were found and read.
struct LoadedDocuments {
    let sources: [SourceFile]
    /// Folder that their paths are relative to, as given; empty for the working folder.
    let folder: String
    /// Absolute folders inside which it is known which files there are: those given, or the repositories that hold them.
    let roots: [String]
    /// Files that are no UTF-8, and other things worth telling.
    let findings: [Finding]
    /// Settings of the folder; nil when it has none.
    let configuration: PlanConfiguration?
}

/// Finds and reads Markdown documents.
///
/// - Parameter paths: folders (searched through) and files; paths of documents are relative to the folder when there is
///   one argument and it is a folder, else to the working folder. The settings of a single folder say which of its
///   documents count.
func loadDocuments(_ paths: [String]) throws(CommandError) -> LoadedDocuments {
    let isFolder = paths.count == 1 && FileSystem.kind(of: paths[0]) == .folder
    if isFolder, let configuration = try readConfiguration(in: paths[0]) {
        return try loadDocuments(in: trimmedSlash(paths[0]), configuration)
    }
    var found: [(name: String, path: String)] = []
    for path in paths {
        switch FileSystem.kind(of: path) {
        case .folder: try collectDocuments(in: path, named: isFolder ? "" : trimmedSlash(path), into: &found)
        case .file, .other: found.append((path, path))
        case nil:
            throw CommandError(
                "there is no file or folder '\(shown(path))'",
                help: "name a folder with Markdown documents, or documents")
        }
    }
    guard !found.isEmpty else {
        throw CommandError(
            "there are no Markdown documents in \(paths.map { "'\(shown($0))'" }.joined(separator: ", "))",
            help: "documents end in .md or .markdown; hidden folders and node_modules are not searched")
    }
    return try readDocuments(
        found, folder: isFolder ? trimmedSlash(paths[0]) : "", roots: paths.map(knownRoot), configuration: nil)
}

/// The documents that a folder's settings name; without patterns every Markdown document below it.
func loadDocuments(in folder: String, _ configuration: PlanConfiguration?) throws(CommandError) -> LoadedDocuments {
    let patterns = configuration?.documents ?? []
    var found: [(name: String, path: String)] = []
    if patterns.isEmpty { try collectDocuments(in: folder, named: "", into: &found) }
    for pattern in patterns {
        for name in try matchingFiles(pattern, in: folder) { found.append((name, joined(folder, name))) }
    }
    guard !found.isEmpty else {
        let wanted = patterns.isEmpty ? "" : " that match \(patterns.map { "'\($0)'" }.joined(separator: ", "))"
        throw CommandError(
            "there are no Markdown documents in '\(shown(folder))'\(wanted)",
            help: patterns.isEmpty
                ? "documents end in .md or .markdown; hidden folders and node_modules are not searched"
                : "correct 'documents' in plumbline.yml")
    }
    return try readDocuments(
        found, folder: folder == "." ? "" : folder, roots: [knownRoot(folder)], configuration: configuration)
}

/// Reads each file once, however many names it was found under.
private func readDocuments(
    _ found: [(name: String, path: String)], folder: String, roots: [String], configuration: PlanConfiguration?
) throws(CommandError) -> LoadedDocuments {
    var seen: Set<String> = []
    var sources: [SourceFile] = []
    var findings: [Finding] = []
    for (name, path) in found where seen.insert(FileSystem.resolved(path) ?? path).inserted {
        let (source, problems) = try decodeDocument(try FileSystem.read(path), name: name)
        sources.append(source)
        findings += problems
    }
    return LoadedDocuments(
        sources: sources, folder: folder, roots: roots, findings: findings, configuration: configuration)
}

/// The repository that holds a file or folder, else the folder itself.
private func knownRoot(_ path: String) -> String {
    let absolute = FileSystem.resolved(path) ?? path
    var folder = absolute
    if FileSystem.kind(of: absolute) != .folder { folder = parent(of: absolute) }
    let start = folder
    while !folder.isEmpty {
        if FileSystem.kind(of: folder + "/.git") != nil { return folder }
        folder = parent(of: folder)
    }
    return start
}

private func parent(of path: String) -> String { path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "" }

func trimmedSlash(_ path: String) -> String {
    var path = Substring(path)
    while path.count > 1, path.hasSuffix("/") { path = path.dropLast() }
    while path.hasPrefix("./"), path.count > 2 { path = path.dropFirst(2) }
    return String(path)
}

/// Every document below a folder, without recursion and without following links to folders.
private func collectDocuments(
    in folder: String, named prefix: String, into found: inout [(name: String, path: String)]
) throws(CommandError) {
    var open = [(name: prefix, path: trimmedSlash(folder))]
    while let (name, path) = open.popLast() {
        var folders: [(name: String, path: String)] = []
        for entry in try FileSystem.names(in: path) where !entry.hasPrefix(".") {
            let entryPath = joined(path, entry)
            let entryName = name.isEmpty ? entry : "\(name)/\(entry)"
            let lower = entry.lowercased()
            if lower.hasSuffix(".md") || lower.hasSuffix(".markdown") {
                if try FileSystem.isWorthReading(entryPath) { found.append((entryName, entryPath)) }
            } else if FileSystem.kind(of: entryPath) == .folder, !FileSystem.isLink(entryPath),
                !unsearched.contains(entry)
            {
                folders.append((entryName, entryPath))
            }
        }
        open.append(contentsOf: folders.reversed())
    }
}

/// Folders that hold other people's documents or generated ones.
private let unsearched: Set<String> = ["node_modules", "vendor", "output", "target", "dist", "__pycache__"]

/// Bytes as a document: UTF-8, or repaired with a warning; what is no text is refused.
func decodeDocument(_ bytes: [UInt8], name: String) throws(CommandError) -> (SourceFile, [Finding]) {
    if bytes.starts(with: [0xff, 0xfe]) || bytes.starts(with: [0xfe, 0xff]) {
        throw CommandError("'\(shown(name))' is UTF-16 text", help: "save it as UTF-8")
    }
    if let offset = bytes.firstIndex(of: 0) {
        throw CommandError(
            "'\(shown(name))' is no text: it has a NUL byte at byte \(offset + 1)",
            help: "a planning document is Markdown in UTF-8; leave binary files out")
    }
    guard String(validating: bytes, as: UTF8.self) == nil else { return (SourceFile(path: name, bytes: bytes), []) }
    let (repaired, place) = repairedUTF8(bytes)
    let source = SourceFile(path: name, bytes: repaired)
    let finding = Finding(
        rule: "encoding-invalid", severity: .warning,
        message: "'\(shown(name))' is not UTF-8; what does not fit is read as Windows-1252",
        at: SourceSpan(file: source, range: place..<min(place + 1, repaired.count)), help: "save the document as UTF-8",
        identity: [name])
    return (source, [finding])
}
