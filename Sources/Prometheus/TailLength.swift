import Observations

/// How many seconds back the newest samples of a metric are fetched as they are.
func tailSeconds(_ series: [ServedSeries], of question: PrometheusQuestion) -> Double {
    let most = series.map(\.reach).max() ?? 0
    let horizon = question.horizonSeconds
    // What has no number is left out of the others as it is in a file.
    let isSpoilt = series.contains { $0.isSpoilt(question) } && series.reduce(0) { $0 + $1.reach } <= wholeLimit
    if isSpoilt || most <= tailLimit { return horizon }
    // The samples need not be spread evenly: of the windows that end now, the densest counts.
    var density = most / horizon
    for window in question.windows where window.offsetSeconds == 0 {
        density = max(density, (series.map { $0.count(of: window, question) }.max() ?? 0) / window.seconds)
    }
    return min(horizon, tailLimit / density)
}

/// Samples of one series; more are left to the server to put together.
private let tailLimit = 1000.0
/// Samples of all series, where the server cannot put them together.
private let wholeLimit = 50_000.0
