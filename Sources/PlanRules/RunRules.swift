import Plan
package import SourceText

/// Runs rules on a plan and puts their findings in reading order: by path, line, column and rule, each once.
///
/// - Parameter includingPreview: Whether rules in preview run too.
package func runRules(
    _ rules: [PlanRule] = PlanRule.catalogue, on input: RuleInput, includingPreview: Bool = false
) -> [Finding] {
    let chosen = rules.filter { includingPreview || !$0.isPreview }
    // A single plan is done before another thread has begun.
    let isLarge = input.plan.documents.count > 100
    let findings = (isLarge ? chosen.mapSideBySide { $0.check(input) } : chosen.map { $0.check(input) }).joined()
    return inReadingOrder(Array(findings))
}

/// Findings by path, place, rule and message, without repetitions; those without a place come first.
package func inReadingOrder(_ findings: [Finding]) -> [Finding] {
    func key(_ finding: Finding) -> (String, Int, Int, String, String) {
        let range = finding.span?.range ?? -1 ..< -1
        return (finding.span?.path ?? "", range.lowerBound, range.upperBound, finding.rule, finding.message)
    }
    var seen: Set<Finding> = []
    return findings.filter { seen.insert($0).inserted }.sorted { key($0) < key($1) }
}
