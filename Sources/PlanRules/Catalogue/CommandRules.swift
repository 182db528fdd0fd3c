extension PlanRule {
    /// About commands and what they need, in the order in which they are listed to users.
    static let commandRules: [PlanRule] = [
        .secretInDocument,
        .commandSyntax,
        .commandPlaceholder,
        .commandDestructiveUnguarded,
        .restoreWithoutBackup,
        .variableOrder,
        .variableSetLate,
        .variableUndeclared,
        .nameMisspelled,
        .restoreMissing,
        .stepWithoutCommand,
        .commandEnvironmentLost,
        .commandUnknown,
        .commandBranchConflict,
    ]
}
