import Observations
import SourceText

/// Finds the longest time without samples in a window of which nobody wants all samples.
///
/// The window is cut into pieces as long as the time between samples, 10,000 at most, and the server tells only where
/// pieces without samples begin and end: nothing at all, as a rule. What it comes to is right to one piece. Where a piece
/// has to be longer than the interval, one with less than half of its samples counts as empty.
struct HoleSearch {
    private static let limit: Double = 10_000
    let window: MetricWindow
    private let pieceMilliseconds: Int64
    private let pieces: Int64
    /// Samples that a piece needs.
    private let least: Int
    private let intervalSeconds: Double

    init(_ window: MetricWindow, intervalSeconds: Double) {
        self.window = window
        let whole = max(1, milliseconds(window.seconds))
        let interval = min(max(intervalSeconds, window.seconds / Self.limit), window.seconds)
        pieceMilliseconds = max(1, milliseconds(interval))
        pieces = max(1, whole / pieceMilliseconds)
        least = max(1, Int((interval / max(intervalSeconds, 0.001) / 2).rounded(.up)))
        self.intervalSeconds = intervalSeconds
    }

    private static let begin = "begin", end = "end"

    /// The ends of pieces with which a hole begins, and those with which it has ended.
    func query(_ expression: PromExpression, _ edge: RangeEdge, at now: Instant) -> PrometheusServer.RangeQuery {
        let seconds = Double(pieceMilliseconds) / 1000
        let bound = least == 1 ? "" : " >= \(least)"
        func filled(offset: Double) -> String {
            let range = expression.over(MetricWindow(seconds: seconds, offsetSeconds: offset), edge)
            return "(count_over_time(\(range))\(bound))"
        }
        let (here, before) = (filled(offset: 0), filled(offset: seconds))
        func tagged(_ term: String, _ tag: String) -> String {
            "label_replace(\(term), \"\(SummaryQuery.label)\", \"\(tag)\", \"\", \"\")"
        }
        let end = window.end(at: now)
        let start = Instant(millisecondsSinceEpoch: end.millisecondsSinceEpoch - (pieces - 1) * pieceMilliseconds)
        return PrometheusServer.RangeQuery(
            text: tagged("\(before) unless \(here)", Self.begin) + "\nor "
                + tagged("\(here) unless \(before)", Self.end),
            start: start, end: end, stepMilliseconds: pieceMilliseconds)
    }

    /// - Parameters:
    ///   - series: What the server answers for one series.
    ///   - count: Samples in the window. Without any edge all pieces are alike, and it tells which way.
    func longest(_ series: [APIAnswer.Series], count: Double, at now: Instant) -> Double {
        var edges: [(piece: Int64, begins: Bool)] = []
        let end = window.end(at: now).millisecondsSinceEpoch
        for one in series {
            let begins = one.labels.contains { $0.key == SummaryQuery.label && $0.value == Self.begin }
            for sample in one.samples {
                guard let time = Instant(secondsSinceEpoch: sample.time) else { continue }
                edges.append((pieces - 1 - (end - time.millisecondsSinceEpoch) / pieceMilliseconds, begins))
            }
        }
        edges.sort { $0.piece < $1.piece }
        // The first edge says in which state the window started.
        let startsInHole = edges.first.map { !$0.begins } ?? (count < Double(pieces) * Double(least))
        var open: Int64? = startsInHole ? 0 : nil
        var longest: Int64 = 0
        for edge in edges {
            if edge.begins {
                open = edge.piece
            } else if let start = open {
                longest = max(longest, edge.piece - start)
                open = nil
            }
        }
        if let start = open { longest = max(longest, pieces - start) }
        let piece = Double(pieceMilliseconds) / 1000
        return longest == 0 ? intervalSeconds : min(Double(longest + 1) * piece, window.seconds)
    }
}
