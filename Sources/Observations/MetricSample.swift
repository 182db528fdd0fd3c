/// One answer of a probe.
package struct MetricSample: Sendable, Hashable {
    package let time: Instant
    /// NaN when the probe answered without a number; never infinite.
    package let value: Double
    package let place: ObservationPlace

    package init(time: Instant, value: Double, place: ObservationPlace) {
        self.time = time
        self.value = value.isFinite ? value : .nan
        self.place = place
    }
}
