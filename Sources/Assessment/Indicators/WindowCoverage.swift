import Plan

/// Whether the samples of a window are enough to speak for all of it.
///
/// At least half of the samples that the interval promises must have a number, and no hole may be longer than twice the
/// interval, from the window's start on: the same length after which a newest sample counts as stale. What such a hole
/// hides may be anything. (Its end is the newest sample, whose age is judged apart.)
struct WindowCoverage {
    let windowSeconds: Double
    let intervalSeconds: Double

    /// - Parameter ages: of the samples with a number, in seconds before the end of the window, oldest first.
    /// - Returns: why the window is not covered, nil when it is.
    func objection(ages: [Double]) -> String? {
        let window = durationText(windowSeconds)
        let expected = windowSeconds / intervalSeconds
        guard Double(ages.count) >= expected / 2 - 1e-9 else {
            let count = "\(ages.count) sample\(ages.count == 1 ? "" : "s")"
            return
                "\(count) with a number do not cover \(window): one each \(durationText(intervalSeconds)) is expected"
        }
        var last = windowSeconds
        for age in ages + [0] {
            if last - age > 2 * intervalSeconds + 1e-6 {
                return "nothing was measured for \(durationText(last - age)) of the last \(window)"
            }
            last = age
        }
        return nil
    }
}
