import Foundation
package import Observations
package import Plan

/// A time zone of the plan: the one place where moments become text for people.
package struct PlanZone: Sendable {
    /// IANA name, as given: `Europe/Berlin`.
    package let name: String
    private let zone: TimeZone

    package static let utc = PlanZone(name: "UTC", zone: .gmt)

    private init(name: String, zone: TimeZone) {
        self.name = name
        self.zone = zone
    }

    /// nil when no zone has that name; abbreviations (`CET` for a place) are accepted as far as the system knows them.
    package init?(named name: String) {
        guard !name.isEmpty, let zone = TimeZone(identifier: name) else { return nil }
        self.init(name: name, zone: zone)
    }

    /// The date that a wall calendar in this zone shows at a moment.
    package func civilDate(of instant: Instant) -> CivilDate {
        CivilDate(daysSinceEpoch: Int(wallSeconds(instant) / 86_400 - (wallSeconds(instant) % 86_400 < 0 ? 1 : 0)))
    }

    /// The moment at which a wall clock in this zone shows a date and so many seconds since midnight.
    package func instant(of date: CivilDate, seconds: Int) -> Instant {
        moment(shownAs: Instant(millisecondsSinceEpoch: (Int64(date.daysSinceEpoch) * 86_400 + Int64(seconds)) * 1000))
    }

    /// The moment at which the clocks of this zone show what a clock in UTC shows at another.
    ///
    /// Of an hour that comes twice the first; for one that is left out, as if the clocks had not been put forward yet.
    package func moment(shownAs wall: Instant) -> Instant {
        let day = 86_400.0
        let offsets = [wall.adding(seconds: -day), wall.adding(seconds: day)].map(offset(at:)).sorted(by: >)
        let moments = offsets.map { (offset: $0, moment: wall.adding(seconds: -Double($0))) }
        let fitting = moments.first { offset(at: $0.moment) == $0.offset }
        return (fitting ?? moments.last)?.moment ?? wall
    }

    /// A moment as every output shows it.
    package func shown(_ instant: Instant, now: Instant) -> ShownTime {
        let date = civilDate(of: instant)
        let clock = "\(clockText(instant)) \(abbreviation(at: instant))"
        let full = "\(longDate(date)), \(clock)"
        return ShownTime(
            instant: instant, text: full, brief: date == civilDate(of: now) ? clock : full, rfc3339: rfc3339(instant))
    }

    /// `30 Nov 2026`.
    func longDate(_ date: CivilDate) -> String { "\(date.day) \(PlanZone.months[date.month - 1]) \(date.year)" }

    /// `30 Nov`.
    func shortDate(_ date: CivilDate) -> String { "\(date.day) \(PlanZone.months[date.month - 1])" }

    /// `Mon, 30 Nov 2026 14:07:09 +0100` (RFC 5322, 3.3).
    package func mailDate(_ instant: Instant) -> String {
        let date = civilDate(of: instant)
        let seconds = two(Int(floorRemainder(wallSeconds(instant), 60)))
        let offset = offsetText(instant, separator: "")
        return "\(PlanZone.weekdays[date.isoWeekday - 1]), \(two(date.day)) \(PlanZone.months[date.month - 1]) "
            + "\(date.year) \(clockText(instant)):\(seconds) \(offset)"
    }

    /// What a wall clock in this zone shows, in minutes since midnight.
    func minuteOfDay(_ instant: Instant) -> Int { Int(floorRemainder(wallSeconds(instant), 86_400) / 60) }

    private func rfc3339(_ instant: Instant) -> String {
        let seconds = two(Int(floorRemainder(wallSeconds(instant), 60)))
        return "\(civilDate(of: instant))T\(clockText(instant)):\(seconds)\(offsetText(instant, separator: ":"))"
    }

    private func offset(at instant: Instant) -> Int {
        zone.secondsFromGMT(for: Date(timeIntervalSince1970: instant.secondsSinceEpoch))
    }

    private func wallSeconds(_ instant: Instant) -> Int64 {
        let milliseconds = instant.millisecondsSinceEpoch
        return (milliseconds - floorRemainder(milliseconds, 1000)) / 1000 + Int64(offset(at: instant))
    }

    private func clockText(_ instant: Instant) -> String {
        let seconds = floorRemainder(wallSeconds(instant), 86_400)
        return "\(two(Int(seconds / 3600))):\(two(Int(seconds / 60 % 60)))"
    }

    private func offsetText(_ instant: Instant, separator: String) -> String {
        let offset = offset(at: instant)
        let minutes = abs(offset) / 60
        return "\(offset < 0 ? "-" : "+")\(two(minutes / 60))\(separator)\(two(minutes % 60))"
    }

    /// `CET`, or the offset (`+05:45`) where no abbreviation is in common use.
    ///
    /// A table of our own: ICU answers `GMT+1` for most zones in most locales.
    private func abbreviation(at instant: Instant) -> String {
        let offset = offset(at: instant)
        if ["UTC", "GMT", "Etc/UTC", "Etc/GMT", "Zulu"].contains(name) { return "UTC" }
        let family = PlanZone.families.first { $0.zones.contains(name) }
        return family?.names.first { $0.offset == offset }?.name ?? offsetText(instant, separator: ":")
    }

    private struct Family: Sendable {
        let names: [(offset: Int, name: String)]
        let zones: Set<String>

        init(_ names: [(Int, String)], _ zones: String) {
            self.names = names.map { (offset: $0.0, name: $0.1) }
            self.zones = Set(zones.split(separator: " ").map(String.init))
        }
    }

    private static let families = [
        Family(
            [(3600, "CET"), (7200, "CEST")],
            """
            CET Europe/Amsterdam Europe/Andorra Europe/Belgrade Europe/Berlin Europe/Bratislava Europe/Brussels \
            Europe/Budapest Europe/Copenhagen Europe/Gibraltar Europe/Ljubljana Europe/Luxembourg Europe/Madrid \
            Europe/Malta Europe/Monaco Europe/Oslo Europe/Paris Europe/Podgorica Europe/Prague Europe/Rome \
            Europe/San_Marino Europe/Sarajevo Europe/Skopje Europe/Stockholm Europe/Tirane Europe/Vaduz Europe/Vatican \
            Europe/Vienna Europe/Warsaw Europe/Zagreb Europe/Zurich
            """),
        Family(
            [(7200, "EET"), (10_800, "EEST")],
            "EET Europe/Athens Europe/Bucharest Europe/Helsinki Europe/Kiev Europe/Kyiv Europe/Riga Europe/Sofia "
                + "Europe/Tallinn Europe/Vilnius Asia/Nicosia"),
        Family([(0, "WET"), (3600, "WEST")], "WET Europe/Lisbon Atlantic/Canary Atlantic/Madeira"),
        Family([(0, "GMT"), (3600, "BST")], "Europe/London Europe/Belfast Europe/Jersey Europe/Guernsey"),
        Family([(0, "GMT"), (3600, "IST")], "Europe/Dublin"),
        Family([(-18_000, "EST"), (-14_400, "EDT")], "America/New_York America/Toronto America/Detroit US/Eastern"),
        Family([(-21_600, "CST"), (-18_000, "CDT")], "America/Chicago America/Winnipeg US/Central"),
        Family([(-25_200, "MST"), (-21_600, "MDT")], "America/Denver America/Edmonton America/Phoenix US/Mountain"),
        Family([(-28_800, "PST"), (-25_200, "PDT")], "America/Los_Angeles America/Vancouver US/Pacific"),
        Family([(32_400, "JST")], "Asia/Tokyo"),
        Family([(32_400, "KST")], "Asia/Seoul"),
        Family([(19_800, "IST")], "Asia/Kolkata Asia/Calcutta"),
        Family([(36_000, "AEST"), (39_600, "AEDT")], "Australia/Sydney Australia/Melbourne Australia/Brisbane"),
        Family([(43_200, "NZST"), (46_800, "NZDT")], "Pacific/Auckland"),
    ]

    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
}

/// A moment in the words that outputs use; made by `PlanZone.shown`.
package struct ShownTime: Sendable {
    package let instant: Instant
    /// `30 Nov 2026, 14:07 CET`.
    package let text: String
    /// `14:07 CET` on the day of the report, else `text`.
    package let brief: String
    /// `2026-11-30T14:07:00+01:00`.
    package let rfc3339: String
}

/// How old something is: `42 s old`, `2 min old`; `just now` where a clock runs ahead by no more than is accepted.
package func ageText(of instant: Instant, at now: Instant) -> String {
    let seconds = now.seconds(since: instant)
    if seconds < 0 { return seconds >= -60 ? "just now" : "\(ageLength(-seconds)) in the future" }
    return "\(ageLength(seconds)) old"
}

private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

private func floorRemainder(_ value: Int64, _ divisor: Int64) -> Int64 {
    let remainder = value % divisor
    return remainder < 0 ? remainder + divisor : remainder
}
