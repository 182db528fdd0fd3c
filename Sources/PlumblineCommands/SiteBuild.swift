import Configuration
import Delivery
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
        /// Whether what is printed is made as PDF, whatever the settings say.
        var makesPDF = false
        /// The browser that prints; nil for the one that is found.
        var chromium: String?
        /// Whether the process ends soon.
        var thenExits = true
    }

    let report: Report
    let files: [RenderedFile]
    /// Folder for the finished site.
    let output: String
    /// What is wrong with the inputs, to be told on standard error too.
    let inputFindings: [Finding]

    /// - Throws: ``CommandError`` for whatever keeps the site from being built; the old one stands.
    init(_ path: String, clock: RunClock, options: Options = Options()) throws(CommandError) {
        let folder = try PlanFolder(path, output: options.output)
        try refuseOutput(folder.output, around: [path, "."], inputs: folder.inputs)
        output = folder.output
        let status = try StatusPipeline(
            folder, clock: clock, runsChecks: options.runsChecks, thenExits: options.thenExits)
        (report, inputFindings) = (status.report, status.inputFindings)
        let rendered: [RenderedFile]
        do {
            rendered = try renderSite(
                report, templates: try loadTemplates(overriding: folder.templates),
                mail: envelope(folder.configuration),
                paper: folder.configuration.paper.flatMap(PaperSize.init) ?? .a4)
        } catch let error as TemplateError {
            throw CommandError(error.description, help: "correct the template; the output was left as it was")
        } catch let error as MailError {
            throw CommandError(
                error.description, help: "correct 'email' in plumbline.yml; the output was left as it was")
        } catch {
            throw CommandError("the site cannot be rendered: \(shown("\(error)"))")
        }
        let isPrinted = options.makesPDF || folder.configuration.makesPDF
        // The start page stays last: it is published last where that cannot be done in one step.
        files =
            isPrinted ? try printPages(rendered, chromium: options.chromium, now: clock.now) + rendered : rendered
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

private func envelope(_ configuration: PlanConfiguration) -> MailEnvelope {
    guard let mail = configuration.mail else { return .draft }
    return MailEnvelope(
        from: mail.from ?? MailEnvelope.draft.from, to: mail.to, subjectPrefix: mail.subjectPrefix,
        isDraft: mail.from == nil || mail.to.isEmpty)
}
