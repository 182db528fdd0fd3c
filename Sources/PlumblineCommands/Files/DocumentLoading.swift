import Configuration
import Plan
import SourceText

/// The documents of a run, as they were found and read.
struct LoadedDocuments {
    var sources: [SourceFile]
    /// What people tell of the plan while it runs; no documents of it.
    var updates: [SourceFile] = []
    /// Whether they are all documents of a folder; of single ones that were named, the plan may say more elsewhere.
    var isWholeFolder = true
    /// Folder that their paths are relative to, as given; empty for the working folder.
    let folder: String
    /// Absolute folders inside which it is known which files there are: those given, or the repositories that hold them.
    let roots: [String]
    /// Files that are no UTF-8, and other things worth telling.
    let findings: [Finding]
    /// What the settings say; nil when there are none.
    let configuration: PlanConfiguration?
    /// Those settings with their place.
    var settings: Settings?
    /// Whether the document that is edited is one of them; true where none is.
    var holdsEdited = true
    /// Whether there is a file or folder of an absolute path, for links; on the disk, unless the documents are a commit's.
    var holds: @Sendable (String) -> Bool = { InputFiles.kind(of: $0) != nil }

    /// Absolute folder that their paths are relative to.
    var resolvedFolder: String { absoluteFolder(folder) }

    /// Absolute paths of every file that was read, and of settings that would be: nothing that a run writes takes their
    /// place. Always in the same order, for messages name the first that is in the way.
    var inputs: [String] {
        let names = (sources + updates).map(\.path) + [settingsName]
        return (settings?.files ?? []) + names.compactMap { InputFiles.resolved(joined(folder, $0)) }
    }
}

/// Finds and reads Markdown documents.
///
/// - Parameters:
///   - paths: folders (searched through) and files; paths of documents are relative to the folder when there is one
///     argument and it is a folder, else to the working folder. The settings' own folder has the documents that they
///     name.
///   - edited: a document whose text is taken from there and not from the disk.
///   - isNamedFromHere: paths are relative to the working folder in any case.
func loadDocuments(
    _ paths: [String], settings source: SettingsSource = .search, edited: EditedDocument? = nil,
    isNamedFromHere: Bool = false
) throws(CommandError) -> LoadedDocuments {
    let isFolder = paths.count == 1 && InputFiles.kind(of: paths[0]) == .folder
    let prefix = isFolder && !isNamedFromHere ? "" : nil
    let settings = try findSettings(for: paths, source)
    let site = settings.map { settings in
        settings.configuration.output.map { joined(settings.folder, $0) } ?? defaultOutput
    }
    if isFolder, let settings, InputFiles.resolved(paths[0]) == settings.resolvedFolder {
        return try loadDocuments(
            in: trimmedSlash(paths[0]), settings, output: site ?? defaultOutput, edited: edited,
            isNamedFromHere: isNamedFromHere)
    }
    var found: [FoundDocument] = []
    for path in paths {
        switch InputFiles.kind(of: path) {
        case .folder:
            let search = DocumentSearch(folder: path, output: site)
            found += try search.documents(named: prefix ?? (isFolder ? namePrefix(path) : trimmedSlash(path)))
            if let edited, isFolder {
                found += edited.missing(in: path, patterns: [], named: prefix ?? namePrefix(path))
            }
        case .file, .other: found.append(FoundDocument(name: path, path: path))
        case nil:
            if let edited, edited.path == path {
                found.append(FoundDocument(name: path, path: path, resolved: edited.resolved))
                continue
            }
            throw CommandError(
                "there is no file or folder '\(shown(path))'",
                help: "name a folder with Markdown documents, or documents")
        }
    }
    let folder = prefix == nil ? "" : trimmedSlash(paths[0])
    let updates = UpdateSelection(settings?.configuration, in: settings?.resolvedFolder ?? absoluteFolder(folder))
    guard !found.isEmpty else {
        throw CommandError(
            "there are no Markdown documents in \(paths.map { "'\(shown($0))'" }.joined(separator: ", "))",
            help: "documents end in .md or .markdown; hidden folders and node_modules are not searched")
    }
    var documents = try readDocuments(
        found, updates, folder: folder, roots: knownRoots(paths), settings: settings, edited: edited)
    documents.isWholeFolder = isFolder
    return documents
}

