import ArgumentParser
import PlanPrinting
import PlanReading
import SourceText

struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Show the plan that documents state.",
        discussion: "Exit status: 0 read, 2 could not run.")

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, markdown
    }

    @Option(
        help: "text: tables for a terminal; json: plumbline/plan/1 or plumbline/explain/1; markdown: tables for a page."
    )
    var format: Format = .text

    @Option(help: ArgumentHelp("Width of the tables in columns; the terminal's, else 100.", valueName: "columns"))
    var width: Int?

    @Flag(help: "For every fact the places that state it, how each was read, and why several are one.")
    var explain = false

    @Argument(help: ArgumentHelp("Folders and Markdown documents.", valueName: "path"))
    var paths: [String] = ["."]

    func validate() throws {
        if let width, !(40...1000).contains(width) { throw ValidationError("'--width' takes 40 to 1000 columns") }
    }

    func run() throws {
        let documents = try loadDocuments(paths)
        let (plan, findings, _) = Pipeline.read(documents)
        for finding in findings { Terminal.warn(finding) }
        let width = width ?? Terminal.width ?? 100
        let reading = explain ? readingOfPlaces(in: documents.sources) : { _ in nil }
        switch format {
        case .text:
            try Terminal.print(
                explain ? explanationText(plan, width: width, reading: reading) : planText(plan, width: width))
        case .json:
            try Terminal.print((explain ? explanationJSON(plan, reading: reading) : planJSON(plan)).serialized())
        case .markdown: try Terminal.print(explain ? explanationMarkdown(plan, reading: reading) : planMarkdown(plan))
        }
    }
}

private func readingOfPlaces(in sources: [SourceFile]) -> ReadingOfPlace {
    let indices = sources.mapSideBySide { ReadingIndex($0) }
    let byPath = Dictionary(zip(sources.map(\.path), indices), uniquingKeysWith: { first, _ in first })
    return { byPath[$0.path]?.reading(at: $0) }
}
