import SourceText
import Testing

@testable import PlanRules

/// Findings of documents behind a change, held against those before it.
@Suite struct BaseComparisonTests {
    private static let strategy = """
        # Ledger move

        We move the ledger. It takes
        four days in all.

        ## Flags

        ```js
        const flags = {
          enableLedger: { rollout: 20, day: 3 },
          enableAudit: { rollout: 50, day: 4 },
        };
        ```
        """
    private static let timeline = """
        # Timeline

        ### Day 3: Ledger

        - Raise `enableLedger` to 20%

        ### Day 4: Audit

        - Raise `enableAudit` to 40%
        """

    private func compared(
        _ before: [(String, String)], _ after: [(String, String)]
    ) -> BaseComparison {
        let (old, new) = (
            before.map { SourceFile(path: $0.0, text: $0.1) }, after.map { SourceFile(path: $0.0, text: $0.1) }
        )
        func findings(_ files: [SourceFile]) -> [Finding] {
            runRules(PlanRule.onByDefault, on: RuleInput(plan: planOf(files)))
        }
        return BaseComparison(findings(new), in: new, since: findings(old), in: old)
    }

    private func compared(strategy: String = Self.strategy, timeline: String = Self.timeline) -> BaseComparison {
        compared(
            [("strategy.md", Self.strategy), ("timeline.md", Self.timeline)],
            [("strategy.md", strategy), ("timeline.md", timeline)])
    }

    @Test func nothingChanged() {
        let result = compared()
        #expect(result.new.isEmpty && result.elsewhere.isEmpty)
        #expect(result.unchanged == 1)
        #expect(result.mended == 0)
    }

    /// The finding points at the timeline; the change was made in the strategy.
    @Test func findingIsAnchoredOnTheSideThatWasTouched() throws {
        let result = compared(
            strategy: Self.strategy.replacing("enableLedger: { rollout: 20", with: "enableLedger: { rollout: 30"))
        let finding = try #require(result.new.first)
        #expect(result.new.count == 1)
        #expect(result.elsewhere.isEmpty)
        #expect(finding.span?.path == "strategy.md")
        #expect(finding.span?.text == "30")
        #expect(finding.label == "30%, read from the code block")
        #expect(finding.message == "'enableLedger' is at 20% on day 3 in timeline.md:5, but 30% here")
        #expect(finding.related.map(\.span.text) == ["20%"])
        #expect(finding.related.map(\.message) == ["20%, read from the list item"])
        #expect(result.unchanged == 1)
    }

    @Test func findingStaysWhereItPointsAtTheChange() throws {
        let result = compared(timeline: Self.timeline.replacing("to 20%", with: "to 25%"))
        let finding = try #require(result.new.first)
        #expect(finding.span?.path == "timeline.md")
        #expect(finding.message == "'enableLedger' is at 25% on day 3 here, but 20% in strategy.md:10")
    }

    @Test func mendedFindingsAreCounted() {
        let result = compared(timeline: Self.timeline.replacing("to 40%", with: "to 50%"))
        #expect(result.new.isEmpty)
        #expect(result.mended == 1)
        #expect(result.unchanged == 0)
    }

    static let forms: [(String, [(String, String)])] = [
        ("lines moved", [("strategy.md", "Preface.\n\n" + strategy), ("timeline.md", timeline + "\n\nMore.\n")]),
        ("line endings", [("strategy.md", strategy.replacing("\n", with: "\r\n")), ("timeline.md", timeline)]),
        (
            "reflowed",
            [
                ("strategy.md", strategy.replacing("takes\nfour", with: "takes four")), ("timeline.md", timeline),
            ]
        ),
        ("renamed", [("strategy.md", strategy), ("days.md", timeline)]),
        // The side that came second now comes first.
        ("renamed and turned round", [("z/zero.md", strategy), ("a.md", timeline)]),
        ("renamed and moved", [("plan/strategy.md", strategy), ("plan/timeline.md", "Intro.\n\n" + timeline)]),
        ("emphasis", [("strategy.md", strategy), ("timeline.md", timeline.replacing("Raise", with: "**Raise**"))]),
    ]

