import Foundation
import Rendering
import Report
import Testing

/// Writes pages of ordinary and odd plans to a folder, to be looked at: `PREVIEW_DIR=/tmp/preview swift test`.
@Suite struct PreviewTests {
    static let folder = ProcessInfo.processInfo.environment["PREVIEW_DIR"]

    @Test(.enabled(if: folder != nil), arguments: ["example", "snapshot", "empty", "crowded", "long", "hostile"])
    func pageCanBeLookedAt(name: String) throws {
        let report =
            switch name {
            case "snapshot": Example.report(context: Example.context(snapshot: true))
            case "empty": Example.emptyReport
            case "crowded": Example.crowdedReport
            case "long": Example.longNamesReport
            case "hostile": Example.hostileReport
            default: Example.report()
            }
        let root = URL(filePath: try #require(Self.folder)).appending(path: name)
        for file in try renderSite(report, templates: loadTemplates()) {
            let url = root.appending(path: file.path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(file.bytes).write(to: url)
        }
        #expect(FileManager.default.fileExists(atPath: root.appending(path: "index.html").path))
    }
}
