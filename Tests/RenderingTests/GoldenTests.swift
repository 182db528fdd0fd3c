import Foundation
import Rendering
import Report
import SourceText
import Testing

/// The example's files, byte for byte but for the style, which is reviewed where it stands. `RECORD_GOLDENS=1` writes them anew and still fails: the difference is for review.
@Suite struct GoldenTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens")
    static let isRecording = ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1"

    @Test func siteIsUnchanged() throws {
        let style = SourceFile(path: "style.css", text: "/* templates/style.css */")
        let files = try renderSite(Example.report(), templates: loadTemplates(overriding: [style]))
        for file in files { try compare(file.path, Data(file.bytes)) }
        let made = Set(files.map(\.path) + ["terminal.txt"])
        for path in try FileManager.default.subpathsOfDirectory(atPath: Self.folder.path)
        where path.contains(".") && !path.hasPrefix(".") {
            #expect(made.contains(path), "\(path) is a golden of nothing")
        }
    }

    @Test func terminalTextIsUnchanged() throws {
        try compare("terminal.txt", Data(renderTerminalStatus(Example.report(), color: false, width: 80).utf8))
    }

    @Test func sameReportGivesTheSameBytes() throws {
        let first = try renderSite(Example.crowdedReport, templates: loadTemplates())
        let second = try renderSite(Example.crowdedReport, templates: loadTemplates())
        #expect(first == second)
    }

    private func compare(_ path: String, _ made: Data) throws {
        let url = Self.folder.appending(path: path)
        let golden = try? Data(contentsOf: url)
        if Self.isRecording, golden != made {
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try made.write(to: url)
        }
        #expect(golden == made, "\(path) has changed; look at it, then record it with RECORD_GOLDENS=1")
    }
}
