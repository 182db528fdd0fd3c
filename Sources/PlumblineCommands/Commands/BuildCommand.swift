import ArgumentParser
import Delivery

struct BuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Publish the status page, mail and checklists of a plan.",
        discussion: """
            Reads plumbline.yml in the folder, the documents, metrics and results that it names, and replaces the output \
            folder in one step. When anything fails, the old output stays as it was.

            Where plumbline.yml names several 'plans', each has its pages in a folder of its own, and index.html is an \
            overview of all.

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

    @Flag(help: "Make also site.html: everything in one page that needs no other, for a mail or an archive.")
    var singleFile = false

    @Flag(help: "Record no change of verdicts in .plumbline/events.jsonl beside the plan.")
    var noEvents = false

    @OptionGroup var printing: PrintOptions

    func run() throws {
        let site = try SiteBuild(
            plan.folder, clock: try RunClock(option: plan.now),
            options: SiteBuild.Options(
                output: output, runsChecks: checks.runChecks, asSingleFile: singleFile, makesPDF: printing.pdf,
                chromium: printing.chromium))
        for finding in site.inputFindings { Terminal.warn(finding) }
        let publication = try site.publish()
        if case .fileByFile(let reason) = publication {
            Terminal.complain("note: published file by file, not in one step: \(shown(reason))\n")
        }
        if !noEvents { site.recordEvents() }
        do {
            try Terminal.print("\(site.headline)\n\(joined(site.output, "index.html"))\n")
        } catch {
            // Whoever reads the status 2 alone would take the new site for the old one.
            Terminal.complain("note: the site was published all the same\n")
            throw error
        }
    }
}

/// Whether and how what is printed is made as PDF.
struct PrintOptions: ParsableArguments {
    @Flag(
        help: ArgumentHelp(
            "Also make the checklists and rollback procedures as PDF, in pdf/ of the output.",
            discussion:
                "They are printed by Chromium, which must be installed. 'pdf: true' in plumbline.yml asks for it always."
        ))
    var pdf = false

    @Option(
        help: ArgumentHelp(
            "Chromium or Chrome; else that of the variable CHROME, else the first in PATH.", valueName: "program"))
    var chromium: String?
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
