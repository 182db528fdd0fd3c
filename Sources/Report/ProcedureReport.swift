import Assessment
import Observations
import Plan
import SourceText

/// A way back as a runbook has it.
package struct ProcedureReport: Sendable {
    package let anchor: String
    /// `Level 2: Service rollback`.
    package let heading: String
    /// `< 15 minutes`, or that none is stated.
    package let budget: String
    /// What the steps take together against the budget: `14 min of at most 15 min`.
    package let time: String
    package let timeStatus: Status
    /// What leads here: the symptoms' texts.
    package let symptoms: [String]
    /// What stands before the first step.
    package let notes: [String]
    /// Commands that stand before the first step.
    package let commands: [CommandReport]
    package let steps: [Step]
    /// How one sees that it worked, or that the plan does not say.
    package let verification: String
    /// When it was last tried, or that nothing records it.
    package let rehearsal: String
    package let rehearsalStatus: Status
    package let place: String

    package struct Step: Sendable {
        package let anchor: String
        /// As printed, else counted.
        package let number: Int
        package let name: String
        /// `10 minutes`; nil when the plan gives it no time.
        package let time: String?
        package let notes: [String]
        package let commands: [CommandReport]
        package let place: String
    }
}

/// A block of commands.
package struct CommandReport: Sendable {
    package let language: String
    package let lines: [String]
    package let place: String
}

func procedureReport(
    _ procedure: RollbackProcedure, anchor: String, symptoms: [String], rehearsal: (text: String, status: Status),
    plan: Plan, mask: SecretMask
) -> ProcedureReport {
    let parts = StepParts(procedure, mask)
    let (time, timeStatus) = timeText(procedure)
    let shared = plan.documents.first { $0.path == procedure.span.path }?.waysBack.sharedVerification
    return ProcedureReport(
        anchor: anchor, heading: mask.text(procedure.heading),
        budget: procedure.timeBudget.map(\.text) ?? "No time budget is stated", time: time, timeStatus: timeStatus,
        symptoms: symptoms, notes: parts.notes(before: 0), commands: parts.commands(before: 0),
        steps: procedure.steps.enumerated().map { index, step in
            ProcedureReport.Step(
                anchor: "\(anchor)-\(index + 1)", number: step.number ?? index + 1, name: mask.text(step.name),
                time: step.timeBudget?.value.text, notes: parts.notes(before: index + 1),
                commands: parts.commands(before: index + 1), place: place(step.span))
        },
        verification: mask.text(verificationText(procedure, shared: shared)),
        rehearsal: mask.text(rehearsal.text), rehearsalStatus: rehearsal.status, place: place(procedure.span))
}

/// The step that is for it; else the first place that speaks of it.
private func verificationText(_ procedure: RollbackProcedure, shared: SourceSpan?) -> String {
    let steps = procedure.steps.enumerated().filter { nameWords($1.name).contains(where: verifyingWords.contains) }
    if let (index, step) = steps.last { return "Step \(step.number ?? index + 1): \(step.name), \(place(step.span))" }
    guard let span = procedure.verification ?? shared else {
        return "The plan does not say how to see that it worked."
    }
    let isBlock = procedure.commands.contains { $0.span.range.overlaps(span.range) }
    return isBlock ? "Commands that look, \(place(span))" : "\(span.text.clipped(to: 160)), \(place(span))"
}

/// English, German, Spanish and French.
private let verifyingWords: Set<String> = [
    "verify", "verification", "verified", "validate", "validation", "check", "checks", "confirm", "prüfen", "prüfung",
    "kontrolle", "kontrollieren", "verifizieren", "verificar", "verificación", "comprobar", "vérifier", "vérification",
]

/// Notes and commands by the step that they stand under: each belongs to the last step that begins ahead of it.
private struct StepParts {
    private let starts: [Int]
    private let procedure: RollbackProcedure
    private let mask: SecretMask

