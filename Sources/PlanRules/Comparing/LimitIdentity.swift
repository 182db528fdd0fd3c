import Plan

extension Limit {
    /// The limit however it is written: `> 15%`, `more than 15 %`.
    var identity: String {
        "\(comparison?.rawValue ?? "")\(formatNumber(quantity.number)) \(quantity.unit.symbol)"
            + (statistic.map { " \($0.text)" } ?? "") + (windowSeconds.map { " \(formatNumber($0))s" } ?? "")
    }
}

extension Schedule {
    /// The schedule however it is written: `Day 3-5`, `Days 3 to 5`.
    var identity: String {
        guard let unit, let range else { return text.lowercased() }
        return "\(unit.rawValue) \(formatNumber(range.lowerBound))-\(formatNumber(range.upperBound))"
    }
}

extension PhaseSection {
    /// The phase by its number, as its title may also tell when it is; by its title where it has none.
    var identity: String {
        number.map { "\(keyword) \(formatNumber($0))" } ?? words(of: title.value).joined(separator: " ")
    }
}
