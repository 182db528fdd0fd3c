import Foundation
import Testing

/// From files of updates to pages, verdicts and findings.
@Suite struct UpdatedSiteTests {
    private static let plan = """
        ---
        start: 2026-11-23
        timezone: Europe/Berlin
        ---
        # Search

        ## Measures

        1. **Error rate**
           - Target: < 1%
           - Alert: > 5%
        2. **Delay**
           - Target: < 10s
           - Alert: > 30s

        ## Phase 1: Rollout (Day 1-10)

        ### Day 9: Everyone

        - [ ] Enable `enableSearch` for everyone

        """
    private static let settings = """
        metrics: [metrics/*.csv]
        kpis:
          Error rate: {metric: error_rate_percent, interval: 5m}
          Delay: {metric: delay_seconds, interval: 5m}

        """
    private let now = "2026-11-30T14:07:00+01:00"

    private func place(updates: [String: String] = [:]) throws -> Workspace {
        let place = try Workspace()
        try place.write(Self.plan, to: "plan.md")
        try place.write(Self.settings, to: "plumbline.yml")
        try place.write(
            "time,name,value\n2026-11-30T14:05:00+01:00,error_rate_percent,7\n2026-11-30T14:05:00+01:00,delay_seconds,50\n",
            to: "metrics/m.csv")
        for (name, text) in updates { try place.write(text, to: "updates/\(name).md") }
        return place
    }

