import Plan
import Testing

struct TickTimeTests {
    @Test(arguments: [
        ("2026-11-24T09:30Z", 34_200, 0), ("2026-11-24t09:30:15z", 34_215, 0),
        ("2026-11-24T09:30:15+01:00", 34_215, 3600), ("2026-11-24 09:30-05:30", 34_200, -19_800),
    ])
    func withAZone(_ text: String, _ second: Int, _ offset: Int) throws {
        let time = try #require(TickTime(text))
        #expect(time.date.description == "2026-11-24")
        #expect(time.secondOfDay == second && time.offsetSeconds == offset)
    }

    @Test(arguments: [("2026-11-24T09:30", 34_200), ("2026-11-24 23:59:59", 86_399), ("2026-11-24", 0)])
    func onThePlansClock(_ text: String, _ second: Int) throws {
        let time = try #require(TickTime(text))
        #expect(time.secondOfDay == second && time.offsetSeconds == nil)
    }

    @Test(arguments: [
        "", "today", "24.11.2026", "2026-11-31", "2026-11-24T", "2026-11-24T24:00", "2026-11-24T09", "2026-11-24T9:30",
        "2026-11-24T09:30:60", "2026-11-24T09:30+1", "2026-11-24T09:30Z+01:00", "2026-11-24T09:30 CET",
        "2026-11-24x09:30",
        "２026-11-24",
    ])
    func everythingElseIsNone(_ text: String) { #expect(TickTime(text) == nil) }
}
