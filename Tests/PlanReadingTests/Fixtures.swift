import Foundation
import SourceText

let fixtureFolder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

/// Every document `NAME.md` and every folder of documents `NAME`, in the order of their names.
let fixtureNames: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: fixtureFolder.path)) ?? []
    return names.filter { !$0.hasPrefix(".") && !$0.hasSuffix(".json") }
        .map { $0.hasSuffix(".md") ? String($0.dropLast(3)) : $0 }.sorted()
}()

/// The document `NAME.md`, or every document in the folder `NAME`.
func fixture(_ name: String) throws -> [SourceFile] {
    let folder = fixtureFolder.appending(path: name)
    guard FileManager.default.fileExists(atPath: folder.path) else {
        let data = try Data(contentsOf: fixtureFolder.appending(path: "\(name).md"))
        return [SourceFile(path: "\(name).md", bytes: Array(data))]
    }
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map {
        SourceFile(path: $0, bytes: Array(try Data(contentsOf: folder.appending(path: $0))))
    }
}
