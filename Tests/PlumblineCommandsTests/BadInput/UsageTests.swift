import Testing

/// 2 for wrong usage, 0 for help.
@Suite struct UsageTests {
    static let wrong: [([String], String)] = [
        (["publish"], "Unexpected argument 'publish'"),
        (["--nonsense"], "Unknown option '--nonsense'"),
        (
            ["lint", "--format", "xml"],
            "Please provide one of the following:\n  - text\n  - concise\n  - json\n  - jsonl\n"
        ),
        (["lint", "--format"], "Missing value for '--format"),
        (["plan", "--width", "10"], "'--width' takes 40 to 1000 columns"),
        (["plan", "--width", "wide"], "The value 'wide' is invalid for '--width"),
        (["status", "--width", "1001"], "'--width' takes 40 to 1000 columns"),
        (["schema", "page"], "Please provide one of the following:\n  - plan\n  - explain\n  - lint\n"),
        (["lint", "--min-severity", "loud"], "The value 'loud' is invalid for '--min-severity"),
        (["lint", "--fail-on", "off"], "The value 'off' is invalid for '--fail-on"),
        (["lint", "--config", "a", "--no-config"], "'--config' and '--no-config' exclude each other"),
        (["lint", "--watch", "--stdin-filename", "a.md"], "'--watch' and '--stdin-filename' exclude each other"),
        (["lint", "--watch", "--write-baseline"], "'--watch' and '--write-baseline' exclude each other"),
        (["config", "show", "nowhere"], "error: there is no file or folder 'nowhere'\nhelp: "),
        (["build", "one", "two"], "Unexpected argument 'two'"),
        (["explain", "flag-undefind"], "error: there is no rule 'flag-undefind'; did you mean 'flag-undefined'?"),
        (["explain", "xyzzy"], "error: there is no rule 'xyzzy'\nhelp: 'plumbline explain' lists all rules"),
    ]

    @Test(arguments: wrong) func wrongUsage(_ arguments: [String], _ message: String) async throws {
        let place = try Workspace()
        let result = try await Plumbline.run(arguments, in: place.path)
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
        #expect(result.errors.contains(message), "\(result.errors)")
    }

    /// Plain and with options a command is parsed in two ways; both say the same.
    @Test(arguments: [["."], ["ledger.md", "."], ["nowhere"], ["ledger.md"]])
    func plainLintIsLint(_ paths: [String]) async throws {
        let place = try Workspace()
        try place.write("# Ledger\n\n[gone](gone.md)\n", to: "ledger.md")
        let plain = try await Plumbline.run(["lint"] + paths, in: place.path)
        let parsed = try await Plumbline.run(["lint", "--format", "text"] + paths, in: place.path)
        #expect(plain.output == parsed.output)
        #expect(plain.errors == parsed.errors)
        #expect(plain.status == parsed.status)
        #expect(plain.status == (paths == ["nowhere"] ? 2 : 1))
    }

    @Test(arguments: [
        "", "lint ", "diff ", "plan ", "explain ", "build ", "status ", "schema ", "config ", "config show ",
    ])
    func helpIsNoError(_ command: String) async throws {
        let place = try Workspace()
        let result = try await Plumbline.run(
            command.split(separator: " ").map(String.init) + ["--help"], in: place.path)
        #expect(result.status == 0)
        #expect(result.output.contains("USAGE: plumbline \(command)"))
        #expect(result.errors.isEmpty)
    }

    @Test func versionIsOneLine() async throws {
        let result = try await Workspace().run("--version")
        #expect(result.status == 0)
        #expect(result.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
    }
}
