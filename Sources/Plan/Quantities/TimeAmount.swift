/// A length of time as a plan states it: `2 days`, `< 5 minutes per feature`, `Immediate`, `N/A (optimization only)`.
package struct TimeAmount: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        case measured
        /// `Immediate`, `sofort`: no time at all.
        case immediate
        /// `N/A`, `none`: there is no such time.
        case notApplicable
        /// Words without a number that can be read.
        case unclear
    }
    package let kind: Kind
    /// Upper end in seconds; 0 for `immediate`, nil when not applicable or unclear.
    package let seconds: Double?
    /// Lower end of a range (`5-15 minutes`), in seconds.
    package let lowerSeconds: Double?
    package let comparison: Comparison?
    /// `feature` in `per feature`.
    package let per: String?
    /// As printed.
    package let text: String

    package init(
        kind: Kind, seconds: Double?, lowerSeconds: Double? = nil, comparison: Comparison? = nil, per: String? = nil,
        text: String
    ) {
        self.kind = kind
        self.seconds = seconds
        self.lowerSeconds = lowerSeconds
        self.comparison = comparison
        self.per = per
        self.text = text
    }

    package static func == (left: Self, right: Self) -> Bool {
        left.kind == right.kind && left.seconds == right.seconds && left.lowerSeconds == right.lowerSeconds
            && left.per == right.per
    }
    package func hash(into hasher: inout Hasher) {
        hasher.combine(kind)
        hasher.combine(seconds)
    }
}

/// `90 s`, `5 min`, `1 h 30 min`, `2 days`: a length of time for people.
package func formatSeconds(_ seconds: Double) -> String {
    guard seconds.isFinite, seconds >= 0 else { return "\(formatNumber(seconds)) s" }
    if seconds < 1, seconds > 0 { return "\(formatNumber(seconds * 1000)) ms" }
    if seconds < 60 || (seconds < 120 && seconds != 60) { return "\(formatNumber(seconds)) s" }
    let minutes = seconds / 60
    if minutes < 60 { return "\(formatNumber((minutes * 10).rounded() / 10)) min" }
    let days = seconds / 86_400
    if days >= 1, days == days.rounded() { return days == 1 ? "1 day" : "\(formatNumber(days)) days" }
    let hours = (minutes / 60).rounded(.down)
    let rest = (minutes - hours * 60).rounded()
    return rest == 0 ? "\(formatNumber(hours)) h" : "\(formatNumber(hours)) h \(formatNumber(rest)) min"
}
