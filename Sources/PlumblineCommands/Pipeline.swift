import Configuration
import Plan
import PlanReading
import PlanRules
import SourceText
import Updates

/// Documents → facts → plan → findings, on one screen. What it needs from the disk is in `loadDocuments` and `linkIndex`.
struct Pipeline: Sendable {
    let plan: Plan
    /// Of reading and of rules, in reading order, without those that a comment allows. No credential shows in them, nor in
    /// the places that they point at.
    let findings: [Finding]
    /// Findings that comments allow.
    let allowed: [SilencedFinding]

    /// Reads documents into a plan without judging it. What the settings say of the plan stands above the documents.
    ///
    /// - Parameters:
    ///   - forPreview: Whether to read also what none but rules in preview ask for.
    ///   - thenExits: Whether the process ends soon.
    /// - Returns: also the place that names the plan's time zone; nil when none does.
    static func read(
        _ documents: LoadedDocuments, forPreview: Bool = false, thenExits: Bool = true
    ) -> (plan: Plan, findings: [Finding], timezone: Claim<String>?) {
        let facts = DocumentFacts.read(
            documents.sources, vocabulary: documents.configuration?.vocabulary ?? .standard, forPreview: forPreview)
        var plan = Plan(joining: facts)
        if let configuration = documents.configuration {
            plan.title = configuration.title ?? plan.title
            plan.origins.title = configuration.origins.title ?? plan.origins.title
            plan.origins.start = configuration.origins.start ?? plan.origins.start
            plan.origins.timezone = configuration.timezone ?? plan.origins.timezone
            plan.start = configuration.start ?? plan.start
            plan.timezone = configuration.timezone?.value ?? plan.timezone
        }
        let timezone =
            documents.configuration?.timezone ?? facts.compactMap(\.timezone).first { $0.value == plan.timezone }
        // To free what thousands of documents state, piece by piece, takes as long as to read some of them.
        if thenExits { keepUntilExit(facts) }
        return (plan, documents.findings + facts.flatMap(\.findings), timezone)
    }

    init(_ documents: LoadedDocuments, today: CivilDate, policy: RulePolicy, thenExits: Bool = true) {
        let (plan, problems, timezone) = Pipeline.read(
            documents, forPreview: policy.runsPreview, thenExits: thenExits)
        let (updates, faults) = readUpdates(documents, of: plan, hasZone: timezone != nil)
        self.init(
            plan, updates, problems: problems + faults, documents: documents, today: today, policy: policy)
    }

    /// Holds a plan against the rules.
    ///
    /// - Parameters:
    ///   - today: The day on which comments that allow findings may have ended.
    ///   - policy: Which rules run, and how loud what they find is told.
    init(
        _ plan: Plan, _ updates: [Update], problems: [Finding], documents: LoadedDocuments, today: CivilDate,
        policy: RulePolicy
    ) {
        self.plan = plan
        let input = RuleInput(
            plan: plan, links: linkIndex(of: plan, documents), updates: updates,
            countsWorkingDays: documents.configuration?.workingDaysOnly ?? false)
        let found = problems + runRules(policy.rules, on: input)
        let judged = AllowedFindings(
            found, in: plan.documents, rules: policy.rules, today: today, isStrict: policy.isStrict)
        let mask = FindingMask(plan)
        findings = inReadingOrder(policy.rated(judged.findings)).map(mask.finding)
        allowed = judged.allowed.map(mask.silenced)
    }
}

/// Looks up the files that relative links lead to, inside the roots of the documents; what lies outside is not known.
private func linkIndex(of plan: Plan, _ documents: LoadedDocuments) -> LinkIndex {
    let base = documents.resolvedFolder
    return LinkIndex(of: plan) { target in
        let path = target.hasPrefix("/") ? target : normalized("\(base)/\(target)")
        guard documents.roots.contains(where: { isInside(path, $0) }) else { return nil }
        return documents.holds(path)
    }
}
