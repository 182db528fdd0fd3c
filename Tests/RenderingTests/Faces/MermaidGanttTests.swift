import Assessment
import MarkdownTree
import Plan
import Report
import SourceText
import Testing

@testable import Rendering

@Suite struct MermaidGanttTests {
    /// What Mermaid's grammar takes, and less: a name neither begins a statement nor holds a sign that ends it.
    private static func isLine(_ line: Substring) -> Bool {
        if ["gantt", "    dateFormat YYYY-MM-DD", "    axisFormat %d %b"].contains(line) { return true }
        let name = /[^:;#%{}"`<>\\&\n]+/
        let task = /\ {4}([^:;#%{}"`<>\\&\n]+) :((done|active|crit|milestone), )?\d{4}-\d\d-\d\d, (\d{4}-\d\d-\d\d|1d)/
        if line == "    todayMarker stroke-width:2px" { return true }
        if line.hasPrefix("    section ") { return line.dropFirst(12).wholeMatch(of: name) != nil }
        return line.wholeMatch(of: task) != nil && !startsStatement(line.dropFirst(4))
    }

    private static func startsStatement(_ line: Substring) -> Bool {
        line.lowercased().prefixMatch(
            of:
                /(\d{4}-\d\d-\d\d|gantt|dateformat|inclusiveenddates|topaxis|axisformat|tickinterval|includes|excludes|todaymarker|weekday|weekend|title|acctitle|accdescr|section|click|call|href)/
        ) != nil
    }

    private func blocks(_ report: Report) throws -> [String] {
        let text = try loadTemplates().render(TemplatePage.statusMarkdown, report)
        let document = MarkdownDocument(SourceFile(path: "status.md", text: text))
        #expect(document.findings.isEmpty)
        return document.root.descendants.compactMap { node in
            switch node.kind {
            case .htmlBlock, .htmlInline:
                Issue.record("'\(node.span.text.prefix(80))' became HTML")
                return nil
            case .codeBlock(let info):
                #expect(info == "mermaid")
                return node.span.text
            default: return nil
            }
        }
    }

    @Test(arguments: Example.reportNames) func markdownHoldsOneChartAndNoHTML(_ name: String) throws {
        let report = Example.report(called: name)
        #expect(try blocks(report).count == (name == "empty" ? 0 : 1))
        guard let gantt = mermaidGantt(report.timeline) else { return }
        for line in gantt.split(separator: "\n", omittingEmptySubsequences: false) {
            #expect(Self.isLine(line), "\(line)")
        }
    }

    @Test func exampleReadsAsItIs() throws {
        let gantt = try #require(mermaidGantt(Example.report().timeline))
        #expect(
            gantt.hasPrefix(
                """
                gantt
                    dateFormat YYYY-MM-DD
                    axisFormat %d %b
                    todayMarker stroke-width:2px
                    section Phase 1
                    Preparation :done, 2026-11-23, 2026-11-25
                    Go or no-go :milestone, 2026-11-24, 1d
                """))
        #expect(gantt.contains("    Gradual rollout :active, 2026-11-28, 2026-12-03\n"))
        #expect(gantt.contains("    Optimisation :2026-12-03, 2026-12-07\n"))
    }

    @Test(arguments: [
        ("Staging: new", "Staging, new"), ("5% of users", "5 percent of users"), ("a; b # c", "a, b c"),
        ("```\nend", "''' end"), ("%%{init: {}}%%", "percent percentinit, percent percent"),
        ("Title page", "· Title page"),
        ("2026-12-01 switch", "· 2026-12-01 switch"), ("<b>\"x\"</b> & y\\", "‹b›'x'‹/b› + y/"), ("#;", ","),
        ("##", "Phase"),
        ("", "Phase"), ("click", "· click"), ("フェーズ", "フェーズ"), ("section", "· section"),
    ])
    func namesStayNames(name: String, expected: String) {
        #expect(MermaidName(name).text == expected)
        #expect(Self.isLine("    \(MermaidName(name).text) :crit, 2026-12-01, 2026-12-02"))
    }

    @Test func chartThatNoRendererDrawsIsLeftOut() {
        let phases = (1...900).map { Example.phase($0, "Wave \($0)", days: $0...$0, .notStarted) }
        let report = Example.report(assessment: Example.assessment(phases: phases))
        #expect(mermaidGantt(report.timeline) == nil)
        #expect(mermaidGantt(Example.crowdedReport.timeline) != nil)
    }

    /// Where the page is no Markdown the chart is text like any other.
    @Test func otherTemplatesCannotTakeItForMarkup() throws {
        let file = SourceFile(
            path: "status.html.mustache",
            text: "{{#timeline.gantt}}{{{.}}}{{/timeline.gantt}}{{style}}".replacing("{{style}}", with: "x"))
        let page = try renderSite(Example.hostileReport, templates: loadTemplates(overriding: [file])).last
        let text = String(decoding: try #require(page).bytes, as: UTF8.self)
        #expect(text.hasPrefix("gantt     dateFormat") && !text.contains("<"))
    }
}
