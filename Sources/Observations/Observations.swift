/// What was measured and what was done, from all files together.
package struct Observations: Sendable {
    /// By name, unit and labels.
    package let metrics: [MetricSummary]
    package let results: [ItemResult]
    package let flags: [FlagResult]

    package init(metrics: [MetricSummary] = [], results: [ItemResult] = [], flags: [FlagResult] = []) {
        self.metrics = metrics
        self.results = results
        self.flags = flags
    }
}
