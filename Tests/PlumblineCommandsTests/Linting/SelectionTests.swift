import Testing

/// Which rules run, how loud they are, what is shown and what makes a run fail: three knobs, each by itself.
@Suite struct SelectionTests {
    private let gap = "plan.md phase-days-gap warning"
    private let link = "plan.md link-broken error"

    @Test func allByDefault() async throws {
        let place = try Workspace.withGap()
        #expect(try await place.lint() == ([gap, link], 1))
    }

    @Test func selectAndIgnore() async throws {
        let place = try Workspace.withGap()
        #expect(try await place.lint("--select", "link-broken") == ([link], 1))
        #expect(try await place.lint("--select", "flag-*,phase-*") == ([gap], 1))
        #expect(
            try await place.lint("--select", "flag-*", "--select", "link-broken, phase-days-gap") == ([gap, link], 1))
        #expect(try await place.lint("--ignore", "link-broken,phase-*") == ([], 0))
        #expect(try await place.lint("--select", "all", "--ignore", "link-*") == ([gap], 1))
    }

    @Test(arguments: [
        (
            ["--select", "link-brocken"],
            "error: '--select': there is no rule 'link-brocken'; did you mean 'link-broken'?\nhelp: "
        ),
        (["--ignore", "link-broken,"], "error: '--ignore': there is no rule ''\nhelp: "),
        (["--ignore", "lnk-*"], "error: '--ignore': no rule begins with 'lnk-'\nhelp: "),
    ])
    func unknownNames(_ options: [String], _ message: String) async throws {
        let place = try Workspace.withGap()
        let result = try await Plumbline.run(["lint", "docs"] + options, in: place.path)
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
        #expect(result.errors.hasPrefix(message), "\(result.errors)")
    }

    @Test func settingsStandBelowTheCommandLine() async throws {
        let place = try Workspace.withGap(
            settings: "lint:\n  ignore: link-broken\n  severity: {phase-days-gap: info}\n")
        #expect(try await place.lint() == (["plan.md phase-days-gap info"], 0))
        #expect(try await place.lint("--select", "link-broken") == ([link], 1))
        #expect(try await place.lint("--ignore", "phase-*") == ([], 0))
        #expect(try await place.lint("--no-config") == ([gap, link], 1))
    }

    @Test(arguments: [
        (
            "lint: {ignore: [link-brokn]}\n",
            "docs/plumbline.yml:1:17: error[configuration-invalid]: there is no rule 'link-brokn'; did you mean 'link-broken'?"
        ),
        (
            "lint:\n  severity: {flg-*: off}\n",
            "docs/plumbline.yml:2:14: error[configuration-invalid]: no rule begins with 'flg-'"
        ),
        (
            "lint:\n  per-path: [{paths: a, ignore: x}]\n",
            "docs/plumbline.yml:2:33: error[configuration-invalid]: there is no rule 'x'"
        ),
        (
            "lint: {selct: all}\n",
            "docs/plumbline.yml:1:8: error[configuration-invalid]: unknown key 'selct'; did you mean 'select'?"
        ),
    ])
    func faultsOfSettings(_ settings: String, _ message: String) async throws {
        let place = try Workspace.withGap(settings: settings)
        for command in ["lint", "status", "config"] {
            let arguments = command == "config" ? ["config", "show", "docs"] : [command, "docs"]
            let result = try await Plumbline.run(arguments, in: place.path)
            #expect(result.status == 2, "\(command)")
            #expect(result.errors.hasPrefix("error: the settings cannot be used\n\(message)"), "\(result.errors)")
            #expect(result.errors.hasSuffix("\nhelp: correct docs/plumbline.yml; nothing was changed\n"))
        }
    }

    @Test func whatIsShownAndWhatFailsAreApart() async throws {
        let place = try Workspace.withGap()
        #expect(try await place.lint("--min-severity", "error") == ([link], 1))
        #expect(try await place.lint("--fail-on", "never") == ([gap, link], 0))
        #expect(try await place.lint("--exit-zero", "--fail-on", "error") == ([gap, link], 0))
        #expect(try await place.lint("--ignore", "link-broken", "--fail-on", "error") == ([gap], 0))
        // Hidden, and failing all the same; the summary says so.
        #expect(try await place.lint("--ignore", "link-broken", "--min-severity", "error") == ([], 1))
        let text = try await place.run("lint", "docs", "--min-severity", "error", "--ignore", "link-broken")
        #expect(text.output == "no findings in 1 document (1 too quiet to be shown)\n")
        try place.write("lint:\n  severity: {all: info}\n", to: "docs/plumbline.yml")
        #expect(try await place.lint().status == 0)
        #expect(try await place.lint("--fail-on", "info").status == 1)
        #expect(try await place.lint("--min-severity", "warning") == ([], 0))
        try place.write("lint: {fail-on: never, min-severity: error}\n", to: "docs/plumbline.yml")
        #expect(try await place.lint() == ([link], 0))
        #expect(try await place.lint("--fail-on", "warning", "--min-severity", "info") == ([gap, link], 1))
    }

    @Test func statusTwoStaysTwo() async throws {
        let place = try Workspace.withGap()
        #expect(try await place.run("lint", "nowhere", "--exit-zero").status == 2)
        #expect(try await place.run("lint", "docs", "--exit-zero", "--select", "x").status == 2)
    }

    @Test func perPath() async throws {
        let place = try Workspace.withGap(
            settings: """
                lint:
                  per-path:
                    - paths: [archive/**, "old*.md"]
                      ignore: all
                    - paths: drafts/
                      severity: {link-broken: info, phase-*: off}
                """)
        for name in ["archive/2024/a.md", "oldest.md", "drafts/b.md"] {
            try place.write(GapPlan.text.replacing("Ledger", with: name), to: "docs/\(name)")
        }
        let told = [
            "drafts/b.md link-broken info", "plan.md phase-days-gap warning", "plan.md link-broken error",
        ]
        #expect(try await place.lint("--select", "phase-days-gap,link-broken").told == told)
        // Wherever the tool runs and whatever it is given, the paths are those of the settings' folder.
        let below = try await place.shell("cd docs/drafts && \"$PLUMBLINE\" lint . --format concise")
        #expect(GapPlan.told(below.output) == ["b.md link-broken info"])
        let one = try await place.shell("cd docs && \"$PLUMBLINE\" lint archive/2024/a.md --format concise")
        #expect(one.output.isEmpty)
        #expect(one.status == 0)
    }

    @Test func settingsOfLintHoldForThePageToo() async throws {
        let place = try Workspace.withGap()
        let loud = try await place.run("build", "docs", "--output", "site", environment: SmallPlan.clock)
        #expect(loud.status == 0)
        #expect(try place.text("site/status.md").contains("steps.md"))
        for settings in ["lint: {ignore: link-broken}\n", "lint: {per-path: [{paths: '*.md', ignore: link-*}]}\n"] {
            try place.write(settings, to: "docs/plumbline.yml")
            _ = try await place.run("build", "docs", "--output", "site", environment: SmallPlan.clock)
            #expect(try !place.text("site/status.md").contains("steps.md"), "\(settings)")
        }
    }
}
