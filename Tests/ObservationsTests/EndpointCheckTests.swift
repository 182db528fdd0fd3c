import Observations
import SourceText
import Testing

/// What monitors answer, read as metrics.
@Suite struct EndpointCheckTests {
    private func read(_ text: String) -> ReadFiles {
        let plain = ReadFiles([("s.json", .jsonList, Array(text.utf8))])
        #expect(ReadFiles([("s.json", .jsonList, Array(text.utf8))], isCareful: true).difference(from: plain) == nil)
        #expect(ReadFiles([("s.json", .jsonList, Array(text.utf8))], blockSize: 16).difference(from: plain) == nil)
        return plain
    }

    @Test func checksOfAnEndpointAreTwoMetrics() {
        let read = read(
            """
            [
              {"name": "ticket desk", "group": "front", "key": "front_ticket-desk", "results": [
                {"status": 200, "hostname": "desk.example", "duration": 150000000, "success": true,
                 "conditionResults": [{"condition": "[STATUS] == 200", "success": true}],
                 "timestamp": "2026-11-23T09:30:00.123456789Z"},
                {"status": 200, "duration": 950000000, "success": false, "timestamp": "2026-11-23T09:31:00Z"}
              ]},
              {"name": "printer", "key": "_printer", "results": [
                {"duration": 900000, "errors": ["connection refused"], "success": false, "timestamp": "2026-11-23T10:30:00+01:00"}
              ], "events": []},
              {"name": "never asked", "key": "_never-asked", "results": []}
            ]
            """)
        let labels = "group=front, key=front_ticket-desk, name=ticket desk"
        #expect(read.messages.isEmpty)
        #expect(
            read.samples == [
                "gatus_results_duration_seconds{\(labels)} @1795426200.123 0.15 line 3",
                "gatus_results_duration_seconds{\(labels)} @1795426260.0 0.95 line 6",
                "gatus_results_duration_seconds{key=_printer, name=printer} @1795426200.0 nan line 9",
                "gatus_results_endpoint_success{\(labels)} [ratio] @1795426200.123 1.0 line 3",
                "gatus_results_endpoint_success{\(labels)} [ratio] @1795426260.0 0.0 line 6",
                "gatus_results_endpoint_success{key=_printer, name=printer} [ratio] @1795426200.0 0.0 line 9",
            ])
    }

    @Test(arguments: [
        ("{\"success\": true, \"duration\": 1}", "2:1: 'timestamp' is missing"),
        (
            "{\"timestamp\": \"soon\", \"success\": true}",
            "2:15: timestamp 'soon' is not a time; write 2026-11-23T09:30:00Z or seconds since 1970"
        ),
        ("{\"timestamp\": \"2026-11-23T09:30:00Z\"}", "2:1: 'success' is missing"),
        (
            "{\"timestamp\": \"2026-11-23T09:30:00Z\", \"success\": 1}",
            "2:50: 'success' must be true or false, not a number"
        ),
        (
            "{\"timestamp\": 9, \"success\": true, \"duration\": \"5s\"}",
            "2:47: 'duration' must be a number, not a text"
        ),
        ("7", "2:1: expected a set of keys, not a number"),
    ])
    func faultsHaveTheirPlaceAndReadingGoesOn(_ result: String, _ expected: String) {
        let other = "{\"timestamp\": 5, \"success\": true, \"duration\": 2e9}"
        let read = read("[{\"key\": \"a\", \"results\": [\n\(result),\n\(other)]}]")
        #expect(read.messages == [expected])
        #expect(read.samples.contains("gatus_results_duration_seconds{key=a} @5.0 2.0 line 3"))
    }

    @Test(arguments: [
        ("[{\"key\": \"\", \"results\": []}]", "1:10: 'key' is missing or empty"),
        ("[{\"key\": \"a\", \"results\": {}}]", "1:26: 'results' must be a list, not a set of keys"),
        ("[{\"key\": \"a\", \"group\": 4, \"results\": null}]", "1:24: 'group' must be a text, not a number"),
    ])
    func endpointsThatAreNoneAreRefused(_ text: String, _ expected: String) {
        #expect(read(text).messages == [expected])
    }

    /// It does not say when: nothing of it can be held against a limit.
    @Test func aSummaryWithoutTimesIsRefusedSiteBySite() {
        let site = """
            {"name": "Desk", "url": "https://desk.example", "slug": "desk", "status": "up", "uptime": "99.98%",
              "uptimeDay": "100.00%", "uptimeWeek": "100.00%", "uptimeMonth": "99.99%", "uptimeYear": "99.98%",
              "time": 140, "timeDay": 131, "timeWeek": 138, "timeMonth": 140, "timeYear": 141, "dailyMinutesDown": {}}
            """
        let read = read("[\n\(site),\n\(site.replacing("desk", with: "printer"))\n]")
        #expect(read.samples.isEmpty)
        #expect(read.findings.allSatisfy { $0.rule == "metric-unreadable" && $0.severity == .error })
        #expect(
            read.messages == [
                "2:1: 'desk' is a site of a summary by Upptime, which does not say when its values were measured",
                "5:1: 'printer' is a site of a summary by Upptime, which does not say when its values were measured",
            ])
    }
}
