import Testing

@testable import PlanRules

struct StepWithoutCommandTests {
    private func procedure(_ steps: [String]) -> String {
        "# Rückfall\n\n## Rollback der Kassen\n\n"
            + steps.enumerated().map { index, step in "\(index + 1). \(step)\n" }.joined()
    }
    private let block = "\n\n   ```bash\n   kassenctl weiter\n   ```"

    @Test func theOneStepLeftToMemory() throws {
        try expect(
            .stepWithoutCommand,
            in: procedure(["Halten" + block, "Umleiten" + block, "‹1:Altes Abbild zurück›", "Starten" + block]),
            reports: .at(1, "step 'Altes Abbild zurück' has no command, but the other 3 have theirs"))
    }

    @Test func whatPeopleDoOrAlsoLack() throws {
        for step in ["Notify the shops", "Kunden informieren", "Run `kassenctl halt`", "Attendre cinq minutes"] {
            try expectSilence(
                of: .stepWithoutCommand, in: procedure(["Halten" + block, "Um" + block, step, "Starten" + block]))
        }
        try expectSilence(of: .stepWithoutCommand, in: procedure(["A" + block, "Abbild", "Netz", "D" + block]))
        try expectSilence(of: .stepWithoutCommand, in: procedure(["Halten" + block, "Abbild zurück"]))
    }
}
