import SourceText
import Testing

@testable import PlanRules

struct ExplainFormatTests {
    private let rule = PlanRule(
        id: "sample-fault", severity: .warning, summary: "something is wrong",
        explanation: PlanRule.Explanation(
            fault: String(repeating: "word ", count: 20), harm: "Harm.", misses: "Misses."),
        badExample: [.init("a.md", "# A\n\ntext\n"), .init("b.md", "# B\n")], goodExample: [.init("a.md", "# A")]
    ) { _ in [] }

    @Test func exactText() {
        let line = Array(repeating: "word", count: 15).joined(separator: " ")
        #expect(
            rule.explained() == """
                sample-fault (warning)
                Something is wrong.

                Fault
                  \(line)
                  word word word word word

                Harm
                  Harm.

                Left alone
                  Misses.

                Reported
                  a.md
                  | # A
                  |
                  | text

                  b.md
                  | # B

                Not reported
                  a.md
                  | # A

                Allowed in a document by
                  <!-- plumbline: allow sample-fault
                       reason="why" until=2026-12-01 -->

                """)
    }

    @Test(arguments: PlanRule.catalogue.map(\.id))
    func everyRuleFitsEightyColumns(id: String) throws {
        let rule = try #require(PlanRule.named(id))
        for line in rule.explained().split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
        #expect(!rule.explained().contains("\u{1b}") && rule.explained(style: .ansi).contains("\u{1b}[1m"))
    }

    @Test func listNamesEveryRule() {
        let lines = PlanRule.list().split(separator: "\n")
        let names = lines.compactMap { $0.split(separator: " ", omittingEmptySubsequences: false).first }
        #expect(names.filter { !$0.isEmpty }.map(String.init) == PlanRule.catalogue.map(\.id))
        #expect(lines.first?.hasPrefix("flag-percent-conflict  ") == true)
        #expect(lines.first?.hasSuffix("  error    a flag is at two percentages at once") == true)
        for line in lines { #expect(line.count <= 80, "\(line)") }
    }
}
