/// The output folder is replaced as a whole: one that holds the plan, or where its user stands, must not be.
func refuseOutput(
    _ output: String, around folders: [String], inputs: [String]
) throws(CommandError) {
    guard !output.isEmpty else {
        throw CommandError("'--output' names no folder", help: "name one, such as --output site")
    }
    guard let site = InputFiles.resolved(output) else { return }
    for folder in folders.compactMap(InputFiles.resolved)
    where isInside(folder, site) {
        throw CommandError(
            "the output '\(shown(output))' holds '\(shown(folder))' and would replace it",
            help: "choose a folder of its own for the output; nothing was changed")
    }
    if let input = inputs.first(where: { $0 != site && isInside($0, site) }) {
        throw CommandError(
            "the output '\(shown(output))' holds '\(shown(input))', which this build reads",
            help: "choose a folder of its own for the output, or move the file away; nothing was changed")
    }
}
