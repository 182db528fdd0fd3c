import Foundation
import TestSupport
import Testing

/// Colour is for people at a terminal who have not said no.
@Suite struct ColorTests {
    static let commands = ["lint", "explain flag-undefined", "status --now \(SmallPlan.now)"]

    private static func place() async throws -> Workspace {
        let place = try await Workspace.published()
        try place.write("# More\n\n[gone](gone.md)\n", to: "more.md")
        return place
    }

    @Test(arguments: commands) func pipeHasNoColor(_ command: String) async throws {
        let result = try await Self.place().shell("\"$PLUMBLINE\" \(command)", environment: ["TERM": "xterm-256color"])
        #expect(!result.output.isEmpty)
        #expect(!result.output.contains("\u{1b}"))
    }

    @Test(arguments: commands) func terminalHasColorUnlessDeclined(_ command: String) async throws {
        let place = try await Self.place()
        guard try await Self.hasTerminals(place) else { return }
        let run = "script -qec '\"$PLUMBLINE\" \(command)' /dev/null < /dev/null"
        let colored = try await place.shell(run, environment: ["TERM": "xterm-256color", "SHELL": "/bin/sh"])
        #expect(colored.output.contains("\u{1b}["))
        for declined in [["TERM": "dumb"], ["TERM": "xterm", "NO_COLOR": "1"], ["TERM": "xterm", "NO_COLOR": "0"]] {
            let plain = try await place.shell(run, environment: declined.merging(["SHELL": "/bin/sh"]) { $1 })
            #expect(!plain.output.isEmpty)
            #expect(!plain.output.contains("\u{1b}"), "\(declined)")
        }
    }

    @Test(arguments: ["lint --format json", "lint --format github", "plan --format json", "plan --format markdown"])
    func formatsForMachinesAreNeverColored(_ command: String) async throws {
        let place = try await Self.place()
        guard try await Self.hasTerminals(place) else { return }
        let result = try await place.shell(
            "script -qec '\"$PLUMBLINE\" \(command)' /dev/null < /dev/null",
            environment: ["TERM": "xterm-256color", "SHELL": "/bin/sh"])
        #expect(!result.output.isEmpty)
        #expect(!result.output.contains("\u{1b}"))
    }

    private static func hasTerminals(_ place: Workspace) async throws -> Bool {
        let result = try await place.shell(
            "script -qec 'test -t 1' /dev/null < /dev/null", environment: ["SHELL": "/bin/sh"])
        return requirement(result.status == 0, "'script' (bsdutils) is not here to make a terminal")
    }
}
