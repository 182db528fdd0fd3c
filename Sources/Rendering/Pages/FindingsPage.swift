import Report

/// What the template of the findings page is given.
struct FindingsPage: Sendable {
    let frame: PageFrame
}

extension TemplatePage where Model == FindingsPage {
    static var findingsHTML: Self { .init(name: "findings.html", format: .html, view: .findingsPage) }
}

extension View where Model == FindingsPage {
    static var findingsPage: Self {
        View(
            frameFields { $0.frame } + [
                .text("outcome") { $0.findings.outcome }, .texts("remarks") { $0.findings.remarks },
                .flag("hasFiles") { !$0.findings.files.isEmpty }, .list("files", .fileFindings) { $0.findings.files },
                .flag("hasRules") { !$0.findings.rules.isEmpty }, .list("rules", .ranRule) { $0.findings.rules },
            ])
    }
}

extension FindingsPage {
    fileprivate var findings: FindingsReport { frame.report.findings }
}

extension View where Model == RuleRun.Rule {
    fileprivate static var ranRule: Self { View([.text("id") { $0.id }, .text("summary") { $0.summary }]) }
}

extension View where Model == FileFindings {
    fileprivate static var fileFindings: Self {
        View([
            .text("title") { $0.title }, .text("anchor") { $0.anchor }, .text("summary") { $0.summary },
            .list("findings", .finding) { $0.findings },
        ])
    }
}

extension View where Model == FindingReport {
    fileprivate static var finding: Self {
        View([
            .text("anchor") { $0.anchor }, .record("status", .mark) { $0.line.status },
            .text("message") { $0.line.message }, .text("place") { $0.line.place },
            .texts("related") { $0.line.related }, .text("rule") { $0.line.rule }, .text("help") { $0.help },
            .text("explanation") { $0.explanation }, .flag("hasExcerpts") { !$0.excerpts.isEmpty },
            .list("excerpts", .excerpt) { $0.excerpts },
        ])
    }
}

extension View where Model == ExcerptReport {
    fileprivate static var excerpt: Self {
        View([
            .text("place") { $0.place }, .text("lineNumber") { $0.lineNumber }, .text("before") { $0.before },
            .text("marked") { $0.marked }, .text("after") { $0.after }, .text("note") { $0.note },
        ])
    }
}
