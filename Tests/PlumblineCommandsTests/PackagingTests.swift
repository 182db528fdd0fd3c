import Foundation
import TestSupport
import Testing

/// What others install and run us by: the action, the hooks, the examples, the manual, the completions.
@Suite struct PackagingTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private static let programs = root.appending(path: ".venv/bin").path()

    /// Whether a program is there: among the tests' Python packages or on the path.
    private func has(_ program: String, _ place: Workspace) async throws -> Bool {
        let found = try await place.shell("PATH=\"\(Self.programs):$PATH\"; command -v \(program)")
        return requirement(found.status == 0, "there is no '\(program)' (run 'make test')")
    }

    private func run(_ script: String, _ place: Workspace) async throws -> CommandResult {
        try await place.shell("PATH=\"\(Self.programs):$(dirname \"$PLUMBLINE\"):$PATH\"; \(script)")
    }

    @Test(arguments: [
        ("vendor.github-actions", "action.yml"), ("vendor.github-workflows", ".github/workflows/ci.yml"),
        ("vendor.github-workflows", ".github/workflows/release.yml"),
    ])
    func filesKeepToTheirSchemas(_ schema: String, _ file: String) async throws {
        let place = try Workspace()
        guard try await has("check-jsonschema", place) else { return }
        let path = Self.root.appending(path: file).path()
        let checked = try await run("check-jsonschema --builtin-schema \(schema) \"\(path)\"", place)
        #expect(checked.status == 0, "\(checked.output)")
    }

    /// The examples of the README, by what they are for.
    @Test(arguments: [("vendor.github-workflows", "uses: "), ("vendor.gitlab-ci", "codequality: ")])
    func examplesKeepToTheirSchemas(_ schema: String, _ sign: String) async throws {
        let place = try Workspace()
        let readme = try String(contentsOf: Self.root.appending(path: "README.md"), encoding: .utf8)
        let blocks = readme.components(separatedBy: "```yaml\n").dropFirst().compactMap {
            $0.components(separatedBy: "\n```").first
        }
        let example = try #require(blocks.first { $0.contains(sign) })
        try place.write(example + "\n", to: "example.yml")
        guard try await has("check-jsonschema", place) else { return }
        let checked = try await run("check-jsonschema --builtin-schema \(schema) example.yml", place)
        #expect(checked.status == 0, "\(checked.output)")
    }

    @Test func scriptsPassShellcheck() async throws {
        let place = try Workspace()
        guard try await has("shellcheck", place) else { return }
        let scripts = try FileManager.default.contentsOfDirectory(atPath: Self.root.appending(path: ".ci").path)
            .sorted().map { Self.root.appending(path: ".ci/\($0)").path() }
            .filter { try String(contentsOfFile: $0, encoding: .utf8).hasPrefix("#!/usr/bin/env bash") }
        #expect(scripts.count >= 8)
        let checked = try await run("shellcheck " + scripts.map { "\"\($0)\"" }.joined(separator: " "), place)
        #expect(checked.status == 0, "\(checked.output)")
    }

    /// What a workflow's author writes gets into no script by way of text: a branch may be called `$(curl …)`.
    @Test func theActionPutsNoExpressionIntoAScript() throws {
        let text = try String(contentsOf: Self.root.appending(path: "action.yml"), encoding: .utf8)
        let scripts = text.split(separator: "\n").filter { $0.contains("run:") }
        #expect(
            scripts.count == 2 && scripts.allSatisfy { !$0.contains("${{") && $0.contains("$GITHUB_ACTION_PATH/.ci/") })
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func completionsAreAccepted(_ shell: String) async throws {
        let place = try Workspace()
        let script = try await place.run("--generate-completion-script", shell)
        #expect(script.status == 0 && script.output.contains("plumbline") && script.output.contains("explain"))
        try place.write(script.output, to: "completion")
        guard try await has(shell, place) else { return }
        let checked = try await run("\(shell) -n completion", place)
        #expect(checked.status == 0 && checked.errors.isEmpty, "\(checked.errors)")
    }

    @Test func theManualIsSound() async throws {
        let place = try Workspace()
        guard try await has("python3", place), try await has("mandoc", place) else { return }
        let manual = Self.root.appending(path: ".ci/manual").path()
        let written = try await run("SOURCE_DATE_EPOCH=1764547200 \"\(manual)\" \"$PLUMBLINE\" > plumbline.1", place)
        #expect(written.status == 0, "\(written.errors)")
        let checked = try await run("mandoc -T lint -W warning plumbline.1", place)
        #expect(checked.status == 0 && checked.output.isEmpty, "\(checked.output)")
        let text = try place.text("plumbline.1")
        #expect(text.hasPrefix(".Dd December 1, 2025\n.Dt PLUMBLINE 1\n"))
        for command in ["lint", "plan", "explain", "build", "status", "schema"] {
            #expect(text.contains(".Ss plumbline \(command)\n"))
        }
        #expect(text.contains(".It Fl -format Ar format\n"))
    }
}
