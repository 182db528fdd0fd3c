import Events
import Foundation
import Observations
import Plan
import Report
import SourceText
import Testing

@testable import Rendering

@Suite struct UpdatePagesTests {
    @Test func plannedWorkStandsApartFromIncidents() {
        let updates = Example.report().updates
        #expect(updates.planned.map(\.id) == ["2026-11-27-1600-rules"])
        #expect(updates.planned.first?.window?.state == Status("Ahead", .none, .circle))
        #expect(
            updates.newest.map(\.id) == ["2026-11-30-1345-queue", "2026-11-30-1112-errors", "2026-11-25-0900-disks"])
        #expect(updates.newest.map(\.status.word) == ["Update", "Incident", "Planned"])
        #expect(updates.newest.last?.window?.state.word == "Over")
    }

    /// A moment, and the words for the planned window of 1 December, 9:30 to 11:00 in Berlin.
    @Test(arguments: [(7, 29, "Ahead"), (8, 30, "Under way"), (10, 0, "Under way"), (10, 1, "Over")])
    func windowsAreAheadUnderWayOrOver(hour: Int, minute: Int, word: String) {
        let now = Example.time(hour, minute, day: 31)
        let updates = Example.report(context: Example.context(now: now)).updates
        let told = (updates.planned + updates.newest).first { $0.id == "2026-11-27-1600-rules" }
        #expect(told?.window?.state.word == word)
        #expect(updates.planned.isEmpty == (word == "Over"))
    }

    @Test func whatIsResolvedIsOver() {
        let resolved = Example.update(
            "2026-11-30-1000-done", "kind: resolved\ntime: 2026-11-30T10:00:00+01:00\nof: 2026-11-27-1600-rules",
            "Called off.")
        let updates = Example.report(updates: Example.updates + [resolved].compactMap(\.self)).updates
        #expect(updates.planned.isEmpty)
        #expect(updates.newest.first { $0.id == "2026-11-27-1600-rules" }?.window?.state.word == "Over")
    }

    @Test func whatIsDatedLaterIsNotShown() {
        let updates = Example.report(context: Example.context(now: Example.time(10, 30))).updates
        #expect(updates.newest.map(\.id) == ["2026-11-30-1112-errors", "2026-11-25-0900-disks"])
    }

    @Test func theHistoryJoinsVerdictsAndUpdates() {
        let history = Example.report().history
        let told = history.entries.map { "\($0.title): \($0.status.word)" }
        #expect(
            told == [
                "The plan: Alert", "The queue backs up: Update",
                "More errors since validation is asynchronous: Incident", "Error rate: Off target",
                "Disks are swapped: Planned",
                "The plan: On plan", "The plan: Unknown",
            ])
        let times = history.entries.map(\.time.instant)
        #expect(times == times.sorted(by: >))
        let change = history.entries.first { $0.title == "Error rate" }
        #expect(change?.change == "From on target since 23 Nov 2026, 10:00 CET")
        #expect(change?.paragraphs == ["1.1% is over the target of 1%."])
        #expect(Set(history.entries.map(\.id)).count == history.entries.count)
    }

    @Test func whatTheLogHasFromLaterIsLeftOut() {
        let early = Example.report(context: Example.context(now: Example.time(10, 0, day: 24))).history
        #expect(early.entries.allSatisfy { $0.time.instant <= Example.time(10, 0, day: 24) })
        #expect(early.entries.contains { $0.title == "The plan" && $0.status.word == "On plan" })
    }

    @Test func pagesSayItAndEscapeIt() throws {
        let files = try renderSite(Example.report(), templates: loadTemplates())
        func text(_ path: String) throws -> String {
            String(decoding: try #require(files.first { $0.path == path }).bytes, as: UTF8.self)
        }
        let history = try text("history.html")
        #expect(history.contains("<time datetime=\"2026-11-30T13:45:00+01:00\">30 Nov 2026, 13:45 CET</time>"))
        #expect(history.contains("id=\"update-2026-11-30-1112-errors\""))
        #expect(!history.contains("<b>correctly</b>"))
        let index = try text("index.html")
        #expect(index.contains("href=\"history.html#update-2026-11-30-1112-errors\""))
        #expect(index.contains("Planned work"))
        #expect(try text("status.md").contains("## Planned work"))
    }

    @Test func withoutUpdatesTheStatusPageSaysNothingOfThem() throws {
        let files = try renderSite(Example.report(updates: [], events: .empty), templates: loadTemplates())
        let index = try #require(files.first { $0.path == "index.html" })
        #expect(!String(decoding: index.bytes, as: UTF8.self).contains("Planned work"))
        let history = try #require(files.first { $0.path == "history.html" })
        #expect(String(decoding: history.bytes, as: UTF8.self).contains("The plan"))
    }

    /// Winter and summer time in Berlin, and a place without either.
    @Test(arguments: [
        ("2026-03-29T02:30", "Europe/Berlin", ClockDoubt?.some(.skipped)), ("2026-03-29T03:00", "Europe/Berlin", nil),
        ("2026-10-25T02:30", "Europe/Berlin", .some(.twice)), ("2026-10-25T03:00", "Europe/Berlin", nil),
        ("2026-03-29T02:30+01:00", "Europe/Berlin", nil), ("2026-03-29T02:30", "Asia/Tokyo", nil),
        ("2026-03-29T02:30", "UTC", nil), ("2026-03-08T02:30", "America/New_York", .some(.skipped)),
    ])
    func clocksThatSkipOrRepeatAnHourAreTold(text: String, zone: String, doubt: ClockDoubt?) throws {
        let zone = try #require(PlanZone(named: zone))
        #expect(zone.doubt(of: try #require(WrittenTime(text))) == doubt)
    }
}
