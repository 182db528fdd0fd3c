import Observations
import SourceText
import Testing

@Suite struct JSONResultTests {
    private func read(_ text: String) -> ResultFile { ResultFile(SourceFile(path: "results.json", text: text)) }

    private func messages(_ file: ResultFile) -> [String] {
        #expect(
            file.findings.allSatisfy {
                $0.rule == "result-unreadable" && $0.severity == .error
                    || $0.rule == "result-key-unknown" && $0.severity == .warning
            })
        return file.findings.map { "\($0.span?.start.line ?? 0):\($0.span?.start.column ?? 0): \($0.message)" }
    }

    @Test func readsBothLists() throws {
        let file = read(
            """
            {"results": [
               {"id": "a", "status": "passed", "time": "2026-11-23T09:30:00Z", "by": "ops", "evidence": "log 7"},
               {"item": "Backup restored", "status": "failed", "time": 1795426200, "by": null}],
             "flags": [{"flag": "x", "percent": 40, "time": "2026-11-23T09:30:00Z"}]}
            """)
        #expect(messages(file) == [])
        #expect(file.results.map(\.status) == [.passed, .failed])
        #expect(file.results.map(\.id) == ["a", nil])
        #expect(file.results.map(\.item) == [nil, "Backup restored"])
        #expect(file.results.map(\.by) == ["ops", nil])
        #expect(file.results.first?.evidence == "log 7")
        #expect(file.results.map(\.place.line) == [2, 3])
        #expect(file.results.compactMap(\.time?.secondsSinceEpoch) == [1_795_426_200, 1_795_426_200])
        #expect(file.flags.map(\.flag) == ["x"])
        #expect(file.flags.map(\.percent) == [40])
        #expect(file.flags.map(\.place) == [ObservationPlace(path: "results.json", line: 4)])
    }

    @Test func listsMayBeLeftOut() {
        let file = read("\u{FEFF}{}")
        #expect(messages(file) == [])
        #expect(file.results.isEmpty && file.flags.isEmpty)
    }

    @Test(arguments: [
        ("", "1:1: expected a value, but the text ends"),
        ("[]", "1:1: expected a set of keys, not a list"),
        ("{\"result\": []}", "1:2: key 'result' is not known here; known are 'results', 'flags'"),
        ("{\"results\": {}}", "1:13: 'results' must be a list, not a set of keys"),
        ("{\"results\": [5]}", "1:14: expected a set of keys, not a number"),
        (
            "{\"results\": [{\"status\": \"passed\", \"time\": 1}]}",
            "1:14: neither 'id' nor 'item' says what this is the result of"
        ),
        (
            "{\"results\": [{\"id\": 5, \"status\": \"passed\", \"time\": 1}]}",
            "1:21: 'id' must be a text, not a number"
        ),
        ("{\"results\": [{\"id\": \"a\", \"time\": 1}]}", "1:14: 'status' is missing or empty"),
        (
            "{\"results\": [{\"id\": \"a\", \"status\": \"ok\", \"time\": 1}]}",
            "1:36: status 'ok' is not one of 'passed', 'failed', 'skipped', 'pending', 'blocked'"
        ),
        ("{\"results\": [{\"id\": \"a\", \"status\": \"passed\"}]}", "1:14: 'time' is missing"),
        (
            "{\"results\": [{\"id\": \"a\", \"status\": \"passed\", \"time\": \"2026-11-23T09:30:00\"}]}",
            "1:54: time '2026-11-23T09:30:00' has no time zone; add Z or an offset such as +01:00"
        ),
        ("{\"flags\": [{\"percent\": 5, \"time\": 1}]}", "1:12: 'flag' is missing or empty"),
        ("{\"flags\": [{\"flag\": \"x\", \"time\": 1}]}", "1:12: 'percent' is missing"),
        (
            "{\"flags\": [{\"flag\": \"x\", \"percent\": 101, \"time\": 1}]}",
            "1:37: percent '101' is not a number from 0 to 100"
        ),
        (
            "{\"flags\": [{\"flag\": \"x\", \"percent\": \"40\", \"time\": 1}]}",
            "1:37: percent '\"40\"' is not a number from 0 to 100"
        ),
        ("{\"results\": [], \"results\": []}", "1:17: key 'results' stands here twice"),
    ])
    func faultsHaveTheirPlace(_ text: String, _ expected: String) {
        let file = read(text)
        #expect(messages(file) == [expected])
        #expect(file.results.isEmpty && file.flags.isEmpty)
    }

    @Test(arguments: ["FAILED", "Failed", " failed "])
    func aStatusIsReadInAnyCaseOfLetters(_ word: String) {
        let file = read("{\"results\": [{\"id\": \"a\", \"status\": \"\(word)\", \"time\": 1}]}")
        #expect(file.results.map(\.status) == [.failed])
        #expect(file.findings.isEmpty)
    }

    @Test func aFaultCostsNoOtherEntryAndAKeyTooManyNotItsOwn() {
        let file = read(
            """
            {"results": [{"id": "a"}, {"id": "b", "status": "failed", "time": 1, "who": "x"}],
             "flags": [{}, {"flag": "x", "percent": 5, "time": 1}], "phases": []}
            """)
        #expect(file.results.map(\.id) == ["b"])
        #expect(file.flags.map(\.flag) == ["x"])
        #expect(
            messages(file) == [
                "2:57: key 'phases' is not known here; known are 'results', 'flags'",
                "1:14: 'status' is missing or empty",
                "2:12: 'flag' is missing or empty",
                "1:70: key 'who' is not known here; known are 'id', 'item', 'status', 'time', 'by', 'evidence'",
            ])
    }
}
