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
            ["-|-|a failed", "-|-|b failed"]
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
        ("2026-11-24 09:30", "2026-11-24T09:30:00Z", false), ("yesterday", nil, true), ("", nil, true),
    ]

    @Test(arguments: times) func timesOfSuites(_ text: String, _ expected: String?, _ zoneIsKnown: Bool) throws {
        let file = readReport("<testsuite timestamp='\(text)'><testcase name='a'/></testsuite>")
        let result = try #require(file.results.first)
        #expect(result.time?.rfc3339() == expected)
        #expect(result.zoneIsKnown == zoneIsKnown)
        #expect(faults(file) == [])
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
