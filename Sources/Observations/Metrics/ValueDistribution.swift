/// How the values of a window are spread, well enough to tell its percentiles.
package enum ValueDistribution: Sendable {
    /// All values, ascending.
    case values([Double])
    /// Counts of values of about a size, where there are too many to keep.
    case histogram(ValueHistogram)
    /// Percentiles that a source reckoned itself, by rank from 0 to 1; it knows no others.
    case ranks([Double: Double])

    /// The value below which such a share of the values lies, with linear interpolation between neighbours (as PromQL's
    /// `quantile_over_time` and SQL's `quantile_cont` reckon it).
    ///
    /// - Parameter rank: 0 to 1.
    /// - Returns: nil for no values, or for a rank that the source did not tell. Of a histogram it is off by at most
    ///   ``ValueHistogram/relativeError`` of the larger neighbour.
    package func quantile(_ rank: Double) -> Double? {
        switch self {
        case .ranks(let told): return told[rank]
        case .histogram(let histogram): return histogram.quantile(rank)
        case .values(let values):
            guard let last = values.indices.last, rank >= 0, rank <= 1 else { return nil }
            let position = rank * Double(last)
            let low = Int(position)
            let high = min(low + 1, last)
            let share = position - Double(low)
            return values[low] * (1 - share) + values[high] * share
        }
    }

    /// Of the values of both; nil where a source told only percentiles, which cannot be joined.
    package func joined(_ other: ValueDistribution) -> ValueDistribution? {
        switch (self, other) {
        case (.values(let left), .values(let right)) where left.count + right.count <= Self.exactLimit:
            return .values((left + right).sorted())
        case (.ranks, _), (_, .ranks): return nil
        default:
            var histogram = ValueHistogram()
            for distribution in [self, other] {
                switch distribution {
                case .values(let values): for value in values { histogram.add(value) }
                case .histogram(let counts): histogram.add(counts)
                case .ranks: break
                }
            }
            return .histogram(histogram)
        }
    }

    /// Up to so many values are kept as they are.
    package static let exactLimit = 4096
}
