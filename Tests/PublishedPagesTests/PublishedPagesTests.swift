import Foundation
import Testing

/// Published sites, held against the programs that people read them with.
@Suite(.serialized) struct PublishedPagesTests {
    @Test("The pages are valid HTML", .enabled(if: Machine.canCheckHTML), arguments: Sample.allCases)
    func html(_ sample: Sample) throws {
        try withSite(sample) { site, folder in try expectNoFault("check_html.py", [site.path()], in: folder) }
    }

    @Test("The pages and the mail hold in Chromium", .enabled(if: Machine.canBrowse), arguments: Sample.allCases)
    func browser(_ sample: Sample) throws {
        let chromium = Machine.chromium ?? "chromium"
        try withSite(sample) { site, folder in
            let mail = folder.appending(path: "mail.html").path()
            try expectNoFault("check_mail.py", [site.path(), mail], in: folder)
            try expectNoFault("check_browser.py", [chromium, site.path(), mail], in: folder)
        }
    }

    @Test("Everybody can read the pages", .enabled(if: Machine.canBrowse), arguments: Sample.allCases)
    func axe(_ sample: Sample) throws {
        let chromium = Machine.chromium ?? "chromium"
        try withSite(sample) { site, folder in
            try expectNoFault("check_axe.py", [chromium, site.path()], in: folder)
        }
    }

    @Test(
        "Feed, calendar, flags and badge hold in what reads them", .enabled(if: Machine.canReadFaces),
        arguments: Sample.allCases)
    func faces(_ sample: Sample) throws {
        try withSite(sample) { site, folder in try expectNoFault("check_faces.py", [site.path()], in: folder) }
    }

    @Test("The Markdown says what the pages say", .enabled(if: Machine.canReadMarkdown), arguments: Sample.allCases)
    func markdown(_ sample: Sample) throws {
        try withSite(sample) { site, folder in try expectNoFault("check_markdown.py", [site.path()], in: folder) }
    }

    @Test("The pages about the rules are valid HTML", .enabled(if: Machine.canCheckHTML))
    func rulesHTML() throws {
        try withRules { pages, folder in try expectNoFault("check_html.py", [pages.path()], in: folder) }
    }

    @Test("The pages about the rules hold in Chromium", .enabled(if: Machine.canBrowse))
    func rulesBrowser() throws {
        let chromium = Machine.chromium ?? "chromium"
        try withRules { pages, folder in
            try expectNoFault("check_rules.py", [chromium, pages.path()], in: folder)
        }
    }

    @Test("The pages print", .enabled(if: Machine.canPrint), arguments: Sample.allCases, ["a4", "letter"])
    func print(_ sample: Sample, _ paper: String) throws {
        let chromium = Machine.chromium ?? "chromium"
        try withSite(sample, paper: paper) { site, folder in
            try expectNoFault("check_print.py", [chromium, site.path(), folder.path(), paper], in: folder)
        }
    }

    @Test("Printing a site twice gives the same bytes", .enabled(if: Machine.canPrint))
    func printedTwice() throws {
        let chromium = Machine.chromium ?? "chromium"
        let options = ["--pdf", "--chromium", chromium]
        try withSite(.example, options) { site, folder in
            try withSite(.example, options) { other, _ in
                let names = try FileManager.default.contentsOfDirectory(atPath: site.appending(path: "pdf").path())
                    .sorted()
                #expect(names.contains("rollback.pdf") && names.count > 5)
                for name in names {
                    let files = try [site, other].map { try Data(contentsOf: $0.appending(path: "pdf/\(name)")) }
                    #expect(files[0] == files[1], "\(name) differs")
                    #expect(files[0].range(of: Data("/tmp".utf8)) == nil, "\(name) names a folder of this machine")
                }
            }
            try expectNoFault("check_print.py", [chromium, site.path(), folder.path(), "a4"], in: folder)
        }
    }
}

/// Publishes a plan into a folder of its own, and removes the folder afterwards.
private func withSite(
    _ sample: Sample, paper: String = "a4", _ options: [String] = [],
    _ body: (_ site: URL, _ folder: URL) throws -> Void
) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "published-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let plumbline = try #require(Machine.plumbline, "the tool lies beside its tests")
    let site = folder.appending(path: "site")
    let result = try run(
        plumbline.path(),
        ["build", try sample.plan(in: folder, paper: paper).path(), "--now", "2026-11-30T14:07:00+01:00"]
            + ["--output", site.path()] + options,
        in: folder)
    #expect(result.code == 0, "\(result.said)")
    try body(site, folder)
}

/// Writes the pages about the rules into a folder of its own, and removes the folder afterwards.
private func withRules(_ body: (_ pages: URL, _ folder: URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "rules-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let plumbline = try #require(Machine.plumbline, "the tool lies beside its tests")
    let pages = folder.appending(path: "rules")
    let result = try run(
        plumbline.path(), ["explain", "--format", "html", "--output", pages.path()], in: folder)
    #expect(result.code == 0, "\(result.said)")
    try body(pages, folder)
}

private func expectNoFault(_ tool: String, _ arguments: [String], in folder: URL) throws {
    let script = Machine.repository.appending(path: "Tests/PublishedPagesTests/Tools/\(tool)").path()
    let result = try run(Machine.python, [script] + arguments, in: folder)
    #expect(result.code == 0, "\(tool): \(result.said)")
}
