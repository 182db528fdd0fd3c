import Observations
import SourceText
import Testing

@Suite struct JUnitReadingTests {
    static let readings: [(String, [String])] = [
        (
            ReportFixtures.surefire,
            [
                "org.ledger.ExportTest|org.ledger.ExportTest|writesAllRows passed",
                "org.ledger.ExportTest|org.ledger.ExportTest|survivesAPause passed (2 failed)",
                "org.ledger.ExportTest|org.ledger.ExportTest|keepsOrder failed: rows 3 and 4 are swapped",
                "org.ledger.ExportTest|org.ledger.ExportTest|writesUmlauts skipped: needs a printer",
            ]
        ),
        (
            ReportFixtures.pytest,
            [
                "pytest|tests.test_move|test_backup_verified passed",
                "pytest|tests.test_move|test_rows[chromium] skipped: slow <here>",
                "pytest|tests.test_move|test_login failed: failed on setup",
            ]
        ),
        (
            ReportFixtures.jest,
            [
                "cart|cart keeps prices|cart keeps prices passed",
                "cart|cart pays|cart pays failed: Error: expect(received).toBe(expected)",
            ]
        ),
        (
            ReportFixtures.gotestsum,
            [
                "example.org/move/copy|example.org/move/copy|TestCopy/small passed",
                "example.org/move/copy|example.org/move/copy|TestVerify failed: Failed",
                "example.org/move/copy|example.org/move/copy|TestVerify passed",
            ]
        ),
        (
            ReportFixtures.nested,
            [
                "north|-|opens passed", "north|-|closes skipped", "gate|-|locks failed", "all|-|last passed",
            ]
        ),
        ("<testsuites/>", []), ("<testsuite tests='0'></testsuite>", []),
        ("<x:testsuite xmlns:x='urn:x'><x:testcase name='a'/></x:testsuite>", ["-|-|a passed"]),
        ("<testsuite name='s'><error message='no compiler'/></testsuite>", ["s|-|s failed: no compiler"]),
        (
            "<testsuite><testcase name='a'><rerunError/></testcase><testcase name='b' status='failed'/></testsuite>",
            ["-|-|a failed", "-|-|b failed: its report says 'failed'"]
        ),
        (
            "<testsuite><testcase name='a'><system-out><failure/></system-out></testcase></testsuite>",
            ["-|-|a passed"]
        ),
    ]

    @Test(arguments: readings) func producersAreUnderstood(_ text: String, _ expected: [String]) {
        let file = readReport(text)
        #expect(shown(file) == expected)
        #expect(faults(file) == [])
    }

    static let times: [(String, String?, Bool)] = [
        ("2026-11-24T09:30:00Z", "2026-11-24T09:30:00Z", true),
        ("2026-11-24T09:30:00.5+01:00", "2026-11-24T08:30:00.500Z", true),
        ("2026-11-24T09:30:00.251934", "2026-11-24T09:30:00.251Z", false),
        ("2026-11-24 09:30", "2026-11-24T09:30:00Z", false), ("", nil, true), (" ", nil, true),
        ("2026-11-24T09:30:00+0100", "2026-11-24T08:30:00Z", true), ("2026-11-24", "2026-11-24T00:00:00Z", false),
        ("2026-11-24T09:30:00 CEST", "2026-11-24T09:30:00Z", false),
        ("2026-11-24T09:30:00 UTC", "2026-11-24T09:30:00Z", true),
        ("4 Nov 2026 09:30:00 GMT", "2026-11-04T09:30:00Z", true),
    ]

    @Test(arguments: times) func timesOfSuites(_ text: String, _ expected: String?, _ zoneIsKnown: Bool) throws {
        let file = readReport("<testsuite timestamp='\(text)'><testcase name='a'/></testsuite>")
        let result = try #require(file.results.first)
        #expect(result.time?.rfc3339() == expected)
        #expect(result.zoneIsKnown == zoneIsKnown)
        #expect(faults(file) == [])
    }

