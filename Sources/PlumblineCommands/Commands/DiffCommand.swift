import ArgumentParser
import PlanPrinting
import SourceText

struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "Show what a plan means otherwise than at another commit.",
        discussion: """
            Compares the plan that the documents state, not their lines: limits, budgets, flags, phases, steps, boxes. \
            What is loosened stands first. A name that is no commit is taken for the path.

            Exit status: 0 compared, 1 the plan means something else (with '--exit-code'), 2 could not run.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, markdown
    }

    @Option(help: "text: for a terminal; json: plumbline/diff/1; markdown: a comment for a pull request.")
    var format: Format = .text

    @Flag(help: "Compare with the commit where the two parted, as pull requests do.")
    var mergeBase = false

    @Flag(help: "Exit with status 1 when the plan means something else.")
    var exitCode = false

    @Argument(help: ArgumentHelp("The commit to compare with, such as origin/main.", valueName: "base"))
    var base: String

    @Argument(help: "The commit that is compared with it; else the documents on the disk.")
    var head: String?

    @Argument(help: "Folder or Markdown document; else the folder in front of you.")
    var path: String?

    func run() throws {
        let diff = try PlanComparing(base: base, rest: [head, path].compactMap(\.self), mergeBase: mergeBase).diff()
        switch format {
        case .text: try Terminal.print(diff.text())
        case .json: try Terminal.print(diff.json().serialized())
        case .markdown: try Terminal.print(diff.markdown())
        }
        if exitCode, !diff.changes.isEmpty { throw ExitCode(1) }
    }
}
