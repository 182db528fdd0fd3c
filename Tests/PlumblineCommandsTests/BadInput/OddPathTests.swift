import Foundation
import TestSupport
import Testing

/// Names of files that nobody would choose, and folders that lead into themselves.
@Suite struct OddPathTests {
    /// A space, umlauts, a line break, a colour sequence of either kind, a right-to-left override.
    static let name = "Größe der\nFlächen \u{1b}[31m \u{9b}31m \u{202e}dm.md"

    @Test(arguments: [
        ["lint"], ["lint", "--format", "github"], ["plan"], ["plan", "--format", "markdown"], ["status"], ["build"],
        ["lint", "--format", "json"], ["plan", "--format", "json"],
    ])
    func nothingSteersTheTerminal(_ arguments: [String]) async throws {
        let place = try await Workspace.published()
        try place.write(
            "# Odd\n\n[gone](gone.md)\n\n## Phase 1: \u{1b}[31mRed (Day 1)\n\n- **Duration**: 2 days\n", to: Self.name)
        let result = try await Plumbline.run(arguments, in: place.path, environment: SmallPlan.clock)
        #expect([0, 1].contains(result.status), "\(result.errors)")
        #expect(!result.hasControlCharacters)
        let shown = result.output + result.errors
        #expect(!shown.unicodeScalars.contains { (0x80...0x9f).contains($0.value) })
        if arguments == ["lint"] {
            #expect(result.output.contains("Größe der␊Flächen ␛[31m"))
            #expect(!shown.unicodeScalars.contains("\u{202e}"))
        }
    }

    @Test(arguments: ["lint", "plan", "status", "build", "explain"])
    func namesOnTheCommandLineAreShownHarmless(_ command: String) async throws {
        let place = try Workspace()
        let result = try await place.run(command, "no\u{1b}[31m\u{9b}31m\nsuch")
        #expect(result.status == 2)
        #expect(!result.hasControlCharacters)
        #expect(!result.errors.unicodeScalars.contains { (0x80...0x9f).contains($0.value) })
    }

    @Test func linksInCirclesAreNotFollowed() async throws {
        let place = try await Workspace.published()
        let before = try await place.run("lint")
        try place.link("again", to: ".")
        try place.link("self.md.d", to: "self.md.d")
        try place.write("# Deep\n", to: "a/b/deep.md")
        try place.link("a/b/up", to: "../..")
        try FileManager.default.removeItem(atPath: "\(place.path)/plumbline.yml")
        let result = try await place.run("lint")
        #expect(result.status == before.status)
        #expect(result.output == "no findings in 2 documents\n")
    }