    /// Nobody knows how old it is; what failed has failed all the same.
    @Test(arguments: ["yesterday", "2026-13-45T09:30:00Z", "24.11.2026 09:30", "2026-11-24T25:00:00"])
    func goodNewsOfAnUnreadableTimeIsNone(_ text: String) {
        let file = readReport(
            "<testsuite><testcase name='a' timestamp='\(text)'/><testcase name='b' timestamp='\(text)'><failure/></testcase><testcase name='c'/></testsuite>"
        )
        #expect(shown(file) == ["-|-|a pending: its time '\(text)' cannot be read", "-|-|b failed", "-|-|c passed"])
        #expect(faults(file) == ["1:12: timestamp '\(text)' cannot be read"])
        #expect(file.findings.map(\.severity) == [.error])
        // A suite's time is that of its tests.
        let suite = readReport("<testsuite timestamp='\(text)'><testcase name='a'/></testsuite>")
        #expect(suite.results.map(\.status) == [.pending] && suite.findings.count == 1)
    }

    static let words: [(String, ItemResult.Status)] = [
        ("run", .passed), ("completed", .passed), ("Passed", .passed), ("PASS", .passed), ("success", .passed),
        ("successful", .passed), ("ok", .passed), ("OK", .passed), ("", .passed), ("notrun", .skipped),
        ("not run", .skipped), ("Skipped", .skipped), ("disabled", .skipped), ("xfail", .skipped), ("fail", .failed),
        ("FAILED", .failed), ("timeout", .failed), ("timed out", .failed), ("TIMED_OUT", .failed), ("aborted", .failed),
        ("KO", .failed), ("error", .failed), ("crashed", .failed), ("xpass", .failed), ("inconclusive", .pending),
        ("running", .pending), ("cancelled", .pending), ("untested", .pending), ("undefined", .pending),
        ("wontrun", .pending), ("пройден", .pending),
    ]

    /// A word counts for good news only when it is known for it.
    @Test(arguments: words) func wordsOfRunners(_ word: String, _ status: ItemResult.Status) {
        for attribute in ["status", "result"] {
            let file = readReport("<testsuite><testcase name='a' \(attribute)='\(word)'/></testsuite>")
            #expect(file.results.map(\.status) == [status], "\(attribute)=\(word)")
            #expect(faults(file) == [])
        }
        let both = readReport(
            "<testsuite><testcase name='a' status='run' result='\(word)'><failure message='m'/></testcase></testsuite>")
        #expect(shown(both) == ["-|-|a failed: m"])
    }

    private static func tests(_ count: Int, _ inner: String = "") -> String {
        (0..<count).map { "<testcase name='t\($0)'>\(inner)</testcase>" }.joined()
    }

    /// Reports that lack tests which they announce, each with what is told of them.
    static let short: [(String, String)] = [
        (
            "<testsuite name='s' tests='5' failures='0'>\(tests(2))</testsuite>",
            "suite 's' counts 5 tests, but 2 stand in it"
        ),
        ("<testsuite tests='3' disabled='1'>\(tests(1))</testsuite>", "the suite counts 2 tests, but 1 stands in it"),
        ("<testsuite tests='1'/>", "the suite counts 1 test, but 0 stand in it"),
        (
            "<testsuites tests='3'><testsuite tests='2'>\(tests(2))</testsuite></testsuites>",
            "the suite counts 3 tests, but 2"
        ),
        (
            "<testsuites tests='4'><testsuite name='b' tests='4'>\(tests(3))</testsuite></testsuites>",
            "suite 'b' counts 4 tests, but 3 stand in it"
        ),
        (
            "<testsuite tests='2' skipped='1'>\(tests(2))</testsuite>",
            "the suite counts 1 skipped, but its tests show 0"
        ),
        // Times and words, so that it cannot be an assertion count.
        (
            "<testsuite tests='5' time='1'><testcase name='a' status='run'/></testsuite>", "counts 5 tests, but 1"
        ),
    ]

    @Test(arguments: short) func announcedTestsThatAreMissing(_ text: String, _ message: String) {
        let file = readReport(text)
        #expect(file.results.isEmpty)
        #expect(faults(file).count == 1 && faults(file)[0].contains(message), "\(faults(file))")
    }

