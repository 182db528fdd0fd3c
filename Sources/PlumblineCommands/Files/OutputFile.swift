import SourceText

/// Nothing that a run reads is replaced by what it writes.
///
/// - Parameters:
///   - name: What messages call it: `output`, `baseline`.
///   - inputs: Absolute paths of the files that the run reads.
/// - Throws: when the file is one of them.
func refuseOutputFile(_ path: String, called name: String = "output", inputs: [String]) throws(CommandError) {
    guard let resolved = absolutePath(of: path), inputs.contains(resolved) else { return }
    throw CommandError(
        "the \(name) '\(shown(path))' is a file that this run reads",
        help: "choose another name; nothing was changed")
}