    /// A finding would show lines of the file behind it to whoever sent the link in.
    @Test(arguments: ["lint", "plan", "status", "build"], [true, false])
    func linkThatLeadsOutIsNotRead(_ command: String, _ hasSettings: Bool) async throws {
        let (place, other) = (try await Workspace.published(), try Workspace())
        if !hasSettings { try FileManager.default.removeItem(atPath: "\(place.path)/plumbline.yml") }
        try other.write("# Secret\n\n[gone](gone.md)\n", to: "secret.md")
        try place.link("notes.md", to: "\(other.path)/secret.md")
        let before = place.contents()
        let result = try await place.run(command)
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
        #expect(
            result.errors == """
                error: 'notes.md' is a link to '\(other.path)/secret.md' outside '\(place.path)'
                help: replace the link by the document, or name the document on the command line

                """)
        #expect(place.contents() == before)
    }

    /// A folder on the way that is a link leads out as well; patterns go through it.
    @Test func folderThatLeadsOutIsNotRead() async throws {
        let (place, other) = (try await Workspace.published(), try Workspace())
        try other.write("# Secret\n", to: "secret.md")
        try place.link("more", to: other.path)
        try place.write("documents: [\"*.md\", \"more/*.md\"]\n", to: "plumbline.yml")
        let result = try await place.run("lint")
        #expect(result.status == 2)
        #expect(
            result.errors.hasPrefix(
                "error: 'more/secret.md' is a link to '\(other.path)/secret.md' outside '\(place.path)'\n"))
    }

    @Test func linksInsideARepositoryAreRead() async throws {
        let place = try Workspace()
        try place.write("", to: ".git/HEAD")
        try place.write(SmallPlan.document, to: "shared/plan.md")
        try place.write("# Notes\n", to: "docs/notes.md")
        try place.link("docs/plan.md", to: "../shared/plan.md")
        #expect(try await place.run("lint", "docs").output == "no findings in 2 documents\n")
    }

    @Test func linkThatIsNamedOutrightIsRead() async throws {
        let (place, other) = (try Workspace(), try Workspace())
        try other.write(SmallPlan.document, to: "plan.md")
        try place.link("plan.md", to: "\(other.path)/plan.md")
        #expect(try await place.run("lint", "plan.md").output == "no findings in 1 document\n")
    }

    @Test func linkThatLeadsToItselfIsTold() async throws {
        let place = try await Workspace.published()
        try place.link("loop.md", to: "loop.md")
        let result = try await place.run("lint")
        #expect(result.status == 2)
        #expect(
            result.errors
                == "error: cannot open 'loop.md': too many levels of symbolic links\nhelp: mend the link, or remove it\n"
        )
    }

    /// Some file systems hold any bytes as names; a document of such a name is not left out in silence.
    @Test(arguments: [true, false]) func nameThatIsNotUTF8IsTold(_ hasSettings: Bool) async throws {
        let place = try await Workspace.published()
        if !hasSettings { try FileManager.default.removeItem(atPath: "\(place.path)/plumbline.yml") }
        let made = try await place.shell(#"echo '# A' > "$(printf 'gr\374n.md')""#)
        guard requirement(made.status == 0, "this file system takes no name that is not UTF-8") else { return }
        let result = try await place.run("lint")
        #expect(result.status == 2)
        #expect(result.errors == "error: cannot open 'gr\u{fffd}n.md': its name is not UTF-8\nhelp: rename it\n")
    }

    /// With settings that name documents by a pattern, too, nothing is left out in silence.
    @Test(arguments: [true, false]) func pipeThatNobodyWritesToIsRefused(_ hasSettings: Bool) async throws {
        let place = try await Workspace.published()
        if !hasSettings { try FileManager.default.removeItem(atPath: "\(place.path)/plumbline.yml") }
        let result = try await place.shell(#"mkfifo pipe.md && exec timeout 120 "$PLUMBLINE" lint"#)
        #expect(result.status == 2)
        #expect(result.errors.hasPrefix("error: 'pipe.md' is neither a file nor a folder\nhelp: "))
    }

    @Test func pipeThatIsNamedOutrightIsRead() async throws {
        let place = try Workspace()
        let result = try await place.shell(#"printf '# A\n' | "$PLUMBLINE" lint /dev/stdin"#)
        #expect(result.status == 0)
        #expect(result.output == "no findings in 1 document\n")
    }

    @Test func oddFoldersAreRead() async throws {
        let place = try Workspace()
        let folder = "Pläne und\nListen"
        for (name, text) in SmallPlan.files { try place.write(text, to: "\(folder)/\(name)") }
        #expect(try await place.run("lint", folder).output == "no findings in 1 document\n")
        let built = try await place.run("build", folder, "--now", SmallPlan.now)
        #expect(built.status == 0, "\(built.errors)")
        #expect(place.contents()["\(folder)/output/index.html"] != nil)
    }

    @Test func documentNamedTwiceIsReadOnce() async throws {
        let place = try Workspace()
        try place.write(SmallPlan.document, to: "plan.md")
        #expect(try await place.run("lint", "plan.md", "./plan.md", ".").output == "no findings in 1 document\n")
    }
}
