package import Observations
package import Plan
package import SourceText

/// What is true of a plan at one moment, each part with its reason and its source.
package struct Assessment: Sendable {
    package let clock: AssessmentClock
    package let verdict: PlanVerdict
    /// Why, one sentence each, loudest first; never empty.
    package let reasons: [String]
    /// What cannot be known, whatever the verdict: one sentence each.
    package let unknowns: [String]
    /// What keeps the plan from a better verdict, loudest first.
    package let troubles: [Trouble]
    package let kpis: [KPIAssessment]
    package let checklists: [ChecklistAssessment]
    /// Tasks of days that have a box and stand in no checklist; their items have no id.
    package let tasks: [ItemAssessment]
    /// Success criteria that are no items of a checklist, as what is reported and measured of them says; their items have
    /// no id.
    package let criteria: [ItemAssessment]
    package let phases: [PhaseAssessment]
    package let flags: [FlagAssessment]
    /// Day of the plan, 0 or less before its start, nil without a start date.
    package let day: Int?
    /// The plan's triggers of rollbacks, halts and pauses, in its order.
    package let triggers: [TriggerAssessment]
    /// Criteria with a limit that something measures, in the plan's order: of items, of success criteria, and of phases
    /// that are not over.
    package let measuredCriteria: [CriterionAssessment]
    /// Time of the newest sample that counts, nil when there is none.
    package let newestSample: Instant?

    package init(
        clock: AssessmentClock, verdict: PlanVerdict, reasons: [String], unknowns: [String],
        troubles: [Trouble], kpis: [KPIAssessment], checklists: [ChecklistAssessment], tasks: [ItemAssessment] = [],
        criteria: [ItemAssessment] = [], phases: [PhaseAssessment], flags: [FlagAssessment], day: Int?,
        newestSample: Instant?, triggers: [TriggerAssessment] = [], measuredCriteria: [CriterionAssessment] = []
    ) {
        self.clock = clock
        self.verdict = verdict
        self.reasons = reasons
        self.unknowns = unknowns
        self.troubles = troubles
        self.kpis = kpis
        self.checklists = checklists
        self.tasks = tasks
        self.criteria = criteria
        self.phases = phases
        self.flags = flags
        self.day = day
        self.newestSample = newestSample
        self.triggers = triggers
        self.measuredCriteria = measuredCriteria
    }
}

/// The moment of an assessment, given by the caller: nothing here reads a clock.
package struct AssessmentClock: Sendable {
    package let now: Instant
    /// The date of `now` in the plan's time zone.
    package let today: CivilDate
    /// nil when no start date is known.
    package let calendar: PlanCalendar?

    package init(now: Instant, today: CivilDate, calendar: PlanCalendar?) {
        self.now = now
        self.today = today
        self.calendar = calendar
    }
}

/// Where a verdict's evidence comes from.
package enum EvidenceSource: Sendable {
    /// `metrics/jobs.csv`, line 812.
    case observation(path: String, line: Int?)
    case document(SourceSpan)
    case none
}

package struct KPIAssessment: Sendable {
    package let threshold: Threshold
    /// What it was held against: of limits that documents differ on, the strictest.
    package let limits: IndicatorLimits
    package let verdict: KPIVerdict
    /// A sentence without full stop: `74 s is over the alert limit of 60 s`.
    package let reason: String
    /// The value held against the limits, in the limits' unit; nil without one.
    package let value: Quantity?
    /// How `value` was put together: `average`, `newest sample`; nil without a value.
    package let aggregation: String?
    /// Length of the window that `aggregation` covers, in seconds.
    package let windowSeconds: Double?
    /// Newest sample that counts, whatever its age, also when the verdict is stale.
    package let newestSample: Instant?
    /// Value of the newest sample in the limits' unit; nil when NaN or none.
    package let newestValue: Quantity?
    /// Start of the unbroken run of samples in this state; nil when it is not known.
    package let since: Instant?
    /// Expected seconds between samples.
    package let intervalSeconds: Double?
    package let source: EvidenceSource
    /// `2 of 3 good samples`: what samples hold the verdict against the newest one; nil when none do.
    package let held: String?
    /// How much of what an availability's target allows to fail is left: 1 for all, below 0 when more has failed; nil for
    /// what has no such budget, or is not known.
    package let errorBudgetLeft: Double?
    /// Against the window before; nil where one of the two is not known well enough.
    package let trend: KPITrend?
    /// The window that it lies in now, whether it needs the excuse or not.
    package let planned: PlannedWindow?
    /// How many samples were held against its target; nil where none were.
    package let sampleCount: Int?
    /// Its last days, for a chart.
    package let history: KPIHistory
    /// What it came to before day 1; nil where nobody asks yet, and for what is not measured.
    package let before: BeforeFigure?

    package init(
        threshold: Threshold, verdict: KPIVerdict, reason: String, value: Quantity?, aggregation: String?,
        windowSeconds: Double?, newestSample: Instant?, newestValue: Quantity?, since: Instant?,
        intervalSeconds: Double?, source: EvidenceSource, held: String? = nil, errorBudgetLeft: Double? = nil,
        trend: KPITrend? = nil, planned: PlannedWindow? = nil, sampleCount: Int? = nil,
        history: KPIHistory = KPIHistory(), before: BeforeFigure? = nil
    ) {
        self.threshold = threshold
        limits = IndicatorLimits(threshold)
        self.verdict = verdict
        self.reason = reason
        self.value = value
        self.aggregation = aggregation
        self.windowSeconds = windowSeconds
        self.newestSample = newestSample
        self.newestValue = newestValue
        self.since = since
        self.intervalSeconds = intervalSeconds
        self.source = source
        self.held = held
        self.errorBudgetLeft = errorBudgetLeft
        self.trend = trend
        self.planned = planned
        self.sampleCount = sampleCount
        self.history = history
        self.before = before
    }

    /// Whether it is not well, and a planned window keeps that from the plan's verdict.
    package var isExcused: Bool { planned != nil && verdict != .onTarget }
}

