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
    var told: [Finding] = []
    told.reserveCapacity(findings.count)
    // Repetitions stand side by side then; few findings share their place, rule and message.
    var alike: Set<Finding> = []
    for finding in findings.sorted(by: precedes) {
        if let last = told.last, !precedes(last, finding) {
            if alike.isEmpty { alike = [last] }
            guard alike.insert(finding).inserted else { continue }
        } else if !alike.isEmpty {
            alike = []
        }
        told.append(finding)
    }
    return told
}

private func precedes(_ left: Finding, _ right: Finding) -> Bool {
    switch (left.span, right.span) {
    case (let mine?, let other?) where mine != other: mine < other
    case (nil, _?): true
    case (_?, nil): false
    default: (left.rule, left.message) < (right.rule, right.message)
    }
}
