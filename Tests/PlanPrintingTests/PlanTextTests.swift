import Foundation
import Plan
import SourceText
import Testing

@testable import PlanPrinting

/// The plan as it is printed. `RECORD_GOLDENS=1` rewrites what is expected and still fails.
@Test(arguments: ["plan-80.txt", "plan-120.txt", "plan-markdown.txt"])
func thePlanIsPrintedAsRecorded(_ name: String) throws {
    let source = try Data(contentsOf: fixtureFolder.appending(path: "plan.md"))
    let plan = planOf(String(decoding: source, as: UTF8.self))
    let text =
        switch name {
        case "plan-80.txt": planText(plan, width: 80)
        case "plan-120.txt": planText(plan, width: 120)
        default: planMarkdown(plan)
        }
    let golden = fixtureFolder.appending(path: name)
    if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
        try Data(text.utf8).write(to: golden)
        Issue.record("'\(name)' was recorded; look at the difference, then run without RECORD_GOLDENS")
        return
    }
    #expect(text == String(decoding: try Data(contentsOf: golden), as: UTF8.self))
}

@Test(arguments: [40, 60, 80, 120, 200])
func noLineIsLongerThanTheWidth(_ width: Int) throws {
    for plan in [try planOf(folder: contentFolder), hostilePlan, Plan()] {
        let text = planText(plan, width: width)
        for line in text.split(separator: "\n") {
            #expect(TerminalText.width(String(line)) <= width, "\(line)")
            #expect(line.last != " ")
        }
        #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
    }
}

@Test func documentsDoNotReachTheTerminal() {
    for text in [planText(hostilePlan, width: 100), planMarkdown(hostilePlan)] {
        let harmful = text.unicodeScalars.filter {
            $0 != "\n" && ($0.value < 0x20 || (0x7f...0x9f).contains($0.value) || (0x202a...0x202e).contains($0.value))
        }
        #expect(harmful.isEmpty)
        // Made visible, not swallowed.
        #expect(text.contains("␛"))
    }
}

@Test func anEmptyPlanSaysSo() {
    let text = planText(Plan(), width: 80)
    #expect(text.contains("No plan was found"))
    #expect(text.contains("0 documents"))
    #expect(planMarkdown(Plan()).contains("No plan was found"))
    #expect(!planText(planOf("# Phase 1: Work (Day 1)"), width: 80).contains("No plan was found"))
}

@Test func whatNoDocumentStatesIsLeftOut() {
    #expect(planTables(planOf("# Phase 1: Work (Day 1)")).map(\.title) == ["Phases"])
    #expect(planTables(Plan()).isEmpty)
}

@Test(arguments: [
    ("short", 10, ["short"]),
    ("two words", 5, ["two", "  wor", "  ds"]),
    ("one two three", 8, ["one two", "  three"]),
    ("aaa bbb ccc ddd eee", 5, ["aaa", "  bbb", "  cc…"]),
    ("abcdefghij", 5, ["abcde", "  fgh", "  ij"]),
    ("東京都庁", 5, ["東京", "  都", "  庁"]),
    ("👩‍👩‍👧‍👦 family", 4, ["👩‍👩‍👧‍👦", "  fa", "  m…"]),
    ("", 5, [""]),
])
func textWrapsAtSpacesAndIsCutAtTheThirdLine(_ text: String, _ width: Int, _ expected: [String]) {
    #expect(TextTable.wrap(text, width: width) == expected)
}

@Test(arguments: [("abc", 3, "abc"), ("abcd", 3, "ab…"), ("ab cd", 4, "ab…"), ("東京都", 4, "東…"), ("", 3, "")])
func cutTextEndsInAnEllipsis(_ text: String, _ width: Int, _ expected: String) {
    #expect(TextTable.cut(text, to: width) == expected)
}

@Test func numbersStandUnderEachOther() {
    let table = PlanTable(
        title: "Days", columns: [.init("Day", isNumber: true), .init("Title")], rows: [["1", "a"], ["10", "b"]])
    #expect(TextTable(table, width: 80).lines == ["Day  Title", "───  ─────", "  1  a", " 10  b"])
}

@Test func theWidestColumnGivesWay() {
    let table = PlanTable(
        title: "", columns: [.init("A"), .init("B")], rows: [["short", String(repeating: "long ", count: 12)]])
    let lines = TextTable(table, width: 40).lines
    #expect(lines[1] == "─────  ─────────────────────────────────")
    #expect(lines[2].hasPrefix("short  long"))
    #expect(lines.allSatisfy { $0.count <= 40 })
}

@Test func stagesOfAFlagFollowTheDays() throws {
    let plan = planOf(
        """
        | Flag | Rollout | Day |
        | --- | --- | --- |
        | `a_b` | 100% | 10 |
        | `a_b` | 20% | 6 |
        | `a_b` | 20% | 6 |

        ```yaml
        flags:
          c_d: true
        ```
        """)
    #expect(plan.flags.map(\.stagesText) == ["20% day 6 → 100% day 10", "no share stated"])
}
