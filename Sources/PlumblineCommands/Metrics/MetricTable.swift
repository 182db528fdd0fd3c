import Observations
import Plan
import SourceText

/// What series or metrics come to in one window, a row each.
struct MetricTable {
    /// A row, of one series or of all series of one metric.
    private struct Row {
        let identity: MetricIdentity
        let seriesCount: Int
        let count: Int
        let numberless: Int
        let future: Int
        let newest: MetricSample?
        let mean: Double?
        let p95: Double?
        let minimum: Double?
        let maximum: Double?

        /// - Parameter series: at least one.
        init(_ identity: MetricIdentity, _ series: [(summary: MetricSummary, window: WindowSummary)]) {
            self.identity = identity
            seriesCount = series.count
            count = series.reduce(0) { $0 + $1.window.count }
            numberless = series.reduce(0) { $0 + $1.window.numberless }
            future = series.reduce(0) { $0 + $1.summary.futureCount }
            newest = series.compactMap(\.summary.recent.last).max { $0.time < $1.time }
            let whole = Double(count)
            let shares = series.compactMap { series in
                series.window.mean.map { $0 * (Double(series.window.count) / whole) }
            }
            let totals = series.compactMap { $0.window.count == 0 ? 0 : $0.window.total }
            let total = totals.reduce(0, +)
            // The total is the more exact way, while it is a number.
            mean =
                count == 0 ? nil : totals.count == series.count && total.isFinite ? total / whole : shares.reduce(0, +)
            minimum = series.compactMap(\.window.minimum).min()
            maximum = series.compactMap(\.window.maximum).max()
            var distribution: ValueDistribution? = series.first?.window.distribution
            for other in series.dropFirst() { distribution = distribution?.joined(other.window.distribution) }
            p95 = distribution?.quantile(0.95)
        }
    }

    private let rows: [Row]
    private let isGrouped: Bool

    init(_ summaries: [MetricSummary], window: MetricWindow, isGrouped: Bool) {
        self.isGrouped = isGrouped
        let series = summaries.compactMap { summary in
            summary.summary(of: window).map { (summary: summary, window: $0) }
        }
        var groups: [(identity: MetricIdentity, series: [(summary: MetricSummary, window: WindowSummary)])] = []
        for one in series {
            let identity =
                isGrouped
                ? MetricIdentity(name: one.summary.identity.name, unit: one.summary.identity.unit)
                : one.summary.identity
            // They come sorted, so those of one metric stand together.
            if groups.last?.identity == identity {
                groups[groups.count - 1].series.append(one)
            } else {
                groups.append((identity, [one]))
            }
        }
        rows = groups.map { Row($0.identity, $0.series) }
    }

    // MARK: Text

    var text: String {
        guard !rows.isEmpty else { return "no metrics\n" }
        let hasNumberless = rows.contains { $0.numberless > 0 }
        let hasFuture = rows.contains { $0.future > 0 }
        var columns = [["METRIC"] + rows.map(Self.name)]
        if isGrouped { columns.append(["SERIES"] + rows.map { "\($0.seriesCount)" }) }
        columns.append(["SAMPLES"] + rows.map { "\($0.count)" })
        if hasNumberless { columns.append(["NO NUMBER"] + rows.map { "\($0.numberless)" }) }
        if hasFuture { columns.append(["IN FUTURE"] + rows.map { "\($0.future)" }) }
        columns.append(["NEWEST"] + rows.map { $0.newest?.time.rfc3339() ?? "–" })
        for (title, value) in [("MEAN", \Row.mean), ("P95", \.p95), ("MIN", \.minimum), ("MAX", \.maximum)] {
            columns.append([title] + rows.map { Self.number($0[keyPath: value]) })
        }
        let widths = columns.map { column in column.map(TerminalText.width).max() ?? 0 }
        let lines = (0...rows.count).map { line in
            columns.indices.map { Self.padded(columns[$0][line], to: widths[$0], isLeft: $0 == 0) }
                .joined(separator: "  ")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func name(_ row: Row) -> String {
        TerminalText.safe(row.identity.text + (row.identity.unit.map { " [\($0)]" } ?? ""))
    }

    private static func padded(_ text: String, to width: Int, isLeft: Bool) -> String {
        let space = String(repeating: " ", count: max(0, width - TerminalText.width(text)))
        return isLeft ? text + space : space + text
    }

    /// Five digits, for a glance; the JSON has them all.
    private static func number(_ value: Double?) -> String {
        guard let value else { return "–" }
        guard value != 0, abs(value) < 1e15, abs(value) >= 1e-5 else { return value == 0 ? "0" : "\(value)" }
        var scale = 1.0
        while abs(value) * scale < 10_000, scale < 1e9 { scale *= 10 }
        return formatNumber((value * scale).rounded() / scale)
    }

    // MARK: JSON

    func json(now: Instant, windowSeconds: Double?) -> OrderedJSON {
        .object([
            ("schema", .string("plumbline/metrics/1")), ("now", .string(now.rfc3339())),
            ("windowSeconds", .optional(windowSeconds)), ("metrics", .array(rows.map(json))),
        ])
    }

    private func json(_ row: Row) -> OrderedJSON {
        var members: [(String, OrderedJSON)] = [
            ("name", .string(row.identity.name)), ("unit", .optional(row.identity.unit)),
        ]
        if isGrouped {
            members.append(("series", .integer(row.seriesCount)))
        } else {
            members.append(("labels", .object(row.identity.labels.map { ($0.key, .string($0.value)) })))
        }
        members += [
            ("count", .integer(row.count)), ("withoutNumber", .integer(row.numberless)),
            ("inFuture", .integer(row.future)), ("newest", newest(row.newest)), ("mean", .optional(row.mean)),
            ("p95", .optional(row.p95)), ("minimum", .optional(row.minimum)), ("maximum", .optional(row.maximum)),
        ]
        return .object(members)
    }

    private func newest(_ sample: MetricSample?) -> OrderedJSON {
        guard let sample else { return .null }
        return .object([
            ("time", .string(sample.time.rfc3339())), ("value", .optional(sample.value.isNaN ? nil : sample.value)),
            ("file", .string(sample.place.path)), ("line", .optional(sample.place.line)),
        ])
    }
}
