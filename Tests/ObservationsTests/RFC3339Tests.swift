import Observations
import Testing

@Suite struct RFC3339Tests {
    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0),
        ("1969-12-31T23:59:59.999Z", -1),
        ("2026-11-23T09:30:00Z", 1_795_426_200_000),
        ("2026-11-23t09:30:00z", 1_795_426_200_000),
        ("2026-11-23 09:30:00Z", 1_795_426_200_000),
        ("2026-11-23T10:30:00+01:00", 1_795_426_200_000),
        ("2026-11-23T10:30:00+0100", 1_795_426_200_000), ("2026-11-23T05:00:00-0430", 1_795_426_200_000),
        ("2026-11-23T00:00:00-09:30", 1_795_426_200_000),
        ("2026-11-23T09:30:00-00:00", 1_795_426_200_000),
        ("2026-11-23T09:30:00.5Z", 1_795_426_200_500),
        ("2026-11-23T09:30:00.123999Z", 1_795_426_200_123),
        ("2024-02-29T00:00:00Z", 1_709_164_800_000),
        ("2000-02-29T12:00:00Z", 951_825_600_000),
        ("1900-03-01T00:00:00Z", -2_203_891_200_000),
        ("0000-03-01T00:00:00Z", -62_162_035_200_000),
        ("9999-12-31T23:59:59Z", 253_402_300_799_000),
        ("1795426200", 1_795_426_200_000),
        ("1795426200.25", 1_795_426_200_250),
        ("1795426200250", 1_795_426_200_250),
        ("0", 0),
    ])
    func readsMoments(_ text: String, _ milliseconds: Int64) throws {
        #expect(try Instant(reading: text).millisecondsSinceEpoch == milliseconds)
    }

    @Test(arguments: [
        ("2026-11-23T09:30:00", TimeFault.zoneMissing),
        ("2026-11-23 09:30:00.5", .zoneMissing),
        ("2026-11-23", .zoneMissing),
        ("2016-12-31T23:59:60Z", .leapSecond),
        ("2026-02-29T00:00:00Z", .unreadable),
        ("1900-02-29T00:00:00Z", .unreadable),
        ("2026-13-01T00:00:00Z", .unreadable),
        ("2026-00-10T00:00:00Z", .unreadable),
        ("2026-04-31T00:00:00Z", .unreadable),
        ("2026-04-00T00:00:00Z", .unreadable),
        ("2026-11-23T24:00:00Z", .unreadable),
        ("2026-11-23T09:60:00Z", .unreadable),
        ("2026-11-23T09:30:61Z", .unreadable),
        ("2026-11-23T09:30:00.Z", .unreadable),
        ("2026-11-23T09:30:00+01", .unreadable), ("2026-11-23T09:30:00+01000", .unreadable),
        ("2026-11-23T09:30:00+24:00", .unreadable),
        ("2026-11-23T09:30:00Z ", .unreadable),
        ("26-11-23T09:30:00Z", .unreadable),
        ("2026-11-23T09:30Z", .unreadable),
        ("٢٠٢٦-11-23T09:30:00Z", .unreadable),
        ("", .unreadable), ("now", .unreadable), ("-5", .unreadable), ("1e9", .unreadable), ("NaN", .unreadable),
        ("1.2.3", .unreadable), ("1795426200000000", .unreadable),
    ])
    func refusesTheRest(_ text: String, _ fault: TimeFault) {
        #expect(throws: fault) { try Instant(reading: text) }
    }

    @Test(arguments: [
        (Int64(0), 0, "1970-01-01T00:00:00Z"),
        (1_795_426_200_000, 60, "2026-11-23T10:30:00+01:00"),
        (1_795_426_200_007, -570, "2026-11-23T00:00:00.007-09:30"),
        (-1, 0, "1969-12-31T23:59:59.999Z"),
        (1_709_164_800_000, 0, "2024-02-29T00:00:00Z"),
    ])
    func writesMoments(_ milliseconds: Int64, _ offset: Int, _ expected: String) {
        #expect(Instant(millisecondsSinceEpoch: milliseconds).rfc3339(offsetMinutes: offset) == expected)
    }

    @Test func writingAndReadingAgreeOverFourCenturies() throws {
        for day in stride(from: -150_000, through: 150_000, by: 37) {
            let instant = Instant(millisecondsSinceEpoch: Int64(day) * 86_400_000 + 12_345_678)
            #expect(try Instant(reading: instant.rfc3339(offsetMinutes: day % 840)) == instant)
        }
    }
}
