import Foundation
import SourceText

let fixtureFolder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

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
