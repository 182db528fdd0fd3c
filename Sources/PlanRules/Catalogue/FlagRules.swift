extension PlanRule {
    /// About feature flags and their stages, in the order in which they are listed to users.
    static let flagRules: [PlanRule] = [
        .flagPercentConflict,
        .flagDayConflict,
        .flagUndefined,
        .flagMisspelled,
        .flagOutsidePhase,
        .dayPercentConflict,
        .flagPercentDecreases,
        .flagIncomplete,
        .flagUnscheduled,
        .flagWithoutRollback,
        .flagDefaultConflict,
        .flagEnabledTwice,
        .flagSwitchForShare,
        .criterionFlagOff,
        .flagEnvironmentConflict,
        .flagNameConflict,
        .flagValueConflict,
        .cohortUndefined,
        .rollbackStageUnknown,
        .stageHoldConflict,
        .rolloutIncomplete,
        .shareBasisConflict,
    ]
}
