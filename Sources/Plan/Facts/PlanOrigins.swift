/// Where the plan's title, start and time zone stand; nil for what nothing states.
package struct PlanOrigins: Sendable {
    package var title: Claim<String>?
    package var start: Claim<CivilDate>?
    package var timezone: Claim<String>?

    package init(title: Claim<String>? = nil, start: Claim<CivilDate>? = nil, timezone: Claim<String>? = nil) {
        self.title = title
        self.start = start
        self.timezone = timezone
    }
}
