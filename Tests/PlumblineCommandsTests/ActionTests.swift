import Foundation
import Testing

/// The scripts of the GitHub action, with a job's environment around them and servers that are folders.
@Suite struct ActionTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private func run(
        _ script: String, _ place: Workspace, _ variables: [String: String], before: String = ""
    ) async throws -> CommandResult {
        let path = Self.root.appending(path: ".ci/\(script)").path()
        let job = [
            "HOME": place.path, "RUNNER_TEMP": "\(place.path)/temp", "GITHUB_OUTPUT": "\(place.path)/output",
            "GITHUB_PATH": "\(place.path)/path", "GITHUB_STEP_SUMMARY": "\(place.path)/summary",
            "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org",
            "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org",
        ]
        return try await place.shell(
            "mkdir -p temp; \(before); \"\(path)\" 2>&1", environment: job.merging(variables) { $1 })
    }

    @Test func findingsAreAnnotatedSummarisedAndReported() async throws {
        let place = try Workspace()
        try place.write("# Plan\n\nSee [the way back](rollback.md).\n", to: "docs/the plan/plan.md")
        let result = try await run(
            "action-lint", place, ["BASE": "none", "LINT_PATHS": "docs/the plan\n"],
            before: "PATH=\"$(dirname \"$PLUMBLINE\"):$PATH\"")
        #expect(result.status == 1)
        #expect(result.output.contains("::error ") && result.output.contains("file=docs/the plan/plan.md,line=3"))
        #expect(try place.text("summary").contains("| error |"))
        #expect(try place.text("output") == "sarif-file=\(place.path)/temp/plumbline.sarif\n")
        #expect(try place.text("temp/plumbline.sarif").contains("\"link-broken\""))
    }

    /// What a branch, a folder or an argument is called is never run, and never taken for an option.
    @Test func namesStayNames() async throws {
        let place = try Workspace()
        try place.write("# Plan\n", to: "--preview/$(touch owned)/plan.md")
        let result = try await run(
            "action-lint", place,
            ["BASE": "none", "LINT_PATHS": "--preview/$(touch owned)", "ARGS": "--format `touch$IFS'owned'`"],
            before: "PATH=\"$(dirname \"$PLUMBLINE\"):$PATH\"")
        #expect(result.status == 2)
        #expect(!place.contents().keys.contains { $0.hasSuffix("owned") && !$0.contains("(") })
        let plain = try await run(
            "action-lint", place, ["BASE": "none", "LINT_PATHS": "--preview/$(touch owned)", "ARGS": "--preview"],
            before: "PATH=\"$(dirname \"$PLUMBLINE\"):$PATH\"")
        #expect(plain.status == 0, "\(plain.output)")
        #expect(!place.contents().keys.contains("owned"))
    }

    /// A job has one commit; both sides of a pull request and where they parted are fetched.
    @Test func thePullRequestsBaseIsFetched() async throws {
        let place = try Workspace()
        // The tool's part is to read the history; here it tells what it was given.
        try place.write(
            "#!/bin/sh\necho \"$@\"\ngit merge-base origin/main HEAD >/dev/null && echo parted\n", to: "bin/plumbline")
        let made = """
            chmod +x bin/plumbline; set -e
            git init -q -b main server
            commit() { git -C server commit -q --allow-empty -m "$1"; }
            commit first
            git -C server checkout -q -b topic
            for n in 1 2 3; do commit topic$n; done
            git -C server checkout -q main
            n=0; while [ $n -lt 60 ]; do commit main$n; n=$((n + 1)); done
            git clone -q --depth 1 --branch topic "file://$PWD/server" job
            set +e; export PATH="$PWD/bin:$PATH"; cd job; mkdir -p temp
            """
        let result = try await run("action-lint", place, ["PULL_REQUEST_BASE": "main"], before: made)
        #expect(result.output.contains("lint --base origin/main --format sarif"), "\(result.output)")
        #expect(result.output.contains("-- .\nparted\n"), "\(result.output)")
    }

    // MARK: Installing

    private let archive = """
        mkdir -p server/o/r/releases/download/v1.2.3
        cd server/o/r/releases/download/v1.2.3
        printf '#!/bin/sh\\necho released\\n' > plumbline
        chmod +x plumbline
        name=plumbline-$(uname -s)-$(uname -m).tar.gz
        tar -czf $name plumbline
        sha256sum $name > $name.sha256
        """

    private func install(
        _ place: Workspace, version: String = "", reference: String = "", also: String = ":"
    ) async throws -> CommandResult {
        // Sources that build a tool which says so.
        for (name, line) in [
            ("require-swift", "true"), ("install-packages", "true"), ("release-binary", "echo \"$PWD/built\""),
        ] {
            try place.write("#!/bin/sh\n\(line)\n", to: "source/.ci/\(name)")
        }
        try place.write("#!/bin/sh\necho built\n", to: "built")
        return try await run(
            "action-install", place,
            [
                "GITHUB_ACTION_PATH": "\(place.path)/source", "SERVER_URL": "file://\(place.path)/server",
                "ACTION_REPOSITORY": "o/r", "VERSION": version, "ACTION_REF": reference,
            ], before: "chmod +x built source/.ci/*; (\(archive)\n\(also))")
    }

    @Test(arguments: [("1.2.3", ""), ("v1.2.3", "main"), ("", "v1.2.3")])
    func aReleaseIsInstalled(_ version: String, _ reference: String) async throws {
        let place = try Workspace()
        let result = try await install(place, version: version, reference: reference)
        #expect(result.status == 0 && result.output.hasSuffix("released\n"), "\(result.output)")
        #expect(try place.text("path") == "\(place.path)/temp/plumbline-bin\n")
    }

    @Test(arguments: [("9.9.9", ""), ("", "main"), ("", ""), ("", "0123abcd")])
    func withoutAReleaseItIsBuilt(_ version: String, _ reference: String) async throws {
        let place = try Workspace()
        let result = try await install(place, version: version, reference: reference)
        #expect(result.status == 0 && result.output.hasSuffix("built\n"), "\(result.output)")
    }

    @Test(arguments: ["echo changed >> plumbline; tar -czf $name plumbline", "rm $name.sha256"])
    func anArchiveThatIsNotTheReleasesIsRefused(_ change: String) async throws {
        let place = try Workspace()
        let result = try await install(place, version: "1.2.3", also: change)
        #expect(result.status == 2, "\(result.output)")
        #expect(!place.contents().keys.contains("path"))
    }
}
