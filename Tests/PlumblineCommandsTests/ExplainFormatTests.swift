import Foundation
import Testing

/// What `explain` writes for pages and programs.
@Suite struct ExplainFormatTests {
    private struct Catalogue: Decodable {
        struct Rule: Decodable {
            struct Document: Decodable {
                let path: String
                let text: String
            }
            let id: String
            let preview: Bool
            let summary: String
            let reported: [Document]
            let printed: String
            let notReported: [Document]
        }
        let schema: String
        let rules: [Rule]
    }

    private func catalogue(_ place: Workspace, _ rule: String...) async throws -> Catalogue {
        let result = try await Plumbline.run(["explain", "--format", "json"] + rule, in: place.path)
        #expect(result.status == 0 && result.errors.isEmpty)
        return try JSONDecoder().decode(Catalogue.self, from: Data(result.standardOutput))
    }

    /// The finding beside an example is what a reader gets who tries it.
    @Test func examplesArePrintedAsLintPrintsThem() async throws {
        let place = try Workspace()
        let catalogue = try await catalogue(place)
        #expect(catalogue.schema == "plumbline/rules/1" && catalogue.rules.count >= 17)
        for rule in catalogue.rules {
            for (kind, documents) in [("bad", rule.reported), ("good", rule.notReported)] {
                for document in documents { try place.write(document.text, to: "\(rule.id)/\(kind)/\(document.path)") }
            }
            let preview = rule.preview ? "--select all,\(rule.id) --format text" : ""
            let bad = try await place.shell("cd \(rule.id)/bad && \"$PLUMBLINE\" lint \(preview) .")
            #expect(bad.output == rule.printed, "\(rule.id)")
            let good = try await place.shell("cd \(rule.id)/good && \"$PLUMBLINE\" lint .")
            #expect(good.output.hasPrefix("no findings"), "\(rule.id): \(good.output)")
        }
    }

    @Test func oneRuleAlone() async throws {
        let place = try Workspace()
        #expect(try await catalogue(place, "link-broken").rules.map(\.id) == ["link-broken"])
        let markdown = try await place.run("explain", "--format", "markdown", "link-broken")
        #expect(markdown.output.hasPrefix("# link-broken\n\nA link leads to a file that does not exist. (error)\n"))
        #expect(markdown.output.contains("```text\nstrategy.md:3:"))
        let page = try await place.run("explain", "--format", "html", "link-broken")
        #expect(page.output.contains("<h1>link-broken</h1>") && page.output.contains("href=\"index.html\""))
    }

    @Test func everyRuleHasItsPage() async throws {
        let place = try Workspace()
        let result = try await place.run("explain", "--format", "html", "--output", "rules")
        #expect(result.status == 0 && result.output == "rules/index.html\n")
        let catalogue = try await catalogue(place)
        let files = Set(place.contents("rules").keys.filter { $0.hasSuffix(".html") })
        #expect(files == Set(catalogue.rules.map { "\($0.id).html" } + ["index.html"]))
        let index = try place.text("rules/index.html")
        for rule in catalogue.rules {
            #expect(index.contains("<a href=\"\(rule.id).html\">\(rule.id)</a>"))
            #expect(index.contains(rule.preview ? ">preview<" : rule.id))
            let page = try place.text("rules/\(rule.id).html")
            #expect(page.contains("plumbline: allow \(rule.id) reason="))
            #expect(page.contains("script-src 'none'"))
        }
        // The same bytes again, and nothing of another's is touched.
        let before = place.contents("rules")
        try place.write("mine", to: "rules/notes.txt")
        _ = try await place.run("explain", "--format", "html", "--output", "rules")
        #expect(place.contents("rules").filter { $0.key != "notes.txt" } == before)
        #expect(try place.text("rules/notes.txt") == "mine")
    }

    @Test func tablesListEveryRule() async throws {
        let place = try Workspace()
        let list = try await place.run("explain", "--format", "markdown")
        let catalogue = try await catalogue(place)
        let rows = list.output.split(separator: "\n").filter { $0.hasPrefix("| `") }
        #expect(rows.count == catalogue.rules.count)
    }

    @Test(arguments: [
        ["--output", "rules"], ["--format", "json", "--output", "rules"],
        ["--format", "html", "--output", "rules", "link-broken"], ["--format", "html", "--output", "."],
        ["--format", "html", "no-such-rule"], ["--format", "pdf"],
    ])
    func wrongUsageWritesNothing(_ arguments: [String]) async throws {
        let place = try Workspace()
        let result = try await Plumbline.run(["explain"] + arguments, in: place.path)
        #expect(result.status == 2 && result.output.isEmpty && !result.errors.isEmpty)
        #expect(place.contents().isEmpty)
    }
}
