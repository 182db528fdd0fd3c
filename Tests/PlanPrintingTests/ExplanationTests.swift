import Foundation
import Plan
import PlanReading
import SourceText
import Testing

@testable import PlanPrinting

private func explained(_ sources: [SourceFile]) -> (plan: Plan, reading: ReadingOfPlace) {
    let indices = Dictionary(uniqueKeysWithValues: sources.map { ($0.path, ReadingIndex($0)) })
    return (Plan(joining: sources.map { DocumentFacts($0) }), { indices[$0.path]?.reading(at: $0) })
}

/// `what: value  place  reading  reason` for each statement of the facts of one kind.
private func lines(_ kind: String, _ documents: [(String, String)]) -> [String] {
    let (plan, reading) = explained(documents.map { SourceFile(path: $0, text: $1) })
    return explanations(of: plan, reading).flatMap(\.facts).filter { $0.kind == kind }.flatMap { fact in
        fact.statements.map { statement in
            let start = statement.span.start
            return [
                "\(fact.name) | \(statement.what): \(statement.value)",
                "\(statement.span.path):\(start.line):\(start.column)", statement.reading?.name ?? "-",
                statement.reason?.rawValue ?? "",
            ].filter { !$0.isEmpty }.joined(separator: " | ")
        }
    }
}

/// The example plan, explained. `RECORD_GOLDENS=1` rewrites what is expected and still fails.
@Test(arguments: ["explain-80.txt", "explain-120.txt"])
func theExamplePlanIsExplainedAsRecorded(_ name: String) throws {
    let (plan, reading) = explained(try documents(in: contentFolder))
    let text = explanationText(plan, width: name == "explain-80.txt" ? 80 : 120, reading: reading)
    let golden = fixtureFolder.appending(path: name)
    if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
        try Data(text.utf8).write(to: golden)
        Issue.record("'\(name)' was recorded; look at the difference, then run without RECORD_GOLDENS")
        return
    }
    #expect(text == String(decoding: try Data(contentsOf: golden), as: UTF8.self))
}

@Test func aPhaseInThreePlacesIsExplained() {
    let strategy = """
        # Parcel labels

        ## Phase 1: Own shops (Day 1-2)

        - **Duration**: 2 days

        ## Overview

        | Phase | Days |
        | --- | --- |
        | Phase 1: Own shops | 1-2 |
        """
    let timeline = """
        # Timeline

        ## Phase 1: Shops of our own (Day 1-2)

        ### Day 1: Printers
        """
    let found = lines("phase", [("strategy.md", strategy), ("timeline.md", timeline)])
    #expect(
        found == [
            "Phase 1 | name: Own shops | strategy.md:3:13 | heading",
            "Phase 1 | name: Own shops | strategy.md:11:12 | table cell | same number and name",
            "Phase 1 | name: Shops of our own | timeline.md:3:13 | heading | same number and name",
            "Phase 1 | schedule: Day 1-2 | strategy.md:3:24 | heading",
            "Phase 1 | schedule: 1-2 | strategy.md:11:24 | table cell",
            "Phase 1 | schedule: Day 1-2 | timeline.md:3:31 | heading",
            "Phase 1 | duration: 2 days | strategy.md:5:17 | field",
        ])
}

@Test func everyKindOfTextIsNamed() {
    let text = """
        ---
        start: 2026-03-02
        ---
        # Parcel labels

        ## Checklist before the start

        - [x] Printers are warm

        ## Flags

        | Flag | Rollout |
        | --- | --- |
        | new_labels | 20% |

        ```env
        ENABLE_SPARE_PRINTER=true
        ```

        ## Rollback triggers

        Roll back when the error rate is > 5% for 10 minutes.
        """
    let documents = [("plan.md", text)]
    #expect(
        lines("plan", documents) == [
            "Parcel labels | title: Parcel labels | plan.md:4:1 | heading",
            "Parcel labels | start: 2026-03-02 | plan.md:2:8 | front matter",
        ])
    #expect(
        lines("checklist", documents) == [
            "Checklist before the start | item: [x] Printers are warm | plan.md:8:7 | list item"
        ])
    #expect(
        lines("flag", documents) == [
            "new_labels | defined: 20% | plan.md:14:3 | table cell",
            "ENABLE_SPARE_PRINTER | defined: switched on | plan.md:17:1 | code block",
        ])
    #expect(lines("trigger", documents).first?.hasSuffix("| plan.md:22:1 | text") == true)
}

@Test(arguments: [40, 80, 120])
func explanationsKeepToTheWidth(_ width: Int) throws {
    let empty = explanationText(Plan(), width: width, reading: { _ in nil })
    #expect(empty.contains("No plan was found"))
    let (plan, reading) = explained(try documents(in: contentFolder))
    for text in [
        empty, explanationText(plan, width: width, reading: reading),
        explanationText(hostilePlan, width: width, reading: { _ in nil }),
    ] {
        for line in text.split(separator: "\n") { #expect(TerminalText.width(String(line)) <= width, "\(line)") }
        #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && !(0x7f...0x9f).contains($0.value) })
    }
}

@Test func aShareThatStandsInTheHeadingOfItsDayIsExplained() {
    let text = """
        # Labels

        ## Day 3: Half of the shops (50% rollout)

        - Enable `new_labels` flag

        ## Afterwards

        Disable the `newLabels` flag once the old printers are gone.
        """
    #expect(
        lines("flag", [("plan.md", text)]) == [
            "new_labels | stage: 50% from Day 3 | plan.md:5:11 | list item",
            "new_labels | stage's share: 50% | plan.md:3:30 | heading",
            "new_labels | stage's time: Day 3 | plan.md:3:4 | heading",
            "new_labels | switched off: new_labels | plan.md:9:14 | text | same name",
        ])
}

/// Every place that the example plan's explanation names is one, and its kind of text is known.
@Test func everyStatementOfTheExampleHasItsReading() throws {
    let (plan, reading) = explained(try documents(in: contentFolder))
    let statements = explanations(of: plan, reading).flatMap(\.facts).flatMap(\.statements)
    #expect(statements.count > 300)
    for statement in statements {
        #expect(statement.reading != nil, "\(statement.what) \(statement.value) \(statement.span.path)")
        #expect(!statement.value.isEmpty)
    }
}