    private func build(_ place: Workspace) async throws -> [String: Any] {
        let result = try await place.run("build", "--now", now)
        #expect(result.status == 0, "\(result.errors)")
        return try #require(
            try JSONSerialization.jsonObject(with: Data(try place.text("output/status.json").utf8)) as? [String: Any])
    }

    private func planned(_ affects: String, time: String = "2026-11-30T09:00", end: String = "2026-11-30T15:00")
        -> String
    {
        "---\nkind: planned\ntitle: Index rebuilt\ntime: \(time)\nstart: 2026-11-30T14:00\nend: \(end)\n\(affects)---\n\nWait.\n"
    }

    /// What an update affects, and the indicators that its window excuses.
    @Test(arguments: [
        ("affects: [Error rate]\n", ["Error rate"]), ("affects: [error rate, Delay]\n", ["Error rate", "Delay"]),
        ("affects: [enableSearch]\n", []), ("", []), ("affects: [Eror rate]\n", []), ("affects: []\n", []),
    ])
    func onlyMeasuresThatAreNamedAreExcused(affects: String, excused: [String]) async throws {
        let status = try await build(try place(updates: ["a": planned(affects)]))
        let kpis = try #require(status["kpis"] as? [[String: Any]])
        let found = kpis.filter { $0["plannedWindow"] as? String == "Index rebuilt" }.compactMap {
            $0["name"] as? String
        }
        #expect(found == excused)
    }

    /// Announced later than now, over, ended by what resolves it, or with an end that no clock shows.
    @Test(arguments: [
        planned2("time: 2026-11-30T14:30", "end: 2026-11-30T15:00"),
        planned2("time: 2026-11-30T09:00", "end: 2026-11-30T14:05"),
        planned2("time: 2026-11-30T09:00", "end: 2027-03-28T02:30"),
    ])
    func whatIsNotKnownForCertainExcusesNothing(text: String) async throws {
        let status = try await build(try place(updates: ["a": text]))
        let kpis = try #require(status["kpis"] as? [[String: Any]])
        #expect(kpis.allSatisfy { $0["plannedWindow"] is NSNull })
    }

    private static func planned2(_ time: String, _ end: String) -> String {
        "---\nkind: planned\ntitle: T\n\(time)\nstart: 2026-11-30T14:00\n\(end)\naffects: Error rate\n---\n"
    }

    @Test func whatIsResolvedExcusesNothingMore() async throws {
        let resolved = "---\nkind: resolved\ntime: 2026-11-30T14:03\nof: a\n---\nDone early.\n"
        let status = try await build(
            try place(updates: ["a": planned("affects: [Error rate]\n"), "b": resolved]))
        let kpis = try #require(status["kpis"] as? [[String: Any]])
        #expect(kpis.allSatisfy { $0["plannedWindow"] is NSNull })
    }

    @Test func updatesAreNoDocumentsOfThePlan() async throws {
        let text =
            "---\nkind: incident\ntime: 2026-11-30T10:00\n---\n# Phase 7: Panic (Day 3-4)\n\n- [ ] Enable `enableOther`\n"
        let place = try place(updates: ["a": text, "team": "# Notes of the team\n\n- [ ] Not told\n"])
        let plan = try await place.run("plan", "--format", "json")
        #expect(!plan.output.contains("Panic"))
        #expect(!plan.output.contains("updates/a.md"))
        #expect(plan.output.contains("updates/team.md"))
        let status = try await build(place)
        let updates = try #require(status["updates"] as? [[String: Any]])
        #expect(updates.map { $0["title"] as? String } == ["Phase 7: Panic (Day 3-4)"])
        #expect(updates.first?["file"] as? String == "updates/a.md")
        let lint = try await place.run("lint", "updates/a.md", "--format", "concise")
        #expect(lint.status == 0, "\(lint.output)")
    }

    @Test func aBrokenUpdateIsNeverLost() async throws {
        let place = try place(updates: ["a": "---\nkind: incidnet\ntime: 2026-11-30T10:00\n---\nBad.\n"])
        try place.write(
            "time,name,value\n2026-11-30T14:05:00+01:00,error_rate_percent,0.5\n2026-11-30T14:05:00+01:00,delay_seconds,5\n",
            to: "metrics/m.csv")
        let status = try await build(place)
        #expect(status["verdict"] as? String == "unknown")
        let told = try ["reasons", "unknowns"].flatMap { try #require(status[$0] as? [String]) }
        #expect(told.contains { $0.contains("updates/a.md:2") && $0.contains("did you mean 'incident'?") })
        let lint = try await place.run("lint", "--format", "concise")
        #expect(lint.status == 1)
        #expect(lint.output.contains("updates/a.md:2:7: error[update-unreadable]"), "\(lint.output)")
    }

    @Test func aTimeNeedsAZone() async throws {
        let place = try place(updates: ["a": "---\nkind: incident\ntime: 2026-11-30T10:00\n---\nBad.\n"])
        try place.write(Self.plan.replacing("timezone: Europe/Berlin\n", with: ""), to: "plan.md")
        let lint = try await place.run("lint", "--format", "concise")
        #expect(lint.status == 1)
        #expect(lint.output.contains("without a time zone, and the plan names none"))
    }

    @Test func aContradictedDateIsAFinding() async throws {
        let text = "---\nkind: planned\ntitle: Day 9\nstart: 2026-12-05T10:00\nend: 2026-12-05T11:00\n---\n"
        let place = try place(updates: ["a": text])
        let lint = try await place.run("lint", "--format", "concise")
        #expect(lint.output.contains("updates/a.md:4:8: warning[window-date-conflict]"), "\(lint.output)")
        #expect(lint.status == 1)
    }

    @Test func theSettingsMaySayThatThereAreNone() async throws {
        let place = try place(updates: ["a": "---\nkind: incident\ntime: 2026-11-30T10:00\n---\nBad.\n"])
        try place.write(Self.settings + "updates: []\n", to: "plumbline.yml")
        let status = try await build(place)
        #expect((status["updates"] as? [Any])?.isEmpty == true)
        #expect(try await place.run("plan", "--format", "json").output.contains("updates/a.md"))
    }

    // MARK: The log

    private func log(_ place: Workspace) -> String? { try? place.text(".plumbline/events.jsonl") }

    @Test func twoBuildsOfOneMomentAreTheSame() async throws {
        let place = try place(updates: ["a": "---\nkind: incident\ntime: 2026-11-30T10:00\n---\nBad.\n"])
        _ = try await build(place)
        let (first, written) = (place.contents("output"), try #require(log(place)))
        #expect(written.split(separator: "\n").count == 4)
        _ = try await build(place)
        #expect(place.contents("output") == first)
        #expect(log(place) == written)
    }

    @Test func aVerdictThatChangesIsRecordedAndShown() async throws {
        let place = try place()
        _ = try await build(place)
        let samples =
            "time,name,value\n2026-11-30T15:05:00+01:00,error_rate_percent,0.5\n2026-11-30T15:05:00+01:00,delay_seconds,50\n"
        try place.write(samples, to: "metrics/m.csv")
        let later = try await place.run("build", "--now", "2026-11-30T15:07:00+01:00")
        #expect(later.status == 0, "\(later.errors)")
        let last = try #require(log(place)?.split(separator: "\n").last)
        #expect(last.contains(#""id":"Error rate","name":"Error rate","from":"alert","to":"on target""#))
        #expect(last.contains(#""time":"2026-11-30T14:07:00Z""#))
        #expect(try place.text("output/history.html").contains("From alert since 30 Nov 2026, 14:07 CET"))
        let whole = log(place)
        let earlier = try await place.run("build", "--now", now)
        #expect(earlier.status == 0)
        #expect(log(place) == whole)
        #expect(!(try place.text("output/history.html").contains("From alert")))
    }

    @Test func buildsAtOnceRecordAChangeOnce() async throws {
        let place = try place()
        try await withThrowingTaskGroup(of: Int32.self) { group in
            for number in 0..<4 {
                group.addTask { try await place.run("build", "--now", now, "--output", "out\(number)").status }
            }
            for try await status in group { #expect(status == 0) }
        }
        #expect(log(place)?.split(separator: "\n").count == 4)
    }

    @Test func theLogMayBeLeftAlone() async throws {
        let place = try place()
        #expect(try await place.run("build", "--now", now, "--no-events").status == 0)
        #expect(log(place) == nil)
        try place.write("in the way", to: ".plumbline")
        let result = try await place.run("build", "--now", now)
        #expect(result.status == 0)
        #expect(result.errors.contains("note: the history was not recorded"))
    }

    @Test func aTornLineIsTold() async throws {
        let place = try place()
        _ = try await build(place)
        try place.write(try #require(log(place)) + "{\"event\":\"verd", to: ".plumbline/events.jsonl")
        let result = try await place.run("build", "--now", now)
        #expect(result.status == 0)
        #expect(result.errors.contains("line 5 of the event log is left out"), "\(result.errors)")
    }
}