/// What stands before the names of documents in a folder that are named from the working folder.
private func namePrefix(_ folder: String) -> String { folder == "." ? "" : normalized(trimmedSlash(folder)) }

/// The documents that a folder's settings name; without patterns every Markdown document below it.
///
/// - Parameter output: folder of the finished site; it need not be there.
func loadDocuments(
    in folder: String, _ settings: Settings?, output: String, edited: EditedDocument? = nil,
    isNamedFromHere: Bool = false
) throws(CommandError) -> LoadedDocuments {
    if let plans = settings?.configuration.plans, !plans.isEmpty {
        let names = plans.map { shown(normalized(joined(folder, $0.value))) }
        throw CommandError(
            "'\(shown(folder))' holds several plans, and they are not one",
            help: "name one of them: \(names.joined(separator: ", "))")
    }
    let patterns = settings?.configuration.documents ?? []
    let search = DocumentSearch(folder: folder, output: output)
    let prefix = isNamedFromHere ? namePrefix(folder) : ""
    var found =
        patterns.isEmpty
        ? try search.documents(named: prefix) : try search.documents(matching: patterns, named: prefix)
    if let edited { found += edited.missing(in: folder, patterns: patterns, named: prefix) }
    guard !found.isEmpty else {
        let wanted = patterns.isEmpty ? "" : " that match \(patterns.map { "'\($0)'" }.joined(separator: ", "))"
        throw CommandError(
            "there are no Markdown documents in '\(shown(folder))'\(wanted)",
            help: patterns.isEmpty
                ? "documents end in .md or .markdown; hidden folders and node_modules are not searched"
                : "correct 'documents' in plumbline.yml")
    }
    let updates = UpdateSelection(settings?.configuration, in: absoluteFolder(folder))
    return try readDocuments(
        found, updates, also: try search.documents(matching: updates.searched, named: prefix),
        folder: folder == "." || isNamedFromHere ? "" : folder, roots: knownRoots([folder]),
        settings: settings, edited: edited)
}

/// Reads each file once, however many names it was found under.
///
/// - Parameter others: files that count only if they are updates.
private func readDocuments(
    _ found: [FoundDocument], _ updates: UpdateSelection, also others: [FoundDocument] = [], folder: String,
    roots: [String], settings: Settings?, edited: EditedDocument?
) throws(CommandError) -> LoadedDocuments {
    var seen: Set<String> = []
    let isNew: (FoundDocument) -> Bool = {
        seen.insert($0.resolved ?? InputFiles.resolved($0.path) ?? $0.path).inserted
    }
    let wanted = found.filter(isNew)
    let once = wanted + others.filter(isNew)
    let read = once.mapSideBySide(atLeast: 16) { document in
        Result { () throws(CommandError) in
            if let bytes = edited?.bytes(for: document) { return try decodeDocument(bytes, name: document.name) }
            return try decodeDocument(try InputFiles.read(document.path), name: document.name)
        }
    }
    // The first that cannot be read is told, whichever was found out first.
    let files = try read.map { result throws(CommandError) in try result.get() }
    let isUpdate = zip(once, files).map { document, file in
        updates.isUpdate(file.0, at: document.resolved ?? InputFiles.resolved(document.path) ?? document.path)
    }
    let documents = files.indices.filter { isUpdate[$0] || $0 < wanted.count }.map { files[$0] }
    return LoadedDocuments(
        sources: wanted.indices.filter { !isUpdate[$0] }.map { files[$0].0 },
        updates: files.indices.filter { isUpdate[$0] }.map { files[$0].0 }.sorted { $0.path < $1.path }, folder: folder,
        roots: roots, findings: documents.flatMap(\.1),
        configuration: settings?.configuration, settings: settings,
        holdsEdited: edited.map { edited in once.contains { edited.bytes(for: $0) != nil } } ?? true)
}

