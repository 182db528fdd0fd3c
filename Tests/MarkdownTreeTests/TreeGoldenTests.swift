import Foundation
import MarkdownTree
import SourceText
import Testing

/// Trees of whole documents, as pictures: `NAME.md` beside `NAME.tree` in `Fixtures`.
///
/// `RECORD_GOLDENS=1` rewrites the trees and still fails, so that the difference is looked at.
@Suite struct TreeGoldenTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")

    static func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) }.sorted()
    }

    @Test func thereAreFixtures() throws {
        #expect(try Self.names().count >= 5)
    }

    @Test(arguments: try names())
    func treeIsAsRecorded(name: String) throws {
        let bytes = try Data(contentsOf: Self.folder.appendingPathComponent("\(name).md"))
        let tree = dumpTree(MarkdownDocument(SourceFile(path: "\(name).md", bytes: [UInt8](bytes))))
        let golden = Self.folder.appendingPathComponent("\(name).tree")
        if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
            try Data(tree.utf8).write(to: golden)
            Issue.record("recorded \(name).tree; review the difference and run again")
            return
        }
        let expected = try String(decoding: Data(contentsOf: golden), as: UTF8.self)
        #expect(tree == expected)
    }
}
