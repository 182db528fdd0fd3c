package import SourceText

/// One day of the plan with what is to be done on it.
package struct PlanDay: Sendable {
    /// From 1.
    package let number: Int
    package let title: String
    package let span: SourceSpan
    /// Every place that heads the day.
    package let mentions: [Claim<String>]
    /// The rollout percentage that the day states for itself, from every document that does.
    package let percents: [Claim<Double>]
    /// Calendar dates that documents give the day.
    package let dates: [Claim<CivilDate>]
    /// Id of the phase whose section or range holds the day.
    package let phase: String?
    /// Ids of the phases under whose headings places put the day, each where the day's number stands.
    package let filings: [Claim<String>]
    package let timeBlocks: [TimeBlock]
    package let tasks: [PlanTask]

    package init(
        number: Int, title: String, span: SourceSpan, mentions: [Claim<String>], percents: [Claim<Double>] = [],
        dates: [Claim<CivilDate>] = [], phase: String? = nil, filings: [Claim<String>] = [],
        timeBlocks: [TimeBlock] = [], tasks: [PlanTask] = []
    ) {
        self.number = number
        self.title = title
        self.span = span
        self.mentions = mentions
        self.percents = percents
        self.dates = dates
        self.phase = phase
        self.filings = filings
        self.timeBlocks = timeBlocks
        self.tasks = tasks
    }
}

/// `Morning (09:00-12:00)`: a part of a day.
package struct TimeBlock: Sendable {
    package let name: String
    package let times: ClockRange
    package let span: SourceSpan

    package init(name: String, times: ClockRange, span: SourceSpan) {
        self.name = name
        self.times = times
        self.span = span
    }
}

/// One task of a day, with its clock times where they are given.
package struct PlanTask: Sendable {
    package let text: String
    /// nil when the task has no box.
    package let checked: Bool?
    package let times: ClockRange?
    /// Nesting below the day's list: 0 for a task, 1 for its parts.
    package let depth: Int
    package let span: SourceSpan

    package init(text: String, checked: Bool?, times: ClockRange?, depth: Int, span: SourceSpan) {
        self.text = text
        self.checked = checked
        self.times = times
        self.depth = depth
        self.span = span
    }
}
