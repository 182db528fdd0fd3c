import Plan
import PlanReading
import SourceText
import TestSupport
import Testing

private func plan(_ text: String) -> Plan { Plan(joining: [DocumentFacts(SourceFile(path: "plan.md", text: text))]) }

/// What a pull request may carry: whatever the size, each statement gives one fact, and twice the statements give twice
/// the facts. Readings that took time by the square of these sizes would not come to an end here.
@Test(.timeLimit(.minutes(5)), arguments: [1, 2])
func manyStatementsGiveAsManyFacts(_ factor: Int) {
    let count = 1500 * factor
    let numbers = 1...count
    #expect(plan(numbers.map { "# Phase 1.\($0)1: Part\n" }.joined()).phases.count == count)
    #expect(plan(numbers.map { "# Day \($0): Work\n" }.joined()).days.count == count)
    #expect(plan(numbers.map { "## Rollback \($0) (5 min)\n" }.joined()).rollbackProcedures.count == count)
    #expect(plan("# List\n" + numbers.map { "- [ ] x < \($0)\n" }.joined()).checklists.first?.items.count == count)
    let flags = "```yaml\nflags:\n" + numbers.map { "  f_\($0): 5\n" }.joined() + "```\n"
    #expect(plan(flags).flags.count == count)
}

/// One paragraph that names thousands of flags, shares and fields.
@Test(.timeLimit(.minutes(5)))
func oneParagraphOfThousandsOfStatements() {
    let spans = plan("Enable the flags " + (1...8000).map { "`a_\($0)` " }.joined() + "for 20% of the users")
    #expect(spans.flags.count == 8000)
    #expect(spans.flags.allSatisfy { $0.stages.first?.percent?.value == 20 })
    let shares = plan("# Phase 1: " + String(repeating: "5% ", count: 20_000))
    #expect(shares.phases.count == 1)
    let fields = plan("# Phase 1: Fields\n\n" + String(repeating: "**Duration**: 2 days\n", count: 4000))
    #expect(fields.phases.first?.durations.count == 4000)
}

@Test(.timeLimit(.minutes(5)))
func tenThousandNestedQuotesStateNothing() {
    let text = "# Phase 1: Real\n\n" + String(repeating: "> ", count: 10_000) + "**Duration**: 9 days\n"
    let facts = DocumentFacts(SourceFile(path: "plan.md", text: text))
    let plan = Plan(joining: [facts])
    #expect(plan.phases.allSatisfy { $0.durations.isEmpty })
    #expect(plan.phases.count == 1 || facts.findings.contains { $0.rule == "document-too-complex" })
}

/// Read, or refused with a finding; never a crash.
@Test(.timeLimit(.minutes(5)))
func tenThousandNestedItemsAreReadOrRefused() {
    let text = "# List\n\n" + String(repeating: "- ", count: 10_000) + "[ ] task\n"
    let facts = DocumentFacts(SourceFile(path: "plan.md", text: text))
    let items = Plan(joining: [facts]).checklists.flatMap(\.items)
    #expect(items.count == 1 || facts.findings.contains { $0.rule == "document-too-complex" })
    let nested = "# List\n" + (0..<500).map { String(repeating: "  ", count: $0) + "- [ ] task\n" }.joined()
    #expect(plan(nested).checklists.first?.items.map(\.depth) == Array(0..<500))
}

@Test(.timeLimit(.minutes(5)))
func oneMebibyteOnOneLine() {
    let line = "- [ ] " + String(repeating: "word ", count: (1 << 20) / 5 - 4)
    let items = plan("# List\n" + line + "\n").checklists.flatMap(\.items)
    #expect(items.count == 1)
    #expect(items.first.map { $0.text.utf8.count } == line.utf8.count - 7)
    #expect(plan("# Phase " + String(repeating: "9", count: 1 << 19)).phases.isEmpty)
}

@Test(.timeLimit(.minutes(5)))
func twoHundredThousandTableCells() {
    let columns = 20
    let head = "| Flag | Rollout | Day |" + String(repeating: " x |", count: columns - 3) + "\n"
    let rule = "|" + String(repeating: "---|", count: columns) + "\n"
    let rows = (1...10_000).map { "|f_\($0)|5|3|" + String(repeating: "y|", count: columns - 3) + "\n" }.joined()
    #expect(plan(head + rule + rows).flags.count == 10_000)
}

private let pieces = [
    "# ", "## ", "### ", "Phase 2: ", "Day 3", "(Day 6-10)", "Rollback ", "Level 1 ", "(5 minutes)", "- ", "- [ ] ",
    "1. ", "  ", "**Duration**: ", "2 days", "**Target**: ", "< 5%", "> 1/day", "| a | b |\n|---|---|\n", "| 1 | 2 |",
    "```ts\n", "```\n", "```yaml\n", "flags:\n", "  x_y: { rollout: 20, day: 6 }\n", "`a_b`", "~~", "> ", "<!-- ",
    "-->",
    "[^1]", "[x](y)", "\n", "\n\n", "\r\n", "\u{0}", "\u{1b}", "\u{feff}", "é", "🚀", "\u{202e}", "---\n", "start: 1\n",
    "for 5 minutes", "enable ", "flag ", "T+2h", "99999999999999999999", "1e999", "\\", "|", ":", "Risk: ",
    "Mitigation: ",
]

/// Random documents made of everything that readers look for: nothing traps, every place lies in the document, and the
/// same document gives the same plan.
@Test func readersSurviveRandomDocuments() {
    var generator = SeededGenerator(seed: 20_261_123)
    for _ in 0..<2000 {
        let text = (0..<Int.random(in: 0...30, using: &generator))
            .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
        let source = SourceFile(path: "plan.md", text: text)
        let plan = Plan(joining: [DocumentFacts(source)])
        let spans =
            plan.phases.map(\.span) + plan.days.flatMap(\.tasks).map(\.span) + plan.thresholds.map(\.span)
            + plan.flags.flatMap(\.stages).map(\.span) + plan.rollbackProcedures.flatMap(\.steps).map(\.span)
            + plan.checklists.flatMap(\.items).map(\.span) + plan.risks.map(\.span)
        let lie = spans.first { $0.range.lowerBound < 0 || $0.range.upperBound > source.bytes.count }
        #expect(lie == nil, "\(text.debugDescription)")
        #expect(plan.days.allSatisfy { $0.number >= 0 }, "\(text.debugDescription)")
    }
}
