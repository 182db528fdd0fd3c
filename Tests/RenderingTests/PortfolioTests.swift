import Foundation
import Report
import Testing

@testable import Rendering

/// The overview of several plans.
@Suite struct PortfolioTests {
    private static func portfolio(_ reports: [(String, Report)]) throws -> PortfolioReport {
        try #require(
            PortfolioReport(title: "Both", plans: reports.map { PortfolioReport.PlanLine(name: $0.0, report: $0.1) }))
    }

    @Test func loudestPlanIsFirstAndSpeaksForAll() throws {
        let portfolio = try Self.portfolio([("empty", Example.emptyReport), ("hooks", Example.report())])
        #expect(portfolio.plans.map(\.name) == ["hooks", "empty"])
        #expect(portfolio.verdict.verdict == "alert")
        #expect(portfolio.verdict.headline == "Alert: 2 of 2 plans are not on plan")
        #expect(portfolio.verdict.reasons.count == 2)
    }

    /// It is no fresher than the plan that has to be renewed first.
    @Test func overviewIsValidAsLongAsEveryPlan() throws {
        let late = Example.report(context: Example.context(now: Example.time(15, 0)))
        let portfolio = try Self.portfolio([("late", late), ("early", Example.report())])
        #expect(portfolio.trust.validUntil.instant == Example.report().trust.validUntil.instant)
    }

    @Test func noPlanIsNoPortfolio() { #expect(PortfolioReport(title: "None", plans: []) == nil) }

    @Test func pageLinksEveryPlan() throws {
        let portfolio = try Self.portfolio([("hooks", Example.report()), ("empty", Example.emptyReport)])
        let files = try renderPortfolio(portfolio, templates: loadTemplates())
        #expect(files.map(\.path) == ["portfolio.json", "index.html"])
        let page = String(decoding: files[1].bytes, as: UTF8.self)
        for name in ["hooks", "empty"] { #expect(page.contains("<a href=\"plans/\(name)/index.html\">")) }
        #expect(page.contains("data-until=\"2026-11-30T16:14:00+01:00\""))
    }

    @Test(arguments: [
        (["a", "a/b", "A"], ["a", "a-b", "a-2"]), (["../x", "Ünïcode", "数"], ["x", "n-code", "plan"]),
    ]) func namesOfFoldersAreSafeAndDiffer(paths: [String], names: [String]) {
        let made = PortfolioReport.names(ofFolders: paths)
        #expect(made == names)
        for name in made { #expect(RenderedFile.isSitePath("plans/\(name)/index.html"), "\(name)") }
    }

    @Test(arguments: [
        "plans/a/plans/b/index.html", "plans//index.html", "plans/../index.html", "plans/a/notes.txt",
        "plans/index.html",
        "plans/A/index.html",
    ]) func whatNoPortfolioMakesIsNotOurs(path: String) {
        #expect(!RenderedFile.isSitePath(path))
    }
}
