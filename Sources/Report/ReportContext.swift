package import Observations

/// What a report needs beside plan and assessment; all of it given, nothing read from a clock.
package struct ReportContext: Sendable {
    package let madeAt: Instant
    /// When the next page is expected; nil when nobody promised one.
    package let nextUpdateDue: Instant?
    /// From when on the page must not be relied on.
    package let validUntil: Instant
    package let zone: PlanZone
    /// The moment was given (`--now`, `SOURCE_DATE_EPOCH`): the page is a snapshot and says so.
    package let clockGiven: Bool
    package let toolVersion: String
    /// Paths of the metric and result files read, as shown to users, in reading order.
    package let sources: [String]
    /// Where the site is published, with a slash at its end; nil when nobody says.
    package let site: String?

    package init(
        madeAt: Instant, nextUpdateDue: Instant?, validUntil: Instant, zone: PlanZone, clockGiven: Bool,
        toolVersion: String, sources: [String], site: String? = nil
    ) {
        self.madeAt = madeAt
        self.nextUpdateDue = nextUpdateDue
        self.validUntil = validUntil
        self.zone = zone
        self.clockGiven = clockGiven
        self.toolVersion = toolVersion
        self.sources = sources
        self.site = site
    }
}
