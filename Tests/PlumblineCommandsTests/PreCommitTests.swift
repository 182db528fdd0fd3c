import Foundation
import TestSupport
import Testing

/// The hook as `pre-commit` runs it, in a repository made for the test. Nothing is fetched.
@Suite struct PreCommitTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private static let programs = root.appending(path: ".venv/bin").path()

    /// A hooks repository with our manifest, and one that uses it; nil where there is no `pre-commit`.
    private func repository() async throws -> Workspace? {
        let place = try Workspace()
        let hasTools = try await shell(place, "command -v pre-commit git").status == 0
        guard requirement(hasTools, "there is no 'pre-commit' or no 'git' (run 'make test')") else { return nil }
        let manifest = try String(contentsOf: Self.root.appending(path: ".pre-commit-hooks.yaml"), encoding: .utf8)
        try place.write(manifest, to: "hooks/.pre-commit-hooks.yaml")
        // In place of the script that builds: the tool that is built already.
        try place.write("#!/bin/sh\nexec plumbline \"$@\"\n", to: "hooks/.ci/pre-commit")
        try place.write("# Plan\n\nNothing yet.\n", to: "work/docs/plan.md")
        let made = try await shell(
            place,
            """
            set -e
            chmod +x hooks/.ci/pre-commit
            for folder in hooks work; do
              git -C $folder init -q -b main
              git -C $folder add -A
              git -C $folder commit -q -m first
            done
            """)
        #expect(made.status == 0, "\(made.errors)")
        return place
    }

    private func configure(_ place: Workspace, _ hook: String) async throws {
        let revision = try await shell(place, "git -C hooks rev-parse HEAD").output
        try place.write(
            """
            repos:
              - repo: \(place.path)/hooks
                rev: \(revision)
                hooks:
                  - id: \(hook)
                    args: [docs]

            """, to: "work/.pre-commit-config.yaml")
        let installed = try await shell(place, "cd work && git add -A && pre-commit install")
        #expect(installed.status == 0, "\(installed.output)\(installed.errors)")
    }

    private func shell(_ place: Workspace, _ script: String) async throws -> CommandResult {
        let variables = [
            "HOME": place.path, "PRE_COMMIT_HOME": "\(place.path)/cache", "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_NAME": "A",
            "GIT_COMMITTER_EMAIL": "a@example.org",
        ]
        return try await place.shell(
            "PATH=\"\(Self.programs):$(dirname \"$PLUMBLINE\"):$PATH\"; \(script)", environment: variables)
    }

    @Test(arguments: ["plumbline", "plumbline-source"])
    func aContradictionStopsACommit(_ hook: String) async throws {
        guard let place = try await repository() else { return }
        try await configure(place, hook)
        let clean = try await shell(place, "cd work && git commit -m clean 2>&1")
        #expect(clean.status == 0, "\(clean.output)")

        try place.write("# Plan\n\nSee [the way back](rollback.md).\n", to: "work/docs/plan.md")
        let stopped = try await shell(place, "cd work && git add -A && git commit -m broken 2>&1")
        #expect(stopped.status == 1)
        #expect(stopped.output.contains("plan.md:3:20: error[link-broken]"), "\(stopped.output)")

        // The document that is lacking comes with another commit: the hook looks at the folder, not at the files.
        try place.write("# Way back\n", to: "work/docs/rollback.md")
        let mended = try await shell(place, "cd work && git add -A && git commit -m mended 2>&1")
        #expect(mended.status == 0, "\(mended.output)")

        try place.write("let x = 1\n", to: "work/code.swift")
        let other = try await shell(place, "cd work && git add -A && git commit -m code 2>&1")
        #expect(other.status == 0 && other.output.contains("Skipped"), "\(other.output)")
    }
}
