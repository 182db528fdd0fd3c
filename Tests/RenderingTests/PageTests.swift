import Foundation
import Rendering
import Report
import Testing

/// Whole pages of ordinary and odd plans. `PREVIEW_DIR=/tmp/preview` also writes them there, to be looked at.
@Suite struct PageTests {
    private static let preview = ProcessInfo.processInfo.environment["PREVIEW_DIR"]

    @Test(arguments: ["example", "snapshot", "empty", "crowded", "large", "long", "hostile"])
    func pagesAreWellFormed(name: String) throws {
        let report =
            switch name {
            case "snapshot": Example.report(context: Example.context(snapshot: true))
            case "empty": Example.emptyReport
            case "crowded": Example.crowdedReport
            case "large": Example.largeReport()
            case "long": Example.longNamesReport
            case "hostile": Example.hostileReport
            default: Example.report()
            }
        for file in try renderSite(report, templates: loadTemplates()) {
            try write(file, of: name)
            guard file.path.hasSuffix(".html") else { continue }
            let page = String(decoding: file.bytes, as: UTF8.self)
            #expect(page.hasPrefix("<!doctype html>\n"))
            #expect(unbalanced(page) == nil, "\(name)/\(file.path)")
            let ids = page.ranges(of: " id=\"").map { page[$0.upperBound...].prefix { $0 != "\"" } }
            #expect(Set(ids).count == ids.count, "\(name)/\(file.path) has an id twice")
            for target in page.ranges(of: "href=\"#").map({ page[$0.upperBound...].prefix { $0 != "\"" } }) {
                #expect(ids.contains(target), "\(name)/\(file.path) links to #\(target)")
            }
        }
    }

    /// A page whose moment was given ages like any other: a job that passes `--now` must not publish a page that never does.
    @Test(arguments: [true, false]) func everyPageTurnsStale(snapshot: Bool) throws {
        let report = Example.report(context: Example.context(snapshot: snapshot))
        let files = try renderSite(report, templates: loadTemplates())
        let page = String(decoding: try #require(files.first { $0.path == "index.html" }).bytes, as: UTF8.self)
        #expect(page.contains("<script>"))
        #expect(page.contains("A snapshot as of 30 Nov 2026, 14:07 CET") == snapshot)
        #expect(page.contains("data-due=\"2026-11-30T15:07:00+01:00\" data-until=\"2026-11-30T16:14:00+01:00\""))
    }

    private static let void: Set<Substring> = ["!doctype", "meta", "link", "br"]

    /// The first tag that closes another than the open one, or is never closed; nil when all is well.
    private func unbalanced(_ page: String) -> String? {
        var open: [Substring] = []
        var rest = page[...]
        while let start = rest.firstIndex(of: "<") {
            rest = rest[start...].dropFirst()
            let isClosing = rest.first == "/"
            let name = rest.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber || $0 == "!" }
            guard let end = rest.firstIndex(of: ">") else { return "<\(name) has no end" }
            let isEmpty = rest[..<end].last == "/"
            rest = rest[end...].dropFirst()
            if ["style", "script"].contains(name), !isClosing {
                guard let close = rest.firstRange(of: "</\(name)>") else { return "<\(name)> is never closed" }
                rest = rest[close.upperBound...]
            } else if isClosing {
                guard open.popLast() == name else { return "</\(name)> closes nothing" }
            } else if !isEmpty, !Self.void.contains(name) {
                open.append(name)
            }
        }
        return open.last.map { "<\($0)> is never closed" }
    }

    private func write(_ file: RenderedFile, of name: String) throws {
        guard let folder = Self.preview else { return }
        let url = URL(filePath: folder).appending(path: "\(name)/\(file.path)")
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.bytes).write(to: url)
    }
}
