import Plan

extension Limit {
    /// The limit however it is written: `> 15%`, `more than 15 %`.
    var identity: String {
        "\(comparison?.rawValue ?? "")\(formatNumber(quantity.number)) \(quantity.unit.symbol)"
            + (statistic.map { " \($0.text)" } ?? "") + (windowSeconds.map { " \(formatNumber($0))s" } ?? "")
    }
}
