import Foundation
import TestSupport
import Testing

/// Standard output that is full, shut, or left early.
@Suite struct StandardOutputTests {
    static let commands = [
        "lint", "lint .", "schema plan", "plan", "plan --format json", "status", "explain", "--help", "--version",
    ]

    @Test(arguments: commands) func fullOutputIsAnError(_ command: String) async throws {
        guard requirement(FileManager.default.fileExists(atPath: "/dev/full"), "there is no /dev/full here") else {
            return
        }
        let place = try await Workspace.published()
        let result = try await place.shell("exec \"$PLUMBLINE\" \(command) > /dev/full", environment: SmallPlan.clock)
        #expect(result.status == 2)
        #expect(result.errors.contains("error: cannot write to standard output"))
    }

    /// The site stands by then; to hide that would be wrong too.
    @Test func buildThatCannotSayItsResult() async throws {
        guard requirement(FileManager.default.fileExists(atPath: "/dev/full"), "there is no /dev/full here") else {
            return
        }
        let place = try await Workspace.published()
        let before = try place.text("output/index.html")
        let result = try await place.shell(
            "exec \"$PLUMBLINE\" build --now 2026-03-03T10:10:00+01:00 > /dev/full")
        #expect(result.status == 2)
        #expect(result.errors.hasPrefix("note: the site was published all the same\nerror: cannot write to standard"))
        #expect(try place.text("output/index.html") != before)
    }

    @Test(arguments: commands) func shutOutputIsAnError(_ command: String) async throws {
        let place = try await Workspace.published()
        let result = try await place.shell("exec \"$PLUMBLINE\" \(command) >&-", environment: SmallPlan.clock)
        #expect(result.status == 2)
        #expect(!result.hasCrashed)
    }

    /// A reader who has seen enough is no fault: nothing on standard error, no crash.
    @Test(arguments: ["plan", "plan --format json", "lint", "lint .", "explain", "schema plan", "status"])
    func readerWhoLeavesIsNoFault(_ command: String) async throws {
        let place = try await Workspace.published()
        // More than a pipe holds, so that writing meets the shut end.
        let phases = (1...3000).map { "## Phase \($0): Number \($0) (Day \($0))\n\n- **Duration**: 2 days\n\n" }
        try place.write("# Long\n\n" + phases.joined(), to: "long.md")
        let result = try await place.shell(
            "{ \"$PLUMBLINE\" \(command); echo \"status $?\" >&3; } 3> status.txt | head -n 1",
            environment: SmallPlan.clock)
        #expect(!result.output.isEmpty)
        #expect(result.output.split(separator: "\n").count == 1)
        let errors = result.errors.split(separator: "\n").filter { !$0.contains("info[") && !$0.contains("warning[") }
        #expect(errors.isEmpty, "\(errors)")
        let status = try place.text("status.txt")
        #expect(["status 0\n", "status 1\n", "status \(128 + SIGPIPE)\n"].contains(status), "\(status)")
    }

    @Test func shutErrorsAreNoCrash() async throws {
        let place = try Workspace()
        let result = try await place.shell(#"exec "$PLUMBLINE" lint nowhere 2>&-"#)
        #expect(result.status == 2)
    }
}
