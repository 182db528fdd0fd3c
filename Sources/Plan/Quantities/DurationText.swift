/// `45 s`, `12 min`, `3 h 5 min`, `2 d 4 h`: a length of time that was measured, cut to two parts, for reasons and pages.
///
/// What a plan states keeps all its digits, see ``formatSeconds(_:)``.
package func durationText(_ seconds: Double) -> String {
    guard seconds.isFinite, seconds >= 0, seconds < 1e12 else { return "an unknown time" }
    let whole = Int(seconds)
    func pair(_ large: Int, _ largeUnit: String, _ small: Int, _ smallUnit: String) -> String {
        small == 0 ? "\(large) \(largeUnit)" : "\(large) \(largeUnit) \(small) \(smallUnit)"
    }
    switch whole {
    case 86_400...: return pair(whole / 86_400, "d", whole % 86_400 / 3600, "h")
    case 3600...: return pair(whole / 3600, "h", whole % 3600 / 60, "min")
    case 60...: return pair(whole / 60, "min", whole % 60, "s")
    default: return "\(formatNumber((seconds * 1000).rounded() / 1000)) s"
    }
}

/// `42 s`, `2 min`, `5 h`, `3 days`: how old something is, in one unit and rounded down, so never older than it is.
package func ageLength(_ seconds: Double) -> String {
    let whole = Int(min(max(seconds, 0), 1e12))
    switch whole {
    case ..<60: return "\(whole) s"
    case ..<3600: return "\(whole / 60) min"
    case ..<172_800: return "\(whole / 3600) h"
    default: return "\(whole / 86_400) days"
    }
}
