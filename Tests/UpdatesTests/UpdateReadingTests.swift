import Plan
import SourceText
import TestSupport
import Testing

@testable import Updates

private func read(
    _ text: String, path: String = "updates/2026-11-30-1405-basket.md", hasZone: Bool = true
) -> (update: Update?, findings: [Finding]) {
    Update.read(SourceFile(path: path, text: text), hasZone: hasZone)
}

@Suite struct UpdateReadingTests {
    private static let whole = """
        ---
        kind: planned
        time: 2026-11-27T09:00:00+01:00
        start: 2026-12-01T22:00
        end: "2026-12-01 23:30"
        affects: [Error rate, enableSearch]
        of: 2026-11-20-first
        ---
        # Search is rebuilt

        The index is **made anew**; see [the plan](plan.md).

        - Readers notice nothing
        - Writers wait

        <script>alert(1)</script>
        """

    @Test func aWholeUpdateIsRead() throws {
        let (update, findings) = read(Self.whole)
        #expect(findings.isEmpty)
        let read = try #require(update)
        #expect(read.id == "2026-11-30-1405-basket")
        #expect(read.kind == .planned)
        #expect(read.title == "Search is rebuilt")
        #expect(
            read.paragraphs == [
                "The index is made anew; see the plan.", "• Readers notice nothing", "• Writers wait",
            ])
        #expect(read.time.value == WrittenTime("2026-11-27T09:00:00+01:00"))
        #expect(read.window?.start.value == WrittenTime("2026-12-01T22:00"))
        #expect(read.window?.end.value == WrittenTime("2026-12-01T23:30"))
        #expect(read.affects.map(\.value) == ["Error rate", "enableSearch"])
        #expect(read.incident?.value == "2026-11-20-first")
        #expect(read.span.start == SourcePosition(line: 9, column: 1))
    }

    @Test(arguments: [("\r\n", ""), ("\n", "\u{feff}"), ("\r\n", "\u{feff}")])
    func lineEndsAndMarksMakeNoDifference(end: String, mark: String) throws {
        let (plain, written) = (read(Self.whole), read(mark + Self.whole.replacing("\n", with: end)))
        #expect(written.findings.isEmpty)
        let (one, other) = try (#require(plain.update), #require(written.update))
        #expect(one.paragraphs == other.paragraphs)
        #expect(one.title == other.title)
        #expect(one.window?.end.value == other.window?.end.value)
    }

    /// Front matter, body, title and paragraphs.
    @Test(arguments: [
        ("title: Search is slow", "It is.", "Search is slow", ["It is."]),
        ("title: Search is slow", "", "Search is slow", []),
        ("", "Search is slow", "Search is slow", []),
        ("", "Search is slow.\nWe look.\n\nMore.", "Search is slow. We look.", ["More."]),
        ("", "Before\n\n## Search is slow\n\nAfter", "Search is slow", ["Before", "After"]),
        ("title: 2026", "x", "2026", ["x"]),
        ("", "| a | b |\n| --- | --- |\n| 1 | 2 |", "a · b", ["1 · 2"]),
        ("title: T", "> quoted\n\n~~gone~~ kept\n\n    code\n", "T", ["quoted", "kept", "code"]),
    ])
    func titleAndText(matter: String, body: String, title: String, paragraphs: [String]) throws {
        let (update, findings) = read("---\nkind: update\ntime: 2026-11-30T14:05Z\n\(matter)\n---\n\(body)\n")
        #expect(findings.isEmpty)
        #expect(update?.title == title)
        #expect(update?.paragraphs == paragraphs)
    }

    /// Front matter and what is wrong with it: line, column and a part of the message.
    @Test(arguments: [
        ("time: 2026-11-30T14:05Z", 1, 1, "an update has no 'kind'"),
        ("kind: incident", 1, 1, "an update has no 'time'"),
        ("kind: incidnet\ntime: 2026-11-30T14:05Z", 2, 7, "did you mean 'incident'?"),
        ("kind: outage\ntime: 2026-11-30T14:05Z", 2, 7, "not one of planned, incident, update, resolved"),
        ("kind: incident\ntime: 30.11.2026 14:05", 3, 7, "'time' is '30.11.2026 14:05', not a time"),
        ("kind: incident\ntime: 2026-11-30", 3, 7, "a date without a time of the day"),
        ("kind: incident\ntime: 2026-02-30T10:00Z", 3, 7, "not a time"),
        ("kind: planned\ntime: 2026-11-30T14:05Z", 1, 1, "planned work has no 'start'"),
        ("kind: planned\nstart: 2026-11-30T14:05Z", 1, 1, "planned work has no 'end'"),
        (
            "kind: planned\nstart: 2026-11-30T14:05Z\nend: 2026-11-30T14:05Z", 4, 6,
            "'end' is '2026-11-30T14:05Z', which is not after 'start', '2026-11-30T14:05Z'"
        ),
        ("kind: incident\ntime: 2026-11-30T14:05Z\ntitle: [a]", 4, 8, "'title' is a list, but has to be a text"),
        ("kind: incident\ntime: 2026-11-30T14:05Z\naffects: {a: b}", 4, 10, "has to be a list of names"),
    ])
    func whatIsBrokenSaysWhere(matter: String, line: Int, column: Int, message: String) throws {
        let (update, findings) = read("---\n\(matter)\n---\n\nText\n")
        #expect(update == nil)
        let finding = try #require(findings.first { $0.severity == .error })
        #expect(finding.rule == "update-unreadable")
        #expect(finding.message.contains(message), "\(finding.message)")
        #expect(finding.span?.start == SourcePosition(line: line, column: column))
        #expect(finding.help?.isEmpty == false)
    }

    @Test(arguments: [
        ("kind: incident\ntime: [", "front matter cannot be read as YAML"),
        ("kind: incident\ntime: 2026-11-30T14:05Z\ntime: 2026-11-30T14:06Z", "front matter cannot be read as YAML"),
        ("- kind: incident", "front matter of an update has no keys"), ("", "front matter of an update has no keys"),
    ])
    func frontMatterThatIsNoneIsToldOnce(matter: String, message: String) {
        let (update, findings) = read("---\n\(matter)\n---\n\nText\n")
        #expect(update == nil)
        #expect(findings.count == 1)
        #expect(findings.first?.message.hasPrefix(message) == true, "\(findings.map(\.message))")
        #expect(findings.first?.span != nil)
    }

    @Test(arguments: [
        ("# Only text\n", "an update has no front matter"), ("---\nkind: incident\n", "is not closed"),
    ])
    func withoutFrontMatterNothingIsAnUpdate(text: String, message: String) {
        let (update, findings) = read(text)
        #expect(update == nil)
        #expect(findings.count == 1)
        #expect(findings.first?.message.contains(message) == true)
        #expect(findings.first?.span?.start == SourcePosition(line: 1, column: 1))
    }

    @Test func aTimeNeedsAZoneWhereThePlanHasNone() {
        let text = "---\nkind: update\ntime: 2026-11-30T14:05\n---\nText\n"
        #expect(read(text).update != nil)
        let (update, findings) = read(text, hasZone: false)
        #expect(update == nil)
        #expect(
            findings.map(\.message) == ["'time' is '2026-11-30T14:05' without a time zone, and the plan names none"])
        #expect(findings.first?.span?.start == SourcePosition(line: 3, column: 7))
        #expect(read(text.replacing("14:05", with: "14:05:09.250+01:00"), hasZone: false).update != nil)
    }

    @Test func keysThatDoNotCountAreTold() {
        let (update, findings) = read(
            "---\nkind: update\ntime: 2026-11-30T14:05Z\nafects: x\nend: 2026-12-01T10:00Z\n---\nText\n")
        #expect(update != nil)
        #expect(
            findings.map(\.message) == [
                "unknown key 'afects'; did you mean 'affects'?",
                "'end' counts only for planned work, and this is of kind 'update'",
            ])
        #expect(findings.allSatisfy { $0.rule == "update-key-unknown" && $0.severity == .warning })
    }

    @Test func whatSaysNothingIsNoUpdate() {
        let (update, findings) = read("---\nkind: update\ntime: 2026-11-30T14:05Z\n---\n<!-- later -->\n")
        #expect(update == nil)
        #expect(findings.map(\.message) == ["an update says nothing: it has neither a title nor a text"])
    }

    /// A line as long as a file may be, and quotes as deep.
    @Test(arguments: [String(repeating: "word ", count: 210_000), String(repeating: "> ", count: 20_000) + "deep"])
    func aLongTextIsReadOrRefused(text: String) {
        let (update, findings) = read("---\nkind: update\ntime: 2026-11-30T14:05Z\n---\n\(text)\n")
        #expect(update != nil || findings.contains { $0.rule == "update-unreadable" })
        #expect((update?.title.count ?? 0) <= 200)
    }
}

