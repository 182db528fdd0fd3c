import ArgumentParser
import Assessment
import Observations
import Rendering
import Report
import SourceText

struct ValidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate", abstract: "Decide whether to go on: a go/no-go gate with a reason for each line.",
        discussion: """
            Scopes: pre, runtime, post, performance, security, or a phase by its id, number or name; without one, the \
            whole plan, which goes when it is on plan. 'pre' and 'post' hold the items under headings that say so, \
            'runtime' the measures and flags too, 'post' the success criteria too, 'performance' and 'security' the \
            measures and items that speak of it, a phase its items, tasks, criteria and measures.

            A criterion with a limit is held against what is measured; a ticked box over a missed limit is no pass.

            Whatever is unknown, pending, stale or off target is a no-go, and so is an input that could not be read.

            Exit status: 0 go, 1 no-go, 2 could not run.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @OptionGroup var checks: CheckOptions

    @Option(help: "text: for a terminal; json: the contract plumbline/validate/1.")
    var format: Format = .text

    @Option(help: ArgumentHelp("Take this moment as now, such as 2026-11-30T14:07:00+01:00.", valueName: "time"))
    var now: String?

    @Argument(help: "pre, runtime, post, performance, security, or a phase.")
    var scope: String?

    @Argument(help: "Folder with the documents and, if there is one, plumbline.yml; else the one in front of you.")
    var folder: String?

    /// A single name that is a folder is no scope: `plumbline validate content`.
    private var asked: (scope: String?, folder: String) {
        guard let scope, folder == nil, GatePart(rawValue: scope) == nil, InputFiles.kind(of: scope) == .folder else {
            return (scope, folder ?? ".")
        }
        return (nil, scope)
    }

    func run() throws {
        let clock = try RunClock(option: now)
        let asked = asked
        let assessed = try AssessedPlan(
            try PlanFolder(asked.folder, output: nil), clock: clock, runsChecks: checks.runChecks)
        let scope: GateScope
        do {
            scope = try GateScope(named: asked.scope, in: assessed.plan)
        } catch {
            throw CommandError(error.sentence, help: error.help)
        }
        for finding in assessed.inputFindings { Terminal.warn(finding) }
        let zone = assessed.zone
        let gate = judgeGate(scope, of: assessed.assessment, plan: assessed.plan) {
            zone.shown($0, now: clock.now).brief
        }
        switch format {
        case .text: try Terminal.print(gateText(gate, color: Terminal.showsColor))
        case .json: try Terminal.print(gateJSON(gate, assessedAt: clock.now.rfc3339()).serialized())
        }
        if gate.decision == .noGo { throw ExitCode(1) }
    }
}

extension GateScopeFault {
    fileprivate var sentence: String {
        switch self {
        case .unknown(let name, let closest):
            "'\(shown(name))' is neither a part of the work nor a phase of the plan"
                + (closest.map { "; did you mean '\(shown($0))'?" } ?? "")
        case .ambiguous(let name, let ids):
            "'\(shown(name))' could mean \(ids.count) phases: \(ids.map { "'\(shown($0))'" }.joined(separator: ", "))"
        }
    }

    fileprivate var help: String {
        switch self {
        case .unknown: "name pre, runtime, post, performance, security, or a phase as 'plumbline plan' prints it"
        case .ambiguous: "name one by its id"
        }
    }
}
