import Assessment
import Plan
import Rendering
import Report
import SourceText
import Testing

/// Sheets of documents, phases and roles.
@Suite struct ChecklistSheetTests {
    private static func item(_ text: String, owners: [String] = [], line: Int, depth: Int = 0) -> ItemAssessment {
        ItemAssessment(
            item: ChecklistItem(
                id: "i\(line)", text: text, checked: false, depth: depth, owners: owners.map { Example.claim($0) },
                span: Example.span(line)),
            verdict: .pending, reason: "not ticked", time: nil, by: nil, source: .none)
    }

    private static func sheets(
        _ items: [ItemAssessment], phase: String? = nil, days: [PlanDay] = [], phases: [Phase] = []
    ) -> [ChecklistReport] {
        let list = ChecklistAssessment(
            checklist: Checklist(section: "List", phase: phase, items: items.map(\.item), span: Example.span(300)),
            items: items)
        var plan = Example.plan
        (plan.days, plan.phases) = (days, phases)
        return Example.report(plan: plan, assessment: Example.assessment(checklists: [list])).sheets
    }

    @Test func eachRoleHasOneWithItsItemsAlone() {
        let sheets = Self.sheets([
            Self.item("Dump taken", owners: ["Night shift"], line: 11),
            Self.item("Dump tried", owners: ["night  SHIFT", "@deniz"], line: 12), Self.item("Nobody's", line: 13),
        ])
        #expect(sheets.map(\.name) == ["role-deniz", "role-night-shift"])
        #expect(sheets.map(\.title) == ["@deniz", "Night shift"])
        #expect(
            sheets.map { $0.groups.flatMap(\.sections).flatMap(\.items).map(\.text) } == [
                ["Dump tried"], ["Dump taken", "Dump tried"],
            ])
        #expect(Self.sheets([Self.item("Nobody's", line: 13)]).isEmpty)
    }

    @Test func phasesHaveThoseOfTheirSectionsAndDays() {
        let day = PlanDay(
            number: 3, title: "", span: Example.span(1), mentions: [], phase: "phase-2",
            tasks: [
                PlanTask(
                    text: "Copy", checked: false, times: ClockRange(startMinute: 540, endMinute: 570), depth: 0,
                    span: Example.span(11))
            ])
        let phases = [
            Example.phase(1, "First", days: 1...2, .done).phase, Example.phase(2, "Second", days: 3...3, .done).phase,
        ]
        let sheets = Self.sheets([Self.item("Copy", line: 11)], days: [day], phases: phases)
        #expect(sheets.map(\.name) == ["phase-2"])
        #expect(sheets.map(\.title) == ["Phase 2: Second"])
        #expect(sheets.first?.groups.first?.sections.first?.items.first?.planned == "25 Nov, 09:00–09:30")
        #expect(Self.sheets([Self.item("Copy", line: 12)], phase: "phase-1", phases: phases).map(\.name) == ["phase-1"])
    }

    /// Names are made of content: another order of the owners gives the same ones.
    @Test func namesAreDistinctStableAndShort() {
        let names = ["発売担当", "営業", "a/b", "a b", String(repeating: "long ", count: 80), "../../etc", "ä", "ö"]
        let items = names.enumerated().map { Self.item("x", owners: [$1], line: 11 + $0) }
        let made = Self.sheets(items).map { ($0.title, $0.name) }
        let again = Self.sheets(items.reversed()).map { ($0.title, $0.name) }
        #expect(Set(made.map(\.1)).count == names.count)
        #expect(made.allSatisfy { "checklist-\($0.1).html".utf8.count <= 100 })
        #expect(
            made.allSatisfy {
                $0.1.utf8.allSatisfy { $0 == 0x2D || (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }
            })
        #expect(made.map { "\($0)" } == again.map { "\($0)" })
    }

    @Test func markdownIsATaskListWithoutMarkupOfDocuments() throws {
        let items = [
            Self.item("Dump <b>taken</b> & kept", owners: ["@deniz"], line: 11),
            Self.item("its log", line: 12, depth: 3),
            Self.item("[x](https://e.org) *bold*", line: 13),
        ]
        let list = ChecklistAssessment(
            checklist: Checklist(section: "List", items: items.map(\.item), span: Example.span(300)), items: items)
        let report = Example.report(assessment: Example.assessment(checklists: [list]))
        let files = try renderSite(report, templates: loadTemplates())
        let text = String(decoding: try #require(files.first { $0.path == "checklists/plan.md" }).bytes, as: UTF8.self)
        #expect(text.contains("\n- [ ] Dump \\<b\\>taken\\</b\\> \\& kept (@&#8203;deniz)\n  - [ ] its log\n"))
        #expect(text.contains("\n- [ ] \\[x\\](https:&#8203;//e.org) \\*bold\\*\n"))
    }

    @Test(arguments: [PaperSize.a4, .letter]) func paperAndDigestStandInAStyleThatThePolicyKnows(_ paper: PaperSize)
        throws
    {
        let files = try renderSite(Example.report(), templates: loadTemplates(), paper: paper)
        let page = String(
            decoding: try #require(files.first { $0.path == "checklists/plan.html" }).bytes, as: UTF8.self)
        let style = try #require(page.ranges(of: "<style>").last).upperBound
        let rule = String(page[style...].prefix { $0 != "<" })
        #expect(rule.hasPrefix("@page{size:\(paper == .a4 ? "A4" : "letter");@bottom-left{content:\"Documents "))
        #expect(page.contains("'sha256-\(base64(SHA256.digest(rule.utf8)))'"))
    }
}
