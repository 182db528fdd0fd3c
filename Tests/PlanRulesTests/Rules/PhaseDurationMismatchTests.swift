import Plan
import SourceText
import Testing

@testable import PlanRules

struct PhaseDurationMismatchTests {
    private func amount(_ text: String) throws -> TimeAmount {
        let match = QuantityReader(TokenizedText(text)).timeField()
        return try #require(match, "'\(text)' is no time")
    }

    private func messages(_ duration: String, _ range: ClosedRange<Double>, _ unit: Schedule.Unit) throws -> [String] {
        let claims = [claim(try amount(duration), "a.md", 9, .field)]
        return PlanRule.phaseDurationMismatch.messages(
            on: Plan(phases: [phase(4, range, unit: unit, "a.md", 8, durations: claims)]))
    }

    @Test(arguments: [
        ("4 days", 6.0...10.0, Schedule.Unit.day, "'Phase 4' lasts 4 days here, but day 6-10 in a.md:8 is 5 days"),
        ("1 day", 6...10, .day, "'Phase 4' lasts 1 day here, but day 6-10 in a.md:8 is 5 days"),
        ("2-3 days", 6...10, .day, "'Phase 4' lasts 2-3 days here, but day 6-10 in a.md:8 is 5 days"),
        ("48 hours", 3...3, .day, "'Phase 4' lasts 48 hours here, but day 3-3 in a.md:8 is 1 day"),
        ("2 weeks", 1...5, .day, "'Phase 4' lasts 2 weeks here, but day 1-5 in a.md:8 is 5 days"),
        ("3 weeks", 3...4, .week, "'Phase 4' lasts 3 weeks here, but week 3-4 in a.md:8 is 2 weeks"),
        ("16 days", 3...4, .week, "'Phase 4' lasts 16 days here, but week 3-4 in a.md:8 is 2 weeks"),
        ("1 h", 840...930, .minute, "'Phase 4' lasts 1 h here, but minute 840-930 in a.md:8 is 90 minutes"),
        ("2 hours", 0...4, .hour, "'Phase 4' lasts 2 hours here, but hour 0-4 in a.md:8 is 4 hours"),
        (
            "60 minutes", 840...885, .minute,
            "'Phase 4' lasts 60 minutes here, but minute 840-885 in a.md:8 is 45 minutes"
        ),
        ("3 months", 2...3, .month, "'Phase 4' lasts 3 months here, but month 2-3 in a.md:8 is 2 months"),
    ])
    func mismatch(duration: String, range: ClosedRange<Double>, unit: Schedule.Unit, message: String) throws {
        #expect(try messages(duration, range, unit) == [message])
    }

    @Test(arguments: [
        ("5 days", 6.0...10.0, Schedule.Unit.day), ("4-6 days", 6...10, .day), ("~4 days", 6...10, .day),
        ("about 4 days", 6...10, .day), ("1 week", 6...10, .day), ("1 week", 1...7, .day), ("2 weeks", 1...10, .day),
        ("< 7 days", 6...10, .day), ("24 hours", 6...10, .day), ("4 hours", 3...3, .day), ("24 hours", 3...3, .day),
        ("10 working days", 1...14, .day), ("10 working days", 1...10, .day), ("2 weeks", 3...4, .week),
        ("14 days", 3...4, .week), ("10 days", 3...4, .week), ("1 month", 1...4, .week), ("2 months", 2...3, .month),
        ("8 weeks", 2...3, .month), ("2 weeks", 1...1, .sprint), ("30 minutes", 0...2, .hour),
        // Monday 2026-11-23 to Friday 2026-12-04.
        ("12 days", 20780...20791, .date), ("11 days", 20780...20791, .date), ("10 days", 20780...20791, .date),
        ("2 weeks", 20780...20791, .date),
        ("2 days per feature", 6...10, .day),
        // Less, in a finer unit.
        ("3 days", 7...7, .week), ("9 days", 3...4, .week), ("3 weeks", 2...3, .month), ("90 minutes", 3...3, .day),
        // From 14:00 to 15:30, to 19:45, and three hours from the start.
        ("1.5 h", 840...930, .minute), ("90 minutes", 840...930, .minute), ("6 hours", 840...1185, .minute),
        ("1-2 h", 840...930, .minute), ("< 2 h", 840...930, .minute), ("90 min", 840...840, .minute),
        ("3 hours", 0...3, .hour),
    ])
    func silent(duration: String, range: ClosedRange<Double>, unit: Schedule.Unit) throws {
        #expect(try messages(duration, range, unit) == [])
    }

    @Test func theScheduleBesideTheFieldCounts() throws {
        let schedules = [(6.0...10.0, 8), (6.0...9.0, 20)].map { range, line in
            claim(Schedule(text: "Day", unit: .day, range: range), "a.md", line)
        }
        func phase(_ line: Int) throws -> Phase {
            Phase(
                id: "phase-4", name: "", number: 4, keyword: "phase", span: span("a.md", 8), names: [],
                schedules: schedules,
                durations: [claim(try amount("4 days"), "a.md", line, .field)])
        }
        #expect(PlanRule.phaseDurationMismatch.messages(on: Plan(phases: [try phase(21)])) == [])
        #expect(PlanRule.phaseDurationMismatch.messages(on: Plan(phases: [try phase(9)])).count == 1)
    }

    @Test func whatIsNoLengthIsSilent() {
        for kind in [TimeAmount.Kind.immediate, .notApplicable, .unclear] {
            let duration = TimeAmount(kind: kind, seconds: kind == .immediate ? 0 : nil, text: "x")
            let plan = Plan(phases: [phase(1, 1...2, durations: [claim(duration, "a.md", 2, .field)])])
            #expect(PlanRule.phaseDurationMismatch.messages(on: plan) == [])
        }
    }
}
