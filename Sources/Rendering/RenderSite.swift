package import Report
import SourceText

/// Renders every file of the site; in order of their paths, the start page last.
///
/// - Parameters:
///   - mail: the envelope of the stakeholder mail.
///   - paper: what the pages are printed on.
/// - Throws: `MailError` for an address or subject that no mail header may hold, `TemplateError` for a page that comes
///   out empty.
package func renderSite(_ report: Report, templates: Templates, mail: MailEnvelope = .draft, paper: PaperSize = .a4)
    throws
    -> [RenderedFile]
{
    let templates = templates.trusting(pageRules(report, paper))
    let assets = PageAssets(style: templates.style, script: templates.script, paper: paper)
    let index = try templates.page(
        .statusHTML, StatusPage(frame: PageFrame(report, page: .status, assets: assets)), path: SitePage.status.path)
    let files =
        try checklistPages(report, templates: templates, assets: assets) + [
            try rollbackPage(report, templates: templates, assets: assets),
            try statusMail(report, templates: templates, envelope: mail),
            RenderedFile(path: "status.json", text: statusJSON(report).serialized()),
            RenderedFile(path: "status.md", text: try templates.render(TemplatePage.statusMarkdown, report)),
        ]
    return files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) } + [index]
}

/// Every rule that a page may carry: each is trusted as it stands, and nothing else is.
private func pageRules(_ report: Report, _ paper: PaperSize) -> [String] {
    let digests = [report.provenance.shortDigest] + (report.checklists + report.sheets).map(\.digest)
    return digests.map { paper.rule(digest: $0, report: report) }
}

private func rollbackPage(_ report: Report, templates: Templates, assets: PageAssets) throws -> RenderedFile {
    let frame = PageFrame(report, page: .rollback, assets: assets)
    return try templates.page(.rollbackHTML, RollbackPage(frame: frame), path: SitePage.rollback.path)
}

/// The list of all sheets, and each of them as a page and as Markdown.
private func checklistPages(_ report: Report, templates: Templates, assets: PageAssets) throws -> [RenderedFile] {
    let list = ChecklistIndexPage(frame: PageFrame(report, page: .checklists, assets: assets))
    let index = try templates.page(.checklistIndexHTML, list, path: SitePage.checklists.path)
    return try [index]
        + (report.checklists + report.sheets).flatMap { sheet in
            let path = "checklists/\(sheet.name)"
            let frame = PageFrame(
                report, page: .checklists, path: "\(path).html", heading: sheet.title, digest: sheet.digest,
                assets: assets)
            let page = ChecklistPage(frame: frame, checklist: sheet)
            return [
                try templates.page(.checklistHTML, page, path: "\(path).html"),
                RenderedFile(path: "\(path).md", text: try templates.render(TemplatePage.checklistMarkdown, page)),
            ]
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
