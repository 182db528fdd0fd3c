import Report

/// The pages with a drawing each: the timeline, the matrix of flags, the course of each KPI.
struct PlanPage: Sendable { let frame: PageFrame }
struct FlagsPage: Sendable { let frame: PageFrame }
struct KPIsPage: Sendable { let frame: PageFrame }

extension TemplatePage where Model == PlanPage {
    static var planHTML: Self { .init(name: "plan.html", format: .html, view: .planPage) }
}

extension TemplatePage where Model == FlagsPage {
    static var flagsHTML: Self { .init(name: "flags.html", format: .html, view: .flagsPage) }
}

extension TemplatePage where Model == KPIsPage {
    static var kpisHTML: Self { .init(name: "kpis.html", format: .html, view: .kpisPage) }
}

extension View where Model == PlanPage {
    static var planPage: Self {
        View(frameFields { $0.frame } + [.record("gantt", .gantt) { $0.frame.report.gantt }])
    }
}

extension View where Model == FlagsPage {
    static var flagsPage: Self {
        View(
            frameFields { $0.frame } + [
                .text("summary") { $0.frame.report.flags.summary },
                .record("matrix", .matrix) { $0.frame.report.matrix },
            ])
    }
}

extension View where Model == KPIsPage {
    static var kpisPage: Self {
        View(
            frameFields { $0.frame } + [
                .flag("hasMeasures") { !$0.frame.report.measures.isEmpty },
                .list("measures", .drawnMeasure) { $0.frame.report.measures },
            ])
    }
}

func drawnPages(_ report: Report, templates: Templates, assets: PageAssets) throws -> [RenderedFile] {
    func frame(_ page: SitePage) -> PageFrame { PageFrame(report, page: page, assets: assets) }
    return [
        try templates.page(.planHTML, PlanPage(frame: frame(.plan)), path: SitePage.plan.path),
        try templates.page(.flagsHTML, FlagsPage(frame: frame(.flags)), path: SitePage.flags.path),
        try templates.page(.kpisHTML, KPIsPage(frame: frame(.kpis)), path: SitePage.kpis.path),
    ]
}