    @Test(arguments: forms) func formBringsNoOldFindingBack(_ name: String, _ after: [(String, String)]) {
        let result = compared([("strategy.md", Self.strategy), ("timeline.md", Self.timeline)], after)
        #expect(result.new.isEmpty, "\(name): \(result.new.map(\.message))")
        #expect(result.elsewhere.isEmpty, "\(name): \(result.elsewhere.map(\.message))")
        #expect([result.unchanged, result.mended] == [1, 0], "\(name)")
    }

    /// A document was removed, say: what is found stands on lines that nobody touched.
    @Test func changeElsewhereIsToldApart() {
        let file = SourceFile(path: "a.md", text: "one\ntwo\n")
        let spans = (1...2).map { SourceSpan(file: file, range: file.lineRange($0)) }
        let finding = Finding(
            rule: "link-broken", severity: .error, message: "gone", at: spans[0],
            related: [Finding.Note("beside", at: spans[1])], identity: ["gone"])
        let result = BaseComparison(
            [finding], in: [file], since: [], in: [file, SourceFile(path: "gone.md", text: "gone\n")])
        #expect(result.new.isEmpty)
        #expect(result.elsewhere == [finding])
    }

    /// Three findings of one identity where two were: the one on the changed line is the new one.
    @Test func repeatsAreCounted() {
        let (a, b, c) = ("- [x](gone.md)\n", "- [y](gone.md)\n", "- [z](gone.md)\n")
        func finding(_ file: SourceFile, _ line: Int) -> Finding {
            Finding(
                rule: "link-broken", severity: .error, message: "gone",
                at: SourceSpan(file: file, range: file.lineRange(line)),
                identity: ["gone.md"])
        }
        let old = SourceFile(path: "a.md", text: a + c)
        let new = SourceFile(path: "a.md", text: a + b + c)
        let result = BaseComparison(
            (1...3).map { finding(new, $0) }, in: [new], since: (1...2).map { finding(old, $0) }, in: [old])
        #expect(result.new.map { $0.span?.text } == ["- [y](gone.md)"])
        #expect(result.unchanged == 2)
        let fewer = BaseComparison([finding(old, 1)], in: [old], since: (1...3).map { finding(new, $0) }, in: [new])
        #expect(fewer.new.isEmpty)
        #expect([fewer.unchanged, fewer.mended] == [1, 2])
    }

    /// An edit elsewhere gave the finding another identity, but it stands on the same untouched lines.
    @Test func samePlacesAreTheSameFinding() {
        let file = SourceFile(path: "a.md", text: "one\ntwo\n")
        let moved = SourceFile(path: "a.md", text: "zero\none\ntwo\n")
        func finding(_ file: SourceFile, _ line: Int, _ identity: String) -> Finding {
            Finding(
                rule: "phase-duplicate", severity: .error, message: identity,
                at: SourceSpan(file: file, range: file.lineRange(line)), identity: [identity])
        }
        let result = BaseComparison([finding(moved, 2, "b")], in: [moved], since: [finding(file, 1, "a")], in: [file])
        #expect(result.unchanged == 1)
        let other = BaseComparison([finding(moved, 3, "b")], in: [moved], since: [finding(file, 1, "a")], in: [file])
        #expect(other.unchanged == 0)
        #expect(other.elsewhere.count == 1)
    }

    /// A message that does not say `here, but` is told with its own place.
    @Test func otherWordingsStayTrue() throws {
        let old = SourceFile(path: "a.md", text: "one\ntwo\n")
        let new = SourceFile(path: "a.md", text: "one\nTWO\n")
        let spans = (1...2).map { SourceSpan(file: new, range: new.lineRange($0)) }
        let messages = [
            "'x' is named here": "see a.md:1: 'x' is named here", "'x' has no way back": "'x' has no way back",
            "'a here, but b' is 1 here, but 2": "see a.md:1: 'a here, but b' is 1 here, but 2",
            "it lasts 2 days here, but its days are three": "it lasts 2 days in a.md:1, but its days are three",
        ]
        for (message, expected) in messages {
            let finding = Finding(
                rule: "some-rule", severity: .error, message: message, at: spans[0],
                related: [Finding.Note("second", at: spans[1])], identity: [message])
            let result = BaseComparison([finding], in: [new], since: [], in: [old])
            #expect(result.new.map(\.message) == [expected])
            #expect(result.new.first?.span == spans[1])
            #expect(result.new.first?.related.map(\.message) == ["the other side of it"])
        }
    }
}
