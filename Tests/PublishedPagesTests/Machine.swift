import Foundation
import Testing

/// What these tests need of the machine. What is missing skips them in one line; under `REQUIRE_ALL=1` it fails them.
enum Machine {
    static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let python = repository.appending(path: ".venv/bin/python3").path()
    static let chromium = program("chromium", "chromium-browser", "google-chrome")

    static let canBrowse = has(
        chromium != nil && isProgram(python), "Chromium or the Python packages of Tests/requirements.txt")
    static let canCheckHTML = has(
        program("java") != nil && isProgram(python), "Java or the Python packages of Tests/requirements.txt")
    static let canReadFaces = has(isProgram(python), "the Python packages of Tests/requirements.txt")
    static let canReadMarkdown = has(
        program("cmark-gfm") != nil && isProgram(python), "cmark-gfm or the Python packages of Tests/requirements.txt")
    static let canPrint = has(
        canBrowse && program("pdfinfo") != nil && program("pdftotext") != nil, "Chromium or poppler-utils")

    /// The tool under test, which lies beside the bundle of its tests.
    static var plumbline: URL? {
        let bundles =
            CommandLine.arguments.map { URL(filePath: $0) }
            + [Bundle.main.bundleURL, Bundle.main.executableURL]
            .compactMap(\.self)
        let folders = bundles.map { $0.deletingLastPathComponent() } + [Bundle.main.bundleURL]
        return folders.map { $0.appending(path: "plumbline") }.first { isProgram($0.path()) }
            ?? [repository.appending(path: ".build/debug/plumbline")].first { isProgram($0.path()) }
    }

    private static func has(_ isThere: Bool, _ what: String) -> Bool {
        if isThere { return true }
        if ProcessInfo.processInfo.environment["REQUIRE_ALL"] == "1" { return true }
        print("skipped: tests of the published pages need \(what)")
        return false
    }

    private static func isProgram(_ path: String) -> Bool { FileManager.default.isExecutableFile(atPath: path) }

    private static func program(_ names: String...) -> String? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return names.lazy.flatMap { name in folders.map { "\($0)/\(name)" } }.first(where: isProgram)
    }
}

/// Runs a program to its end; its output and its errors, together, are returned with its exit code.
func run(_ program: String, _ arguments: [String], in folder: URL) throws -> (code: Int32, said: String) {
    let log = folder.appending(path: "log-\(UUID().uuidString)")
    try Data().write(to: log)
    let handle = try FileHandle(forWritingTo: log)
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
    process.waitUntilExit()
    try handle.close()
    return (process.terminationStatus, String(decoding: try Data(contentsOf: log), as: UTF8.self))
}
