import Observations
import Plan
import Report
import Testing

@Suite struct ZoneTests {
    private static let now = Example.time(13, 7)

    @Test(arguments: [
        ("Europe/Berlin", "30 Nov 2026, 14:07 CET", "2026-11-30T14:07:00+01:00"),
        ("UTC", "30 Nov 2026, 13:07 UTC", "2026-11-30T13:07:00+00:00"),
        ("America/New_York", "30 Nov 2026, 08:07 EST", "2026-11-30T08:07:00-05:00"),
        ("Asia/Kathmandu", "30 Nov 2026, 18:52 +05:45", "2026-11-30T18:52:00+05:45"),
        ("Pacific/Kiritimati", "1 Dec 2026, 03:07 +14:00", "2026-12-01T03:07:00+14:00"),
        ("Pacific/Auckland", "1 Dec 2026, 02:07 NZDT", "2026-12-01T02:07:00+13:00"),
    ])
    func momentCarriesItsZone(name: String, text: String, rfc3339: String) throws {
        let time = try #require(PlanZone(named: name)).shown(Self.now, now: Self.now)
        #expect(time.text == text)
        #expect(time.rfc3339 == rfc3339)
    }

    @Test func summerAndWinterTimeHaveTheirNames() throws {
        let zone = try #require(PlanZone(named: "Europe/Berlin"))
        // 2026-10-25T00:59:00Z and 01:01:00Z: the clock goes from 03:00 CEST back to 02:00 CET.
        let before = Instant(millisecondsSinceEpoch: 1_792_889_940_000)
        let after = Instant(millisecondsSinceEpoch: 1_792_890_060_000)
        #expect(zone.shown(before, now: Self.now).text == "25 Oct 2026, 02:59 CEST")
        #expect(zone.shown(after, now: Self.now).text == "25 Oct 2026, 02:01 CET")
    }

    @Test func briefTimeLeavesOutTodayOnly() throws {
        let zone = try #require(PlanZone(named: "Europe/Berlin"))
        #expect(zone.shown(Example.time(8, 2), now: Self.now).brief == "09:02 CET")
        #expect(zone.shown(Example.time(23, 2, day: 29), now: Self.now).brief == "00:02 CET")
        #expect(zone.shown(Example.time(22, 2, day: 29), now: Self.now).brief == "29 Nov 2026, 23:02 CET")
    }

    @Test(arguments: ["", "Europe/Berlim", "CEST/Nowhere", "../etc/passwd", "Europe/Berlin\n"])
    func unknownZonesAreRefused(name: String) { #expect(PlanZone(named: name) == nil) }

    @Test(arguments: [
        (1_795_996_799_999, "2026-11-30", "2026-11-29"), (0, "1970-01-01", "1969-12-31"),
        (-1, "1970-01-01", "1969-12-31"), (-3_600_001, "1969-12-31", "1969-12-31"),
    ])
    func dateIsThatOfThePlace(milliseconds: Int64, berlin: String, newYork: String) throws {
        let instant = Instant(millisecondsSinceEpoch: milliseconds)
        #expect(try #require(PlanZone(named: "Europe/Berlin")).civilDate(of: instant).description == berlin)
        #expect(try #require(PlanZone(named: "America/New_York")).civilDate(of: instant).description == newYork)
    }

    /// Of an hour that comes twice the first, for one that is left out as if the clocks had not been put forward.
    @Test(arguments: [
        ("Europe/Berlin", "2026-11-24T09:30:00Z", "2026-11-24T08:30:00Z"),
        ("Europe/Berlin", "2026-07-24T09:30:00Z", "2026-07-24T07:30:00Z"),
        ("Europe/Berlin", "2026-10-25T02:30:00Z", "2026-10-25T00:30:00Z"),
        ("Europe/Berlin", "2026-10-25T03:00:00Z", "2026-10-25T02:00:00Z"),
        ("Europe/Berlin", "2026-03-29T02:30:00Z", "2026-03-29T01:30:00Z"),
        ("Europe/Berlin", "2026-03-29T03:00:00Z", "2026-03-29T01:00:00Z"),
        ("America/New_York", "2026-11-24T09:30:00Z", "2026-11-24T14:30:00Z"),
        ("Asia/Kathmandu", "2026-11-24T00:15:00Z", "2026-11-23T18:30:00Z"),
        ("UTC", "2026-11-24T09:30:00Z", "2026-11-24T09:30:00Z"),
    ])
    func momentOfAWallClock(name: String, wall: String, expected: String) throws {
        let zone = try #require(PlanZone(named: name))
        #expect(zone.moment(shownAs: try Instant(reading: wall)).rfc3339() == expected)
    }

    @Test(arguments: [
        (0.0, "0 s old"), (59.9, "59 s old"), (60, "1 min old"), (3599, "59 min old"), (3600, "1 h old"),
        (172_799, "47 h old"), (172_800, "2 days old"), (-120, "2 min in the future"),
    ])
    func ageIsRoundedDown(seconds: Double, text: String) {
        #expect(ageText(of: Self.now.adding(seconds: -seconds), at: Self.now) == text)
    }

    @Test(arguments: [
        ("Europe/Berlin", "2026-11-30", 50_400, "2026-11-30T14:00:00+01:00"),
        ("Asia/Kathmandu", "2026-11-30", 0, "2026-11-30T00:00:00+05:45"),
        ("Pacific/Kiritimati", "2026-11-30", 86_399, "2026-11-30T23:59:59+14:00"),
        ("America/New_York", "2026-07-01", 3600, "2026-07-01T01:00:00-04:00"),
        // Twice on that day: the earlier. Skipped on this: as long after the skip.
        ("Europe/Berlin", "2026-10-25", 9000, "2026-10-25T02:30:00+02:00"),
        ("Europe/Berlin", "2026-03-29", 9000, "2026-03-29T03:30:00+02:00"),
        ("Europe/Berlin", "2026-03-29", 36_000, "2026-03-29T10:00:00+02:00"),
    ])
    func aClockInTheZoneTellsAMoment(name: String, date: String, seconds: Int, rfc3339: String) throws {
        let zone = try #require(PlanZone(named: name))
        let moment = zone.instant(of: try #require(CivilDate(iso: date)), seconds: seconds)
        #expect(zone.shown(moment, now: Self.now).rfc3339 == rfc3339)
    }
}
