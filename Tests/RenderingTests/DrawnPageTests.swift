import Assessment
import Plan
import Report
import Testing

@testable import Rendering

@Suite struct DrawnPageTests {
    private func page(_ path: String, _ report: Report) throws -> String {
        let files = try renderSite(report, templates: loadTemplates())
        return String(decoding: try #require(files.first { $0.path == path }).bytes, as: UTF8.self)
    }

    /// Twice the phases and flags make at most twice the page: no drawing holds every other one.
    @Test(arguments: ["plan.html", "flags.html"]) func pagesGrowWithTheirContent(path: String) throws {
        let sizes = try [0, 1, 2].map { double in
            try page(path, Example.largeReport(phases: 20 * (double + 1), flags: 100 * (double + 1))).utf8.count
        }
        #expect(abs((sizes[2] - sizes[1]) - (sizes[1] - sizes[0])) < sizes[0] / 5)
        #expect(sizes[2] < 1_500_000)
    }

    @Test func aLargePlanStaysAPageThatCanBeLoaded() throws {
        let report = Example.largeReport()
        #expect(try page("flags.html", report).utf8.count < 800_000)
        #expect(try page("plan.html", report).utf8.count < 400_000)
        #expect(try page("kpis.html", report).utf8.count < 300_000)
        #expect(try page("plan.html", report).contains("185 more flags"))
    }

    @Test func namesFromDocumentsStayText() throws {
        let name = "<script>x</script> \"q\" & {{title}}"
        let flag = FlagAssessment(
            flag: Flag(name: name, stages: []), verdict: .behind, reason: name, planned: 1, plannedDay: 1, actual: nil,
            reportedAt: nil, stages: [.init(day: 1, percent: 20)])
        let limit = Example.limit(.below, 100, .milliseconds, name)
        let kpi = Example.drawn(
            Example.kpi(Example.threshold(name, [limit, nil, nil]), .onTarget, name), [(minute: 5, value: 80)],
            unit: .milliseconds,
            planned: [PlannedWindow(from: Example.time(10, 0), to: Example.time(11, 0), reason: name)])
        let phases = [Example.phase(1, name, days: 1...3, .inProgress)]
        let report = Example.report(
            plan: Plan(
                title: name, start: Example.plan.start, documents: Example.plan.documents, phases: phases.map(\.phase),
                flags: [flag.flag], userWaves: [UserWave(name: name, text: name, order: 1, span: Example.span(1))]),
            assessment: Example.assessment(kpis: [kpi], phases: phases, flags: [flag]))
        for path in ["plan.html", "flags.html", "kpis.html"] {
            let text = try page(path, report)
            #expect(!text.contains("<script>x") && text.contains("&lt;script&gt;x"), "\(path)")
        }
    }

    @Test func everyChartHasItsTableAndALabel() throws {
        let text = try page("kpis.html", Example.largeReport())
        #expect(text.ranges(of: "class=\"plot\" role=\"img\" aria-label=\"").count == 3)
        #expect(text.ranges(of: "<table class=\"course\">").count == 3)
        #expect(text.ranges(of: "<div class=\"chart nothing\">").count == 2)
    }
}