package struct ItemAssessment: Sendable {
    package let item: ChecklistItem
    package let verdict: ItemVerdict
    /// `ticked in checklist.md:41`, or the result's evidence.
    package let reason: String
    package let time: Instant?
    package let by: String?
    package let source: EvidenceSource
    /// What is measured of it; nil when nothing is.
    package let criterion: CriterionAssessment?
    /// Whether it has passed because of what is measured and nothing else: nobody has ticked or reported it.
    package let isMeasuredAlone: Bool

    package init(
        item: ChecklistItem, verdict: ItemVerdict, reason: String, time: Instant?, by: String?, source: EvidenceSource,
        criterion: CriterionAssessment? = nil, isMeasuredAlone: Bool = false
    ) {
        self.item = item
        self.verdict = verdict
        self.reason = reason
        self.time = time
        self.by = by
        self.source = source
        self.criterion = criterion
        self.isMeasuredAlone = isMeasuredAlone
    }
}

package struct ChecklistAssessment: Sendable {
    package let checklist: Checklist
    package let items: [ItemAssessment]

    package init(checklist: Checklist, items: [ItemAssessment]) {
        self.checklist = checklist
        self.items = items
    }

    package func count(_ verdict: ItemVerdict) -> Int { items.count { $0.verdict == verdict } }
}

package struct PhaseAssessment: Sendable {
    package let phase: Phase
    package let verdict: PhaseVerdict
    package let reason: String
    /// Items of its checklists and days: how many are passed, and how many there are; skipped ones are in neither.
    package let passedItems: Int
    package let totalItems: Int
    package let skippedItems: Int
    /// The latest result of the phase itself; nil when nothing reports it.
    package let reported: ItemResult?

    package init(
        phase: Phase, verdict: PhaseVerdict, reason: String, passedItems: Int, totalItems: Int, skippedItems: Int = 0,
        reported: ItemResult? = nil
    ) {
        self.phase = phase
        self.verdict = verdict
        self.reason = reason
        self.passedItems = passedItems
        self.totalItems = totalItems
        self.skippedItems = skippedItems
        self.reported = reported
    }
}

package struct FlagAssessment: Sendable {
    package let flag: Flag
    package let verdict: FlagVerdict
    package let reason: String
    /// Percentage due today; nil before the first stage.
    package let planned: Double?
    package let plannedDay: Int?
    /// Percentage reported; nil when nothing reports it.
    package let actual: Double?
    package let reportedAt: Instant?
    /// When each stage is due, as the verdict takes it, by day.
    package let stages: [DueStage]
    /// What the last report of each day said, by day; nothing where reports of one moment differ.
    package let reports: [ReportedDay]

    /// A percentage from a day of the plan on.
    package struct DueStage: Sendable, Hashable {
        package let day: Int
        /// nil when the plan only says that the flag is on.
        package let percent: Double?

        package init(day: Int, percent: Double?) {
            self.day = day
            self.percent = percent
        }
    }

    package struct ReportedDay: Sendable, Hashable {
        package let day: Int
        package let percent: Double

        package init(day: Int, percent: Double) {
            self.day = day
            self.percent = percent
        }
    }

    package init(
        flag: Flag, verdict: FlagVerdict, reason: String, planned: Double?, plannedDay: Int?, actual: Double?,
        reportedAt: Instant?, stages: [DueStage] = [], reports: [ReportedDay] = []
    ) {
        self.stages = stages
        self.reports = reports
        self.flag = flag
        self.verdict = verdict
        self.reason = reason
        self.planned = planned
        self.plannedDay = plannedDay
        self.actual = actual
        self.reportedAt = reportedAt
    }
}
