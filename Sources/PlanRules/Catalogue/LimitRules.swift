extension PlanRule {
    /// About limits, triggers, alerts and criteria, in the order in which they are listed to users.
    static let limitRules: [PlanRule] = [
        .thresholdConflict,
        .thresholdConfigConflict,
        .thresholdOrder,
        .thresholdUnitMismatch,
        .thresholdIncomplete,
        .triggerThresholdConflict,
        .triggerActionConflict,
        .criterionThresholdConflict,
        .escalationConflict,
        .refreshConflict,
        .channelUndeclared,
        .criterionUnmeasured,
        .triggerWindowConflict,
        .triggerUnalerted,
        .triggerUnautomated,
        .triggerActionForward,
        .settingLimitConflict,
        .criterionGateConflict,
    ]
}
