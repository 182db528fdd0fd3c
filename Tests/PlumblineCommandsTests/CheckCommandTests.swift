import Foundation
import TestSupport
import Testing

/// `plumbline check`: a page is fresh when it says so itself, and never for want of evidence.
@Suite struct CheckCommandTests {
    private static let made = "2026-03-03T10:00:00+01:00"

    /// The page is made at 10:00 and, with an update each hour, valid until 12:00.
    @Test(arguments: [
        (["--now", made], 0, "fresh: ", ", 0 s ago: "),
        (["--now", "2026-03-03T10:30:00+01:00", "--max-age", "30m"], 0, "fresh: ", ", 30 min ago: "),
        (["--now", "2026-03-03T10:30:01+01:00", "--max-age", "30m"], 1, "old: ", ", 30 min ago, more than 30 min: "),
        (["--now", "2026-03-03T11:59:59+01:00", "--max-age", "1d"], 0, "fresh: ", ", 119 min ago: "),
        (["--now", "2026-03-03T12:00:00+01:00", "--max-age", "1d"], 1, "expired: ", ", 2 h ago, valid until "),
        (["--now", "2026-03-06T10:00:00+01:00"], 1, "expired: ", ", 3 days ago, valid until "),
        (["--now", "2026-03-03T09:59:30+01:00"], 0, "fresh: ", ", 30 s from now: "),
        (["--now", "2026-03-03T09:58:59+01:00"], 1, "future: ", ", 1 min from now, ahead of the clock: "),
        // The clock of the machine: the page is years away from it.
        ([], 1, "", ": "),
    ])
    func agesAreJudged(_ arguments: [String], _ status: Int32, _ start: String, _ part: String) async throws {
        let place = try await Workspace.published()
        for page in ["output", "output/index.html", "output/status.json"] {
            let result = try await Plumbline.run(
                ["check", page] + arguments, in: place.path, environment: SmallPlan.clock)
            #expect(result.status == status, "\(result.output)\(result.errors)")
            #expect(result.output.hasPrefix(start) && result.output.contains(part), "\(result.output)")
            #expect(result.output.split(separator: "\n").count == 1)
        }
    }

    @Test(arguments: [
        ("", "no page of Plumbline's"), ("<html></html>", "no page of Plumbline's"), ("{}", "no page of Plumbline's"),
        ("{\"schema\": \"plumbline/status/1\", \"headline\": \"On plan\"}", "no page of Plumbline's"),
        ("<div id=\"stale\" data-until=\"2999-01-01T00:00:00Z\">", "no page of Plumbline's"),
        (
            "{\"schema\":\"plumbline/status/1\",\"headline\":\"x\",\"madeAt\":\"today\",\"validUntil\":\"2999-01-01T00:00:00Z\"}",
            "the time 'today' (made) is not a time"
        ),
        (
            "{\"schema\":\"other/1\",\"headline\":\"x\",\"madeAt\":\"2026-03-03T09:00:00Z\",\"validUntil\":\"2999-01-01T00:00:00Z\"}",
            "no page of Plumbline's"
        ),
    ])
    func withoutEvidenceNothingIsFresh(_ content: String, _ message: String) async throws {
        let place = try Workspace()
        try place.write(content, to: "page")
        let result = try await place.run("check", "page", "--now", Self.made)
        #expect(result.status == 2 && result.errors.contains(message), "\(result.output)\(result.errors)")
        #expect(result.output.isEmpty)
    }

    @Test(arguments: [
        (["nowhere"], "cannot open 'nowhere'"), (["output", "--max-age", "soon"], "'--max-age soon'"),
        (["output", "--max-age", "0m"], "'--max-age 0m'"), (["ftp://a/"], "cannot open 'ftp://a/'"),
        (["http://user:secret@a/"], "the address holds a name or password"), (["output", "--now", "x"], "'--now x'"),
    ])
    func whatCannotBeReadIsTold(_ arguments: [String], _ message: String) async throws {
        let place = try await Workspace.published()
        let result = try await Plumbline.run(["check"] + arguments, in: place.path)
        #expect(result.status == 2 && result.errors.contains(message), "\(result.errors)")
        #expect(!result.errors.contains("secret"))
    }

    /// The headline of a hostile plan is the plan's, and its times are the page's own.
    @Test func documentsCannotSpeakForThePage() async throws {
        let place = try Workspace()
        let lie = "\" data-made=\"2999-01-01T00:00:00Z\"> <div id=\"stale\" data-until=\"2999-01-01T00:00:00Z\">"
        try place.write("# Plan \(lie)\n\n- [ ] Task \(lie)\n", to: "plan.md")
        #expect(try await place.run("build", "--now", SmallPlan.now).status == 0)
        let result = try await place.run("check", "output", "--now", Self.made)
        #expect(result.status == 0 && result.output.contains("made 2026-03-03T09:00:00Z, 0 s ago"), "\(result.output)")
    }

    @Test func jsonKeepsToItsSchema() async throws {
        let place = try await Workspace.published()
        let result = try await place.run(
            "check", "output", "--now", "2026-03-03T10:30:01+01:00", "--max-age", "30m", "--format", "json")
        #expect(result.status == 1)
        try place.write(result.output, to: "check.json")
        #expect(result.output.contains("\"verdict\": \"old\"") && result.output.contains("\"ageSeconds\": 1801"))
        let schema = try await place.run("schema", "check")
        try place.write(schema.output, to: "schema.json")
        let programs = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../.venv/bin").path
        let found = try await place.shell("PATH=\"\(programs):$PATH\"; command -v check-jsonschema")
        guard requirement(found.status == 0, "there is no 'check-jsonschema' (run 'make test')") else { return }
        let checked = try await place.shell(
            "PATH=\"\(programs):$PATH\"; check-jsonschema --schemafile schema.json check.json")
        #expect(checked.status == 0, "\(checked.output)")
    }
}