@Suite struct UpdateDetectionTests {
    /// What a file of a folder `updates` begins with, and whether it is an update.
    @Test(arguments: [
        ("---\nkind: incident\n---\n", true), ("---\nkind: incidnet\n---\n", true),
        ("---\nKind: incident\n---\n", true),
        ("---\n\"kind\": planned\n---\n", true), ("---\nkind: [\n---\n", true), ("---\nkind: planned\n", true),
        ("---\ntime: 1\nkind: planned\n\nNot closed\n", true), ("\u{feff}---\r\nkind: update\r\n---\r\n", true),
        ("---\nkind: timeline\n---\n", false), ("---\nkind: Strategy\n---\n", false), ("---\ntitle: x\n---\n", false),
        ("# Release notes\n\nkind: planned\n", false), ("", false), ("---\n", false), ("---\n\nkind: planned\n", false),
    ])
    func aFileSaysOfItselfWhatItIs(text: String, isUpdate: Bool) {
        #expect(Update.isUpdate(SourceFile(path: "a.md", text: text)) == isUpdate)
    }

    @Test(arguments: [
        ("updates/a.md", true), ("plan/updates/a.md", true), ("/srv/plan/updates/a.md", true), ("a.md", false),
        ("updates.md", false), ("updates/old/a.md", false), ("my-updates/a.md", false),
    ])
    func onlyFilesOfAFolderOfThatNameCount(path: String, isUpdate: Bool) {
        let source = SourceFile(path: path, text: "---\nkind: update\n---\n")
        #expect(Update.isUpdateByItsPlace(source, at: path) == isUpdate)
    }
}

