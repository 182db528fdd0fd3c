/// How the values of a window are spread, well enough to tell its percentiles.
package enum ValueDistribution: Sendable {
    /// All values, ascending.
    case values([Double])
    /// Percentiles that a source reckoned itself, by rank from 0 to 1; it knows no others.
    case ranks([Double: Double])

    /// The value below which such a share of the values lies, with linear interpolation between neighbours (as PromQL's
    /// `quantile_over_time` and SQL's `quantile_cont` reckon it).
    ///
    /// - Parameter rank: 0 to 1.
    /// - Returns: nil for no values, or for a rank that the source did not tell.
    package func quantile(_ rank: Double) -> Double? {
        switch self {
        case .ranks(let told): return told[rank]
        case .values(let values):
            guard let last = values.indices.last, rank >= 0, rank <= 1 else { return nil }
            let position = rank * Double(last)
            let low = Int(position)
            let high = min(low + 1, last)
            let share = position - Double(low)
            return values[low] * (1 - share) + values[high] * share
        }
    }
}
