import ArgumentParser
import Configuration
import Delivery
import Rendering
import Report

struct BuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Publish the status page, mail and checklists of a plan.",
        discussion: """
            Reads plumbline.yml in the folder, the documents, metrics and results that it names, and replaces the output \
            folder in one step. When anything fails, the old output stays as it was.

            The output is a new folder after each build. To serve it from a container, mount the folder above it: a \
            mount of the output itself keeps showing the folder that was there when it was mounted.

            Verdicts that changed are recorded in .plumbline/events.jsonl beside the plan: the site's history. A build \
            for a moment before the last of them records nothing.

            Exit status: 0 published, 2 not published, or published without being able to say so.
            """)

    @OptionGroup var plan: PlanFolderOptions
    @OptionGroup var checks: CheckOptions

    @Option(
        help: ArgumentHelp(
            "Folder for the finished site; else 'output' in plumbline.yml, else ./output.", valueName: "folder"))
    var output: String?

    @Flag(help: "Record no change of verdicts in .plumbline/events.jsonl beside the plan.")
    var noEvents = false

    func run() throws {
        let clock = try RunClock(option: plan.now)
        let folder = try PlanFolder(plan.folder, output: output)
        try refuseOutput(folder.output, around: [plan.folder, "."], inputs: folder.inputs)
        let status = try StatusPipeline(folder, clock: clock, runsChecks: checks.runChecks)
        for finding in status.inputFindings { Terminal.warn(finding) }
        let files: [RenderedFile]
        do {
            files = try renderSite(
                status.report, templates: try loadTemplates(overriding: folder.templates),
                mail: envelope(folder.configuration), publishedCalendar: published("calendar.ics", in: folder.output))
        } catch let error as TemplateError {
            throw CommandError(error.description, help: "correct the template; the output was left as it was")
        } catch let error as MailError {
            throw CommandError(
                error.description, help: "correct 'email' in plumbline.yml; the output was left as it was")
        }
        let publication: Publication
        do {
            publication = try publish(files, to: folder.output)
        } catch {
            throw CommandError(
                error.description,
                help: error.leftOutputAlone
                    ? "the output was left as it was"
                    : "some of its files are new and some old: correct this and build again")
        }
        if case .fileByFile(let reason) = publication {
            Terminal.complain("note: published file by file, not in one step: \(shown(reason))\n")
        }
        if !noEvents { recordEvents(status.report.history.states, at: clock.now, of: folder) }
        do {
            try Terminal.print("\(status.report.verdict.headline)\n\(joined(folder.output, "index.html"))\n")
        } catch {
            // Whoever reads the status 2 alone would take the new site for the old one.
            Terminal.complain("note: the site was published all the same\n")
            throw error
        }
    }

    /// A file of the site that stands there now; empty when there is none, or none that can be read.
    private func published(_ name: String, in output: String) -> [UInt8] {
        (try? InputFiles.read(joined(output, name))) ?? []
    }

    private func envelope(_ configuration: PlanConfiguration) -> MailEnvelope {
        guard let mail = configuration.mail else { return .draft }
        return MailEnvelope(
            from: mail.from ?? MailEnvelope.draft.from, to: mail.to, subjectPrefix: mail.subjectPrefix,
            isDraft: mail.from == nil || mail.to.isEmpty)
    }
}

/// Which plan at which moment: shared by all commands that assess one.
struct PlanFolderOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("Folder with the documents and, if there is one, plumbline.yml.", valueName: "folder"))
    var folder: String = "."

    @Option(help: ArgumentHelp("Take this moment as now, such as 2026-11-30T14:07:00+01:00.", valueName: "time"))
    var now: String?
}

/// Shared by all commands that may run the checks which settings declare.
struct CheckOptions: ParsableArguments {
    @Flag(
        help: ArgumentHelp(
            "Run the commands under 'checks' in plumbline.yml, for the items that they speak of.",
            discussion: "They are somebody's commands, run with your rights: leave it out for settings from a stranger."
        ))
    var runChecks = false
}
