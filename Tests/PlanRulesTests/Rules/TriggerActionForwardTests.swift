import Testing

@testable import PlanRules

struct TriggerActionForwardTests {
    private func plan(_ trigger: String) -> String { "# Bike hire\n\n## Rollback triggers\n\n\(trigger)\n" }

    @Test(arguments: [
        "- ‹1:Lost rentals > 3% → proceed to 100%›", "- ‹1:Lost rentals > 3%: skip to phase 4›",
        "- ‹1:Lost rentals > 3% -> increase to 100%›",
    ])
    func goesOn(trigger: String) throws {
        try expect(
            .triggerActionForward, in: plan(trigger), reports: .at(1, "stands among the conditions for going back"))
    }

    @Test(arguments: [
        "- Lost rentals > 3% → back to 0%", "- Lost rentals > 3% → do not proceed to 100%",
        "- Lost rentals > 3% after 100%",
        "- Lost rentals > 3% → stop before 100%", "- Lost rentals > 3% → roll back, then start phase 2 again",
        "- Lost rentals > 3% → increase the pool", "- Proceed to 100%: lost rentals > 3%", "",
    ])
    func silent(trigger: String) throws {
        try expectSilence(of: .triggerActionForward, in: plan(trigger))
    }

    private func commands(_ comment: String, title: String = "Rollback triggers") -> String {
        """
        # Bike locks

        ### \(title)

        ```bash
        # Back to the stage before
        npm run locks:demote

        \(comment)
        ‹2:npm run locks:promote --force›
        ```
        """
    }

    @Test(arguments: ["‹1:# Skip to 100% (emergency)›", "‹1:# Promote to the next stage›"])
    func aCommandGoesOn(comment: String) throws {
        try expect(
            .triggerActionForward, in: commands(comment),
            reports: .at(1, "stands under 'Rollback triggers', but goes on", note: 2))
    }

    @Test(arguments: [
        ("# Skip to 100% (emergency)", "Rollout commands"), ("# Roll back from 100%", "Rollback triggers"),
        ("# Move back to 100% of the old gateway", "Rollback triggers"), ("# Start the service", "Rollback triggers"),
        ("", "Rollback triggers"),
    ])
    func commandsInPlace(comment: String, title: String) throws {
        try expectSilence(
            of: .triggerActionForward,
            in: commands(comment, title: title).replacing("‹2:", with: "").replacing("›", with: ""))
    }
}
