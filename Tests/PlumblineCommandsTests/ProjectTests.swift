import Foundation
import Testing

/// Whole projects, byte for byte, files too many failing too.
///
/// `RECORD_GOLDENS=1` writes what is expected anew and still fails: the difference is for review.
@Suite struct ProjectTests {
    private static let isRecording = ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1"

    @Test func projectsAreThere() {
        #expect(Project.all.map(\.name) == ["clean", "german", "ledger", "plain"])
    }

    @Test(arguments: Project.all) func answersAreUnchanged(_ project: Project) async throws {
        let (made, touched) = try await project.run()
        #expect(touched.isEmpty, "commands changed their input")
        let expected = Folder.contents(project.expectedFolder).filter {
            !Folder.isFolder("\(project.expectedFolder)/\($0.key)")
        }
        for name in Set(made.keys).union(expected.keys).sorted() where made[name] != expected[name] {
            if Self.isRecording { try record(made[name], to: "\(project.expectedFolder)/\(name)") }
            Issue.record("\(project.name): \(difference(made[name], expected[name], name))")
        }
    }

    private func record(_ bytes: [UInt8]?, to path: String) throws {
        guard let bytes else { return try FileManager.default.removeItem(atPath: path) }
        let url = URL(filePath: path)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
    }

    /// The first line that is another one.
    private func difference(_ made: [UInt8]?, _ expected: [UInt8]?, _ name: String) -> String {
        guard let made else { return "\(name) is expected, but was not made" }
        guard let expected else { return "\(name) was made, but is not expected; record it with RECORD_GOLDENS=1" }
        let newLines = String(decoding: made, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        let oldLines = String(decoding: expected, as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false)
        let index = zip(newLines, oldLines).enumerated().first { $0.element.0 != $0.element.1 }?.offset
        guard let index else { return "\(name) has \(newLines.count) lines, not \(oldLines.count)" }
        return "\(name):\(index + 1) is\n\(newLines[index])\nnot\n\(oldLines[index])"
    }
}
