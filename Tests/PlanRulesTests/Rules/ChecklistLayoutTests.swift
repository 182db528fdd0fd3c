import SourceText
import Testing

@testable import PlanRules

struct ChecklistLayoutTests {
    @Test func gluedMarkers() throws {
        try expect(
            .checklistLayout,
            in:
                "# Vor dem Umzug nach Köln\r\n\r\n‹1:-[ ]› Daten sichern\r\n‹2:-[x]› Bank anrufen\r\n\r\nDann:\r\n\r\n1. [ ] gehen\r\n",
            reports: .at(1, "'-[ ]' is no box on GitHub, nor is the one below; write '- [ ]'", note: 2))
    }

    @Test(arguments: [
        ("- ‹1:[]› Order disks\n", "[ ]"), ("- ‹1:[x]›Order disks\n", "[x] "), ("* ‹1:[ x ]› Order disks\n", "[x]"),
        ("- ‹1:[  ]› Order disks\n", "[ ]"), ("- ‹1:[✓]› Order disks\n", "[x]"), ("‹1:1.[ ]› Order disks\n", "1. [ ]"),
        ("- a\n  - ‹1:[]› Order disks\n", "[ ]"), ("‹1:*[X]›Order disks\n", "* [x] "),
    ])
    func repaired(text: String, box: String) throws {
        try expect(.checklistLayout, in: text, reports: .at(1, "is no box on GitHub"))
        let marked = try MarkedText([("plan.md", text)])
        #expect(findings(of: [.checklistLayout], in: marked.files).flatMap(\.fixes).map(\.replacement) == [box])
    }

    @Test(arguments: [
        "- [ ] a\n- [x] b\n* [X] c\n1. [ ] d\n", "- [](page.md) a\n", "- [x](page.md) a\n", "-[x](page.md)\n",
        "- [x]: page.md\n",
        "```\n-[ ] a\n```\n", "`-[ ] a`\n", "- [ ]\n", "[ ] yes\n[ ] no\n", "- a [ ] b\n", "- [?] a\n", "-[note] a\n",
        "---[ ] a\n", "",
    ])
    func silent(text: String) throws {
        try expectSilence(of: .checklistLayout, in: text)
    }
}
