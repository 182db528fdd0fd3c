import Plan

extension TimeAmount {
    /// Whether a schedule may be as long as this; true where one of the two lengths is not known or rough.
    func fits(_ schedule: Schedule) -> Bool {
        guard kind == .measured, let seconds, per == nil, !isRough,
            let lengths = possibleLengths(of: schedule)
        else { return true }
        let upper = seconds / 86_400
        // Three days within week 7, hours within a day: a shorter time in a finer unit says how much of it is needed.
        if grain(of: text) < grain(of: schedule), upper <= lengths.upperBound { return true }
        switch comparison {
        case .below, .atMost: return lengths.lowerBound <= upper
        case .above, .atLeast: return lengths.upperBound >= upper
        case .equal, nil: break
        }
        var lower = (lowerSeconds ?? seconds) / 86_400
        var most = upper
        if schedule.unit == .minute || schedule.unit == .hour {
            // `6 hours` is what people say of five hours and three quarters.
            let rounding = grain(of: text).seconds / 86_400 * (upper == lower ? 0.49 : 0)
            lower -= rounding
            most += rounding
        }
        if let range = schedule.range, let unit = countedUnit, unit.isUnit(of: schedule) {
            let count = range.upperBound - range.lowerBound + 1
            return (lower / unit.days...(upper / unit.days).rounded(.up)).contains(count)
        }
        return readings(lower...most, text).contains { $0.overlaps(lengths) }
    }
}

extension TimeAmount {
    /// Weeks or months, where the text names nothing finer: such a length is held against a schedule in the same unit by count.
    private var countedUnit: Grain? {
        let unit = grain(of: text)
        return unit == .weeks && speaksOf(.week, Set(words(of: text, cuttingPlurals: false))) || unit == .months
            ? unit : nil
    }
}

/// Lengths in days that a schedule may be said to have; nil when it has none that is known.
private func possibleLengths(of schedule: Schedule) -> ClosedRange<Double>? {
    guard let range = schedule.range, let unit = schedule.unit else { return nil }
    let count = range.upperBound - range.lowerBound + 1
    switch unit {
    case .day: return count...count
    case .week: return count * 5...count * 7
    case .month: return count * 20...count * 31
    case .date:
        guard count < 4000 else { return nil }
        let first = CivilDate(daysSinceEpoch: Int(range.lowerBound))
        let (weeks, rest) = Int(count).quotientAndRemainder(dividingBy: 7)
        let working = weeks * 5 + (0..<rest).count { !first.adding(days: $0).isWeekend }
        return min(Double(working), count - 1)...count
    // Clock times share their ends: from 14:00 to 15:30 are an hour and a half. Of a single one no end is known.
    case .minute: return count > 1 ? (count - 1) / 1440...(count - 1) / 1440 : nil
    case .hour: return count > 1 ? (count - 1) / 24...(count - 1) / 24 : nil
    case .sprint: return nil
    }
}

/// Lengths in days that a duration may mean: as it stands, weeks as five days, working days with their weekends.
private func readings(_ days: ClosedRange<Double>, _ text: String) -> [ClosedRange<Double>] {
    let named = Set(words(of: text, cuttingPlurals: false))
    var readings = [days]
    if speaksOf(.week, named) { readings.append(days.lowerBound / 7 * 5...days.upperBound / 7 * 5) }
    if speaksOf(.month, named) { readings.append(days.lowerBound / 30 * 20...days.upperBound / 30 * 35) }
    if !named.isDisjoint(with: workingWords) { readings.append(days.lowerBound / 5 * 7...days.upperBound / 5 * 7 + 2) }
    return readings
}

/// Units from the finest to the coarsest.
private enum Grain: Int, Comparable {
    case minutes, hours, days, weeks, months

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    var days: Double { seconds / 86_400 }
    func isUnit(of schedule: Schedule) -> Bool { schedule.unit != .sprint && grain(of: schedule) == self }

    var seconds: Double {
        switch self {
        case .minutes: 60
        case .hours: 3600
        case .days: 86_400
        case .weeks: 7 * 86_400
        case .months: 30 * 86_400
        }
    }
}

/// The unit that a schedule is counted in.
private func grain(of schedule: Schedule) -> Grain {
    switch schedule.unit {
    case .minute: .minutes
    case .hour: .hours
    case .week: .weeks
    case .month, .sprint: .months
    case .day, .date, nil: .days
    }
}

/// The finest unit that a duration names: `1 h 30 min` is told in minutes.
private func grain(of text: String) -> Grain {
    let named = Set(words(of: text, cuttingPlurals: false))
    if !named.isDisjoint(with: minuteWords) { return .minutes }
    if !hourWords.isDisjoint(with: words(of: text)) { return .hours }
    if speaksOf(.day, named) { return .days }
    return speaksOf(.week, named) ? .weeks : speaksOf(.month, named) ? .months : .days
}

/// English, German, Spanish and French, without the plural endings that `words(of:)` cuts.
private let hourWords: Set<String> = ["h", "hr", "hour", "stunde", "stunden", "std", "hora", "heure"]
private let minuteWords: Set<String> = ["minute", "minutes", "minuten", "minuto", "minutos", "min", "mins"]

/// Whether a duration counts weeks or months; short forms stand for nothing elsewhere.
private func speaksOf(_ unit: WordClass, _ words: Set<String>) -> Bool {
    Vocabulary.standard.classes(of: words).contains(unit) || !words.isDisjoint(with: shortUnits[unit] ?? [])
}
private let shortUnits: [WordClass: Set<String>] = [.day: ["d"], .week: ["w", "wk", "wks"], .month: ["monaten"]]

private let workingWords: Set<String> = [
    "working", "business", "work", "workday", "workdays", "arbeitstag", "arbeitstage", "arbeitstagen", "werktag",
    "werktage", "werktagen", "laborable", "laborables", "hábil", "hábiles", "ouvré", "ouvrés", "ouvrable", "ouvrables",
]

/// `5 days`, both ends counted; `90 minutes` between two clock times.
func spelledLength(of schedule: Schedule) -> String {
    let range = schedule.range ?? 0...0
    let distance = range.upperBound - range.lowerBound
    switch schedule.unit {
    case .minute: return spelled(seconds: distance * 60)
    case .hour: return spelled(seconds: distance * 3600)
    case .date, nil: return counted(distance + 1, "day")
    case .day, .week, .month, .sprint: return counted(distance + 1, schedule.unit?.rawValue ?? "day")
    }
}
