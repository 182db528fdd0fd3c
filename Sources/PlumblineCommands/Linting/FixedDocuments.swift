import ArgumentParser
import PlanReading
import SourceText

/// The documents of a run as they are when all that can be mended is mended.
struct FixedDocuments {
    private struct Change {
        let source: SourceFile
        let bytes: [UInt8]
        /// As the file system finds it.
        let path: String
    }
    private let changes: [Change]

    /// - Parameter findings: Those that are told: what a comment allows stays as it is.
    init(_ documents: LoadedDocuments, findings: [Finding]) {
        let fixes = Dictionary(grouping: findings.flatMap(\.fixes)) { $0.span.path }
        changes = documents.sources.compactMap { source in
            let mended = SourceFile(path: source.path, bytes: applying(fixes[source.path] ?? [], to: source))
            let bytes = applying(layoutFixes(of: mended), to: mended)
            guard bytes != source.bytes else { return nil }
            return Change(source: source, bytes: bytes, path: joined(documents.folder, source.path))
        }
    }

    /// The same documents with what was mended in them.
    func replacing(in documents: LoadedDocuments) -> LoadedDocuments {
        let mended = Dictionary(changes.map { ($0.source.path, $0.bytes) }) { first, _ in first }
        var replaced = documents
        replaced.sources = documents.sources.map { source in
            mended[source.path].map { SourceFile(path: source.path, bytes: $0) } ?? source
        }
        return replaced
    }

    /// Prints all changes, for `git apply` in the working folder.
    ///
    /// - Throws: `ExitCode(1)` when there are any, unless nothing is to fail.
    func printDiff(failing: Bool) throws {
        let diff = changes.map { unifiedDiff(of: normalized($0.path), from: $0.source.bytes, to: $0.bytes) }.joined()
        try Terminal.print(diff)
        if failing, !changes.isEmpty { throw ExitCode(1) }
    }

    /// Without what does not lie on the disk as it was read, because it was no UTF-8 or has been changed since; that is
    /// told, and left as it is.
    func asRead() throws -> FixedDocuments {
        FixedDocuments(
            changes: try changes.filter { change in
                let isSame = try InputFiles.read(change.path) == change.source.bytes
                if !isSame {
                    Terminal.complain("note: '\(shown(change.path))' is left as it is: it is not what was read\n")
                }
                return isSame
            })
    }

    /// To be written, all or none.
    var files: [(path: String, bytes: [UInt8])] { changes.map { ($0.path, $0.bytes) } }

    func tell() {
        guard !changes.isEmpty else { return }
        Terminal.complain("\(changes.count) \(changes.count == 1 ? "document was" : "documents were") mended\n")
    }

    private init(changes: [Change]) { self.changes = changes }
}
