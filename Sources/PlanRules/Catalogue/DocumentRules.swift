extension PlanRule {
    /// About documents, lists and risks, in the order in which they are listed to users.
    static let documentRules: [PlanRule] = [
        .linkBroken,
        .anchorBroken,
        .documentMissing,
        .placeholderText,
        .checklistDuplicateItem,
        .checklistLayout,
        .tickEvidenceUnreadable,
        .riskWithoutMitigation,
        .ownerMissing,
    ]
}
