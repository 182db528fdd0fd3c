extension PlanRule {
    /// About ways back, in the order in which they are listed to users.
    static let rollbackRules: [PlanRule] = [
        .rollbackTimeConflict,
        .rollbackStepsExceedBudget,
        .rollbackMissing,
        .rollbackWithoutVerification,
        .phaseWithoutRollback,
    ]
}
