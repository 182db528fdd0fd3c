import Report

/// A sheet to print.
struct ChecklistPage: Sendable {
    let frame: PageFrame
    let checklist: ChecklistReport
}

/// The list of all sheets.
struct ChecklistIndexPage: Sendable {
    let frame: PageFrame

    /// Sheets of one kind under their heading; none without sheets.
    fileprivate struct Part: Sendable {
        let heading: String
        let anchor: String
        let sheets: [ChecklistReport]
    }

    fileprivate var parts: [Part] {
        let sheets = frame.report.checklists + frame.report.sheets
        let kinds: [(ChecklistReport.Kind, String, String)] = [
            (.phase, "By phase", "phases"), (.role, "By role", "roles"), (.document, "By document", "documents"),
        ]
        return kinds.compactMap { kind, heading, anchor in
            let own = sheets.filter { $0.kind == kind }
            return own.isEmpty ? nil : Part(heading: heading, anchor: anchor, sheets: own)
        }
    }
}

extension TemplatePage where Model == ChecklistPage {
    static var checklistHTML: Self { .init(name: "checklist.html", format: .html, view: .checklistPage) }
    static var checklistMarkdown: Self { .init(name: "checklist.md", format: .markdown, view: .checklistPage) }
}

extension TemplatePage where Model == ChecklistIndexPage {
    static var checklistIndexHTML: Self { .init(name: "checklists.html", format: .html, view: .checklistIndex) }
}

extension View where Model == ChecklistPage {
    static var checklistPage: Self {
        View(frameFields { $0.frame } + [.record("checklist", .checklist) { $0.checklist }])
    }
}

extension View where Model == ChecklistIndexPage {
    static var checklistIndex: Self {
        View(frameFields { $0.frame } + [.flag("hasSheets") { !$0.parts.isEmpty }, .list("parts", .part) { $0.parts }])
    }
}

extension View where Model == ChecklistIndexPage.Part {
    fileprivate static var part: Self {
        View([
            .text("heading") { $0.heading }, .text("anchor") { $0.anchor }, .list("sheets", .checklist) { $0.sheets },
        ])
    }
}

extension View where Model == ChecklistReport {
    static var checklist: Self {
        View([
            .text("title") { $0.title }, .text("path") { $0.path }, .text("name") { $0.name },
            .text("digest") { $0.digest }, .list("groups", .group) { $0.groups },
            .record("progress", .progress) { $0.progress }, .text("when") { $0.when },
            .text("timeZone") { $0.timeZone }, .list("sources", .source) { $0.sources },
            .flag("isOfOneDocument") { $0.kind == .document },
        ])
    }
}

extension View where Model == ChecklistReport.Source {
    static var source: Self { View([.text("path") { $0.path }, .text("digest") { $0.digest }]) }
}

extension View where Model == ChecklistReport.Group {
    static var group: Self {
        View([
            .text("name") { $0.name }, .list("sections", .section) { $0.sections },
            .record("progress", .progress) { $0.progress },
        ])
    }
}

extension View where Model == ChecklistReport.Progress {
    static var progress: Self {
        View([
            .text("text") { $0.text }, .text("percent") { String($0.percent) }, .record("status", .mark) { $0.status },
            .text("failed") { $0.failed > 0 ? String($0.failed) : nil },
            .text("blocked") { $0.blocked > 0 ? String($0.blocked) : nil },
        ])
    }
}

extension View where Model == ChecklistReport.Section {
    static var section: Self { View([.text("name") { $0.name }, .list("items", .item) { $0.items }]) }
}

extension View where Model == ChecklistReport.Item {
    static var item: Self {
        View([
            .text("text") { $0.text }, .text("depth") { String($0.depth) }, .record("status", .mark) { $0.status },
            .flag("isDone") { $0.isDone }, .flag("isOpen") { !$0.isDone }, .text("reason") { $0.reason },
            .text("by") { $0.by },
            .text("owner") { $0.owner }, .text("planned") { $0.planned },
            .markup("indent") { String(repeating: "  ", count: $0.depth) },
            .text("note") { [$0.owner, $0.planned].compactMap(\.self).joined(separator: ", ").nonEmpty },
            .record("time", .time) { $0.time }, .text("place") { $0.place },
            .flag("isPending") { $0.status.symbol == .circle },
        ])
    }
}

extension String {
    fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
