import Observations
import SourceText

/// Whether a published page may still be believed.
struct AgeCheck {
    enum Verdict: String {
        case fresh, old, expired, future
    }

    let source: String
    let status: PublishedStatus
    let now: Instant
    /// nil where only the page's own promise counts.
    let longestAge: Double?

    /// A clock that is a little ahead is no sign of anything.
    private static let clockDifference: Double = 60

    var age: Double { now.seconds(since: status.madeAt) }

    var verdict: Verdict {
        if age < -AgeCheck.clockDifference { return .future }
        if let longestAge, age > longestAge { return .old }
        return now >= status.validUntil ? .expired : .fresh
    }

    /// One line.
    var text: String {
        let reason =
            switch verdict {
            case .fresh: ""
            case .old: ", more than \(lengthText(longestAge ?? 0))"
            case .expired: ", valid until \(status.validUntil.rfc3339())"
            case .future: ", ahead of the clock"
            }
        let when = age < 0 ? "\(lengthText(-age)) from now" : "\(lengthText(age)) ago"
        return "\(verdict.rawValue): \(shown(source)): made \(status.madeAt.rfc3339()), \(when)\(reason): "
            + "\(shown(status.headline))\n"
    }

    var json: OrderedJSON {
        .object([
            ("schema", .string("plumbline/check/1")), ("source", .string(source)), ("now", .string(now.rfc3339())),
            ("verdict", .string(verdict.rawValue)), ("madeAt", .string(status.madeAt.rfc3339())),
            ("ageSeconds", .number(age)), ("maxAgeSeconds", .optional(longestAge)),
            ("validUntil", .string(status.validUntil.rfc3339())), ("headline", .string(status.headline)),
        ])
    }
}

/// `40 s`, `12 min`, `3 h`, `2 days`: rounded down.
private func lengthText(_ seconds: Double) -> String {
    let minutes = Int(min(seconds, 1e12) / 60)
    switch minutes {
    case 0: return "\(Int(seconds)) s"
    case ..<120: return "\(minutes) min"
    case ..<2880: return "\(minutes / 60) h"
    default: return "\(minutes / 1440) days"
    }
}
