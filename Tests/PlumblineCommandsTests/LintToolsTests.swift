import Foundation
import TestSupport
import Testing

/// What `lint` writes is read by the tools that it is written for.
@Suite struct LintToolsTests {
    private static let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    private static let checks = tests.appending(path: "PublishedPagesTests/Tools/check_lint_formats.py").path()
    /// Not as the file that the link leads to, which knows nothing of the environment.
    private static let python = tests.deletingLastPathComponent().appending(path: ".venv/bin/python3").path()

    static let formats = ["json", "jsonl", "sarif", "gitlab", "junit", "rdjson"]

    /// Writes every format of one run and lets the tools say what is wrong with them.
    private func complaints(_ place: Workspace, _ arguments: String, _ expected: [String: Any]) async throws -> String?
    {
        let hasTools =
            try await place.shell("\"\(Self.python)\" -c 'import jsonschema, junitparser, sarif'").status == 0
        guard requirement(hasTools, "there is no .venv with the packages of Tests/requirements.txt (run 'make test')")
        else { return nil }
        let options = Self.formats.map { "--format \($0) --output out.\($0)" }.joined(separator: " ")
        let run = try await place.shell("\"$PLUMBLINE\" lint \(arguments) \(options)")
        #expect(run.errors.isEmpty)
        _ = try await place.shell("\"$PLUMBLINE\" schema lint > schema.json")
        try place.write(Array(try JSONSerialization.data(withJSONObject: expected)), to: "expected.json")
        let checked = try await place.shell("\"\(Self.python)\" \"\(Self.checks)\"")
        return checked.output + (checked.status == 0 ? "" : checked.errors)
    }

    @Test func toolsReadThem() async throws {
        let place = try Workspace()
        for (name, text) in WidePlan.files { try place.write(text, to: name) }
        let complaints = try await complaints(
            place, "\"\(WidePlan.folder)\"",
            ["errors": 5, "warnings": 0, "covered": WidePlan.covered, "elsewhere": WidePlan.coveredElsewhere])
        #expect(complaints ?? "" == "")
    }

    @Test func toolsReadACleanRun() async throws {
        let place = try Workspace()
        try place.write("# Nothing\n", to: "plan.md")
        let none: [String] = []
        let complaints = try await complaints(
            place, ".", ["errors": 0, "warnings": 0, "covered": none, "elsewhere": none])
        #expect(complaints ?? "" == "")
    }

    /// Names and texts that would break a format that forgets to escape.
    @Test func toolsReadHostileDocuments() async throws {
        let place = try Workspace()
        let target = "]]&'[x](y).md"
        try place.write(
            "# A\n\n[a](<\(target)>)\n\n[b](<\u{1b}\u{202e}\u{ffff}\u{7f}x>)\n", to: "a|<b>&\"[c](d) #1%.md")
        try place.write([0x23, 0x20, 0xff, 0x0a], to: "::error::b.md")
        let complaints = try await complaints(
            place, ".", ["errors": 2, "warnings": 1, "covered": NSNull(), "elsewhere": [String]()])
        #expect(complaints ?? "" == "")
    }

    /// The checks find what is wrong.
    @Test(arguments: [
        ("sarif", "columnKind", "columnKinds"), ("gitlab", "fingerprint", "fingerprints"),
        ("rdjson", "\"column\": 2", "\"column\": 3"), ("sarif", "\"startColumn\": 2", "\"startColumn\": 3"),
        ("junit", "<failure", "<skipped"), ("json", "\"related\"", "\"relations\""), ("jsonl", "\"at\"", "\"place\""),
    ])
    func checksFindFaults(_ format: String, _ old: String, _ new: String) async throws {
        let place = try Workspace()
        for (name, text) in WidePlan.files { try place.write(text, to: name) }
        let expected: [String: Any] = [
            "errors": 5, "warnings": 0, "covered": WidePlan.covered, "elsewhere": WidePlan.coveredElsewhere,
        ]
        guard try await complaints(place, "\"\(WidePlan.folder)\"", expected) != nil else { return }
        let text = try place.text("out.\(format)")
        #expect(text.contains(old))
        let wrong = text.replacing(old, with: new).replacing(
            "</failure>", with: new == "<skipped" ? "</skipped>" : "</failure>")
        try place.write(wrong, to: "out.\(format)")
        let checked = try await place.shell("\"\(Self.python)\" \"\(Self.checks)\"")
        #expect(!checked.output.isEmpty || checked.status != 0)
    }
}
