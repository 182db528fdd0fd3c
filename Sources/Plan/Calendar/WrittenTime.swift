/// A moment as settings and updates write it: `2026-11-30T14:00:00+01:00`, or without zone what a clock in the plan's zone shows.
package struct WrittenTime: Sendable, Hashable {
    package let date: CivilDate
    /// Since midnight.
    package let seconds: Int
    /// East of Greenwich; nil for a time of the plan's own zone.
    package let offsetMinutes: Int?

    /// Date and time of day to the minute or the second, between them `T` or a space, behind them `Z` or an offset or
    /// nothing; a date alone is its midnight.
    ///
    /// - Returns: nil for anything else.
    package init?(_ text: String) {
        guard text.utf8.count >= 10, text.utf8.allSatisfy({ $0 < 0x80 }), let date = CivilDate(iso: text.prefix(10))
        else { return nil }
        self.date = date
        let rest = text.dropFirst(10)
        guard !rest.isEmpty else {
            (seconds, offsetMinutes) = (0, nil)
            return
        }
        guard let separator = rest.first, "Tt ".contains(separator) else { return nil }
        let clock = rest.dropFirst().prefix { $0.isNumber || $0 == ":" }
        guard let seconds = Self.seconds(clock, isZone: false) else { return nil }
        self.seconds = seconds
        let zone = rest.dropFirst(1 + clock.count)
        switch zone.first {
        case nil: offsetMinutes = nil
        case "Z" where zone.count == 1, "z" where zone.count == 1: offsetMinutes = 0
        case "+", "-":
            guard let offset = Self.seconds(zone.dropFirst(), isZone: true) else { return nil }
            offsetMinutes = zone.first == "-" ? -offset / 60 : offset / 60
        default: return nil
        }
    }

    /// Of `14:00` or `14:00:30`, two digits each.
    private static func seconds(_ text: Substring, isZone: Bool) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2 || parts.count == 3 && !isZone, parts.allSatisfy({ $0.count == 2 }) else { return nil }
        let numbers = parts.compactMap { Int($0) }
        guard numbers.count == parts.count, numbers[0] < 24, numbers.dropFirst().allSatisfy({ (0..<60).contains($0) })
        else { return nil }
        return numbers[0] * 3600 + numbers[1] * 60 + (numbers.count > 2 ? numbers[2] : 0)
    }

    /// Seconds since 1970 were the offset, or none, that of UTC: orders times that are written alike.
    package var wallSeconds: Int { date.daysSinceEpoch * 86_400 + seconds - (offsetMinutes ?? 0) * 60 }
}
