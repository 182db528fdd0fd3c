import Plan
import PlanReading
import PlanRules
import Rendering
import SourceText
import Updates

extension PlanRule {
    /// What `plumbline lint` prints about the bad example, when this rule is all that speaks.
    var printedExample: String {
        let all = badExample.map { SourceFile(path: $0.name, text: $0.text) }
        let files = all.filter { !Update.isUpdateByItsPlace($0, at: $0.path) }
        let updates = all.filter { Update.isUpdateByItsPlace($0, at: $0.path) }.compactMap {
            Update.read($0, hasZone: true).update
        }
        let plan = Plan(joining: files.map { DocumentFacts($0) })
        let names = Set(files.map(\.path))
        // The documents are the whole folder; what leads out of it is not known.
        let links = LinkIndex(of: plan) { $0.hasPrefix("..") ? nil : names.contains($0) }
        let input = RuleInput(plan: plan, links: links, updates: updates)
        let findings = runRules([self], on: input).map(FindingMask(plan).finding)
        return LintReport(findings: findings, documentCount: files.count).text()
    }
}

extension RuleReference {
    /// The whole catalogue, with the findings of its examples.
    static var catalogue: RuleReference {
        RuleReference(
            subjects: PlanRule.subjects.map { Subject(name: $0.name, rules: $0.rules.map(Rule.init)) },
            inputFaults: PlanRules.InputFault.catalogue.map {
                InputFault(id: $0.id, severity: $0.severity.rawValue, summary: $0.summary, advice: $0.advice)
            }, toolVersion: plumblineVersion)
    }
}

extension RuleReference.Rule {
    init(_ rule: PlanRule) {
        func documents(_ examples: [PlanRule.ExampleDocument]) -> [RuleReference.Document] {
            examples.map { RuleReference.Document(path: $0.name, text: $0.text) }
        }
        self.init(
            id: rule.id, severity: rule.severity.rawValue, isPreview: rule.isPreview, summary: rule.summary,
            fault: rule.explanation.fault, harm: rule.explanation.harm, leftAlone: rule.explanation.misses,
            reported: documents(rule.badExample), printed: rule.printedExample,
            notReported: documents(rule.goodExample))
    }
}
