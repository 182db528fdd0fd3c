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
        for file in files where !seen.insert(absolutePath(of: file.path) ?? normalized(file.path)).inserted {
            // Two results may well go the same way one after the other.
            if InputFiles.kind(of: file.path) == .other { continue }
            throw CommandError("two outputs are written to '\(shown(file.path))'", help: "name a file for each")
        }
    }

    /// Nothing that a run reads is replaced by what it writes.
    ///
    /// - Parameter baseline: Read by the run, or written by it beside the outputs; nil for none.
    func refuseInputs(_ documents: LoadedDocuments, baseline: String? = nil) throws(CommandError) {
        guard !files.isEmpty else { return }
        let inputs = documents.inputs + [baseline].compactMap(\.self)
        for file in files { try refuseOutputFile(file.path, inputs: inputs) }
    }

    /// Writes the files, each whole or not at all, ahead of what goes to standard output: who sees the status 2 finds
    /// nothing new.
    ///
    /// - Parameter others: Written with them: mended documents, the baseline.
    func save(
        _ report: LintReport, folder: String, includingSilenced: Bool, with others: [(path: String, bytes: [UInt8])]
    ) throws(CommandError) {
        let own = files.map { file in
            let text = report.written(as: file.format, folder: folder, includingSilenced: includingSilenced)
            return (path: file.path, bytes: Array(text.utf8))
        }
        do {
            try writeFiles(others + own)
        } catch {
            throw CommandError(
                error.description, help: others.isEmpty ? "no output was written" : "nothing was written or changed")
        }
    }

    func show(_ report: LintReport, folder: String, includingSilenced: Bool) throws {
        try Terminal.print(
            report.written(
                as: standardOutput, folder: folder, style: Terminal.style, includingSilenced: includingSilenced))
    }
}
