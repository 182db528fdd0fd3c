import Observations

/// How many seconds back the newest samples of a metric are fetched as they are.
func tailSeconds(_ series: [ServedSeries], of question: PrometheusQuestion) -> Double {
    let most = series.map(\.reach).max() ?? 0
    let horizon = question.horizonSeconds
    // What has no number, or has started anew, is reckoned from the samples as a file's are.
    let needsAll = series.contains { $0.needsSamples(question) } && series.reduce(0) { $0 + $1.reach } <= wholeLimit
    if needsAll || most <= tailLimit { return horizon }
    // The samples need not be spread evenly: the shortest window that ends now knows best how dense they are there.
    for window in question.windows where window.offsetSeconds == 0 {
        let count = series.map { $0.count(of: window, question) }.max() ?? 0
        if count > 0 { return window.seconds * min(1, tailLimit / count) }
    }
    return horizon * tailLimit / most
}

/// Samples of one series; more are left to the server to put together.
private let tailLimit = 1000.0
/// Samples of all series, where the server cannot put them together.
private let wholeLimit = 50_000.0
