import Foundation
import Testing

/// A project whose every answer is kept: `input/`, the `commands` that are run in a copy of it, and `expected/`.
///
/// A line of `commands` is `name: arguments`; lines that begin with `#` are for people. `expected/` holds `name.out`
/// and `name.err` (where there is any), `statuses`, and below `files/` what the commands made.
struct Project: Sendable, CustomTestStringConvertible {
    let name: String

    struct Command {
        let name: String
        let arguments: [String]
    }

    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Projects").path

    static let all: [Project] = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
        .filter { !$0.hasPrefix(".") }.sorted().map(Project.init)

    var testDescription: String { name }
    var expectedFolder: String { "\(Project.folder)/\(name)/expected" }
    private var inputFolder: String { "\(Project.folder)/\(name)/input" }

    func commands() throws -> [Command] {
        try String(contentsOfFile: "\(Project.folder)/\(name)/commands", encoding: .utf8).split(separator: "\n")
            .filter { !$0.hasPrefix("#") }
            .map { line in
                let parts = line.split(separator: ":", maxSplits: 1)
                return Command(
                    name: String(parts[0]), arguments: parts.dropFirst().joined().split(separator: " ").map(String.init)
                )
            }
    }

    /// Runs every command in a copy of the input.
    ///
    /// - Returns: what `expected/` should hold, and the files of the input that the commands touched.
    func run() async throws -> (made: [String: [UInt8]], touched: [String]) {
        let workspace = try Workspace()
        let input = Folder.contents(inputFolder)
        for (name, bytes) in input where !Folder.isFolder("\(inputFolder)/\(name)") {
            try workspace.write(bytes, to: name)
        }
        var made: [String: [UInt8]] = [:]
        var statuses = ""
        for command in try commands() {
            let result = try await Plumbline.run(command.arguments, in: workspace.path)
            made["\(command.name).out"] = result.standardOutput
            if !result.standardError.isEmpty { made["\(command.name).err"] = result.standardError }
            statuses += "\(command.name) \(result.status)\n"
        }
        made["statuses"] = Array(statuses.utf8)
        let after = workspace.contents()
        for (name, bytes) in after where input[name] == nil && !Folder.isFolder("\(workspace.path)/\(name)") {
            made["files/\(name)"] = bytes
        }
        return (made, input.keys.filter { after[$0] != input[$0] }.sorted())
    }
}
