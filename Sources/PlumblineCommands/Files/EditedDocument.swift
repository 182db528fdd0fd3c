/// A document as an editor has it, which may differ from the disk or not be there yet.
struct EditedDocument {
    /// As it was given.
    let path: String
    /// Absolute path without links, of the file or, when it is not there, in the folder that it belongs to.
    let resolved: String
    private let bytes: [UInt8]

    /// - Throws: when the folder of the document is not there.
    init(path: String, bytes: [UInt8]) throws(CommandError) {
        self.path = path
        self.bytes = bytes
        guard let resolved = absolutePath(of: path) else {
            throw CommandError(
                "there is no folder for '--stdin-filename \(shown(path))'", help: "name the document that is edited")
        }
        self.resolved = resolved
    }

    /// Its text when this is the document.
    func bytes(for document: FoundDocument) -> [UInt8]? {
        (document.resolved ?? InputFiles.resolved(document.path) ?? document.path) == resolved ? bytes : nil
    }

    /// The document itself where a search in a folder cannot find it because it is not on the disk yet.
    ///
    /// - Parameter prefix: Stands before its name.
    func missing(in folder: String, patterns: [String], named prefix: String) -> [FoundDocument] {
        guard InputFiles.kind(of: resolved) == nil, let base = InputFiles.resolved(folder) else { return [] }
        let name = relativePath(from: base, to: resolved)
        let isMeant =
            patterns.isEmpty
            ? isInside(resolved, base) && isDocument(resolved)
            : patterns.contains { isMatch(pathParts($0.hasPrefix("/") ? resolved : name), pathParts($0)) }
        guard isMeant else { return [] }
        return [FoundDocument(name: joined(prefix, name), path: joined(folder, name), resolved: resolved)]
    }
}
