import Foundation
import TestSupport
import Testing

/// `--format` and `--output`, each as often as one likes.
@Suite struct LintOutputTests {
    private func place() throws -> Workspace {
        let place = try Workspace()
        try place.write("# Ledger\n\n[gone](gone.md)\n", to: "docs/ledger.md")
        return place
    }

    @Test func theNthFileHasTheNthFormat() async throws {
        let place = try place()
        let result = try await place.run(
            "lint", "docs", "--format", "concise", "--output", "a.txt", "--format", "jsonl", "--output", "b.jsonl",
            "--format", "markdown")
        #expect(result.status == 1)
        #expect(result.errors.isEmpty)
        #expect(try place.text("a.txt") == "ledger.md:3:8: error[link-broken] 'gone.md' does not exist\n")
        #expect(try place.text("b.jsonl").hasPrefix("{\"rule\":\"link-broken\","))
        #expect(result.output.hasPrefix("**1 error in 1 document**\n"))
        #expect(place.contents().keys.sorted() == ["a.txt", "b.jsonl", "docs", "docs/ledger.md"])
    }

    /// A log is read by people while machines read the files.
    @Test(arguments: [["--format", "sarif", "--output", "x"], ["--output", "x"]])
    func textGoesToStandardOutput(_ options: [String]) async throws {
        let place = try place()
        let plain = try await place.run("lint", "docs")
        let result = try await Plumbline.run(["lint", "docs"] + options, in: place.path)
        #expect(result.output == plain.output)
        #expect(result.status == 1)
        #expect(try place.text("x").hasPrefix(options.count == 4 ? "{\n  \"$schema\"" : "ledger.md:3:8: error[link"))
    }

    @Test func formatsSayTheSameInAFile() async throws {
        let place = try place()
        for format in ["text", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit", "rdjson", "markdown"] {
            let alone = try await place.run("lint", "docs", "--format", format)
            let filed = try await place.run("lint", "docs", "--format", format, "--output", "it")
            #expect(try place.text("it") == alone.output, "\(format)")
            #expect(!alone.output.isEmpty)
            #expect([alone.status, filed.status] == [1, 1])
            let help = try await place.run("lint", "--help")
            #expect(help.output.contains("        \(format) "), "\(format)")
        }
    }

