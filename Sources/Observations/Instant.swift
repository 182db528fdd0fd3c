/// A moment: milliseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
package struct Instant: Hashable, Comparable, Sendable {
    package let millisecondsSinceEpoch: Int64

    /// The clock of a source may be ahead by so much.
    package static let clockToleranceSeconds = 60.0

    package init(millisecondsSinceEpoch: Int64) {
        self.millisecondsSinceEpoch = millisecondsSinceEpoch
    }

    /// nil when the number is no moment between the years -9999 and 9999.
    package init?(secondsSinceEpoch: Double) {
        guard secondsSinceEpoch.isFinite, abs(secondsSinceEpoch) < 3.8e11 else { return nil }
        millisecondsSinceEpoch = Int64((secondsSinceEpoch * 1000).rounded())
    }

    package var secondsSinceEpoch: Double { Double(millisecondsSinceEpoch) / 1000 }

    /// Seconds from another moment to this one; negative when this one is earlier.
    package func seconds(since other: Instant) -> Double {
        Double(millisecondsSinceEpoch - other.millisecondsSinceEpoch) / 1000
    }

    /// A moment so many seconds later, held inside the range of moments.
    package func adding(seconds: Double) -> Instant {
        let held = seconds.isFinite ? min(max(seconds, -3.8e11), 3.8e11) : 0
        return Instant(millisecondsSinceEpoch: millisecondsSinceEpoch &+ Int64((held * 1000).rounded()))
    }

    package static func < (left: Self, right: Self) -> Bool {
        left.millisecondsSinceEpoch < right.millisecondsSinceEpoch
    }
}
