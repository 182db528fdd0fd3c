import Plan
import SourceText
import Testing

@testable import PlanRules

struct FlagUndefinedTests {
    private static let flags = ["enableCart", "enableGifts", "enableSearch"].enumerated().map { index, name in
        Flag(name: name, stages: [defined(20, day: 6, "a.md", index + 3)])
    }

    private func instructed(
        _ name: String, _ purpose: FlagMention.Purpose = .enable, certain: Bool = true, reading: Reading = .listItem
    ) -> Flag {
        Flag(
            name: name, stages: [],
            mentions: [FlagMention(purpose: purpose, span: span("b.md", 7), reading: reading, certain: certain)])
    }

    private func messages(_ flag: Flag, defined: [Flag] = flags) -> [String] {
        PlanRule.flagUndefined.messages(on: Plan(flags: defined + [flag]))
    }

    @Test func mistyped() {
        let message = "'enableCarts' is not defined; did you mean 'enableCart'?"
        #expect(messages(instructed("enableCarts")) == [message])
        #expect(messages(instructed("enableCarts", .disable)) == [message])
        #expect(messages(Flag(name: "enableCarts", stages: [listed(20, day: 6, "b.md", 7)])) == [message])
    }

    @Test func unlikeAnyOther() {
        #expect(
            messages(instructed("enableCheckout")) == ["'enableCheckout' is not defined; flags are defined in a.md:3"])
    }

    @Test func oneFindingForAllItsPlaces() {
        let flag = Flag(
            name: "enableCarts", stages: [listed(20, day: 6, "c.md", 2)],
            mentions: [FlagMention(purpose: .disable, span: span("b.md", 7), reading: .listItem, certain: true)])
        let findings = PlanRule.flagUndefined.check(RuleInput(plan: Plan(flags: Self.flags + [flag])))
        #expect(findings.map(\.span) == [span("b.md", 7)])
        #expect(findings.first?.related.map(\.span.path) == ["a.md", "c.md"])
    }

    @Test func silent() {
        #expect(messages(instructed("ENABLE_CART")) == [])
        #expect(messages(instructed("APP_FEATURE_ENABLE_CART")) == [])
        #expect(messages(instructed("enableCarts", .other)) == [])
        #expect(messages(instructed("enableCarts", certain: false)) == [])
        #expect(messages(instructed("enableCarts", .other, reading: .tableCell)) == [])
        // Something else that can be enabled.
        #expect(messages(instructed("pg_cron")) == [])
        #expect(messages(instructed("maintenanceMode")) == [])
        #expect(messages(instructed("--dry-run")) == [])
        // Too few definitions to say that anything is missing.
        #expect(messages(instructed("enableCarts"), defined: Array(Self.flags.dropLast())) == [])
        #expect(messages(instructed("enableCarts"), defined: []) == [])
    }

    /// A variable is told by the words that are no prefix of a build tool and do not only say that it is a flag.
    @Test(arguments: ["FEATURE_NEW_SERACH", "VITE_NEW_SEARH", "NEW_SARCH_ENABLED"])
    func aVariable(_ name: String) {
        let flags = ["newCart", "newGifts", "newSearch"].enumerated().map { index, name in
            Flag(name: name, stages: [defined(20, day: 6, "a.md", index + 3)])
        }
        #expect(
            messages(instructed(name), defined: flags) == ["'\(name)' is not defined; did you mean 'newSearch'?"])
    }
}
