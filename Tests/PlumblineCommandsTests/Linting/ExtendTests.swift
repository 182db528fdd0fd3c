import Testing

/// `extend` in `plumbline.yml`.
@Suite struct ExtendTests {
    /// A repository with settings that are shared, and those of one team.
    private func place(own: String, shared: String = "lint: {ignore: link-broken, fail-on: error}\n") throws
        -> Workspace
    {
        let place = try Workspace.withGap(settings: own)
        try place.write(shared, to: "shared/plumbline.yml")
        try place.write("ref: refs/heads/main\n", to: ".git/HEAD")
        return place
    }

    @Test func ownKeysStandAboveSharedOnes() async throws {
        let place = try place(own: "extend: ../shared/plumbline.yml\n")
        #expect(try await place.lint() == (["plan.md phase-days-gap warning"], 0))
        try place.write("extend: ../shared/plumbline.yml\nlint: {fail-on: warning}\n", to: "docs/plumbline.yml")
        #expect(try await place.lint() == (["plan.md phase-days-gap warning"], 1))
        try place.write("extend: ../shared/plumbline.yml\nlint: {ignore: []}\n", to: "docs/plumbline.yml")
        #expect(try await place.lint().told.count == 2)
    }

    @Test func ofSeveralTheLaterCounts() async throws {
        let place = try place(own: "extend: [../shared/plumbline.yml, more.yml]\n")
        try place.write("extend: ../shared/plumbline.yml\nlint: {ignore: phase-*}\n", to: "docs/more.yml")
        #expect(try await place.lint() == (["plan.md link-broken error"], 1))
    }

    @Test func pathsAreThoseOfTheFileThatSaysThem() async throws {
        let place = try place(
            own: "extend: ../shared/plumbline.yml\n",
            shared: "lint:\n  baseline: known.json\n  per-path: [{paths: [../docs/**], severity: {all: info}}]\n")
        #expect(try await place.run("lint", "docs", "--write-baseline").status == 0)
        #expect(try place.text("shared/known.json").contains("\"path\":\"docs/plan.md\""))
        #expect(try await place.lint("--baseline", "shared/known.json") == ([], 0))
        try place.write("{\"schema\":\"plumbline/baseline/1\",\"findings\":[]}", to: "shared/known.json")
        #expect(
            try await place.lint() == (["plan.md phase-days-gap info", "plan.md link-broken info"], 0))
    }

    @Test func aPlanIsBuiltWithThemToo() async throws {
        let place = try await Workspace.published()
        try place.write(
            "start: 2026-03-02\ntimezone: Europe/Berlin\nmetrics: [../metrics/*.csv]\n", to: "shared/base.yml")
        try place.write(
            "extend: shared/base.yml\noutput: output\nkpis: {Delivery delay: delivery_delay_seconds}\n",
            to: "plumbline.yml")
        let result = try await place.run("build", "--now", SmallPlan.now)
        #expect(result.status == 0, "\(result.errors)")
        #expect(try place.text("output/status.json").contains("4.2"))
    }

    static let faults: [(String, String)] = [
        ("extend: nowhere.yml\n", "1:9: error[configuration-invalid]: there is no file 'docs/nowhere.yml' to extend"),
        ("extend: ''\n", "1:9: error[configuration-invalid]: there is no file"),
        ("extend: plumbline.yml\n", "1:9: error[configuration-invalid]: 'plumbline.yml' extends this file in turn"),
        ("extend: ring.yml\n", "1:9: error[configuration-invalid]: 'plumbline.yml' extends this file in turn"),
        ("extend: ../shared\n", "1:9: error[configuration-invalid]: '../shared' is no file"),
        (
            "extend: https://example.org/plumbline.yml\n",
            "1:9: error[configuration-invalid]: 'https://example.org/plumbline.yml' is an address; settings extend files"
        ),
        (
            "extend: ../../../../../../../../etc/passwd\n",
            "1:9: error[configuration-invalid]: '../../../../../../../../etc/passwd' lies outside the repository"
        ),
        ("title: A\nextend: out.yml\n", "2:9: error[configuration-invalid]: 'out.yml' lies outside the repository"),
        ("extend: deep0.yml\n", "1:9: error[configuration-invalid]: settings extend each other more than 8 deep"),
        (
            "extend: [\(((0..<40).map { "wide\($0).yml" }).joined(separator: ", "))]\n",
            "error[configuration-invalid]: settings extend more than 32 files"
        ),
        ("extend: wrong.yml\n", "docs/wrong.yml:2:1: error[configuration-invalid]: unknown key 'titel'"),
        ("extend: [a, {b: c}]\n", "1:9: error[configuration-invalid]: 'extend' is"),
    ]

    @Test(arguments: faults) func faultsHaveAPlace(_ own: String, _ message: String) async throws {
        let place = try place(own: own)
        try place.write("extend: plumbline.yml\n", to: "docs/ring.yml")
        try place.write("title: A\ntitel: B\n", to: "docs/wrong.yml")
        try place.link("docs/out.yml", to: "/etc/hostname")
        for index in 0..<40 {
            try place.write("extend: deep\(index + 1).yml\n", to: "docs/deep\(index).yml")
            try place.write("title: \(index)\n", to: "docs/wide\(index).yml")
        }
        for command in ["lint", "plan", "status"] {
            let result = try await place.run(command, "docs")
            #expect(result.status == 2)
            #expect(result.output.isEmpty)
            #expect(result.errors.hasPrefix("error: the settings cannot be used\ndocs/"), "\(result.errors)")
            #expect(result.errors.contains(message), "\(command): \(result.errors)")
        }
    }

    @Test func settingsThatAreTooLarge() async throws {
        let place = try place(own: "extend: large.yml\n")
        try place.write("# " + String(repeating: "x", count: 300_000) + "\n", to: "docs/large.yml")
        let result = try await place.run("lint", "docs")
        #expect(result.status == 2)
        #expect(result.errors.hasPrefix("error: the settings 'docs/large.yml' are larger than 256 KiB\nhelp: "))
    }

    /// Each file once, however many extend it: two that extend two that extend two would be read a thousand times.
    @Test func whatSeveralExtendIsReadOnce() async throws {
        let place = try place(own: "extend: [a0.yml, b0.yml]\n")
        for level in 0..<6 {
            for side in ["a", "b"] {
                try place.write("extend: [a\(level + 1).yml, b\(level + 1).yml]\n", to: "docs/\(side)\(level).yml")
            }
        }
        for side in ["a", "b"] { try place.write("lint: {ignore: phase-*}\n", to: "docs/\(side)6.yml") }
        #expect(try await place.lint() == (["plan.md link-broken error"], 1))
    }

    /// Without a repository nothing outside of what was named is read, unless the user names it.
    @Test func withoutARepository() async throws {
        let place = try Workspace.withGap(settings: "extend: ../shared.yml\n")
        try place.write("lint: {ignore: all}\n", to: "shared.yml")
        let refused = try await place.run("lint", "docs")
        #expect(refused.status == 2)
        #expect(refused.errors.contains("'../shared.yml' lies outside the repository"))
        #expect(try await place.run("lint", ".", "--config", "docs/plumbline.yml").status == 0)
    }
}