    init(_ procedure: RollbackProcedure, _ mask: SecretMask) {
        self.procedure = procedure
        self.mask = mask
        starts = procedure.steps.map(\.span.range.lowerBound)
    }

    private func isBefore(_ step: Int, _ span: SourceSpan) -> Bool {
        starts.countOfLeading { $0 <= span.range.lowerBound } == step
    }

    func notes(before step: Int) -> [String] {
        procedure.remarks.notes.filter { isBefore(step, $0.span) }.map { mask.text($0.value) }
    }

    func commands(before step: Int) -> [CommandReport] {
        procedure.commands.filter { isBefore(step, $0.span) }.map { block in
            let text = mask.text(block.text)
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            return CommandReport(
                language: block.language, lines: lines.last?.isEmpty == true ? lines.dropLast() : lines,
                place: place(block.span))
        }
    }
}

/// The steps' minutes against the budget; never well while a step has none.
private func timeText(_ procedure: RollbackProcedure) -> (String, Status) {
    let times = procedure.steps.compactMap { $0.timeBudget?.value.seconds }
    let sum = times.reduce(0, +)
    let untimed = procedure.steps.count - times.count
    let budget = procedure.timeBudget?.seconds
    guard !times.isEmpty else {
        let text = procedure.steps.isEmpty ? "The plan lists no step." : "No step has a time."
        return (text, Status("Unknown", .none, .dashed))
    }
    let rest = untimed == 0 ? "" : ", \(counted(untimed, "step")) without a time"
    guard let budget, budget > 0 else {
        return ("Steps take \(formatSeconds(sum))\(rest)", Status("No budget", .none, .dashed))
    }
    let text = "Steps take \(formatSeconds(sum)) of \(formatSeconds(budget))\(rest)"
    if sum > budget { return (text, Status("Over budget", .alert, .triangle)) }
    return untimed == 0 ? (text, Status("Within budget", .ok, .check)) : (text, Status("Not all timed", .none, .dashed))
}

// MARK: Rehearsals

/// The newest thing that is known of a procedure's rehearsal: an item that names it and speaks of one, or a dated line of
/// its own.
func rehearsal(
    _ index: Int, _ plan: Plan, _ matching: RollbackMatching, _ assessment: Assessment, _ context: ReportContext
) -> (text: String, status: Status) {
    let items = (assessment.checklists.flatMap(\.items) + assessment.tasks).filter { item in
        item.verdict != .pending && item.verdict != .skipped && speaksOfRehearsal(item.item.text)
            && matching.procedures(namedIn: item.item.text, near: item.item.span).contains(index)
    }
    let lines = plan.rollbackProcedures[index].remarks.rehearsals
        .filter { $0.date <= assessment.clock.today }.max { $0.date < $1.date }
    let newest = items.max { ($0.time?.millisecondsSinceEpoch ?? 0) < ($1.time?.millisecondsSinceEpoch ?? 0) }
    if let newest,
        lines.map({ line in newest.time.map { context.zone.civilDate(of: $0) >= line.date } ?? false }) ?? true
    {
        let when = newest.time.map { context.zone.shown($0, now: context.madeAt).text } ?? "no date given"
        let text = [newest.item.text, when, newest.by, place(newest.item.span)].compactMap(\.self)
        return (text.joined(separator: " · "), Status(newest.verdict))
    }
    guard let lines else { return ("No rehearsal is recorded.", Status("Unknown", .none, .dashed)) }
    return ("\(lines.line.value) · \(place(lines.line.span))", Status("Rehearsed", .ok, .check))
}

private func speaksOfRehearsal(_ text: String) -> Bool { nameWords(text).contains(where: rehearsalWords.contains) }

/// English, German, Spanish and French.
private let rehearsalWords: Set<String> = [
    "rehearse", "rehearsed", "rehearsal", "rehearsals", "drill", "drilled", "practised", "practiced", "geprobt",
    "probe",
    "generalprobe", "geübt", "ensayo", "ensayado", "simulacro", "répétition", "répété",
]
