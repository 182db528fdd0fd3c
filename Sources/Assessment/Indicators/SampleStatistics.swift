import Plan

extension Statistic {
    /// Puts values together. The median of an even number is the mean of the middle two; a percentile is the smallest
    /// value that at least so many per cent of the values do not exceed (nearest rank).
    ///
    /// - Returns: nil for no values, or when the result is too large for a number. Only a total can be: an average or a
    ///   median lies among its values, and is reckoned so that nothing on the way to it overflows.
    func of(_ values: [Double]) -> Double? {
        guard !values.isEmpty else { return nil }
        let result: Double
        switch self {
        case .average:
            let sum = values.reduce(0, +)
            let count = Double(values.count)
            result = sum.isFinite ? sum / count : values.reduce(0) { $0 + $1 / count }
        case .total: result = values.reduce(0, +)
        case .maximum: result = values.max() ?? .nan
        case .minimum: result = values.min() ?? .nan
        case .median:
            let sorted = values.sorted()
            let middle = sorted.count / 2
            result = sorted.count.isMultiple(of: 2) ? sorted[middle - 1] / 2 + sorted[middle] / 2 : sorted[middle]
        case .percentile(let rank):
            guard rank.isFinite else { return nil }
            let position = (min(max(rank, 0), 100) / 100 * Double(values.count)).rounded(.up)
            result = values.sorted()[max(1, Int(position)) - 1]
        }
        return result.isFinite ? result : nil
    }
}
