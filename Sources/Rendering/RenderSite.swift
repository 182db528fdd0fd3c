package import Report
import SourceText

/// Renders every file of the site; in order of their paths, the start page last.
///
/// - Parameter mail: the envelope of the stakeholder mail.
/// - Throws: `MailError` for an address or subject that no mail header may hold, `TemplateError` for a page that comes
///   out empty.
package func renderSite(_ report: Report, templates: Templates, mail: MailEnvelope = .draft) throws -> [RenderedFile] {
    let assets = PageAssets(style: templates.style, script: templates.script)
    let index = try templates.page(
        .statusHTML, StatusPage(frame: PageFrame(report, page: .status, assets: assets)), path: SitePage.status.path)
    let files =
        try checklistPages(report, templates: templates, assets: assets) + [
            try statusMail(report, templates: templates, envelope: mail),
            RenderedFile(path: "status.json", text: statusJSON(report).serialized()),
            RenderedFile(path: "status.md", text: try templates.render(TemplatePage.statusMarkdown, report)),
        ]
    return files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) } + [index]
}

private func checklistPages(_ report: Report, templates: Templates, assets: PageAssets) throws -> [RenderedFile] {
    try report.checklists.map { checklist in
        let path = "checklists/\(checklist.name).html"
        let frame = PageFrame(report, page: .status, path: path, heading: checklist.title, assets: assets)
        return try templates.page(.checklistHTML, ChecklistPage(frame: frame, checklist: checklist), path: path)
    }
}

private func statusMail(_ report: Report, templates: Templates, envelope: MailEnvelope) throws -> RenderedFile {
    let message = MailMessage(
        envelope: envelope,
        subject: (envelope.subjectPrefix.map { "\($0) " } ?? "")
            + TextFormat.plain.escape("\(report.verdict.headline) · \(report.title)"),
        date: report.provenance.timeZone.mailDate(report.trust.madeAt.instant),
        text: try templates.render(TemplatePage.mailText, report),
        html: try templates.render(TemplatePage.mailHTML, report))
    return RenderedFile(path: "emails/status.eml", bytes: try message.serialized())
}

extension Templates {
    /// A page of the site that holds itself to its policy.
    func page<Model>(_ template: TemplatePage<Model>, _ model: Model, path: String) throws -> RenderedFile {
        RenderedFile(
            path: path, text: ContentSecurityPolicy.apply(to: try render(template, model), trusted: trusted))
    }
}
