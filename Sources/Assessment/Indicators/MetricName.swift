package import Plan
import SourceText

/// What the name of a metric or an indicator says: its words, and the unit that ends it.
package struct MetricName: Equatable {
    /// Without the unit.
    package let words: [String]
    /// Of `_ms`, `_ratio`, `_per_day`; nil when the name ends with none.
    package let unit: Unit?

    package init(_ name: String) {
        var words = nameWords(name)
        var period: Double?
        if words.count > 2, words[words.count - 2] == "per", let last = words.last.flatMap(Unit.named),
            last.dimension == .time
        {
            period = last.scale
            words.removeLast(2)
        }
        let ending = words.count > 1 ? words.last.flatMap { Self.units[$0] } : nil
        if ending != nil { words.removeLast() }
        self.words = words
        unit = period.map { (ending ?? Unit.none).per($0) } ?? ending
    }

    /// Words that are a unit at the end of a name. `m` and `min` are left out: `latency_min` is the smallest latency.
    private static let units: [String: Unit] = {
        var units: [String: Unit] = ["ratio": Unit.ratio, "percentage": Unit.percent]
        for word in [
            "us", "microseconds", "ms", "msec", "millis", "milliseconds", "s", "sec", "secs", "second", "seconds",
            "mins",
            "minute", "minutes", "hour", "hours", "days", "percent", "pct", "byte", "bytes", "kb", "mb", "gb", "tb",
            "kib",
            "mib", "gib", "usd", "eur",
        ] { units[word] = Unit.named(word) }
        return units
    }()
}

extension Unit {
    /// The unit that a source or the configuration states: `ms`, `%`, `ratio`, `req/s`, `/day`; nil for an unknown one.
    ///
    /// Empty, `1` and `count` are plain numbers.
    package init?(stated text: String) {
        let halves = text.lowercased().split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        var unit: Unit
        switch halves[0] {
        case "", "1", "count", "requests", "req", "errors", "events": unit = .none
        case "%": unit = .percent
        case "ratio": unit = .ratio
        case let word:
            guard let named = Unit.named(String(word)) else { return nil }
            unit = named
        }
        if halves.count == 2 {
            guard let period = Unit.named(String(halves[1])), period.dimension == .time, unit.perSeconds == nil else {
                return nil
            }
            unit = unit.per(period.scale)
        }
        self = unit
    }
}
