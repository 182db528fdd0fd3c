import SourceText
import Testing

@testable import Rendering

/// All pages in one.
@Suite struct SingleFileTests {
    private static func page(_ main: String, heading: String = "Heading") -> String {
        "<body><header><h1>\(heading)</h1></header><main id=\"content\">\(main)</main></body>"
    }

    private static func joined(_ pages: [(String, String)]) throws -> String {
        let files = pages.map { RenderedFile(path: $0.0, text: $0.1) }
        return String(decoding: try singleFile(of: files, order: ["index.html", "plan.html"]).bytes, as: UTF8.self)
    }

    @Test(
        arguments: [
            ("<a href=\"plan.html\">", "<a href=\"#page-plan\">"), ("<a href=\"index.html\">", "<a href=\"#\">"),
            ("<a href=\"plan.html#days\">", "<a href=\"#page-plan--days\">"),
            ("<a href=\"#top\">", "<a href=\"#top\">"), ("<a href=\"status.json\">", "<a>"),
            ("<a class=\"x\" href=\"status.json\" rel=\"y\">", "<a class=\"x\" rel=\"y\">"),
            ("<a href=\"checklists/move.html\">", "<a href=\"#page-checklists-move\">"),
            ("<a href=\"https://example.org/plan.html\">", "<a href=\"https://example.org/plan.html\">"),
            ("<use href=\"#s-check\"/>", "<use href=\"#s-check\"/>"), ("<b id=\"a\">", "<b id=\"a\">"),
            ("<p data-id=\"a\">", "<p data-id=\"a\">"), ("text id=&quot;a&quot;", "text id=&quot;a&quot;"),
        ]) func linksOfTheStartPageLeadIntoThePage(written: String, expected: String) throws
    {
        let text = try Self.joined([
            ("index.html", Self.page(written)), ("plan.html", Self.page("")), ("checklists/move.html", Self.page("")),
        ])
        #expect(text.contains("<main id=\"content\">\(expected)"), "\(text)")
    }

    @Test(
        arguments: [
            ("<b id=\"a\">", "<b id=\"page-checklists-move--a\">"),
            ("<a href=\"#a\">", "<a href=\"#page-checklists-move--a\">"),
            ("<a href=\"../index.html#a\">", "<a href=\"#a\">"),
            ("<a href=\"../plan.html\">", "<a href=\"#page-plan\">"),
            ("<use href=\"#days\"/>", "<use href=\"#page-checklists-move--days\"/>"),
            ("<p aria-labelledby=\"a b\">", "<p aria-labelledby=\"page-checklists-move--a page-checklists-move--b\">"),
        ]) func anchorsOfOtherPagesHaveThePagesName(written: String, expected: String) throws
    {
        let text = try Self.joined([
            ("index.html", Self.page("")), ("plan.html", Self.page("")),
            ("checklists/move.html", Self.page(written, heading: "Move")),
        ])
        #expect(
            text.contains("<section class=\"page\" id=\"page-checklists-move\">\n<h1>Move</h1>\n\(expected)</section>"),
            "\(text)")
    }

    @Test func pagesStandInTheOrderOfTheNavigation() throws {
        let text = try Self.joined([
            ("a.html", Self.page("(A)")), ("plan.html", Self.page("(P)")), ("index.html", Self.page("(I)")),
        ])
        let places = ["I", "P", "A"].compactMap { text.firstRange(of: "(\($0))")?.lowerBound }
        #expect(places.count == 3 && places == places.sorted())
    }

    @Test func pageWithoutMainIsRefused() {
        #expect(throws: TemplateError.self) {
            try Self.joined([("index.html", Self.page("")), ("plan.html", "<body>nothing</body>")])
        }
    }

    @Test func noAnchorStandsTwice() throws {
        let files = try renderSite(Example.report(), templates: loadTemplates(), asSingleFile: true)
        let page = String(decoding: try #require(files.first { $0.path == "site.html" }).bytes, as: UTF8.self)
        let ids = page.ranges(of: " id=\"").map { page[$0.upperBound...].prefix { $0 != "\"" } }
        #expect(Set(ids).count == ids.count)
        for target in page.ranges(of: "href=\"#").map({ page[$0.upperBound...].prefix { $0 != "\"" } }) {
            #expect(target.isEmpty || ids.contains(target), "\(target)")
        }
    }
}
