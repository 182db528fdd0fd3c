import Foundation
import Testing

/// Exports and the gate on what no plan should be: a clear error, or the output of the plan that it is.
@Suite(.serialized) struct ExportFaultTests {
    private static let plan = """
        # Mail gateway move

        ## Measures

        1. **Delivery delay**
           - Target: < 10s
           - Alert: > 30s

        ## Before

        - [x] Backup verified

        """

    static let commands = ["export prometheus-rules", "export metrics --now NOW", "validate --now NOW pre"]

    private func run(_ command: String, _ place: Workspace) async throws -> CommandResult {
        try await place.shell("\"$PLUMBLINE\" \(command.replacing("NOW", with: SmallPlan.now)) .")
    }

    @Test(arguments: commands) func foldersWithoutAPlan(_ command: String) async throws {
        let empty = try await run(command, try Workspace())
        #expect(empty.status == 2 && empty.output.isEmpty)
        #expect(empty.errors.hasPrefix("error: there are no Markdown documents in '.'\nhelp: "), "\(empty.errors)")

        let binary = try Workspace()
        try binary.write(Array("# A\n".utf8) + [0, 1, 2, 0xff], to: "plan.md")
        let refused = try await run(command, binary)
        #expect(refused.status == 2 && refused.output.isEmpty)
        #expect(
            refused.errors.hasPrefix("error: 'plan.md' is no text: it has a NUL byte at byte 5"), "\(refused.errors)")

        let gone = try Workspace()
        try gone.write(Self.plan, to: "plan.md")
        try gone.link("gone.md", to: "nowhere")
        let unreadable = try await run(command, gone)
        #expect(unreadable.status == 2 && unreadable.output.isEmpty)
        #expect(unreadable.errors.hasPrefix("error: cannot open 'gone.md': no such file or directory"))
    }

    /// Line ends, a mark at the beginning and a very long line change nothing of what the plan says.
    @Test(arguments: commands) func oddTexts(_ command: String) async throws {
        let place = try Workspace()
        try place.write(Self.plan, to: "plan.md")
        let usual = try await run(command, place)
        #expect(usual.status == 0 && !usual.output.isEmpty, "\(usual.errors)")
        for text in [
            Self.plan.replacing("\n", with: "\r\n"), "\u{feff}" + Self.plan,
            Self.plan + "\n## Notes\n\n" + String(repeating: "x", count: 1 << 20) + "\n",
        ] {
            try place.write(text, to: "plan.md")
            let odd = try await run(command, place)
            #expect(odd.status == usual.status && odd.output == usual.output && odd.errors == usual.errors)
        }
    }

    static let exports = ["prometheus-rules --output rules.yml", "metrics --now NOW --output plan.prom"]

    @Test(arguments: exports) func placesThatCannotBeWritten(_ command: String) async throws {
        let place = try Workspace()
        try place.write(Self.plan, to: "plan.md")
        let name = command.contains("rules") ? "rules.yml" : "plan.prom"
        for (folder, verb, reason) in [
            ("none/", "write", "no such file or directory"), ("plan.md/", "look at", "not a directory"),
        ] {
            let result = try await run("export \(command.replacing(name, with: folder + name))", place)
            #expect(result.status == 2)
            #expect(result.errors.contains("error: cannot \(verb) '\(folder)\(name)': \(reason)"), "\(result.errors)")
        }
        try place.write("", to: "\(name)/kept")
        let result = try await run("export \(command)", place)
        #expect(result.status == 2)
        #expect(result.errors.contains("error: cannot write '\(name)': is a directory"), "\(result.errors)")
        #expect(place.contents().keys.sorted() == ["plan.md", name, "\(name)/kept"].sorted())
        guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
        let full = try await place.shell(
            "\"$PLUMBLINE\" export \(command.split(separator: " ")[0]) . >/dev/full")
        #expect(full.status == 2 && full.errors.contains("error: cannot write to standard output"), "\(full.errors)")
    }

    @Test(arguments: exports) func aDiskThatMayOnlyBeRead(_ command: String) async throws {
        let place = try Workspace()
        guard let disk = try await SmallDisk.mount(on: "\(place.path)/disk", sizeKiB: 256) else { return }
        defer { disk.unmount() }
        let name = command.contains("rules") ? "rules.yml" : "plan.prom"
        try place.write(Self.plan, to: "plan.md")
        try place.write("as before", to: "disk/\(name)")
        try await disk.makeReadOnly()
        let result = try await run("export \(command.replacing(name, with: "disk/\(name)"))", place)
        #expect(result.status == 2 && result.errors.contains("read-only file system"), "\(result.errors)")
        #expect(try place.text("disk/\(name)") == "as before")
    }

    @Test(arguments: exports) func twoAtOnceLeaveAWholeFile(_ command: String) async throws {
        let place = try Workspace()
        try place.write(Self.plan, to: "plan.md")
        let name = command.contains("rules") ? "rules.yml" : "plan.prom"
        #expect(try await run("export \(command)", place).status == 0)
        let whole = try place.text(name)
        for _ in 1...5 {
            async let first = run("export \(command)", place)
            async let second = run("export \(command)", place)
            let results = try await [first, second]
            #expect(results.map(\.status) == [0, 0])
            #expect(try place.text(name) == whole)
        }
        #expect(place.contents().keys.sorted() == ["plan.md", name].sorted())
    }
}
