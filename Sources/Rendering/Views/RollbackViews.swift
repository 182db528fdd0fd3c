import Report

/// From symptoms to ways back, and each of these as a runbook.
struct RollbackPage: Sendable {
    let frame: PageFrame
}

extension TemplatePage where Model == RollbackPage {
    static var rollbackHTML: Self { .init(name: "rollback.html", format: .html, view: .rollbackPage) }
}

extension View where Model == RollbackPage {
    static var rollbackPage: Self {
        View(
            frameFields { $0.frame } + [
                .text("summary") { $0.frame.report.rollback.summary },
                .flag("hasFiring") { !$0.frame.report.rollback.firing.isEmpty },
                .list("firing", .symptom) { $0.frame.report.rollback.firing },
                .flag("hasOthers") { !$0.frame.report.rollback.others.isEmpty },
                .list("others", .symptom) { $0.frame.report.rollback.others },
                .flag("hasProcedures") { !$0.frame.report.rollback.procedures.isEmpty },
                .list("procedures", .procedure) { $0.frame.report.rollback.procedures },
            ])
    }
}

extension View where Model == RollbackReport.Symptom {
    static var symptom: Self {
        View([
            .text("text") { $0.text }, .record("status", .mark) { $0.status }, .text("reason") { $0.reason },
            .list("ways", .way) { $0.ways }, .flag("hasPlaces") { !$0.places.isEmpty }, .texts("places") { $0.places },
            .text("noWay") { $0.noWay },
        ])
    }
}

extension View where Model == RollbackReport.Way {
    static var way: Self {
        View([
            .text("anchor") { $0.anchor }, .text("heading") { $0.heading }, .text("budget") { $0.budget },
            .text("reason") { $0.reason },
        ])
    }
}

extension View where Model == ProcedureReport {
    static var procedure: Self {
        View([
            .text("anchor") { $0.anchor }, .text("heading") { $0.heading }, .text("budget") { $0.budget },
            .text("time") { $0.time }, .record("timeStatus", .mark) { $0.timeStatus },
            .flag("hasSymptoms") { !$0.symptoms.isEmpty }, .texts("symptoms") { $0.symptoms },
            .flag("hasNotes") { !$0.notes.isEmpty }, .texts("notes") { $0.notes },
            .list("commands", .command) { $0.commands }, .flag("hasSteps") { !$0.steps.isEmpty },
            .list("steps", .step) { $0.steps }, .text("verification") { $0.verification },
            .text("rehearsal") { $0.rehearsal }, .record("rehearsalStatus", .mark) { $0.rehearsalStatus },
            .text("place") { $0.place },
        ])
    }
}

extension View where Model == ProcedureReport.Step {
    static var step: Self {
        View([
            .text("anchor") { $0.anchor }, .text("number") { String($0.number) }, .text("name") { $0.name },
            .text("time") { $0.time }, .flag("hasNotes") { !$0.notes.isEmpty }, .texts("notes") { $0.notes },
            .list("commands", .command) { $0.commands }, .text("place") { $0.place },
        ])
    }
}

extension View where Model == CommandReport {
    static var command: Self {
        View([
            .text("language") { $0.language.isEmpty ? nil : $0.language }, .code("lines") { $0.lines },
            .text("place") { $0.place },
        ])
    }
}
