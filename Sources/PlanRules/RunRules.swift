import Plan
package import SourceText

/// Runs rules on a plan and puts their findings in reading order: by path, line, column and rule, each once.
package func runRules(_ rules: [PlanRule], on input: RuleInput) -> [Finding] {
    // A single plan is done before another thread has begun.
    let isLarge = input.plan.documents.count > 100
    let findings = (isLarge ? rules.mapSideBySide { $0.check(input) } : rules.map { $0.check(input) }).joined()
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
