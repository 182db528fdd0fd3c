import Plan

/// `30 minutes`, `90 minutes`, `6 hours 30 minutes`, `2 days`: a length of time in a message.
func spelled(seconds: Double) -> String {
    if seconds >= 86_400, seconds.truncatingRemainder(dividingBy: 86_400) == 0 {
        return counted(seconds / 86_400, "day")
    }
    if seconds >= 5400, seconds.truncatingRemainder(dividingBy: 3600) == 0 { return counted(seconds / 3600, "hour") }
    if seconds > 7200, seconds.truncatingRemainder(dividingBy: 60) == 0 {
        let (hours, minutes) = Int(exactly: seconds / 60).map { $0.quotientAndRemainder(dividingBy: 60) } ?? (0, 0)
        return "\(counted(Double(hours), "hour")) \(counted(Double(minutes), "minute"))"
    }
    if seconds >= 120 || seconds == 60 { return counted(seconds / 60, "minute") }
    return counted(seconds, "second")
}

extension TimeAmount {
    /// `15 to 30 minutes`, `no time`: what the amount comes to; as printed when it is no number.
    var spelled: String {
        switch kind {
        case .immediate: return "no time"
        case .notApplicable, .unclear: return text
        case .measured:
            guard let seconds else { return text }
            guard let lowerSeconds, lowerSeconds != seconds else { return PlanRules.spelled(seconds: seconds) }
            let (lower, upper) = (PlanRules.spelled(seconds: lowerSeconds), PlanRules.spelled(seconds: seconds))
            let (first, last) = (lower.split(separator: " "), upper.split(separator: " "))
            // `5 to 15 minutes`, but `30 minutes to 2 hours`.
            let isOneUnit = first.count == 2 && last.count == 2 && first[1].prefix(3) == last[1].prefix(3)
            return "\(isOneUnit ? String(first[0]) : lower) to \(upper)"
        }
    }

    /// `30 min`: what the amount comes to, under an excerpt; in the unit of `spelled`.
    var short: String {
        guard kind == .measured, let seconds else { return text }
        let amount = PlanRules.spelled(seconds: seconds)
        let units = [(" minute", " min"), (" second", " s"), (" hour", " h")]
        guard let unit = units.first(where: { amount.contains($0.0) }) else { return amount }
        return amount.prefix { $0 != " " } + unit.1
    }

    /// Whether the text itself says that the number is rough (`~2 days`, `ca. 5 Minuten`, `3+ days`).
    var isRough: Bool {
        text.unicodeScalars.contains { $0 == "~" || $0 == "≈" || $0 == "±" || $0 == "+" }
            || !roughWords.isDisjoint(with: words(of: text))
    }
}

/// English, German, Spanish and French.
private let roughWords: Set<String> = [
    "about", "approx", "approximately", "around", "roughly", "estimated", "est", "ca", "circa", "etwa", "ungefähr",
    "rund", "geschätzt", "aprox", "aproximadamente", "unos", "unas", "environ", "minimum", "least", "mindestens",
]
