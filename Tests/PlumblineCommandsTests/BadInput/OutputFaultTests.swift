import Foundation
import Testing

/// Places where no site can be written.
@Suite(.serialized) struct OutputFaultTests {
    static let places: [(String, String)] = [
        ("plan.md/site", "error: cannot find 'plan.md/site': not a directory\n"),
        ("plan.md", "error: 'plan.md' is not a directory; move it away, or choose another output\n"),
        (
            "none/such/site",
            "error: cannot open 'none/such': no such file or directory; make the directory above it first\n"
        ),
        ("/proc/site", "error: "),
    ]

    @Test(arguments: places) func placeThatCannotBeWritten(_ output: String, _ message: String) async throws {
        let place = try await Workspace.published()
        let before = place.contents()
        let result = try await place.run("build", "--now", SmallPlan.now, "--output", output)
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
        #expect(result.errors.hasPrefix(message), "\(result.errors)")
        #expect(result.errors.hasSuffix("help: the output was left as it was\n"))
        #expect(place.contents() == before)
    }

    @Test func somebodyElsesFileIsNotReplaced() async throws {
        let place = try await Workspace.published()
        try place.write("mine", to: "site/index.html")
        let result = try await place.run("build", "--now", SmallPlan.now, "--output", "site")
        #expect(result.status == 2)
        #expect(result.errors.contains("was not made by Plumbline"))
        #expect(place.contents("site") == ["index.html": Array("mine".utf8)])
    }

    /// The folder is replaced as a whole, so it must not be the one that holds the plan.
    @Test(arguments: [".", "..", "/", "./output/..", "here"]) func outputAroundThePlanIsRefused(_ output: String)
        async throws
    {
        let place = try Workspace()
        for (name, text) in SmallPlan.files { try place.write(text, to: "plan/\(name)") }
        try place.write("", to: "plan/output/.gitkeep")
        try place.link("plan/here", to: ".")
        let before = place.contents()
        let result = try await Plumbline.run(
            ["build", "--now", SmallPlan.now, "--output", output], in: "\(place.path)/plan")
        #expect(result.status == 2)
        #expect(result.errors.hasPrefix("error: the output '\(output)' holds '"), "\(result.errors)")
        #expect(result.errors.hasSuffix("help: choose a folder of its own for the output; nothing was changed\n"))
        #expect(place.contents() == before)
    }

    @Test func emptyOutputIsSaid() async throws {
        let place = try await Workspace.published()
        let before = place.contents()
        let result = try await place.run("build", "--now", SmallPlan.now, "--output", "")
        #expect(result.status == 2)
        #expect(result.errors == "error: '--output' names no folder\nhelp: name one, such as --output site\n")
        #expect(place.contents() == before)
    }

    @Test func outputThatIsALinkToNothingIsSaid() async throws {
        let place = try await Workspace.published()
        try place.link("site", to: "nowhere")
        let before = place.contents()
        let result = try await place.run("build", "--now", SmallPlan.now, "--output", "site")
        #expect(result.status == 2)
        #expect(
            result.errors.hasPrefix("error: 'site' is a link to a place that does not exist; make that folder, or "))
        #expect(place.contents() == before)
    }

    /// A list of files that came with the plan must not have the plan's own files removed, nor measures nor templates.
    @Test(arguments: [
        ("docs/plan.md", SmallPlan.document, "documents: [docs/*.md]\n"),
        ("docs/status.json", "{}", "results: docs/status.json\n"),
        ("docs/status.csv", SmallPlan.metrics, "metrics: docs/*.csv\n"),
        ("docs/status.md.mustache", "{{title}}", "templates: docs\n"),
    ])
    func outputThatHoldsWhatIsReadIsRefused(_ name: String, _ text: String, _ setting: String) async throws {
        let place = try Workspace()
        try place.write(SmallPlan.document, to: "plan.md")
        try place.write("output: docs\n" + setting, to: "plumbline.yml")
        try place.write(text, to: name)
        try place.write("\(name.dropFirst(5))\nstatus.json\n", to: "docs/.plumbline-files")
        if name.hasSuffix("plan.md") {
            try FileManager.default.removeItem(atPath: "\(place.path)/docs/.plumbline-files")
        }
        let before = place.contents()
        let result = try await place.run("build", "--now", SmallPlan.now)
        #expect(result.status == 2)
        #expect(result.errors.hasPrefix("error: the output 'docs' holds '"), "\(result.errors)")
        #expect(result.errors.contains("/\(name)', which this build reads\nhelp: "), "\(result.errors)")
        #expect(place.contents() == before)
    }

    @Test func readOnlyFileSystem() async throws {
        let place = try await Workspace.published()
        guard let disk = try await SmallDisk.mount(on: "\(place.path)/disk", sizeKiB: 4096) else { return }
        defer { disk.unmount() }
        #expect(try await place.run("build", "--now", SmallPlan.now, "--output", "disk/site").status == 0)
        try await disk.makeReadOnly()
        let before = place.contents()
        let result = try await place.run("build", "--now", SmallPlan.now, "--output", "disk/site")
        #expect(result.status == 2)
        #expect(result.errors.contains("read-only file system; choose an output on a file system that can be written"))
        #expect(place.contents() == before)
    }

    @Test func fullDisk() async throws {
        let place = try await Workspace.published()
        guard let disk = try await SmallDisk.mount(on: "\(place.path)/disk", sizeKiB: 4096) else { return }
        defer { disk.unmount() }
        #expect(try await place.run("build", "--now", SmallPlan.now, "--output", "disk/site").status == 0)
        _ = try await place.shell("head -c 8000000 /dev/zero > disk/ballast 2>/dev/null")
        let before = place.contents("disk/site")
        let result = try await place.run("build", "--now", "2026-03-03T11:00:00+01:00", "--output", "disk/site")
        #expect(result.status == 2)
        #expect(result.errors.contains("no space left on device; free some space and try again"), "\(result.errors)")
        #expect(place.contents("disk/site") == before)
        #expect(place.contents("disk").keys.filter { $0.contains("plumbline-new") }.isEmpty)
    }
}
