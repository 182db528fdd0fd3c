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
}
