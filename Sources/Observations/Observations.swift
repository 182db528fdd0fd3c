/// What was measured and what was done, from all sources together.
package struct Observations: Sendable {
    /// By name, unit and labels.
    package let metrics: [MetricSummary]
    package let results: [ItemResult]
    package let flags: [FlagResult]
    /// Of what a source was asked and told nothing.
    package let silences: [MetricSilence]
    /// Paths of files of metrics that hold no samples.
    package let emptyFiles: [String]

    package init(
        metrics: [MetricSummary] = [], results: [ItemResult] = [], flags: [FlagResult] = [],
        silences: [MetricSilence] = [], emptyFiles: [String] = []
    ) {
        self.metrics = metrics
        self.results = results
        self.flags = flags
        self.silences = silences
        self.emptyFiles = emptyFiles
    }
}