@Suite struct UpdateCheckTests {
    private func update(_ path: String, _ matter: String) throws -> Update {
        try #require(read("---\nkind: update\ntime: 2026-11-30T14:05Z\n\(matter)---\nText\n", path: path).update)
    }

    @Test func namesAreHeldAgainstThePlan() throws {
        let updates = [
            try update("updates/a.md", "affects: [error RATE, enable-search]\n"),
            try update("updates/b.md", "affects: Eror rate, Nonsense\nof: b1\n"),
        ]
        let findings = updateFindings(updates, names: ["Error rate", "enableSearch"])
        #expect(
            findings.map(\.message) == [
                "'Eror rate' is not a flag or an indicator of the plan; did you mean 'Error rate'?",
                "'Nonsense' is not a flag or an indicator of the plan", "'b1' is not the name of an update",
            ])
        #expect(findings.allSatisfy { $0.rule == "update-name-unknown" && $0.severity == .warning })
    }

    @Test func twoFilesOfOneNameAreNotOneUpdate() throws {
        let updates = [try update("updates/a.md", ""), try update("updates/old/a.markdown", "")]
        let findings = updateFindings(updates, names: [])
        #expect(findings.map(\.message) == ["'a' is the name of 'updates/a.md', too"])
        #expect(findings.first?.severity == .error)
    }
}

@Suite struct UpdateFileTests {
    @Test(arguments: [
        "Plain", "With: colon", "Quote \" and \\", "# hash", "Zeile 1 – ünï 🚀", "- dash", "---", "true", "{a}",
    ])
    func whatIsWrittenIsReadAgain(title: String) throws {
        let file = UpdateFile(
            kind: .planned, title: title, time: "2026-11-30T14:05:00+01:00",
            window: ("2026-12-01T22:00:00+01:00", "2026-12-01T23:00:00+01:00"), affects: ["Error rate, total", title],
            incident: "2026-11-29-x", text: "\n\nFirst\n\nSecond\n")
        let (update, findings) = read(file.serialized)
        #expect(findings.isEmpty)
        #expect(update?.title == title)
        #expect(update?.kind == .planned)
        #expect(update?.paragraphs == ["First", "Second"])
        #expect(update?.incident?.value == "2026-11-29-x")
        #expect(update?.window?.end.value == WrittenTime("2026-12-01T23:00:00+01:00"))
    }
}
