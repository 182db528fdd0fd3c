import Assessment
import Observations
import Plan
import SourceText

/// From what is seen to the way back: the page for whoever is on call.
package struct RollbackReport: Sendable {
    /// `1 of 11 symptoms holds now.`, and how many cannot be told.
    package let summary: String
    /// What holds now or is about to, loudest first.
    package let firing: [Symptom]
    /// All others, by the procedure that they lead to, gentlest first.
    package let others: [Symptom]
    package let procedures: [ProcedureReport]

    /// Something that may call for a way back.
    package struct Symptom: Sendable {
        /// `Error rate > 5% for 10 minutes`.
        package let text: String
        package let status: Status
        /// A sentence: why it holds, or what is known of it.
        package let reason: String
        package let ways: [Way]
        /// What each place that tells of it says: `timeline.md:306: … → switch off the day's flags`.
        package let places: [String]
        /// That nothing joins a procedure to it, with what the plan says instead; nil when one is named.
        package let noWay: String?
    }

    /// A procedure that is for a symptom.
    package struct Way: Sendable {
        package let anchor: String
        /// `Level 2: Service rollback`.
        package let heading: String
        /// `< 15 minutes`; nil when none is stated.
        package let budget: String?
        /// Why: the words that join the two.
        package let reason: String
    }
}

func rollbackReport(plan: Plan, assessment: Assessment, context: ReportContext) -> RollbackReport {
    let matching = RollbackMatching(plan)
    let mask = SecretMask(plan.commands.secrets)
    let anchors = distinct(plan.rollbackProcedures.map { anchor($0.heading) })
    let symptoms = SymptomGathering(plan: plan, matching: matching).symptoms(assessment)
    let worded = symptoms.enumerated().map { offset, symptom in
        (symptom: symptom, offset: offset, report: symptom.report(plan, anchors, mask))
    }
    let firing = worded.filter { $0.symptom.urgency != nil }
        .sorted { ($0.symptom.urgency ?? 9, $0.offset) < ($1.symptom.urgency ?? 9, $1.offset) }
    let others = worded.filter { $0.symptom.urgency == nil }
        .sorted { ($0.symptom.rank(plan), $0.offset) < ($1.symptom.rank(plan), $1.offset) }
    return RollbackReport(
        summary: summary(symptoms), firing: firing.map(\.report), others: others.map(\.report),
        procedures: plan.rollbackProcedures.indices.map { index in
            procedureReport(
                plan.rollbackProcedures[index], anchor: anchors[index],
                symptoms: symptoms.filter { symptom in symptom.ways.contains { $0.procedure == index } }.map {
                    mask.text($0.text)
                },
                rehearsal: rehearsal(index, plan, matching, assessment, context), plan: plan, mask: mask)
        })
}

/// An anchor of words; of a name that has none in ASCII, its digest.
private func anchor(_ heading: String) -> String {
    let words = slug(heading).prefix(80)
    return words.isEmpty ? "procedure-\(SHA256.hex(heading.utf8).prefix(8))" : "go-\(words)"
}

/// Never calm about what is not known.
private func summary(_ symptoms: [SymptomEntry]) -> String {
    let holding = symptoms.count { $0.holds }
    let pending = symptoms.count { $0.urgency != nil } - holding
    let unknown = symptoms.count { $0.isUntold }
    guard !symptoms.isEmpty else { return "These documents name no symptom that calls for a way back." }
    var parts = [
        holding == 0
            ? "No symptom that is measured holds now"
            : "\(holding) of \(counted(symptoms.count, "symptom")) \(holding == 1 ? "holds" : "hold") now"
    ]
    if pending > 0 { parts.append("\(pending) \(pending == 1 ? "is" : "are") about to") }
    if unknown > 0 { parts.append("\(unknown) cannot be told from measurements: look yourself") }
    return parts.joined(separator: "; ") + "."
}
