import Foundation
import TestSupport
import Testing

/// A git repository made for one test, with nothing of the tester's own settings and with dates that never change.
struct Repository {
    let place: Workspace
    /// Folder of the working tree, from the workspace.
    let folder: String

    /// No settings but the repository's; one author, one moment.
    static let isolation = [
        "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "A Planner",
        "GIT_AUTHOR_EMAIL": "planner@example.org", "GIT_COMMITTER_NAME": "A Planner",
        "GIT_COMMITTER_EMAIL": "planner@example.org", "GIT_AUTHOR_DATE": "2026-03-02T09:00:00Z",
        "GIT_COMMITTER_DATE": "2026-03-02T09:00:00Z",
    ]

    /// - Returns: nil where there is no git, which is said in one line.
    init?(_ folder: String = "repository") async throws {
        place = try Workspace()
        self.folder = folder
        let found = try await Plumbline.shell("git --version", in: place.path)
        guard requirement(found.status == 0, "there is no git here") else { return nil }
        let made = try await Plumbline.shell(
            #"git init -q "$1" && git -C "$1" symbolic-ref HEAD refs/heads/main"#, [folder], in: place.path,
            environment: Repository.isolation)
        try #require(made.status == 0, "\(made.errors)")
    }

    var path: String { "\(place.path)/\(folder)" }

    func write(_ text: String, to name: String) throws { try place.write(text, to: "\(folder)/\(name)") }

    func text(_ name: String) throws -> String { try place.text("\(folder)/\(name)") }

    func edit(_ name: String, _ old: String, _ new: String) throws {
        let text = try text(name)
        try #require(text.contains(old), "'\(old)' is not in \(name)")
        try write(text.replacing(old, with: new), to: name)
    }

    /// A shell script in the working tree, which must succeed.
    @discardableResult func shell(_ script: String) async throws -> String {
        let result = try await Plumbline.shell(script, in: path, environment: Repository.isolation)
        try #require(result.status == 0, "\(script)\n\(result.errors)")
        return result.output
    }

    func commit(_ message: String = "change") async throws {
        try await shell("git add -A && git commit -q --allow-empty -m '\(message)'")
    }

    /// The tool in the working tree, or in a folder of it.
    func run(
        _ arguments: String..., in subfolder: String = "", environment: [String: String] = [:]
    ) async throws -> CommandResult {
        try await Plumbline.run(
            arguments, in: subfolder.isEmpty ? path : "\(path)/\(subfolder)",
            environment: ["GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1"].merging(environment) { $1 })
    }
}
