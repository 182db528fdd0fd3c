import Plan

/// `45 s`, `12 min`, `3 h 5 min`, `2 d 4 h`: a length of time as a reason names it, cut to two parts.
func durationText(_ seconds: Double) -> String {
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