/// The repository that holds a file or folder, else the folder itself.
func knownRoot(_ path: String) -> String { knownRoot(ofFolder: folder(around: path)) }

/// The repositories that hold files or folders, each once, in the order of the paths.
func knownRoots(_ paths: [String]) -> [String] {
    var folders: Set<String> = []
    var roots: Set<String> = []
    return paths.map(folder).filter { folders.insert($0).inserted }.map(knownRoot(ofFolder:)).filter {
        roots.insert($0).inserted
    }
}

/// A path without links, of a file that need not be there in a folder that is; nil when there is no such folder.
func absolutePath(of path: String) -> String? {
    if let resolved = InputFiles.resolved(path) { return resolved }
    guard let name = path.split(separator: "/").last, !path.hasSuffix("/"),
        let folder = InputFiles.resolved(holdingFolder(of: path))
    else { return nil }
    return joined(folder, String(name))
}

/// Absolute path of a folder as it was given; empty is the working folder.
func absoluteFolder(_ folder: String) -> String { InputFiles.resolved(folder.isEmpty ? "." : folder) ?? folder }

/// Absolute path of a folder, or of the one that holds a file.
func folder(around path: String) -> String {
    let absolute = absolutePath(of: path) ?? path
    return InputFiles.kind(of: absolute) == .folder ? absolute : parentFolder(of: absolute)
}

func knownRoot(ofFolder start: String) -> String {
    var folder = start
    while !folder.isEmpty {
        if InputFiles.kind(of: folder + "/.git") != nil { return folder }
        folder = parentFolder(of: folder)
    }
    return start
}

func trimmedSlash(_ path: String) -> String {
    var path = Substring(path)
    while path.count > 1, path.hasSuffix("/") { path = path.dropLast() }
    while path.hasPrefix("./"), path.count > 2 { path = path.dropFirst(2) }
    return String(path)
}

/// Where `build` writes when nothing says otherwise.
let defaultOutput = "output"

/// Bytes as a document: UTF-8, or repaired with a warning; what is no text is refused.
func decodeDocument(_ bytes: [UInt8], name: String) throws(CommandError) -> (SourceFile, [Finding]) {
    try decodeText(bytes, name: name, help: "a planning document is Markdown in UTF-8; leave binary files out")
}

/// Bytes as text: UTF-8, or repaired with a warning.
///
/// - Parameter help: what to do about bytes that are no text.
func decodeText(_ bytes: [UInt8], name: String, help: String) throws(CommandError) -> (SourceFile, [Finding]) {
    if bytes.starts(with: [0xff, 0xfe]) || bytes.starts(with: [0xfe, 0xff]) {
        throw CommandError("'\(shown(name))' is UTF-16 text", help: "save it as UTF-8")
    }
    if bytes.holds(0), let offset = bytes.firstIndex(of: 0) {
        throw CommandError(
            "'\(shown(name))' is no text: it has a NUL byte at byte \(offset + 1)", help: help)
    }
    guard String(validating: bytes, as: UTF8.self) == nil else { return (SourceFile(path: name, bytes: bytes), []) }
    let (repaired, place) = repairedUTF8(bytes)
    let source = SourceFile(path: name, bytes: repaired)
    // The whole character that a byte was read as.
    let end = repaired.indices.dropFirst(place + 1).first { repaired[$0] & 0xc0 != 0x80 } ?? repaired.count
    let finding = Finding(
        rule: "encoding-invalid", severity: .warning,
        message: "'\(shown(name))' is not UTF-8; what does not fit is read as Windows-1252",
        at: SourceSpan(file: source, range: place..<end), help: "save it as UTF-8",
        identity: [name])
    return (source, [finding])
}
