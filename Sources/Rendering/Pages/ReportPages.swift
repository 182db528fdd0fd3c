import Report

/// What the templates of one report are given.
struct ReportPage: Sendable {
    let frame: PageFrame
    let report: StakeholderReport
}

/// What the template of the list of reports is given.
struct ReportIndexPage: Sendable {
    let frame: PageFrame
}

/// Every report as a page and as Markdown, and the list of them.
func reportPages(_ report: Report, templates: Templates, assets: PageAssets) throws -> [RenderedFile] {
    let index = ReportIndexPage(frame: PageFrame(report, page: .reports, assets: assets))
    let pages = try report.stakeholders.flatMap { own -> [RenderedFile] in
        let path = "reports/\(own.name)"
        let frame = PageFrame(report, page: .reports, path: "\(path).html", heading: own.title, assets: assets)
        let page = ReportPage(frame: frame, report: own)
        return [
            try templates.page(.reportHTML, page, path: "\(path).html"),
            RenderedFile(path: "\(path).md", text: fitForComment(try templates.render(.reportMarkdown, page))),
        ]
    }
    return pages + [try templates.page(.reportsHTML, index, path: SitePage.reports.path)]
}

extension TemplatePage where Model == ReportPage {
    static var reportHTML: Self { .init(name: "report.html", format: .html, view: .reportPage) }
    static var reportMarkdown: Self { .init(name: "report.md", format: .markdown, view: .reportPage) }
}

extension TemplatePage where Model == ReportIndexPage {
    static var reportsHTML: Self { .init(name: "reports.html", format: .html, view: .reportIndex) }
}

extension View where Model == ReportPage {
    static var reportPage: Self {
        View(frameFields { $0.frame } + [.record("report", .stakeholderReport) { $0.report }])
    }
}

extension View where Model == ReportIndexPage {
    static var reportIndex: Self {
        View(frameFields { $0.frame } + [.list("groups", .reportGroup) { $0.frame.report.reportGroups }])
    }
}

extension View where Model == ReportGroup {
    fileprivate static var reportGroup: Self {
        View([
            .text("heading") { $0.heading }, .text("anchor") { $0.anchor }, .texts("paragraphs") { $0.paragraphs },
            .flag("hasReports") { !$0.reports.isEmpty }, .list("reports", .reportLink) { $0.reports },
        ])
    }
}

extension View where Model == StakeholderReport {
    fileprivate static var reportLink: Self {
        View([
            .text("name") { $0.name }, .text("title") { $0.title }, .text("purpose") { $0.purpose },
            .record("status", .mark) { $0.status },
        ])
    }

    fileprivate static var stakeholderReport: Self {
        View(View.reportLink.fields + [.list("sections", .reportSection) { $0.sections }])
    }
}

extension View where Model == ReportSection {
    fileprivate static var reportSection: Self {
        View([
            .text("heading") { $0.heading }, .text("anchor") { $0.anchor }, .texts("paragraphs") { $0.paragraphs },
            .record("table", .reportTable) { $0.table }, .flag("hasLines") { !$0.lines.isEmpty },
            .list("lines", .reportLine) { $0.lines }, .text("note") { $0.note },
            .flag("hasBlanks") { $0.blanks > 0 }, .texts("blanks") { Array(repeating: "", count: $0.blanks) },
        ])
    }
}

extension View where Model == ReportLine {
    fileprivate static var reportLine: Self {
        View([.record("status", .mark) { $0.status }, .text("title") { $0.title }, .text("text") { $0.text }])
    }
}

extension View where Model == ReportTable {
    fileprivate static var reportTable: Self {
        View([.list("columns", .reportColumn) { $0.columns }, .list("rows", .reportRow) { $0.labelledRows }])
    }
}

extension View where Model == ReportTable.Column {
    fileprivate static var reportColumn: Self {
        View([.text("title") { $0.title }, .flag("isNumber") { $0.isNumber }])
    }
}

/// A row with its first cell, which heads it, and the title of each column beside its cell, for narrow screens.
private struct LabelledRow: Sendable {
    struct Cell: Sendable {
        let column: ReportTable.Column
        let cell: ReportCell
    }
    let cells: [Cell]
}

extension ReportTable {
    fileprivate var labelledRows: [LabelledRow] {
        rows.map { LabelledRow(cells: zip(columns, $0).map { LabelledRow.Cell(column: $0, cell: $1) }) }
    }
}

extension View where Model == LabelledRow {
    fileprivate static var reportRow: Self {
        View([
            .record("head", .reportCell) { $0.cells.first }, .list("tail", .reportCell) { Array($0.cells.dropFirst()) },
            .list("cells", .reportCell) { $0.cells },
        ])
    }
}

extension View where Model == LabelledRow.Cell {
    fileprivate static var reportCell: Self {
        View([
            .text("label") { $0.column.title }, .flag("isNumber") { $0.column.isNumber },
            .record("status", .mark) { $0.cell.status }, .text("text") { $0.cell.text.isEmpty ? nil : $0.cell.text },
        ])
    }
}
