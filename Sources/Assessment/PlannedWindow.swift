package import Observations
import SourceText

/// A time in which measures may be bad for a reason that was known beforehand: it excuses them, and hides nothing.
package struct PlannedWindow: Sendable, Hashable {
    package let from: Instant
    package let to: Instant
    package let reason: String
    /// Names of the indicators and measures of triggers that it excuses; empty for all.
    package let kpis: [String]

    package init(from: Instant, to: Instant, reason: String, kpis: [String] = []) {
        self.from = from
        self.to = to
        self.reason = reason
        self.kpis = kpis
    }

    /// Whether it excuses a measure of that name at a moment; both its ends belong to it.
    func excuses(_ measure: String, at now: Instant) -> Bool {
        from <= now && now <= to && concerns(measure)
    }

    /// Whether it is meant for a measure of that name.
    func concerns(_ measure: String) -> Bool {
        kpis.isEmpty || kpis.contains { MetricName($0).words == MetricName(measure).words }
    }
}

extension [PlannedWindow] {
    /// Of several the one that lasts longest, of equally long ones the first.
    func excuse(of measure: String, at now: Instant) -> PlannedWindow? {
        filter { $0.excuses(measure, at: now) }.reduce(nil) { longest, next in
            longest.map { $0.to >= next.to ? $0 : next } ?? next
        }
    }
}
