import Plan
import PlanReading
import SourceText
import Testing

private func firstPhase(_ text: String) throws -> Phase {
    try #require(Plan(joining: [DocumentFacts(SourceFile(path: "plan.md", text: text))]).phases.first)
}

/// A paragraph is cut where a bold key begins, whatever stands between two fields.
@Test(arguments: [
    ("**Duration:** 2 days | **Risk:** High", "2 days", "High"),
    ("**Duration:** 2 days **Risk:** High", "2 days", "High"),
    ("**Duration:** 2 days,**Risk:** High", "2 days", "High"),
    ("**Duration**: 2 days\\\n**Risk**: High", "2 days", "High"),
    ("**Duration**: 2 days  \n**Risk**: High", "2 days", "High"),
    ("`prep` **Duration**: 2 days; **Risk**: High", "2 days", "High"),
    ("Prep**Duration**: 2 days**Risk**: High", "2 days", "High"),
    ("**Durée :** 2 jours | **Risque :** élevé", "2 jours", "élevé"),
])
func aParagraphIsCutIntoItsFields(_ paragraph: String, _ duration: String, _ risk: String) throws {
    let phase = try firstPhase("## Phase 1: Prep\n\n\(paragraph)\n")
    #expect(phase.durations.map(\.value.text) == [duration])
    #expect(phase.risks.map(\.value) == [risk])
    #expect(phase.durations.map(\.span.text) == [duration])
    #expect(phase.risks.map(\.span.text) == [risk])
}
