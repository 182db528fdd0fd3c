import Observations
import SourceText
import Testing

@Suite struct TAPReadingTests {
    static let readings: [(String, [String])] = [
        (
            ReportFixtures.tap14,
            [
                "-|-|backup verified passed", "-|-|keeps order failed: rows 3 and 4 are swapped",
                "gate|-|locks # 3 passed", "gate|-|rings pending: bell is ordered", "-|-|gate passed",
                "-|-|opens pending: hinges", "-|-|printer skipped: no paper",
            ]
        ),
        (ReportFixtures.tap13, ["-|-|one passed", "-|-|two failed", "-|-|test 3 passed"]),
        (
            ReportFixtures.buffered,
            [
                "north|-|opens passed", "north|-|closes passed", "-|-|north passed", "south|-|opens failed",
                "-|-|south failed",
            ]
        ),
        ("1..0 # SKIP no database\n", []),
        ("1..2\r\nok 2 - b\r\nok 1 - a\r\n", ["-|-|b passed", "-|-|a passed"]),
        ("1..1\nok 1 - done # TODO not sure\n", ["-|-|done passed: not sure"]),
        ("1..1\nnot ok 1 - x # Skipped: later\n", ["-|-|x skipped: later"]),
        ("1..1\nok 1 3rd try of a#b\n", ["-|-|3rd try of a#b passed"]),
        ("1..1\nok 1 - back\\\\slash \\# TODO\n", ["-|-|back\\slash # TODO passed"]),
        // A test is as bad as its subtest, whatever it says.
        (
            "1..1\n# Subtest: a\n    not ok 1 - x\n    1..1\nok 1 - a\n",
            ["a|-|x failed", "-|-|a failed: its subtest failed"]
        ),
        (
            "1..1\n# Subtest: a\n    not ok 1 - x\n    1..1\nnot ok 1 - a # TODO\n",
            ["a|-|x pending", "-|-|a pending"]
        ),
        // Output of another program.
        ("1..1\n    not ok then\n  ---\nok 1 - a\n", ["-|-|a passed"]),
        ("1..1\n  not ok 1 - of another program\n\tnot ok\nok 1 - a\n", ["-|-|a passed"]),
        ("1..1\n# Subtest: a\n    ok 1 - x\n      ok then\n    1..1\nok 1 - a\n", ["a|-|x passed", "-|-|a passed"]),
        ("1..1\n# Subtest: a\n  ok 1 - x\n  not ok 2 - y # TODO\n  1..2\nok 1 - a\n", ["-|-|a passed"]),
        ("\u{feff}1..1\nok 1\n", ["-|-|test 1 passed"]),
    ]

    @Test(arguments: readings) func streamsAreUnderstood(_ text: String, _ expected: [String]) {
        let file = readReport(text, "report.tap")
        #expect(shown(file) == expected)
        #expect(faults(file) == [])
        #expect(file.results.allSatisfy { $0.time == nil })
    }

    private static let misplaced = "a test fails here, but is not indented by four spaces"
    static let torn: [(String, [String], String)] = [
        // Tests that fail where no subtest can be read.
        ("1..1\n# Subtest: a\n\tok 1 - x\n\tnot ok 2 - y\n\t1..2\nok 1 - a\n", [], "4:1: \(misplaced)"),
        ("1..1\n# Subtest: a\n  not ok 1 - y\n  1..1\nok 1 - a\n", [], "3:3: \(misplaced)"),
        ("1..1\n  1..1\n  not ok 1 - y\nok 1 - a\n", [], "3:3: \(misplaced)"),
        ("1..1\n  not ok 1 - y\n  1..1\nok 1 - a\n", [], "2:3: \(misplaced)"),
        ("TAP version 14\n1..1\n        not ok 1 - y\nok 1 - a\n", [], "3:9: \(misplaced)"),
        ("1..1\nok 1 - a {\n\tnot ok 1 - y\n\t1..1\n}\n", [], misplaced),
        ("1..1\n# Subtest: a\n    ok 1 - x\n      not ok 1 - z\n    1..1\nok 1 - a\n", [], "4:7: \(misplaced)"),
        ("1..1\nok 1\n# Subtest: a\n \tnot ok 1\n", [], misplaced),
        ("1..2\nok 1\n\tBail out! no disk\nok 2\n", [], "'Bail out!': no disk"),
        ("", [], "1:1: it holds no TAP"), ("hello\n", [], "it holds no TAP"),
        ("ok 1\nok 2\n", [], "1:1: no plan (1..N) says how many tests there are"),
        ("1..3\nok 1\nnot ok 3 - c\n", ["-|-|c failed"], "1:1: 1 of 3 planned tests is missing, the first test 2"),
        ("1..4\nok 1\n", [], "3 of 4 planned tests are missing, the first test 2"),
        ("1..1\nok 1\nok 2\n", [], "test 2 is not in the plan of 1"),
        ("1..2\nok 1\nok 1\n", [], "3:1: test 1 stands here a second time"),
        ("1..1\n1..1\nok 1\n", [], "2:1: a second plan stands here"),
        ("1..2\nok 1\nBail out! disk is full\nok 2\n", [], "3:1: 'Bail out!': disk is full"),
        ("1..1\nok 1 - restored", [], "the last line does not end"),
        ("1..1\nok 1\n  ---\n  a: b\n", [], "the diagnostics of a test do not end"),
        ("1..1\n# Subtest: a\n    ok 1 - x\n    1..1\n", [], "no test behind this subtest says how it ended"),
        ("TAP version 14\n1..1\n    ok 1 - x\nok 1 - a\n", [], "3:5: no plan (1..N)"),
        ("1..1\n# Subtest: a\n    1..2\n    ok 1 - x\nok 1 - a\n", [], "1 of 2 planned tests is missing"),
        ("1..1\nok 1 - a {\n    1..1\n    ok 1 - x\n", [], "a subtest in braces does not end"),
        ("TAP version 13\n1..1\nok 1\nTAP version 13\n1..1\nok 1\n", [], "a second stream begins here"),
        ("1..99999999999999999999\nok 1\n", [], "no plan (1..N)"),
        ("1..9223372036854775807\nok 1\n", [], "9223372036854775806 of 9223372036854775807 planned tests are missing"),
        ("1..2\nok 99999999999999999999\nok 2\n", [], "is not in the plan of 2"),
    ]

    @Test(arguments: torn) func whatIsTornHasNoGoodNews(_ text: String, _ expected: [String], _ message: String) {
        let file = readReport(text, "report.tap")
        #expect(shown(file) == expected)
        #expect(faults(file).contains { $0.contains(message) }, "\(faults(file))")
        #expect(file.findings.allSatisfy { $0.rule == "result-unreadable" && $0.severity == .error })
    }

    @Test(.timeLimit(.minutes(5))) func largeStreams() {
        let count = 50_000
        let flat = "1..\(count)\n" + (1...count).map { "ok \($0) - case \($0)\n" }.joined()
        #expect(readReport(flat, "a.tap").results.count == count)
        let deep = (0..<400).map {
            String(repeating: "    ", count: $0) + "# Subtest: a\n" + String(repeating: "    ", count: $0) + "ok 1\n"
        }
        let file = readReport(deep.joined(), "a.tap")
        #expect(file.results.isEmpty && !file.findings.isEmpty)
    }
}
