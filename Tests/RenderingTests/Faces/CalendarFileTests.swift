import Assessment
import Observations
import Plan
import Report
import SourceText
import Testing

@testable import Rendering

@Suite struct CalendarFileTests {
    /// The lines of each event, in order.
    private func events(_ text: String?) -> [[String]] {
        ContentLine.unfolded(Array((text ?? "").utf8)).split { $0 == "BEGIN:VEVENT" }.dropFirst().map {
            Array($0.prefix { $0 != "END:VEVENT" })
        }
    }

    private func event(_ summary: String, in text: String?) throws -> [String] {
        try #require(events(text).first { $0.contains("SUMMARY:\(summary)") })
    }

    /// As it is published the second time, an hour later.
    private func again(_ report: Report, after first: String?) -> String? {
        calendarFile(report, published: Array((first ?? "").utf8))
    }

    private static let later = Example.time(14, 7)

    @Test func nothingNewIsTheSameFile() throws {
        let first = try #require(calendarFile(Example.told(), published: []))
        #expect(again(Example.told(now: Self.later), after: first) == first)
        #expect(calendarFile(Example.told(), published: []) == first)
        #expect(events(first).allSatisfy { $0.contains("SEQUENCE:0") && $0.contains("DTSTAMP:20261130T130700Z") })
    }

    @Test func changedEventIsCountedAndNoOther() throws {
        let first = calendarFile(Example.told(), published: [])
        var plan = Example.plan
        plan.days = [
            PlanDay(number: 8, title: "50% rollout", span: Example.span(50), mentions: [], tasks: plan.days[0].tasks)
        ]
        let second = again(Example.told(plan: plan, now: Self.later), after: first)
        let day = try event("Day 8: 50% rollout", in: second)
        #expect(day.contains("SEQUENCE:1") && day.contains("DTSTAMP:20261130T140700Z"))
        #expect(day.first == (try event("Day 8: 60% rollout", in: first)).first, "its name stays")
        #expect(events(second).count { $0.contains("SEQUENCE:0") } == events(first).count - 1)
        let third = again(Example.told(now: Example.time(15, 7)), after: second)
        #expect((try event("Day 8: 60% rollout", in: third)).contains("SEQUENCE:2"))
    }

    /// How the plan stands is no news for a calendar.
    @Test func verdictsChangeNothing() throws {
        let first = calendarFile(Example.told(), published: [])
        let other = Example.assessment(
            verdict: .onPlan, kpis: [], phases: Example.phases.map { $0.with(.late) }, reasons: ["All is well"])
        #expect(again(Example.told(assessment: other), after: first) == first)
    }

    @Test func whatThePlanDropsIsCancelledOnce() throws {
        let first = calendarFile(Example.told(), published: [])
        let second = again(Example.told([], now: Self.later), after: first)
        let drill = "Fail-over drill\\, with a name so long that a line of it must be folded"
        let cancelled = try event(drill, in: second)
        #expect(cancelled.contains("STATUS:CANCELLED") && cancelled.contains("SEQUENCE:1"))
        #expect(again(Example.told([], now: Example.time(15, 7)), after: second) == second)
        // It comes back.
        let third = try event(drill, in: again(Example.told(now: Example.time(16, 7)), after: second))
        #expect(!third.contains("STATUS:CANCELLED") && third.contains("SEQUENCE:2"))
        // Its time is over.
        let over = Example.assessment(day: 20)
        #expect(events(again(Example.told([], assessment: over), after: second)).count == events(first).count - 1)
    }

    @Test(arguments: [
        "", "BEGIN:VEVENT", "\u{0}\u{1}", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:x\r\nSEQUENCE:7\r\nEND:VEVENT\r\n",
        "BEGIN:VEVENT\r\nUID:00000000-0000-8000-8000-000000000000\r\nDTSTAMP:20261130T130700Z\r\nSEQUENCE:-1\r\n"
            + "DTEND;VALUE=DATE:20991231\r\nEND:VEVENT\r\n",
        "BEGIN:VEVENT\r\nUID:00000000-0000-8000-8000-000000000000\r\nDTSTAMP:20261130T130700Z\r\nSEQUENCE:1\r\n"
            + "DTEND;VALUE=DATE:20991231\r\nATTACH:https://evil.example/\r\nEND:VEVENT\r\n",
    ])
    func whatIsNotOursIsAsIfItWereNotThere(_ published: String) {
        let expected = calendarFile(Example.told(), published: [])
        #expect(calendarFile(Example.told(), published: Array(published.utf8)) == expected)
    }

    @Test func withoutDatesThereIsNone() throws {
        let nothing = Example.assessment(phases: [], flags: []).with(calendar: nil, day: nil)
        let report = Example.told([], plan: Plan(), assessment: nothing)
        #expect(calendarFile(report, published: []) == nil)
        let paths = machineFaces(report, publishedCalendar: []).map(\.path)
        #expect(paths == ["badge.json", "badge.svg", "feed.atom"])
        let index = try renderSite(report, templates: loadTemplates()).first { $0.path == "index.html" }
        #expect(!String(decoding: try #require(index).bytes, as: UTF8.self).contains("calendar.ics"))
    }

    @Test func weekendsOfAWorkingDayPlanAreNotCounted() throws {
        let usual = Example.assessment()
        let assessment = usual.with(calendar: PlanCalendar(start: usual.clock.today, workingDaysOnly: true), day: 1)
        // 2026-11-30 is a Monday: day 6 is the Monday after it, day 10 the Friday of that week.
        let phase = try event(
            "Phase 4: Gradual rollout", in: calendarFile(Example.told(assessment: assessment), published: []))
        #expect(phase.contains("DTSTART;VALUE=DATE:20261207") && phase.contains("DTEND;VALUE=DATE:20261212"))
    }

    @Test(arguments: ["", "a", String(repeating: "x", count: 75), String(repeating: "ü", count: 200), "🚧🚧 und Grüße "])
    func linesAreFoldedBetweenCharacters(_ text: String) {
        for count in 0..<4 {
            let line = String(repeating: "a", count: count) + String(repeating: text, count: 9)
            let folded = ContentLine.folded(line)
            #expect(folded.hasSuffix("\r\n"))
            for part in folded.utf8.split(separator: UInt8(ascii: "\n")) {
                #expect(part.count <= 76, "75 and the CR")
                #expect(String(validating: Array(part), as: UTF8.self) != nil)
            }
            #expect(ContentLine.unfolded(Array(folded.utf8)).joined() == line)
        }
    }

    @Test func textIsEscaped() {
        #expect(ContentLine.text(["a;b,c\\d", "e\nBEGIN:VEVENT\u{7}"]) == "a\\;b\\,c\\\\d\\ne BEGIN:VEVENT\u{FFFD}")
    }
}
