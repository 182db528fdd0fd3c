import Observations
import Plan

/// Whether the samples of a window are enough to speak for all of it.
///
/// More than half of the samples that the interval promises must have a number, and no hole may be longer than twice the
/// interval, from the window's start to its end: the same length after which a newest sample counts as stale. What such a
/// hole hides may be anything.
struct WindowCoverage {
    let intervalSeconds: Double

    /// - Returns: why the window is not covered, nil when it is.
    func objection(to summary: WindowSummary) -> String? {
        let window = durationText(summary.window.seconds)
        let expected = summary.window.seconds / intervalSeconds
        let span = summary.window.offsetSeconds == 0 ? "the last \(window)" : "its \(window)"
        guard summary.count > 0 else { return "nothing was measured for \(span)" }
        guard Double(summary.count) > expected / 2 + 1e-9 else {
            let count = "\(summary.count) sample\(summary.count == 1 ? "" : "s")"
            return
                "\(count) with a number do not cover \(window): one each \(durationText(intervalSeconds)) is expected"
        }
        guard summary.longestGapSeconds > 2 * intervalSeconds + 1e-6 else { return nil }
        return "nothing was measured for \(durationText(summary.longestGapSeconds)) of \(span)"
    }
}
