import Foundation
import TestSupport
import Testing

/// Documents that cannot be read, or not as they stand.
@Suite struct DocumentFaultTests {
    static let commands = ["lint", "plan", "build", "status"]

    @Test(arguments: commands) func emptyFolder(_ command: String) async throws {
        let place = try Workspace()
        let result = try await place.run(command, ".")
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
        #expect(result.errors.contains("error: there are no Markdown documents in '.'\nhelp: documents end in .md"))
        #expect(place.contents().isEmpty)
    }

    @Test(arguments: commands) func missingFolder(_ command: String) async throws {
        let place = try Workspace()
        let result = try await place.run(command, "nowhere")
        #expect(result.status == 2)
        #expect(result.errors.contains("'nowhere'\nhelp: name "))
        #expect(place.contents().isEmpty)
    }

    /// A file that opens and cannot be read, for root too.
    @Test(arguments: ["lint", "plan"]) func unreadableFile(_ command: String) async throws {
        let place = try await Workspace.published()
        try place.link("broken.md", to: "/proc/self/mem")
        let result = try await place.run(command, "broken.md")
        #expect(result.status == 2)
        #expect(result.errors == "error: cannot read 'broken.md': input/output error\n")
    }

    @Test func fileWithoutRights() async throws {
        let place = try await Workspace.published()
        try place.write("# Closed\n", to: "closed.md")
        // Root may read everything, so it runs the tool as nobody.
        let somebody = getuid() == 0 ? "setpriv --reuid 65534 --regid 65534 --clear-groups" : "exec"
        let known = try await place.shell("chmod 755 . && chmod 000 closed.md && \(somebody) \"$PLUMBLINE\" --version")
        guard requirement(known.status == 0, "root cannot run the tool as somebody else (setpriv)") else { return }
        let result = try await place.shell("\(somebody) \"$PLUMBLINE\" lint")
        #expect(result.status == 2)
        #expect(
            result.errors == "error: cannot open 'closed.md': permission denied\n"
                + "help: give the user that runs this the right to read it, or leave it out\n")
    }

    @Test func invalidUTF8IsReadWithAWarning() async throws {
        let place = try Workspace()
        try place.write(
            Array("# Gr".utf8) + [0xfc, 0xdf] + Array("e\n\n## Phase 1: Start (Day 1)\n".utf8), to: "plan.md")
        let lint = try await place.run("lint")
        #expect(lint.status == 1)
        #expect(lint.output.contains("plan.md:1:5: warning[encoding-invalid]: 'plan.md' is not UTF-8"))
        let plan = try await place.run("plan")
        #expect(plan.status == 0)
        #expect(plan.output.hasPrefix("Grüße\n"))
        #expect(plan.errors.contains("warning[encoding-invalid]"))
        let build = try await place.run("build", "--now", SmallPlan.now)
        #expect(build.status == 0)
        #expect(try place.text("output/index.html").contains("Grüße"))
    }

    static let noText: [(String, [UInt8], String)] = [
        ("NUL bytes", Array("# A\n\0\n".utf8), "'plan.md' is no text: it has a NUL byte at byte 5"),
        (
            "a picture", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d],
            "is no text: it has a NUL byte at byte 9"
        ),
        ("UTF-16, little end first", [0xff, 0xfe, 0x23, 0x00], "'plan.md' is UTF-16 text\nhelp: save it as UTF-8"),
        ("UTF-16, big end first", [0xfe, 0xff, 0x00, 0x23], "'plan.md' is UTF-16 text\nhelp: save it as UTF-8"),
    ]

    @Test(arguments: noText) func whatIsNoTextIsRefused(_ name: String, _ bytes: [UInt8], _ message: String)
        async throws
    {
        let place = try await Workspace.published()
        try place.write(bytes, to: "plan.md")
        let before = place.contents()
        for command in Self.commands {
            let result = try await place.run(command)
            #expect(result.status == 2, "\(name), \(command)")
            #expect(result.errors.contains(message), "\(name), \(command): \(result.errors)")
        }
        #expect(place.contents() == before)
    }

    @Test(arguments: ["\r\n", "\r"]) func lineEndingsAndMarkChangeNothing(_ ending: String) async throws {
        let document = SmallPlan.document.replacing("Duration**: 1 day", with: "Duration**: 2 days")
        let (plain, odd) = (try Workspace(), try Workspace())
        try plain.write(document, to: "plan.md")
        try odd.write("\u{feff}" + document.replacing("\n", with: ending), to: "plan.md")
        for arguments in [["lint", "--format", "json"], ["plan", "--format", "json"], ["lint"]] {
            let expected = try await Plumbline.run(arguments, in: plain.path)
            let result = try await Plumbline.run(arguments, in: odd.path)
            #expect(result.output == expected.output)
            #expect(result.status == expected.status)
        }
        #expect(try await plain.run("lint").output.contains("phase-duration-mismatch"))
    }

    /// A mebibyte on one line, each kind of text that made some parser slow once.
    @Test(arguments: ["word ", "a <![CDATA[", "`", "[", "a@b.", "| a ", "**a ", "> ", "<a ", "&amp;", "ä"])
    func oneLongLineEndsSoon(_ text: String) async throws {
        let place = try Workspace()
        try place.write(String(repeating: text, count: 1_048_576 / text.utf8.count), to: "plan.md")
        let lint = try await place.shell(#"exec timeout 300 "$PLUMBLINE" lint"#)
        #expect([0, 1].contains(lint.status))
        #expect(lint.standardOutput.count < 20_000)
        #expect(lint.errors.isEmpty)
        let plan = try await place.shell(#"exec timeout 300 "$PLUMBLINE" plan"#)
        #expect(plan.status == 0)
        #expect(plan.standardOutput.count + plan.standardError.count < 20_000)
    }

    @Test func frontMatterThatIsNoYAML() async throws {
        let place = try Workspace()
        try place.write("---\ntitle: [open\n---\n\n# Move\n\n## Phase 1: Start (Day 1)\n", to: "plan.md")
        let result = try await place.run("lint")
        #expect(result.status == 1)
        #expect(result.output.contains("error[front-matter-unreadable]: front matter cannot be read as YAML"))
        #expect(result.output.contains("help: correct the YAML between the '---' lines"))
        #expect(try await place.run("plan").output.hasPrefix("Move\n"))
    }

    @Test func documentBeyondTheLimit() async throws {
        let place = try await Workspace.published()
        try place.write([UInt8](repeating: 0x61, count: 8 * 1_048_576 + 1), to: "huge.md")
        let before = place.contents("output")
        for command in Self.commands {
            let result = try await place.run(command)
            #expect(result.status == 2)
            #expect(result.errors.hasPrefix("error: 'huge.md' is larger than 8 MiB, the limit for one file\nhelp: "))
        }
        #expect(place.contents("output") == before)
    }
}
