import Observations

/// An expression in PromQL whose samples can be taken over a range.
struct PromExpression: Sendable {
    /// As an instant vector.
    let text: String
    /// Milliseconds between the samples of an expression that is no selector; nil for a selector, which has its own.
    private let stepMilliseconds: Int64?

    /// - Returns: nil for a name that is none in PromQL, or a label that is none.
    init?(_ question: PrometheusQuestion) {
        switch question.subject {
        case .query(let query):
            text = "(\(query)\n)"  // A comment at its end must not swallow what follows.
            stepMilliseconds = max(1000, milliseconds(question.intervalSeconds ?? 60))
        case .metric(let name, let labels):
            guard PromName.isMetric(name), labels.allSatisfy({ PromName.isLabel($0.key) }) else { return nil }
            text = PromName.selector(name, labels)
            stepMilliseconds = nil
        }
    }

    /// Its samples of a window, as a range vector.
    func over(_ window: MetricWindow, _ edge: RangeEdge) -> String {
        let offset = milliseconds(window.offsetSeconds)
        let range = max(1, milliseconds(window.seconds) - edge.surplusMilliseconds)
        return
            "\(text)[\(range)ms\(stepMilliseconds.map { ":\($0)ms" } ?? "")]\(offset == 0 ? "" : " offset \(offset)ms")"
    }
}

/// Whether a range holds the moment at its start. It does up to Prometheus 2 and in Thanos, and no more in Prometheus 3;
/// ours never do.
enum RangeEdge: Sendable {
    case closed, open

    /// One sample on a start that counts, or none. It is reckoned by the server, so that no version has to be known.
    static let question = "count_over_time(vector(1)[1ms:1ms])"

    /// - Parameter count: What the server answers.
    init?(count: Double?) {
        switch count {
        case 1: self = .open
        case 2: self = .closed
        default: return nil
        }
    }

    /// By how much a range is shortened to leave the moment at its start out: samples have whole milliseconds.
    var surplusMilliseconds: Int64 { self == .closed ? 1 : 0 }
}

/// Which number of a series an element of an answer is.
enum Aggregate: Hashable, Sendable {
    case count, mean, minimum, maximum, total, increase
    case quantile(Double)

    /// As it stands in the label.
    var text: String {
        switch self {
        case .count: "count"
        case .mean: "mean"
        case .minimum: "min"
        case .maximum: "max"
        case .total: "total"
        case .increase: "increase"
        case .quantile(let rank): "q\(rank)"
        }
    }

    /// - Parameters:
    ///   - range: The samples of a window, as a range vector.
    ///   - stretch: The length of the window in lengths of the range. A rise is drawn out to the edges of the range.
    func over(_ range: String, stretch: Double) -> String {
        switch self {
        case .count: "count_over_time(\(range))"
        case .mean: "avg_over_time(\(range))"
        case .minimum: "min_over_time(\(range))"
        case .maximum: "max_over_time(\(range))"
        case .total: "sum_over_time(\(range))"
        case .increase: "increase(\(range)) * \(stretch)"
        case .quantile(let rank): "quantile_over_time(\(rank), \(range))"
        }
    }

    static func all(for question: PrometheusQuestion) -> [Aggregate] {
        [.count, .mean, .minimum, .maximum, .total] + question.ranks.map { .quantile($0) }
            // Newer servers remark on it where a name does not end like a counter's.
            + (question.isCounter ? [.increase] : [])
    }
}

/// One query with everything that is wanted of one metric, each number in an element of its own.
struct SummaryQuery {
    /// What tells the elements of one series apart; no series of a server has a label of that name.
    static let label = "__plumbline"
    static let reach = "reach", newest = "newest", last = "last"

    let text: String

    init(_ question: PrometheusQuestion, _ expression: PromExpression, _ edge: RangeEdge) {
        var terms: [String] = []
        func add(_ term: String, _ tag: String) {
            terms.append("label_replace(\(term), \"\(Self.label)\", \"\(tag)\", \"\", \"\")")
        }
        let horizon = expression.over(MetricWindow(seconds: question.horizonSeconds), edge)
        add("count_over_time(\(horizon))", Self.reach)
        add("last_over_time(\(horizon))", Self.last)
        // A sample is seen for five minutes, so one look each four misses none.
        let moments = "timestamp(\(expression.text))"
        let range = milliseconds(question.horizonSeconds)
        add("\(moments) or max_over_time(\(moments)[\(range)ms:4m])", Self.newest)
        for (index, window) in question.windows.enumerated() {
            let range = expression.over(window, edge)
            let length = Double(milliseconds(window.seconds))
            let stretch = length / max(1, length - Double(edge.surplusMilliseconds))
            for aggregate in Aggregate.all(for: question) {
                add(aggregate.over(range, stretch: stretch), Self.tag(index, aggregate))
            }
        }
        text = terms.joined(separator: "\nor ")
    }

    static func tag(_ window: Int, _ aggregate: Aggregate) -> String { "\(window):\(aggregate.text)" }
}

func milliseconds(_ seconds: Double) -> Int64 { Int64((min(max(seconds, 0), 1e10) * 1000).rounded()) }
