import Plan
import PlanReading
import SourceText
import Testing

/// Limits that are changes against what was, among what has to be reached, and their look-alikes.
@Suite struct ChangedMeasureTests {
    /// `measure: change limit` of each criterion with a change that a list of success criteria states.
    private func changes(_ line: String, under heading: String = "## Success criteria") -> [String] {
        let facts = DocumentFacts(SourceFile(path: "plan.md", text: "# Move\n\n\(heading)\n\n- \(line)\n"))
        return Plan(joining: [facts]).thresholds.flatMap { threshold in
            threshold.targets.compactMap { claim in
                claim.value.change.map { "\(threshold.metric): \($0) \(claim.value.quantity.text)" }
            }
        }
    }

    @Test(arguments: [
        ("Delay reduced by 50 %", "Delay: reduced 50 %"), ("Support tickets halved", "Support tickets: reduced 50%"),
        ("Cost per order cut by 20 %", "Cost per order: reduced 20 %"),
        ("Throughput increased by 10 %", "Throughput: increased 10 %"),
        ("Page load 50 % faster than before", "Page load: faster 50 %"),
        ("30 % fewer support tickets than the baseline", "support tickets: reduced 30 %"),
        ("Antwortzeit um 50 % gesenkt", "Antwortzeit: reduced 50 %"),
        ("Die Antwortzeit wird um mindestens 30 % verringert", "Antwortzeit: reduced 30 %"),
        ("Latencia reducida en un 50 %", "Latencia: reduced 50 %"),
        ("La latencia se ha reducido un 40 %", "latencia: reduced 40 %"),
        ("Latence réduite de 50 %", "Latence: reduced 50 %"),
        ("Le taux d'erreur baisse de 50 %", "taux d'erreur: reduced 50 %"),
        ("**Answer time**: reduced by 25 %", "Answer time: reduced 25 %"),
    ])
    func whatHasToChangeIsACriterion(_ line: String, _ expected: String) {
        #expect(changes(line) == [expected])
    }

    @Test(arguments: [
        "Delay reduced to 50 ms", "Reduce the batch by 50", "Batch reduced by 50 %", "Traffic to the new desk at 50 %",
        "Half of the orders reviewed", "Rollout increased by 10 %", "Order count checked by 50 users",
        "Antwortzeit auf 50 ms gesenkt", "Latencia reducida a 50 ms", "Latence réduite à 50 ms",
        "Reviewed by 50 % of the team", "Latency 50 % below the limit",
    ])
    func lookAlikesStaySilent(_ line: String) {
        #expect(changes(line).isEmpty)
    }

    @Test(arguments: ["## Phase 1: Pilot (Day 1-2)", "## Tasks"])
    func whatIsToBeDoneIsNoCriterion(_ heading: String) {
        #expect(changes("[ ] Traffic increased by 10 %", under: heading).isEmpty)
        #expect(changes("Cache lifetime reduced by 10 %", under: heading).isEmpty)
    }
}
