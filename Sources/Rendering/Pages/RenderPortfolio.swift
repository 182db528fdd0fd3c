package import Report
import SourceText

/// Renders the overview of several plans, `index.html`, and what programs read of it, `portfolio.json`.
///
/// - Throws: `TemplateError` for a page that comes out empty.
package func renderPortfolio(_ portfolio: PortfolioReport, templates: Templates) throws -> [RenderedFile] {
    let rule = PaperSize.a4.rule(digest: portfolio.provenance.shortDigest, madeAt: portfolio.trust.madeAt)
    let templates = templates.trusting([rule])
    let page = PortfolioPage(
        portfolio: portfolio, assets: PageAssets(style: templates.style, script: templates.script))
    return [
        RenderedFile(path: "portfolio.json", text: portfolioJSON(portfolio).serialized()),
        try templates.page(.portfolioHTML, page, path: SitePage.status.path),
    ]
}

/// What the template of the overview is given.
struct PortfolioPage: Sendable {
    let portfolio: PortfolioReport
    let assets: PageAssets

    fileprivate var surroundings: PageSurroundings {
        PageSurroundings(
            title: portfolio.title, heading: portfolio.title, verdict: portfolio.verdict, trust: portfolio.trust,
            provenance: portfolio.provenance,
            pageRule: assets.paper.rule(digest: portfolio.provenance.shortDigest, madeAt: portfolio.trust.madeAt),
            assets: assets)
    }
}

extension TemplatePage where Model == PortfolioPage {
    static var portfolioHTML: Self { .init(name: "portfolio.html", format: .html, view: .portfolio) }
}

extension View where Model == PortfolioPage {
    static var portfolio: Self {
        View(
            surroundingFields { $0.surroundings } + [
                .list("plans", .planLine) { $0.portfolio.plans },
                .text("count") { $0.portfolio.countText },
            ])
    }
}

extension View where Model == PortfolioReport.PlanLine {
    fileprivate static var planLine: Self {
        View([
            .text("planTitle") { $0.report.title }, .text("path") { "\($0.folder)/index.html" },
            .record("standing", .verdict) { $0.report.verdict }, .text("day") { $0.report.day.text },
            .list("summary", .summaryLine) { $0.report.summary }, .record("planTrust", .trust) { $0.report.trust },
        ])
    }
}

extension PortfolioReport.PlanLine {
    fileprivate var folder: String { RenderedFile.folder(ofPlan: name) }
}

/// `portfolio.json`, the contract `plumbline/portfolio/1`; `Schemas/portfolio.schema.json` documents every key.
private func portfolioJSON(_ portfolio: PortfolioReport) -> OrderedJSON {
    .object([
        ("schema", .string("plumbline/portfolio/1")), ("title", .string(portfolio.title)),
        ("verdict", .string(portfolio.verdict.verdict)), ("headline", .string(portfolio.verdict.headline)),
        ("madeAt", .string(portfolio.trust.madeAt.rfc3339)),
        ("validUntil", .string(portfolio.trust.validUntil.rfc3339)),
        (
            "plans",
            .array(
                portfolio.plans.map { plan in
                    .object([
                        ("name", .string(plan.name)), ("title", .string(plan.report.title)),
                        ("verdict", .string(plan.report.verdict.verdict)),
                        ("headline", .string(plan.report.verdict.headline)),
                        ("day", .optional(plan.report.day.number)), ("lastDay", .optional(plan.report.day.last)),
                        ("newestSample", .optional(plan.report.trust.newestSample?.rfc3339)),
                        ("page", .string("\(plan.folder)/index.html")),
                        ("status", .string("\(plan.folder)/status.json")),
                    ])
                })
        ),
    ])
}
