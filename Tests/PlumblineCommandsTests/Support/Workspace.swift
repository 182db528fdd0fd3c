import Foundation

/// A folder of its own for one test, gone when the test is.
final class Workspace: Sendable {
    let path: String

    init() throws {
        path =
            FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
            .appending(path: "plumbline-commands-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// A folder with a small plan, its settings, a measure and a published site.
    static func published() async throws -> Workspace {
        let workspace = try Workspace()
        for (name, text) in SmallPlan.files { try workspace.write(text, to: name) }
        let built = try await workspace.run("build", "--now", SmallPlan.now)
        guard built.status == 0 else { throw NotPublished(description: built.errors) }
        return workspace
    }

    struct NotPublished: Error, CustomStringConvertible { let description: String }

    func run(_ arguments: String..., environment: [String: String] = [:]) async throws -> CommandResult {
        try await Plumbline.run(arguments, in: path, environment: environment)
    }

    func shell(_ script: String, environment: [String: String] = [:]) async throws -> CommandResult {
        try await Plumbline.shell(script, in: path, environment: environment)
    }

    func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

    func write(_ bytes: [UInt8], to name: String) throws {
        let url = URL(filePath: "\(path)/\(name)")
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
    }

    func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: "\(path)/\(name)", withDestinationPath: target)
    }

    func text(_ name: String) throws -> String { try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8) }

    /// Every file below a folder with its bytes; folders have none, links their target.
    func contents(_ name: String = "") -> [String: [UInt8]] { Folder.contents("\(path)/\(name)") }
}
