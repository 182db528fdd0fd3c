import SourceText
import Testing

@testable import PlanRules

struct FlagSwitchForShareTests {
    private func plan(_ settings: String, _ more: String = "Tell the shops.", share: String = "5% of users") -> String {
        """
        # Gangway

        ## Phase 1: First users (‹2:\(share.prefix { $0 != " " })›\(share.drop { $0 != " " }))

        ```env
        \(settings)
        ```

        \(more)

        ## Phase 2: Everybody (100%)

        ```env
        GANGWAY_V3_ENABLED=true
        ```
        """
    }

    @Test func onForAll() throws {
        try expect(
            .flagSwitchForShare, in: plan("GANGWAY_V3_ENABLED=‹1:true›"),
            reports: .at(
                1, "'GANGWAY_V3_ENABLED' is set on for all in Phase 1 here, but the phase is for 5% in plan.md:3",
                note: 2))
    }

    @Test(arguments: [
        ("GANGWAY_V3_ENABLED=true\nGANGWAY_V3_PERCENTAGE=5", "Tell the shops."),
        ("GANGWAY_V3_ENABLED=true", "The balancer sends one in twenty there."),
        ("GANGWAY_V3_ENABLED=true", "Only on the canary host."), ("GANGWAY_V3_ENABLED=false", "Tell the shops."),
        ("OLD_GANGWAY_ENABLED=true", "Tell the shops."),
    ])
    func silent(_ settings: String, _ more: String) throws {
        try expectSilence(of: .flagSwitchForShare, in: plan(settings, more))
    }

    @Test func aPhaseForAll() throws {
        try expectSilence(of: .flagSwitchForShare, in: plan("GANGWAY_V3_ENABLED=true", share: "100% of users"))
    }
}