    @Test func cleanRunReplacesTheFile() async throws {
        let place = try place()
        try place.write("# Ledger\n", to: "docs/ledger.md")
        try place.write("old", to: "out/findings.json")
        _ = try await place.shell("chmod 640 out/findings.json")
        let result = try await place.run("lint", "docs", "--format", "gitlab", "--output", "out/findings.json")
        #expect(result.status == 0)
        #expect(try place.text("out/findings.json") == "[]\n")
        #expect(
            try await place.shell("stat -c %a out/findings.json || stat -f %Lp out/findings.json").output == "640\n")
        #expect(place.contents("out").count == 1)
    }

    static let wrong: [([String], String)] = [
        (
            ["--format", "json", "--format", "sarif"],
            "error: the formats 'json', 'sarif' have no file, and only one of them can go to standard output\n"
        ),
        (
            ["--format", "json", "--output", "a", "--format", "sarif", "--format", "junit"],
            "error: the formats 'sarif', 'junit' have no file"
        ),
        (["--format", "json", "--output", "a", "--output", "b"], "error: '--output b' has no format\n"),
        (["--output", "a", "--output", "b"], "error: '--output b' has no format\n"),
        (["--format", "json", "--output", ""], "error: '--output' names no file\n"),
        (
            ["--format", "json", "--output", "a", "--format", "sarif", "--output", "./docs/../a"],
            "error: two outputs are written to './docs/../a'\n"
        ),
        (
            ["--format", "json", "--output", "a", "--format", "sarif", "--output", "here/a"],
            "error: two outputs are written to 'here/a'\n"
        ),
        (["--output", "docs/ledger.md"], "error: the output 'docs/ledger.md' is a file that this run reads\n"),
        (["--output", "docs/link.md"], "error: the output 'docs/link.md' is a file that this run reads\n"),
        (["--output", "docs/plumbline.yml"], "error: the output 'docs/plumbline.yml' is a file that this run reads\n"),
        (["--output", "docs"], "error: cannot write 'docs': is a directory\n"),
        (["--output", "nowhere/such/a"], "error: cannot write 'nowhere/such/a': no such file or directory"),
        (["--output", "docs/ledger.md/a"], "error: cannot look at 'docs/ledger.md/a': not a directory"),
        (["--output", "nothing"], "error: 'nothing' is a link to a place that does not exist"),
        (["--output", "/proc/a"], "error: cannot write '/proc/a': "),
    ]

    /// What fails leaves everything as it was, the file that could have been written too.
    @Test(arguments: wrong) func nothingIsWritten(_ options: [String], _ message: String) async throws {
        let place = try place()
        try place.link("docs/link.md", to: "ledger.md")
        try place.write("timezone: UTC\n", to: "docs/plumbline.yml")
        try place.link("nothing", to: "nowhere/file")
        try place.link("here", to: ".")
        try place.write("mine", to: "first")
        let before = place.contents()
        // Ahead of an output that cannot be written stands one that can.
        let ahead =
            options.first == "--output" && options.count == 2
            ? ["--format", "json", "--output", "first", "--format", "text"] : []
        let result = try await Plumbline.run(["lint", "docs"] + ahead + options, in: place.path)
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
        #expect(result.errors.hasPrefix(message), "\(result.errors)")
        #expect(result.errors.contains("\nhelp: "))
        #expect(place.contents() == before)
    }

    /// Root may write everywhere.
    @Test(.enabled(if: getuid() != 0)) func folderThatMayNotBeWritten() async throws {
        let place = try place()
        _ = try await place.shell("mkdir shut && chmod 555 shut")
        let result = try await place.run("lint", "docs", "--output", "shut/a")
        #expect(result.status == 2)
        #expect(result.errors.hasPrefix("error: cannot write 'shut/a': permission denied"))
    }

    @Test func aLinkIsFollowed() async throws {
        let place = try place()
        try place.write("old", to: "real/it")
        try place.link("it", to: "real/it")
        _ = try await place.run("lint", "docs", "--format", "concise", "--output", "it")
        #expect(try place.text("real/it").hasPrefix("ledger.md:3:8: "))
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: "\(place.path)/it") == "real/it")
    }

    /// Both texts stand one behind the other, in a file too.
    @Test(arguments: ["/dev/stdout", "/dev/fd/1"]) func standardOutputByItsName(_ name: String) async throws {
        let place = try place()
        let result = try await place.shell(
            "\"$PLUMBLINE\" lint docs --format concise --output \(name) --format jsonl > both; cat both")
        let lines = result.output.split(separator: "\n")
        #expect(lines.first?.hasPrefix("ledger.md:3:8: ") == true && lines.last?.hasPrefix("{\"rule\":") == true)
        #expect(lines.count.isMultiple(of: 2))
    }

    /// Pipes and devices are written to, not replaced.
    @Test func pipesAreWrittenTo() async throws {
        let place = try place()
        let result = try await place.shell(
            "mkfifo pipe; cat pipe > copy & \"$PLUMBLINE\" lint docs --format concise --output pipe --format json "
                + "--output /dev/null; echo \"status $?\"; wait; test -p pipe && echo still")
        #expect(result.output.hasSuffix("status 1\nstill\n"), "\(result.output)")
        #expect(try place.text("copy").hasPrefix("ledger.md:3:8: "))
    }

    @Test func fullDeviceIsAnError() async throws {
        guard requirement(FileManager.default.fileExists(atPath: "/dev/full"), "there is no /dev/full here") else {
            return
        }
        let place = try place()
        let result = try await place.run(
            "lint", "docs", "--format", "json", "--output", "a", "--format", "sarif", "--output", "/dev/full")
        #expect(result.status == 2)
        #expect(result.errors.hasPrefix("error: cannot write '/dev/full': no space left on device"))
        #expect(place.contents().keys.sorted() == ["docs", "docs/ledger.md"])
    }

    /// Services look for files from the root of the repository, however the folder was named.
    @Test(arguments: ["docs", "docs/", "./docs", "docs/../docs", "$PWD/docs"])
    func pathsAreTheRepositorys(_ folder: String) async throws {
        let place = try place()
        let result = try await place.shell("\"$PLUMBLINE\" lint \"\(folder)\" --format gitlab")
        #expect(result.output.contains("\"path\": \"docs/ledger.md\""), "\(result.output)")
        let inside = try await place.shell("cd docs && \"$PLUMBLINE\" lint \"$PWD\" --format gitlab")
        #expect(inside.output.contains("\"path\": \"ledger.md\""))
        let single = try await place.run("lint", "./docs/ledger.md", "--format", "gitlab")
        #expect(single.output.contains("\"path\": \"docs/ledger.md\""))
    }
}
