package import SourceText

/// A stage of the plan (`Phase 4: Gradual rollout (Day 6-10)`), as every document that speaks of it states it.
///
/// The first claim of each list is the main definition's; the others come from summaries and sibling documents. An object,
/// since rules hand it around, and it holds much.
package final class Phase: Sendable {
    /// Stable within a plan: `phase-4`, or a slug of the name when there is no number.
    package let id: String
    /// As printed, without number and schedule.
    package let name: String
    /// As printed (`2.1` stays 2.1; `Phase 2-3` is 2); nil when the phase has none.
    package let number: Double?
    /// As printed, where it is no plain number: `B`, `II`, `T-3`; else nil.
    package let label: String?
    /// What the document calls it, lower case English: `phase`, `stage`, `wave`, `week`; `countdown` for `T-3`.
    package let keyword: String
    /// The main definition.
    package let span: SourceSpan
    /// What every place calls the phase that heads it or lists it among the others, the main one first.
    package let names: [Claim<String>]
    /// For each of the names why its place tells of this phase; nil for the main one. Empty when it was not joined.
    package let joins: [JoinReason?]
    package let schedules: [Claim<Schedule>]
    package let durations: [Claim<TimeAmount>]
    package let risks: [Claim<String>]
    package let rollbackTimes: [Claim<TimeAmount>]
    /// Share of the traffic or users that the phase names itself (`Stage 2: 25 %`).
    package let percents: [Claim<Double>]

    package init(
        id: String, name: String, number: Double?, label: String? = nil, keyword: String, span: SourceSpan,
        names: [Claim<String>],
        schedules: [Claim<Schedule>] = [], durations: [Claim<TimeAmount>] = [], risks: [Claim<String>] = [],
        rollbackTimes: [Claim<TimeAmount>] = [], percents: [Claim<Double>] = [], joins: [JoinReason?] = []
    ) {
        self.id = id
        self.name = name
        self.number = number
        self.label = label
        self.keyword = keyword
        self.span = span
        self.names = names
        self.joins = joins
        self.schedules = schedules
        self.durations = durations
        self.risks = risks
        self.rollbackTimes = rollbackTimes
        self.percents = percents
    }

    /// Days of the plan, from the first claim that is counted in days.
    package var days: ClosedRange<Int>? { schedules.lazy.compactMap(\.value.days).first }
    /// When the phase runs, as printed; where nothing says that, how long it takes: `Week 3`, `30 min`.
    package var timeText: String? { schedules.first?.value.text ?? durations.first?.value.text }
    /// `Phase 4`, `Wave B`, `T-3`, or the name when there is no number.
    package var title: String {
        if keyword == "countdown", let label { return label }
        guard let number = label ?? number.map(formatNumber) else { return name }
        return "\(keyword.prefix(1).uppercased())\(keyword.dropFirst()) \(number)"
    }
}
