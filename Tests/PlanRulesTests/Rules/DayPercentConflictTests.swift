import Plan
import SourceText
import Testing

@testable import PlanRules

struct DayPercentConflictTests {
    private func day(_ percents: Claim<Double>...) -> PlanDay {
        PlanDay(number: 6, title: "", span: span("a.md", 1), mentions: [], percents: percents)
    }
    private func messages(_ day: PlanDay, _ flags: [Flag] = []) -> [String] {
        PlanRule.dayPercentConflict.messages(on: Plan(days: [day], flags: flags))
    }
    private func flags(_ percents: Double...) -> [Flag] {
        percents.enumerated().map { Flag(name: "flag\($0)", stages: [defined($1, day: 6, "s.md", $0 + 3)]) }
    }

    @Test func twoDocuments() {
        #expect(
            messages(day(claim(20, "a.md", 1), claim(40, "b.md", 2))) == ["day 6 is at 40% here, but at 20% in a.md:1"])
    }

    @Test func headingAndTable() {
        #expect(
            messages(day(claim(20, "a.md", 1), claim(40, "a.md", 2, .tableCell)))
                == ["day 6 is at 40% here, but at 20% in a.md:1"])
    }

    @Test func headingAndFlags() {
        #expect(
            messages(day(claim(40, "a.md", 1)), flags(20, 20)) == [
                "day 6 is at 40% here, but its flags are at 20% in s.md:3"
            ])
        #expect(
            messages(day(claim(40, "a.md", 1)), flags(20)) == ["day 6 is at 40% here, but 'flag0' is at 20% in s.md:3"])
    }

    @Test func theHeadingThatAgreesWithTheFlagsIsShownToo() {
        let plan = Plan(days: [day(claim(20, "a.md", 1), claim(40, "b.md", 2))], flags: flags(20, 20))
        let findings = PlanRule.dayPercentConflict.check(RuleInput(plan: plan))
        #expect(findings.map(\.message) == ["day 6 is at 40% here, but its flags are at 20% in s.md:3"])
        #expect(findings.first?.related.map(\.span.path) == ["s.md", "a.md"])
    }

    @Test func silent() {
        #expect(messages(day()) == [])
        #expect(messages(day(claim(20, "a.md", 1), claim(20, "b.md", 2))) == [])
        // Steps within the day.
        #expect(messages(day(claim(10, "a.md", 1), claim(20, "a.md", 2))) == [])
        #expect(messages(day(claim(10, "a.md", 1), claim(20, "a.md", 2), claim(20, "b.md", 2))) == [])
        // Flags of the day at several percentages.
        #expect(messages(day(claim(40, "a.md", 1)), flags(20, 40)) == [])
        #expect(messages(day(claim(40, "a.md", 1)), flags(20, 60)) == [])
        // Flags that are simply on.
        #expect(messages(day(claim(40, "a.md", 1)), flags(100, 100)) == [])
    }
}
