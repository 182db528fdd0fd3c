import SourceText
import Testing

@testable import PlanRules

struct NameMisspelledTests {
    private func runbook(_ last: String) -> String {
        """
        # Router

        ## Back

        ```bash
        kubectl rollout undo deploy/‹2:parcel-router›
        ```

        ## Forth

        ```bash
        kubectl scale deploy/‹3:parcel-router› --replicas=4
        \(last)
        ```
        """
    }

    /// `router` has six letters: one may be lost.
    @Test(arguments: ["parcel-rotuer", "parcel-ruter", "parcel-rouuter"])
    func serviceInACommand(_ name: String) throws {
        try expect(
            .nameMisspelled, in: runbook("kubectl logs deploy/‹1:\(name)›"),
            reports: .at(1, "is named here alone; did you mean 'parcel-router'?", note: 2, 3))
    }

    @Test func variablesToldOnceEach() throws {
        try expect(
            .nameMisspelled,
            in: """
                # Search

                ## On

                ```bash
                export ‹1:SEARCH_INDEX_URL›=https://search.example
                ```

                ## Off

                Take `‹2:SAERCH_INDEX_URL›` away.
                """,
            reports: .at(
                2, "'SAERCH_INDEX_URL' is named here alone, a letter away from 'SEARCH_INDEX_URL' in plan.md:6", note: 1
            ))
    }

    @Test(arguments: [
        "kubectl logs deploy/parcel-router", "kubectl logs deploy/parcel-router2", "kubectl logs deploy/parcels-router",
        "kubectl logs deploy/parcel-routers", "kubectl logs deploy/parcel-rooter",
        "kubectl logs deploy/pacel.router.js",
        "kubectl logs deploy/parcel-rotuer deploy/x; kubectl top deploy/parcel-rotuer\nkubectl get deploy/parcel-rotuer",
        "kubectl logs --parcel-rotuer",
    ])
    func otherNames(_ command: String) throws {
        try expectSilence(of: .nameMisspelled, in: runbook(command))
    }

    @Test(arguments: [
        ("contact-forms", "contract-forms"), ("transfer_from_depot", "transfer_form_depot"), ("bulk_mail", "bulk_mal"),
        ("prod-metrics", "pod-metrics"),
    ])
    func twoWords(_ one: String, _ other: String) throws {
        try expectSilence(of: .nameMisspelled, in: "# P\n\n- `\(one)`\n- again `\(one)`\n\n## Q\n\n- `\(other)`\n")
    }

    /// What `flag-misspelled` tells is told once.
    @Test func flagsAreTheOtherRulesMatter() throws {
        try expectSilence(
            of: .nameMisspelled,
            in: """
                # Plan

                - Enable feature flag `enableRouteCache`
                - Disable feature flag `enableRouteCache` when routes are late
                - Look at `enableRouteCahce`
                """)
    }

    /// The plan raises both, and one of them more than once.
    @Test(arguments: ["kln_v2", "klin_v2"])
    func aShortNameThatIsRaised(_ name: String) throws {
        try expect(
            .nameMisspelled,
            in: """
                # Rollout

                ## Flags

                - `‹2:kiln_v2›`: the new kiln page

                ## Phase 1: Pilot (Week 1)

                1. Increase `‹3:kiln_v2›` to 10% on Monday

                ## Phase 2: All (Week 2)

                - `‹1:\(name)›` → 100%
                """, reports: .at(1, "'\(name)' is named here alone; did you mean 'kiln_v2'?", note: 2, 3))
    }

    @Test func aNameThatNothingCallsAFlag() throws {
        try expect(
            .nameMisspelled,
            in: """
                # Post

                | Day | What |
                |---|---|
                | Mon | Turn on `‹2:bulk_mail›` for staff |
                | Tue | `‹1:bulk_mal›` to 20% |
                | Thu | `‹3:bulk_mail›` to 100% |
                """, reports: .at(1, "'bulk_mal' is named here alone; did you mean 'bulk_mail'?", note: 2, 3))
    }

    @Test(arguments: [("chart_v2", "cart_v2"), ("play_v2", "pay_v2"), ("kiln_v2", "kiln_v3"), ("kiln_v2", "kilns_v2")])
    func twoShortNames(_ one: String, _ other: String) throws {
        let steps = "- `\(one)`: one\n- `\(one)` → 10%\n- `\(one)` → 100%\n- `\(other)` → 100%\n"
        try expectSilence(of: .nameMisspelled, in: "# Rollout\n\n## Flags\n\n\(steps)")
    }

    private func settings(_ variable: String) -> String {
        """
        # Bills

        ```ts
        const flags = {
          ‹2:splitBill›: { rollout: 20 },
          newKiln: { rollout: 10 },
        };
        ```

        In the tests `newKiln` is on.

        ## Environment

        ```env
        ‹1:\(variable)›=false
        ```
        """
    }

    /// What only says that the name is a flag's is misspelt.
    @Test(arguments: ["FEAURE_SPLIT_BILL", "FEATRUE_SPLIT_BILL", "VITE_FEAURE_SPLIT_BILL", "SPLIT_BILL_ENABELD"])
    func aMark(_ name: String) throws {
        try expect(
            .nameMisspelled, in: settings(name),
            reports: .at(1, "'\(name)' is named here alone, and would be 'splitBill' of plan.md:5", note: 2))
    }

    @Test(arguments: ["FEATURE_SPLIT_BILL", "FEATHER_SPLIT_BILL", "FEAURE_SPLIT_TIP", "FEAURE_SPLIT_BILLS"])
    func otherVariables(_ name: String) throws {
        let text = ["‹1:", "‹2:", "›"].reduce(settings(name)) { $0.replacing($1, with: "") }
        try expectSilence(of: .nameMisspelled, in: text)
    }

    @Test(arguments: ["VITE_NEW_KLN", "VITE_NEW_KLIN"])
    func aVariableWithAPrefix(_ name: String) throws {
        try expect(
            .nameMisspelled,
            in: settings(name).replacing("‹2:", with: "").replacing("splitBill›", with: "splitBill")
                .replacing("  newKiln", with: "  ‹2:newKiln›").replacing("`newKiln`", with: "`‹3:newKiln›`"),
            reports: .at(1, "'\(name)' is named here alone; did you mean 'newKiln'?", note: 2, 3))
    }

    private func steps(_ one: String, _ first: String, _ other: String, _ second: String) -> String {
        "# Plan\n\n| Flag | Rollout | Day |\n|---|---|---|\n| `\(one)` | \(first) |\n| `\(other)` | \(second) |\n"
    }

    /// One row goes on where the other stops.
    @Test func oneLadderOfTwoNames() throws {
        try expect(
            .nameMisspelled,
            in: steps("‹2:enableOrchard›", "10% | Day 2", "‹1:enableOchard›", "100% | Day 5"),
            reports: .at(1, "'enableOchard' is named here alone, a letter away from 'enableOrchard'", note: 2))
    }

    @Test(arguments: [
        ("enableOrchard", "10% | Day 2", "enableOchard", "10% | Day 2"),
        ("enableOrchard", "10% | Day 2", "enableOchard", "10% | Day 5"),
        ("enableOrchard", "100% | Day 2", "enableOchard", "10% | Day 5"),
        ("enableContract", "10% | Day 2", "enableContact", "100% | Day 5"),
    ])
    func twoFlagsOfOneTable(_ one: String, _ first: String, _ other: String, _ second: String) throws {
        try expectSilence(of: .nameMisspelled, in: steps(one, first, other, second))
    }
}
