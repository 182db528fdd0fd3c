extension PlanRule {
    /// About phases, days and times, in the order in which they are listed to users.
    static let phaseRules: [PlanRule] = [
        .phaseDaysOverlap,
        .phaseDaysGap,
        .phaseDaysConflict,
        .phaseDurationMismatch,
        .planDurationMismatch,
        .phaseDuplicate,
        .phaseNumberSkipped,
        .phaseMissing,
        .phaseCountConflict,
        .dayOutsidePhase,
        .dayDateConflict,
        .taskTimesOverlap,
        .taskTimesOutsideBlock,
        .timeZoneMissing,
        .weekendWork,
        .phaseHoldMismatch,
        .goLiveTimeConflict,
        .stepOrderDoubtful,
        .taskRepeated,
        .countMismatch,
        .phaseNameConflict,
        .phaseDoneUnchecked,
        .dayOutOfOrder,
        .dayTitleConflict,
    ]
}
