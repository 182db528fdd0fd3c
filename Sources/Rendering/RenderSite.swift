package import Report
import SourceText

/// Renders every file of the site; in order of their paths, the start page last.
///
/// - Parameters:
///   - mail: the envelope of the stakeholder mail.
///   - publishedCalendar: the `calendar.ics` that stood there before; empty when there was none.
/// - Throws: `MailError` for an address or subject that no mail header may hold, `TemplateError` for a page that comes
///   out empty.
package func renderSite(
    _ report: Report, templates: Templates, mail: MailEnvelope = .draft, publishedCalendar: [UInt8] = []
) throws -> [RenderedFile] {
    let checklists = try report.checklists.map { checklist in
        let page = ChecklistPage(
            report: report, checklist: checklist,
            assets: PageAssets(style: templates.checklistStyle, script: templates.script))
        let text = try templates.render(TemplatePage.checklistHTML, page)
        return RenderedFile(
            path: "checklists/\(checklist.name).html",
            text: ContentSecurityPolicy.apply(to: text, trusted: templates.trustedParts))
    }
    let message = MailMessage(
        envelope: mail,
        subject: (mail.subjectPrefix.map { "\($0) " } ?? "")
            + TextFormat.plain.escape("\(report.verdict.headline) · \(report.title)"),
        date: report.provenance.timeZone.mailDate(report.trust.madeAt.instant),
        text: try templates.render(TemplatePage.mailText, report),
        html: try templates.render(TemplatePage.mailHTML, report))
    let page = StatusPage(report: report, assets: PageAssets(style: templates.style, script: templates.script))
    let index = ContentSecurityPolicy.apply(
        to: try templates.render(TemplatePage.statusHTML, page), trusted: templates.trustedParts)
    let faces = machineFaces(report, publishedCalendar: publishedCalendar)
    return (faces + checklists).sorted { $0.path < $1.path } + [
        RenderedFile(path: "emails/status.eml", bytes: try message.serialized()),
        RenderedFile(path: "status.json", text: statusJSON(report).serialized()),
        RenderedFile(path: "status.md", text: try templates.render(TemplatePage.statusMarkdown, report)),
        RenderedFile(path: "index.html", text: index),
    ]
}
