import ArgumentParser
import Rendering
import SourceText

struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Print how a plan stands, without publishing.",
        discussion: "Exit status: 0 printed, whatever the verdict; 2 could not run.")

    @OptionGroup var plan: PlanFolderOptions
    @OptionGroup var checks: CheckOptions

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Option(help: "text: for a terminal; json: the contract plumbline/status/1, as the site has it.")
    var format: Format = .text

    @Option(help: ArgumentHelp("Width in columns; the terminal's, else 80.", valueName: "columns"))
    var width: Int?

    func validate() throws {
        if let width, !(40...1000).contains(width) { throw ValidationError("'--width' takes 40 to 1000 columns") }
    }

    func run() throws {
        let clock = try RunClock(option: plan.now)
        let status = try StatusPipeline(
            try PlanFolder(plan.folder, output: nil), clock: clock, runsChecks: checks.runChecks)
        for finding in status.inputFindings { Terminal.warn(finding) }
        switch format {
        case .text:
            try Terminal.print(
                renderTerminalStatus(status.report, color: Terminal.showsColor, width: width ?? Terminal.width ?? 80))
        case .json: try Terminal.print(statusJSON(status.report).serialized())
        }
    }
}
