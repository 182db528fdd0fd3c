import Plan
import SourceText
import Testing

@testable import PlanRules

struct RunRulesTests {
    private static let file = SourceFile(path: "b.md", text: "one two\nthree\n")
    private static let earlier = SourceFile(path: "a.md", text: "one\n")

    private func rule(_ id: String, _ spans: [SourceSpan]) -> PlanRule {
        PlanRule(
            id: id, severity: .error, summary: "", explanation: .init(fault: "", harm: "", misses: ""), badExample: [],
            goodExample: []
        ) { _ in spans.map { Fault(message: "m", span: $0, identity: []) } }
    }

    @Test func sortsByPathPlaceAndRuleAndDropsRepetitions() {
        let first = SourceSpan(file: Self.file, range: 0..<3)
        let second = SourceSpan(file: Self.file, range: 8..<13)
        let other = SourceSpan(file: Self.earlier, range: 0..<3)
        let findings = runRules(
            [rule("z", [second, first, first]), rule("y", [first, other])], on: RuleInput(plan: Plan()))
        #expect(
            findings.map { "\($0.span?.path ?? "") \($0.span?.range.lowerBound ?? -1) \($0.rule)" }
                == ["a.md 0 y", "b.md 0 y", "b.md 0 z", "b.md 8 z"])
        #expect(findings.first?.help == "make the two agree, or allow it here with a reason (`plumbline explain y`)")
    }

    @Test func repetitionsNeedNotFollowEachOther() {
        func finding(_ label: String, at span: SourceSpan? = SourceSpan(file: Self.file, range: 0..<3)) -> Finding {
            Finding(rule: "y", severity: .error, message: "m", at: span, label: label)
        }
        let all = ["a", "b", "a", "c", "b", "a"].map { finding($0) } + [finding("d", at: nil)]
        #expect(inReadingOrder(all).map(\.label) == ["d", "a", "b", "c"])
    }

    @Test func previewRulesAreOffByDefault() {
        #expect(PlanRule.onByDefault.map(\.id) == PlanRule.catalogue.filter { !$0.isPreview }.map(\.id))
    }

    @Test func anEmptyPlanHasNoFindings() {
        #expect(runRules(PlanRule.catalogue, on: RuleInput(plan: Plan())).isEmpty)
    }
}

struct DeterminismTests {
    /// Every bad example at once, read in either order.
    @Test func sameDocumentsSameBytes() {
        let files = PlanRule.catalogue.flatMap { rule in
            rule.badExample.map { SourceFile(path: "\(rule.id)/\($0.name)", text: $0.text) }
        }
        func outputs(_ files: [SourceFile]) -> [String] {
            let report = LintReport(findings: findings(of: PlanRule.catalogue, in: files), documentCount: files.count)
            return [report.text(), report.json(), report.githubAnnotations()]
        }
        let first = outputs(files)
        #expect(first[0].contains("error["))
        #expect(outputs(files.reversed()) == first)
        #expect(outputs(files) == first)
    }
}
