/// The `timestamp` of a report: ISO 8601 with or without seconds, fraction and zone, or as TestNG writes it.
struct TestTime {
    let text: String
    /// nil for what cannot be read.
    let instant: Instant?
    /// Whether the report says the zone; else the moment is what its clock would mean in UTC.
    let zoneIsKnown: Bool

    init(_ text: String) {
        self.text = text
        // `2026-11-24T09:30:00 CEST`, `24 Nov 2026 09:30:00 GMT`
        let words = text.split(separator: " ")
        let zone = words.last.map(String.init) ?? ""
        let isUTC = ["GMT", "UTC"].contains(zone)
        let isNamed = words.count > 1 && (2...5).contains(zone.utf8.count) && zone.allSatisfy(\.isLetter)
        let clock = isNamed ? words.dropLast().joined(separator: " ") : text
        let written = TestTime.spelledOut(clock) ?? clock
        let ways: [(ending: String, zoneIsKnown: Bool)] =
            [("", true), ("Z", isUTC), (":00Z", isUTC), ("T00:00:00Z", isUTC)]
        for way in ways {
            guard let instant = try? Instant(reading: written + way.ending) else { continue }
            self.instant = instant
            zoneIsKnown = way.zoneIsKnown
            return
        }
        instant = nil
        zoneIsKnown = true
    }

    /// `24 Nov 2026 09:30:00` as `2026-11-24T09:30:00`; nil for any other text.
    private static func spelledOut(_ text: String) -> String? {
        let words = text.split(separator: " ")
        guard words.count == 4, let month = months.firstIndex(of: words[1].lowercased()), words[0].utf8.count <= 2
        else { return nil }
        func two(_ number: Substring) -> String { number.utf8.count == 1 ? "0\(number)" : String(number) }
        return "\(words[2])-\(two("\(month + 1)"))-\(two(words[0]))T\(words[3])"
    }

    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
}
