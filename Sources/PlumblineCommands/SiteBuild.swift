import Configuration
import Delivery
import Events
import Observations
import Rendering
import Report
import SourceText

/// Folder × moment × options → every file of the site, on one screen. Nothing is written before ``publish()`` is asked to.
struct SiteBuild {
    struct Options: Sendable {
        /// Overrides the settings.
        var output: String?
        /// Whether somebody asked for the commands that the settings declare.
        var runsChecks = false
        /// Whether to make also one page with everything in it.
        var asSingleFile = false
        /// Whether what is printed is made as PDF, whatever the settings say.
        var makesPDF = false
        /// The browser that prints; nil for the one that is found.
        var chromium: String?
        /// Whether the process ends soon.
        var thenExits = true
    }

    /// The verdict, with what it asks for.
    let headline: String
    let files: [RenderedFile]
    /// Folder for the finished site.
    let output: String
    /// What is wrong with the inputs, to be told on standard error too.
    let inputFindings: [Finding]
    /// How the plans of the site stand, for their logs.
    private let standings: [Standing]

    /// How one plan stands at a moment.
    private struct Standing {
        let folder: PlanFolder
        let states: [VerdictState]
        let now: Instant
    }

    /// - Throws: ``CommandError`` for whatever keeps the site from being built; the old one stands.
    init(_ path: String, clock: RunClock, options: Options = Options()) throws(CommandError) {
        if let portfolio = try PortfolioFolder(path, output: options.output) {
            try self.init(portfolio, in: path, clock: clock, options: options)
        } else {
            let plan = try PlanSite(path, clock: clock, options: options)
            try refuseOutput(plan.folder.output, around: [path, "."], inputs: plan.folder.inputs)
            self.init(
                headline: plan.report.verdict.headline, files: plan.files, output: plan.folder.output,
                inputFindings: plan.inputFindings,
                standings: [Standing(folder: plan.folder, states: plan.report.history.states, now: clock.now)])
        }
    }

    private init(
        headline: String, files: [RenderedFile], output: String, inputFindings: [Finding], standings: [Standing]
    ) {
        self.headline = headline
        self.files = files
        self.output = output
        self.inputFindings = inputFindings
        self.standings = standings
    }

    /// Every plan's site in a folder of its own, and the overview above them; all of them, or none.
    private init(
        _ portfolio: PortfolioFolder, in path: String, clock: RunClock, options: Options
    ) throws(CommandError) {
        let title = portfolio.title ?? PortfolioReport.defaultTitle
        var lines: [PortfolioReport.PlanLine] = []
        var files: [RenderedFile] = []
        var findings: [Finding] = []
        var standings: [Standing] = []
        var inputs = portfolio.templates.map(\.path).compactMap(InputFiles.resolved)
        for member in portfolio.members {
            var options = options
            options.output = portfolio.output
            let place = RenderedFile.folder(ofPlan: member.name)
            let plan = try PlanSite(
                member.path, clock: clock, options: options, templates: portfolio.templates, portfolio: title,
                place: place)
            lines.append(PortfolioReport.PlanLine(name: member.name, report: plan.report))
            files += plan.files.map { $0.inFolder(place) }
            standings.append(Standing(folder: plan.folder, states: plan.report.history.states, now: clock.now))
            findings += plan.inputFindings
            inputs += plan.folder.inputs
        }
        try refuseOutput(
            portfolio.output, around: [path, "."] + portfolio.members.map(\.path), inputs: inputs)
        guard let report = PortfolioReport(title: title, plans: lines) else {
            throw CommandError("'\(shown(path))' names no plan", help: "list folders under 'plans' in plumbline.yml")
        }
        files += try rendering { () throws in
            try renderPortfolio(report, templates: try loadTemplates(overriding: portfolio.templates))
        }
        self.init(
            headline: report.verdict.headline, files: files, output: portfolio.output, inputFindings: findings,
            standings: standings)
    }

    /// Adds to each plan's log what has changed.
    func recordEvents() {
        for standing in standings {
            PlumblineCommands.recordEvents(standing.states, at: standing.now, of: standing.folder)
        }
    }

    /// Replaces the output folder in one step, where that can be.
    func publish() throws(CommandError) -> Publication {
        do {
            return try Delivery.publish(files, to: output)
        } catch {
            throw CommandError(
                error.description,
                help: error.leftOutputAlone
                    ? "the output was left as it was"
                    : "some of its files are new and some old: correct this and build again")
        }
    }
}

/// The site of one plan.
private struct PlanSite {
    let folder: PlanFolder
    let report: Report
    let files: [RenderedFile]
    let inputFindings: [Finding]

    /// - Parameters:
    ///   - templates: Of the portfolio that the plan is one of; those of the plan itself stand above them.
    ///   - portfolio: Its title.
    ///   - place: Of the plan's pages inside the output; empty where it stands alone.
    init(
        _ path: String, clock: RunClock, options: SiteBuild.Options, templates: [SourceFile] = [],
        portfolio: String? = nil, place: String = ""
    ) throws(CommandError) {
        let folder = try PlanFolder(path, output: options.output)
        let status = try StatusPipeline(
            folder, clock: clock, runsChecks: options.runsChecks, thenExits: options.thenExits)
        let calendar = published("calendar.ics", in: place.isEmpty ? folder.output : joined(folder.output, place))
        let rendered = try rendering { () throws in
            try renderSite(
                status.report, templates: try loadTemplates(overriding: templates + folder.templates),
                mail: envelope(folder.configuration), portfolio: portfolio,
                paper: folder.configuration.paper.flatMap(PaperSize.init) ?? .a4, publishedCalendar: calendar,
                asSingleFile: options.asSingleFile)
        }
        // A preview that is made anew with each change waits for no printer.
        let isPrinted = options.makesPDF || folder.configuration.makesPDF && options.thenExits
        // The start page stays last: it is published last where that cannot be done in one step.
        files = isPrinted ? try printPages(rendered, chromium: options.chromium, now: clock.now) + rendered : rendered
        (self.folder, report, inputFindings) = (folder, status.report, status.inputFindings)
    }
}

/// What goes wrong while files are rendered, as a user is told of it.
private func rendering(_ render: () throws -> [RenderedFile]) throws(CommandError) -> [RenderedFile] {
    do {
        return try render()
    } catch let error as TemplateError {
        throw CommandError(error.description, help: "correct the template; the output was left as it was")
    } catch let error as MailError {
        throw CommandError(error.description, help: "correct 'email' in plumbline.yml; the output was left as it was")
    } catch {
        throw CommandError("the site cannot be rendered: \(shown("\(error)"))")
    }
}

/// A file of the site that stands there now; empty when there is none, or none that can be read.
private func published(_ name: String, in folder: String) -> [UInt8] {
    (try? InputFiles.read(joined(folder, name))) ?? []
}

private func envelope(_ configuration: PlanConfiguration) -> MailEnvelope {
    guard let mail = configuration.mail else { return .draft }
    return MailEnvelope(
        from: mail.from ?? MailEnvelope.draft.from, to: mail.to, subjectPrefix: mail.subjectPrefix,
        isDraft: mail.from == nil || mail.to.isEmpty)
}
