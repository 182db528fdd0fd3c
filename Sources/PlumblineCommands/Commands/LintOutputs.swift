import Delivery
import PlanRules
import SourceText

/// Where `lint` writes: the n-th file has the n-th format, standard output the one that is left over.
struct LintOutputs {
    struct File {
        let path: String
        let format: LintFormat
    }
    let files: [File]
    /// `text` where every format has a file.
    let standardOutput: LintFormat

    static func standard(_ format: LintFormat = .text) -> LintOutputs {
        LintOutputs(files: [], standardOutput: format)
    }

    private init(files: [File], standardOutput: LintFormat) {
        self.files = files
        self.standardOutput = standardOutput
    }

    /// - Throws: when formats and files do not go together.
    init(formats: [LintFormat], paths: [String]) throws(CommandError) {
        // A single file needs no format: it has the usual one.
        let formats = formats.isEmpty ? [.text] : formats
        guard !paths.contains("") else {
            throw CommandError("'--output' names no file", help: "name one, such as --output findings.sarif")
        }
        guard paths.count <= formats.count else {
            throw CommandError(
                "'--output \(shown(paths[formats.count]))' has no format",
                help: "give a '--format' for each '--output', in the same order")
        }
        guard formats.count <= paths.count + 1 else {
            let left = formats[paths.count...].map { "'\($0.rawValue)'" }.joined(separator: ", ")
            throw CommandError(
                "the formats \(left) have no file, and only one of them can go to standard output",
                help: "give an '--output' for each '--format', in the same order; the last may do without")
        }
        files = zip(paths, formats).map { File(path: $0, format: $1) }
        standardOutput = formats.count > paths.count ? formats[paths.count] : .text
        try refuseRepetition()
    }

    private func refuseRepetition() throws(CommandError) {
        var seen: Set<String> = []
        for file in files where !seen.insert(InputFiles.resolved(file.path) ?? normalized(file.path)).inserted {
            // Two results may well go the same way one after the other.
            if InputFiles.kind(of: file.path) == .other { continue }
            throw CommandError("two outputs are written to '\(shown(file.path))'", help: "name a file for each")
        }
    }

    /// Nothing that a run reads is replaced by what it writes.
    func refuseInputs(_ documents: LoadedDocuments) throws(CommandError) {
        guard !files.isEmpty else { return }
        let names = documents.sources.map(\.path) + ["plumbline.yml"]
        let inputs = Set(names.compactMap { InputFiles.resolved(joined(documents.folder, $0)) })
        for file in files {
            guard let path = InputFiles.resolved(file.path), inputs.contains(path) else { continue }
            throw CommandError(
                "the output '\(shown(file.path))' is a file that this run reads",
                help: "choose another name; nothing was changed")
        }
    }

    /// Files first, each whole or not at all: who sees the status 2 finds nothing new.
    func write(_ report: LintReport, folder: String) throws {
        do {
            try writeFiles(files.map { ($0.path, Array(report.written(as: $0.format, folder: folder).utf8)) })
        } catch {
            throw CommandError(error.description, help: "no output was written")
        }
        try Terminal.print(report.written(as: standardOutput, folder: folder, style: Terminal.style))
    }
}
