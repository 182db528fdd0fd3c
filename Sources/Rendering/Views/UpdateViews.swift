import Report

/// What the template of the history page is given.
struct HistoryPage: Sendable {
    let frame: PageFrame
}

extension TemplatePage where Model == HistoryPage {
    static var historyHTML: Self { .init(name: "history.html", format: .html, view: .historyPage) }
}

extension View where Model == HistoryPage {
    static var historyPage: Self {
        View(
            frameFields { $0.frame } + [
                .record("updates", .updates) { $0.frame.report.updates },
                .flag("hasEntries") { !$0.frame.report.history.entries.isEmpty },
                .list("entries", .historyEntry) { $0.frame.report.history.entries },
            ])
    }
}

extension View where Model == UpdatesReport {
    static var updates: Self {
        View([
            .flag("hasNewest") { !$0.newest.isEmpty }, .list("newest", .update) { $0.shown },
            .text("more") { $0.more }, .flag("hasPlanned") { !$0.planned.isEmpty },
            .list("planned", .plannedWork) { $0.planned },
        ])
    }
}

extension View where Model == UpdateReport {
    static var update: Self { View([.record("status", .mark) { $0.status }] + told) }

    /// The same with how far its window is.
    static var plannedWork: Self { View([.record("status", .mark) { $0.window?.state ?? $0.status }] + told) }

    private static var told: [Field<Model>] {
        [
            .text("title") { $0.title }, .texts("paragraphs") { $0.paragraphs }, .text("lead") { $0.lead },
            .record("time", .time) { $0.time }, .record("window", .window) { $0.window },
            .text("detail") { $0.detail }, .text("affects") { $0.affectsText },
            .record("announced", .time) { $0.announced }, .text("anchor") { $0.anchor },
        ]
    }
}

extension View where Model == WindowReport {
    static var window: Self {
        View([
            .text("text") { $0.text }, .record("start", .time) { $0.start }, .record("end", .time) { $0.end },
        ])
    }
}

extension View where Model == HistoryEntry {
    static var historyEntry: Self {
        View([
            .text("anchor") { $0.id }, .record("status", .mark) { $0.status }, .text("title") { $0.title },
            .record("time", .time) { $0.time }, .text("change") { $0.change }, .texts("paragraphs") { $0.paragraphs },
            .text("detail") { $0.detail.isEmpty ? nil : $0.detail },
        ])
    }
}
