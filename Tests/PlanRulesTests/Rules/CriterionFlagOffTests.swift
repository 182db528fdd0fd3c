import SourceText
import Testing

@testable import PlanRules

struct CriterionFlagOffTests {
    private func plan(_ aim: String, _ more: String = "") -> String {
        """
        # Ledger

        ## Phase 2: Limited (Week 2)

        ```bash
        LEDGER_V2_ENABLED=true
        TIDE_FORECAST_ENABLED=‹1:false›
        ```
        \(more)

        **Exit criteria:**

        - No berth is booked twice
        - ‹2:\(aim)›

        ## Phase 3: Broad (Week 3)

        ```bash
        TIDE_FORECAST_ENABLED=true
        ```
        """
    }

    @Test func aCriterionNeedsTheFeature() throws {
        try expect(
            .criterionFlagOff, in: plan("Tide forecasts answer within 200ms"),
            reports: .at(1, "'TIDE_FORECAST_ENABLED' is off in Phase 2 here, but the phase is to reach", note: 2))
    }

    @Test func allFeatures() throws {
        try expect(
            .criterionFlagOff, in: plan("Full functionality for two berths"),
            reports: .at(1, "'Full functionality for two berths'", note: 2))
    }

    @Test(arguments: [
        "The tide is looked up in the forecast", "Tide forecast still off", "Full moon", "All features stable",
        "Tide forecast ready for phase 3",
    ])
    func otherCriteria(_ aim: String) throws { try expectSilence(of: .criterionFlagOff, in: plan(aim)) }

    @Test func switchedOnInThePhase() throws {
        try expectSilence(
            of: .criterionFlagOff,
            in: plan("Tide forecasts answer within 200ms", "\n- Enable `TIDE_FORECAST_ENABLED` feature flag on Friday"))
    }

    @Test func anObjectiveInAField() throws {
        try expect(
            .criterionFlagOff,
            in: """
                # Libro

                ## Fase 1: Muelle

                - **Objetivo**: ‹2:aviso marea en todos los muelles›

                ```bash
                ENABLE_AVISO_MAREA=‹1:false›
                ENABLE_LIBRO=true
                ```
                """, reports: .at(1, "'ENABLE_AVISO_MAREA' is off in Phase 1", note: 2))
    }
}
