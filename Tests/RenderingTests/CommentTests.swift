import Foundation
import Report
import Testing

@testable import Rendering

/// Markdown that is put into a comment, a wiki or a job's summary.
@Suite struct CommentTests {
    @Test(arguments: ["example", "empty", "crowded", "long", "hostile"])
    func everyMarkdownFitsAComment(name: String) throws {
        let report =
            switch name {
            case "empty": Example.emptyReport
            case "crowded": Example.crowdedReport
            case "long": Example.longNamesReport
            case "hostile": Example.hostileReport
            default: Example.report()
            }
        for file in try renderSite(report, templates: loadTemplates()) where file.path.hasSuffix(".md") {
            let text = String(decoding: file.bytes, as: UTF8.self)
            #expect(file.bytes.count <= 60_000, "\(name)/\(file.path)")
            #expect(!text.contains("\n\n\n"), "\(name)/\(file.path) has blank lines on end")
            for trace in ["<script", "<img", "<b>"] {
                #expect(!text.replacing("\\<", with: "").contains(trace), "\(name)/\(file.path) holds \(trace)")
            }
        }
    }

    @Test func whatIsTooLongEndsWithAWholeLineAndSaysSo() {
        let line = "| a row of a table that goes on | and on |\n"
        let long = "# Title\n" + String(repeating: line, count: 3000)
        let cut = fitForComment(long)
        #expect(cut.utf8.count <= 60_000)
        #expect(cut.hasSuffix("| and on |\n\nThe rest is left out here, so that this fits a comment: see the pages.\n"))
        #expect(fitForComment(line) == line)
        #expect(fitForComment(String(repeating: "ü", count: 90_000)).hasPrefix("\n\nThe rest"))
    }
}
