import Observations
import Report

/// What the template of the status page is given.
struct StatusPage: Sendable {
    let frame: PageFrame
}

struct ChecklistPage: Sendable {
    let frame: PageFrame
    let checklist: ChecklistReport
}

extension TemplatePage where Model == StatusPage {
    static var statusHTML: Self { .init(name: "status.html", format: .html, view: .status) }
}

extension TemplatePage where Model == ChecklistPage {
    static var checklistHTML: Self { .init(name: "checklist.html", format: .html, view: .checklistPage) }
}

extension TemplatePage where Model == Report {
    static var statusMarkdown: Self { .init(name: "status.md", format: .markdown, view: .report) }
    static var mailHTML: Self { .init(name: "email.html", format: .html, view: .report) }
    static var mailText: Self { .init(name: "email.txt", format: .plain, view: .report) }
}

extension View where Model == StatusPage {
    static var status: Self {
        let framed = frameFields { (page: Model) in page.frame }
        let names = Set(framed.map(\.name))
        let own = View<Report>.report.fields.filter { !names.contains($0.name) }
        return View(framed + own.map { $0.on { $0.frame.report } })
    }
}

extension View where Model == ChecklistPage {
    static var checklistPage: Self {
        View(frameFields { $0.frame } + [.record("checklist", .checklist) { $0.checklist }])
    }
}

extension Field {
    /// The same field of a member.
    fileprivate func on<Owner: Sendable>(_ get: @escaping @Sendable (Owner) -> Model) -> Field<Owner> {
        let value = value
        return Field<Owner>(name: name, shape: shape) { owner, format in value(get(owner), format) }
    }
}

extension View where Model == Report {
    static var report: Self {
        View([
            .text("title") { $0.title },
            .record("verdict", .verdict) { $0.verdict },
            .record("trust", .trust) { $0.trust },
            .list("summary", .summaryLine) { $0.summary },
            .text("day") { $0.day.text },
            .flag("hasMeasures") { !$0.measures.isEmpty },
            .list("measures", .measure) { $0.measures },
            .flag("hasPhases") { !$0.timeline.phases.isEmpty },
            .record("timeline", .timeline) { $0.timeline },
            .flag("hasFlags") { !$0.flags.shown.isEmpty },
            .record("flags", .flags) { $0.flags },
            .flag("hasChecklists") { !$0.checklists.isEmpty },
            .list("checklists", .checklist) { $0.checklists },
            .flag("hasObstacles") { !$0.obstacles.isEmpty },
            .list("obstacles", .obstacle) { $0.obstacles },
            .flag("hasTriggers") { $0.triggers.contains(where: \.isMeasured) },
            .list("triggers", .trigger) { $0.triggers.shown },
            .text("quietTriggers") { $0.triggers.quietSummary },
            .flag("hasNextSteps") { !$0.nextSteps.isEmpty },
            .list("nextSteps", .nextStep) { $0.nextSteps },
            .record("findings", .findings) { $0.findings },
            .record("provenance", .provenance) { $0.provenance },
        ])
    }
}

extension View where Model == Status {
    static var mark: Self {
        View([
            .text("word") { $0.word }, .text("tone") { $0.tone.rawValue }, .text("symbol") { $0.symbol.rawValue },
            .text("ink") { MailPalette.ink($0.tone) }, .text("paper") { MailPalette.paper($0.tone) },
            .text("glyph") { $0.symbol.glyph },
        ])
    }
}

extension View where Model == VerdictReport {
    static var verdict: Self {
        View([
            .record("status", .mark) { $0.status }, .text("headline") { $0.headline },
            .texts("sentences") { $0.sentences }, .texts("unknowns") { $0.unknowns }, .text("more") { $0.more },
            .text("summary") { $0.summary },
        ])
    }
}

extension View where Model == ShownTime {
    static var time: Self {
        View([.text("text") { $0.text }, .text("brief") { $0.brief }, .text("rfc3339") { $0.rfc3339 }])
    }
}

extension View where Model == TrustReport {
    static var trust: Self {
        View([
            .record("madeAt", .time) { $0.madeAt }, .record("newestSample", .time) { $0.newestSample },
            .text("newestText") { $0.newestText }, .record("nextUpdateDue", .time) { $0.nextUpdateDue },
            .text("nextText") { $0.nextText }, .record("validUntil", .time) { $0.validUntil },
            .text("snapshotNote") { $0.snapshotNote },
        ])
    }
}

extension View where Model == SummaryLine {
    static var summaryLine: Self {
        View([.text("label") { $0.label }, .text("text") { $0.text }, .text("anchor") { $0.anchor }])
    }
}

extension View where Model == Provenance {
    static var provenance: Self {
        View([
            .text("text") { $0.text }, .texts("documents") { $0.documents }, .texts("sources") { $0.sources },
            .text("digest") { $0.digest }, .text("shortDigest") { $0.shortDigest },
            .text("toolVersion") { $0.toolVersion },
        ])
    }
}
