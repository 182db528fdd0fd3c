import Plan
import Report

/// What stands in the `d` of an SVG path, on a canvas of 100 by 100.
enum PathData {
    /// A line through the points of each run, and nothing between two runs; a run of one point is a dot, where line ends
    /// are round.
    static func line(_ runs: [[ChartReport.Point]]) -> String {
        runs.map { run in
            guard let first = run.first else { return "" }
            let rest = run.dropFirst().map { pair($0.x, $0.y) }
            return "M\(pair(first.x, first.y))" + (rest.isEmpty ? "h0" : "L\(rest.joined(separator: " "))")
        }.joined()
    }

    /// What lies between the least and the greatest value, around each run of two points or more.
    static func range(_ runs: [[ChartReport.Point]]) -> String {
        runs.filter { $0.count > 1 }.map { run in
            let edge = run.map { pair($0.x, $0.top) } + run.reversed().map { pair($0.x, $0.bottom) }
            return "M\(edge.joined(separator: " "))z"
        }.joined()
    }

    /// The least and the greatest value at dots, which no area has room for.
    static func spread(_ runs: [[ChartReport.Point]]) -> String {
        runs.compactMap { run in
            guard run.count == 1, let point = run.first, point.bottom > point.top else { return nil }
            return "M\(pair(point.x, point.top))V\(formatNumber(point.bottom))"
        }.joined()
    }

    /// Steps from the left to the right end, 0 at the bottom until the first.
    static func steps(_ steps: [GanttReport.Ramp.Step]) -> String {
        let rises = steps.map { "H\(formatNumber($0.start))V\(formatNumber(100 - $0.percent))" }
        return "M0 100\(rises.joined())H100"
    }

    private static func pair(_ x: Double, _ y: Double) -> String { "\(formatNumber(x)) \(formatNumber(y))" }
}
