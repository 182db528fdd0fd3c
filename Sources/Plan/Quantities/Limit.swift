package enum Comparison: String, Sendable, Hashable {
    case below = "<"
    case atMost = "≤"
    case above = ">"
    case atLeast = "≥"
    case equal = "="

    /// Whether a value keeps to the limit.
    package func holds(_ value: Double, _ limit: Double) -> Bool {
        switch self {
        case .below: value < limit
        case .atMost: value <= limit
        case .above: value > limit
        case .atLeast: value >= limit
        case .equal: value == limit
        }
    }
}

/// How samples are put together before they are held against a limit.
package enum Statistic: Sendable, Hashable {
    case average, median, maximum, minimum, total
    /// How far a counter rose, and how fast: per second.
    case increase, rate
    /// 0 to 100: `p95`.
    case percentile(Double)

    package var text: String {
        switch self {
        case .average: "average"
        case .median: "median"
        case .maximum: "maximum"
        case .minimum: "minimum"
        case .total: "total"
        case .increase: "increase"
        case .rate: "rate"
        case .percentile(let rank): "p\(formatNumber(rank))"
        }
    }

    /// From the word that ``text`` gives, and a percentile's rank in digits: `p95`, `p99.9`.
    package init?(named name: String) {
        let words: [Statistic] = [.average, .median, .maximum, .minimum, .total, .increase, .rate]
        if let statistic = words.first(where: { $0.text == name }) {
            self = statistic
        } else if name.hasPrefix("p"), let rank = Double(name.dropFirst()), rank > 0, rank < 100,
            name.utf8.dropFirst().allSatisfy({ $0 == UInt8(ascii: ".") || (0x30...0x39).contains($0) })
        {
            self = .percentile(rank)
        } else {
            return nil
        }
    }
}

/// A number that something measured is held against: `< 100ms average`, `p95 < 200 ms`, `99.9%`, `> 1/day`.
package struct Limit: Sendable, Hashable {
    /// nil when the text is a bare number (`99.9%`): whether more or less is good is the reader's to infer.
    package let comparison: Comparison?
    package let quantity: Quantity
    package let statistic: Statistic?
    /// `for 5 minutes`, `over 1 hour`, in seconds.
    package let windowSeconds: Double?
    /// Of what the quantity is, where it is a change: `reduced by 50 %`; nil for an amount by itself.
    package let change: Change?
    /// As printed, of a change the whole phrase.
    package let text: String

    /// A change against what was.
    package enum Change: Sendable, Hashable {
        case reduced, increased
        /// Of a length of time less, of a rate more.
        case faster
    }

    package init(
        comparison: Comparison?, quantity: Quantity, statistic: Statistic? = nil, windowSeconds: Double? = nil,
        change: Change? = nil, text: String
    ) {
        self.comparison = comparison
        self.quantity = quantity
        self.statistic = statistic
        self.windowSeconds = windowSeconds
        self.change = change
        self.text = text
    }

    /// Whether both set the same limit. A bare number agrees with any comparison, `<` with `≤` does not disagree.
    package func agrees(with other: Limit) -> Bool {
        guard change == other.change, quantity.isSame(as: other.quantity) else { return false }
        guard let mine = comparison, let theirs = other.comparison else { return true }
        return mine.isUpperBound == theirs.isUpperBound
    }

    package static func == (left: Self, right: Self) -> Bool {
        left.comparison == right.comparison && left.quantity == right.quantity && left.statistic == right.statistic
            && left.windowSeconds == right.windowSeconds && left.change == right.change
    }
    package func hash(into hasher: inout Hasher) {
        hasher.combine(comparison)
        hasher.combine(quantity)
    }
}

extension Comparison {
    /// What holds when this one does not; nil for `=`, whose opposite has no sign.
    package var opposite: Comparison? {
        switch self {
        case .below: .atLeast
        case .atMost: .above
        case .above: .atMost
        case .atLeast: .below
        case .equal: nil
        }
    }

    /// true for `<` and `≤`, false for `>` and `≥`, nil for `=`.
    package var isUpperBound: Bool? {
        switch self {
        case .below, .atMost: true
        case .above, .atLeast: false
        case .equal: nil
        }
    }
}
