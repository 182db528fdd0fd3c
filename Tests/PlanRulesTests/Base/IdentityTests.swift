import SourceText
import Testing

@testable import PlanRules

struct IdentityTests {
    /// What tells a finding from another holds entity and values, however the document writes them: a baseline keeps
    /// what it knows when somebody sets a blank.
    @Test(arguments: [
        "criterion-threshold-conflict", "criterion-unmeasured", "day-outside-phase", "phase-days-conflict",
        "phase-without-rollback", "rollback-missing", "threshold-conflict", "threshold-order",
        "threshold-unit-mismatch",
        "trigger-action-conflict", "trigger-threshold-conflict", "trigger-unalerted",
    ])
    func spellingIsNoPartOfIt(id: String) throws {
        let rule = try #require(PlanRule.named(id))
        let known = findings(of: [rule], in: files(of: rule) { $0 })
        let rewritten = findings(
            of: [rule],
            in: files(of: rule) { line in
                line.replacing(/(\d)%/) { "\($0.output.1) %" }.replacing(/(\d) ms/) { "\($0.output.1)ms" }
                    .replacing(/Day (\d+)-(\d+)/) { "Days \($0.output.1) to \($0.output.2)" }
            })
        #expect(!known.isEmpty)
        #expect(rewritten.map(\.identity) == known.map(\.identity))
    }

    /// The rule's bad example with each line outside of code rewritten.
    private func files(of rule: PlanRule, _ rewrite: (String) -> String) -> [SourceFile] {
        rule.badExample.map { document in
            var isInCode = false
            let lines = document.text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
                if line.hasPrefix("```") { isInCode.toggle() }
                return isInCode ? String(line) : rewrite(String(line))
            }
            return SourceFile(path: document.name, text: lines.joined(separator: "\n"))
        }
    }
}
