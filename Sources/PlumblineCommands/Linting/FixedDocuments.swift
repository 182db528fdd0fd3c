import ArgumentParser
import Delivery
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
    /// - Throws: `ExitCode(1)` when there are any.
    func printDiff() throws {
        let diff = changes.map { unifiedDiff(of: normalized($0.path), from: $0.source.bytes, to: $0.bytes) }.joined()
        try Terminal.print(diff)
        if !changes.isEmpty { throw ExitCode(1) }
    }

    /// Writes every changed document, or none.
    ///
    /// What does not lie on the disk as it was read, because it was no UTF-8 or has been changed since, is left as it is.
    func write() throws -> FixedDocuments {
        let (same, others) = try changes.reduce(into: ([Change](), [Change]())) { parts, change in
            let isSame = try InputFiles.read(change.path) == change.source.bytes
            if isSame { parts.0.append(change) } else { parts.1.append(change) }
        }
        for change in others {
            Terminal.complain("note: '\(shown(change.path))' is left as it is: it is not what was read\n")
        }
        do {
            try writeFiles(same.map { ($0.path, $0.bytes) })
        } catch {
            throw CommandError(error.description, help: "no document was changed")
        }
        if !same.isEmpty {
            Terminal.complain("\(same.count) \(same.count == 1 ? "document was" : "documents were") mended\n")
        }
        return FixedDocuments(changes: same)
    }

    private init(changes: [Change]) { self.changes = changes }
}