    /// Counts that are right, however their producer reckons.
    static let whole: [String] = [
        // pytest counts subtests, and an error behind a test that passed.
        "<testsuites name='pytest tests'><testsuite name='pytest' errors='0' failures='0' skipped='0' tests='7'>\(tests(2))</testsuite></testsuites>",
        // The outer suite counts its own tests, or none, or those of the inner ones too.
        "<testsuite tests='1'>\(tests(1))<testsuite tests='2'>\(tests(2))</testsuite></testsuite>",
        "<testsuite tests='0'><testsuite tests='2'>\(tests(2))</testsuite></testsuite>",
        "<testsuites tests='3' skipped='3'><testsuite tests='3' skipped='3'>\(tests(1))<testsuite tests='2'>\(tests(2, "<skipped/>"))</testsuite>\(tests(1, "<skipped/>"))</testsuite></testsuites>",
        // GoogleTest lists what is disabled, Surefire a test that was run again once.
        "<testsuites tests='2' disabled='1'><testsuite tests='2' disabled='1' time='0'><testcase name='a' status='run' result='completed'/><testcase name='b' status='notrun' result='suppressed'/></testsuite></testsuites>",
        "<testsuite tests='1' flakes='1'>\(tests(1, "<flakyFailure/>"))</testsuite>",
        // More than announced: runs again.
        "<testsuite tests='1'>\(tests(3))</testsuite>",
        // .NET and go-junit-report.
        "<testsuites><testsuite name='a.dll' tests='2' skipped='1' failures='0' errors='0' time='1'>\(tests(1))\(tests(1, "<skipped/>"))</testsuite></testsuites>",
        "<testsuites tests='2' skipped='1'><testsuite name='m' tests='2' failures='0' errors='0' id='0' skipped='1' time='1'>\(tests(1))\(tests(1, "<skipped message='x'/>"))</testsuite></testsuites>",
        // Catch2 and doctest count assertions.
        "<testsuites><testsuite name='c' errors='0' failures='0' skipped='0' tests='12' hostname='tbd' time='1'>\(tests(2))</testsuite></testsuites>",
        "<testsuites><testsuite name='d' errors='0' failures='0' tests='12'><testcase name='a' time='0' status='run'/></testsuite></testsuites>",
        "<testsuite tests='many'>\(tests(1))</testsuite>", "<testsuite tests='-3'>\(tests(1))</testsuite>",
    ]

    @Test(arguments: whole) func countsThatAreRight(_ text: String) {
        let file = readReport(text)
        #expect(faults(file) == [])
        #expect(file.results.contains { $0.status == .passed })
    }

    @Test func timesAreHandedDown() {
        let times = readReport(ReportFixtures.nested).results.map { $0.time?.rfc3339() }
        #expect(
            times == ["2026-11-24T09:00:00Z", "2026-11-24T09:00:00Z", "2026-11-24T10:00:00Z", "2026-11-24T09:00:00Z"])
    }

    @Test func placesAreThoseOfTheTests() throws {
        let result = try #require(readReport(ReportFixtures.jest).results.last)
        #expect(result.place == ObservationPlace(path: "report.xml", line: 5))
        #expect(result.span.text.hasPrefix("<testcase classname=\"cart pays\""))
    }

    /// What failed is kept, and nothing else.
    static let torn: [(String, [String], String)] = [
        ("", [], "1:1: it is empty"),
        (
            "<testsuite><testcase name='a'/><testcase name='b'><failure/></testcase>", ["-|-|b failed"],
            "breaks off here"
        ),
        ("<testsuite><testcase name='a'/><testcase name=", [], "breaks off here"),
        ("<testsuite><testcase name='a'/></testsuites>", [], "it is no XML here: mismatched tag"),
        ("<testsuite><testcase name='a'/></testsuite><more/>", [], "it is no XML here: junk after document element"),
        ("<html><testcase name='a'/></html>", [], "'html' is no report of tests"),
        ("<testsuite><testcase name='a'/><testcase/></testsuite>", [], "1:32: a test has no name"),
        (
            "<testsuite name='s' errors='1' failures='1'><testcase name='a'/><testcase name='b'><error/></testcase></testsuite>",
            ["s|-|b failed"], "suite 's' counts 2 failed, but its tests show 1"
        ),
        ("<?xml version='1.0' encoding='klingon'?><testsuite><testcase name='a'/></testsuite>", [], "its encoding"),
    ]

    @Test(arguments: torn) func whatIsTornHasNoGoodNews(_ text: String, _ expected: [String], _ message: String) {
        let file = readReport(text)
        #expect(shown(file) == expected)
        #expect(faults(file).count == 1)
        #expect(faults(file).first?.contains(message) == true, "\(faults(file))")
        #expect(file.findings.allSatisfy { $0.rule == "result-unreadable" && $0.severity == .error })
    }

    /// A count that is missing below is told once, not for each suite above too.
    @Test func aCountIsComparedWhereItStands() {
        let file = readReport(
            "<testsuites failures='2'><testsuite name='s' failures='2'><testcase name='a'><failure/></testcase></testsuite></testsuites>"
        )
        #expect(faults(file).count == 1)
    }

    static let hostile: [String] = [
        // Each entity ten times the one before it.
        "<!DOCTYPE testsuite [<!ENTITY a \"ha\">"
            + (1...12).map { "<!ENTITY a\($0) \"\(String(repeating: $0 == 1 ? "&a;" : "&a\($0 - 1);", count: 10))\">" }
            .joined() + "]><testsuite><testcase name=\"&a12;\"/>&a12;</testsuite>",
        "<!DOCTYPE testsuite [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><testsuite><testcase name='a'/>&f;</testsuite>",
        "<!DOCTYPE testsuite [<!ENTITY % p SYSTEM \"http://127.0.0.1:9/x.dtd\"> %p;]><testsuite><testcase name='a'/></testsuite>",
    ]

    @Test(arguments: hostile) func entitiesAreRefused(_ text: String) {
        let file = readReport(text)
        #expect(file.results.isEmpty)
        #expect(faults(file).first?.contains("declares entities") == true, "\(faults(file))")
    }

    /// What a document type says beside that changes nothing, and what it names is not opened.
    @Test func aDocumentTypeIsPassedOver() {
        let file = readReport(
            "<!DOCTYPE testsuite SYSTEM 'http://127.0.0.1:9/junit.dtd' [<!ELEMENT testsuite ANY>]><testsuite><testcase name='a'/></testsuite>"
        )
        #expect(shown(file) == ["-|-|a passed"])
        #expect(faults(file) == [])
    }

    @Test func encodings() {
        let text = "<testsuite><testcase name='Prüfung – 5 €'/></testsuite>"
        let utf16: [UInt8] = [0xff, 0xfe] + text.utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }
        #expect(shown(ResultFile(SourceFile(path: "a.xml", bytes: utf16))) == ["-|-|Prüfung – 5 € passed"])
        let letters: [Character: UInt8] = ["ü": 0xfc, "–": 0x96, "€": 0x80]
        let old =
            Array("<?xml version='1.0' encoding='windows-1252'?>".utf8)
            + text.map { letters[$0] ?? $0.asciiValue ?? 0x3f }
        #expect(shown(ResultFile(SourceFile(path: "a.xml", bytes: old))) == ["-|-|Prüfung – 5 € passed"])
        let latin =
            Array("<?xml version='1.0' encoding='ISO-8859-15'?><testsuite><testcase name='5 ".utf8) + [0xa4]
            + Array("'/></testsuite>".utf8)
        #expect(shown(ResultFile(SourceFile(path: "a.xml", bytes: latin))) == ["-|-|5 € passed"])
    }

    /// Neither depth nor length costs more than itself.
    @Test(.timeLimit(.minutes(5))) func largeReports() {
        let deep = String(repeating: "<testsuite name='s'>", count: 50_000)
        let file = readReport(
            deep + "<testcase name='a'/>" + String(repeating: "</testsuite>", count: 50_000))
        #expect(shown(file) == ["s|-|a passed"])
        let many = readReport(
            "<testsuite>" + String(repeating: "<testcase name='a'><failure>x</failure></testcase>", count: 50_000))
        #expect(many.results.count == 50_000)
        let long = readReport("<testsuite a='" + String(repeating: "x", count: 5_000_000) + "'><testcase name='a'/>")
        #expect(long.results.isEmpty && long.findings.count == 1)
    }

    @Test(arguments: [
        ("a.xml", "{}", ResultFormat.junit), ("a.TAP", "{}", .tap), ("a.json", "<x/>", .json), ("a", "\n <x/>", .junit),
        ("a", "\u{feff}{\"results\": []}", .json), ("a.log", "TAP version 13\n", .tap), ("a", "1..3\n", .tap),
        ("a", "ok 1\n", .tap), ("a", "not ok 1\n", .tap), ("a", "", .json), ("a", "okay", .json),
    ])
    func formatsAreToldApart(_ path: String, _ text: String, _ format: ResultFormat) {
        #expect(ResultFormat(SourceFile(path: path, text: text)) == format)
    }
}
