import Observations
import SourceText
import Testing

@Suite struct MetricReadingTests {
    /// The samples of a file as `series @seconds value line`, and its findings as `line:column: message`.
    private func read(_ text: String, as format: MetricFormat = .csv) -> (samples: [String], findings: [String]) {
        var collector = MetricCollector()
        let findings = readMetrics(SourceFile(path: "m.csv", text: text), as: format, into: &collector)
        #expect(
            findings.allSatisfy {
                $0.rule == "metric-unreadable" && $0.severity == .error
                    || $0.rule == "metric-without-number" && $0.severity == .warning
            })
        let samples = collector.series().flatMap { series in
            series.samples.map { sample in
                "\(series.identity.text)\(series.identity.unit.map { " [\($0)]" } ?? "") "
                    + "@\(sample.time.secondsSinceEpoch) \(sample.value) line \(sample.place.line ?? 0)"
            }
        }
        let messages = findings.map { finding in
            "\(finding.span.map { "\($0.start.line):\($0.start.column)" } ?? "-"): \(finding.message)"
        }
        return (samples, messages)
    }

    @Test func csvColumnsStandInAnyOrder() {
        let text = """
            value,host,timestamp,metric,zone,unit
            1.5,b,2026-11-23T09:30:00Z,queue,x,s
            2,a,1795426200,queue,,
            3e2,a,1795426100000,queue,,

            -4,b,2026-11-23T10:30:01+01:00,queue,x,s
            """
        let read = read(text)
        #expect(read.findings.isEmpty)
        #expect(
            read.samples == [
                "queue{host=a} @1795426100.0 300.0 line 4", "queue{host=a} @1795426200.0 2.0 line 3",
                "queue{host=b, zone=x} [s] @1795426200.0 1.5 line 2",
                "queue{host=b, zone=x} [s] @1795426201.0 -4.0 line 6",
            ])
    }

    @Test func csvQuotesMarksAndLineEnds() {
        let text =
            "\u{FEFF}time,name,value,labels,note\r\n10,\"a, \"\"b\"\"\",1,k=v;l=w=x,\"two\nlines\"\r\n20, c ,2,,\r\n"
        let read = read(text)
        #expect(read.findings.isEmpty)
        #expect(
            read.samples == ["a, \"b\"{k=v, l=w=x, note=two\nlines} @10.0 1.0 line 2", "c @20.0 2.0 line 4"])
    }

    @Test(arguments: ["", "NaN", "nan", "null", "N/A", "-", "+Inf", "-inf", "1e999"])
    func anAnswerWithoutANumberIsKeptAsNaN(_ value: String) {
        #expect(read("time,name,value\n10,a,\(value)\n").samples == ["a @10.0 nan line 2"])
        let quoted = "{\"time\":10,\"name\":\"a\",\"value\":\"\(value)\"}"
        #expect(read(quoted, as: .jsonLines).samples == ["a @10.0 nan line 1"])
    }

    @Test func csvFaultsHaveTheirPlaceAndReadingGoesOn() {
        let text = """
            time,name,value,labels
            2026-11-23T09:30:00,a,1,
            yesterday,a,1,
            2016-12-31T23:59:60Z,a,1,
            10,,1,
            10,a,"1,5",
            10,a,5ms,
            10,a,0x5,
            10,a,1
            10,a,1,x
            10,ä,1,
            11,b,"1
            """
        let read = read(text)
        #expect(
            read.samples == [
                "a @10.0 nan line 6", "a @10.0 nan line 7", "a @10.0 nan line 8", "ä @10.0 1.0 line 11",
            ], "a value that is no number is not the end of its series")
        #expect(
            read.findings == [
                "2:1: time '2026-11-23T09:30:00' has no time zone; add Z or an offset such as +01:00",
                "3:1: time 'yesterday' is not a time; write 2026-11-23T09:30:00Z or seconds since 1970",
                "4:1: time '2016-12-31T23:59:60Z' is a leap second, which cannot be placed",
                "5:4: the name of the metric is missing",
                "9:1: 3 fields stand here, but the header has 4",
                "10:8: label 'x' is not written as key=value",
                "12:6: a quote is never closed",
                "6:6: value '1,5' is not a number",
                "7:6: value '5ms' is not a number",
                "8:6: value '0x5' is not a number",
            ])
    }

    @Test(arguments: [
        ("time,value\n1,2", "1:1: no column is named 'name', only 'time', 'value'"),
        ("name,value\na,2", "1:1: no column is named 'time', only 'name', 'value'"),
        ("time;name;value\n1;a;2", "1:1: no column is named 'time', only 'time;name;value'"),
        ("time,name,value,timestamp\n1,a,2,3", "1:17: two columns are named 'time'"),
        ("time,name,value,host,host\n1,a,2,b,c", "1:22: two columns are named 'host'"),
        ("\"time,name", "1:1: no column is named 'time', only "),
    ])
    func aHeaderThatDoesNotSayWhatIsWhereIsRefused(_ text: String, _ expected: String) {
        let read = read(text)
        #expect(read.samples.isEmpty)
        #expect(read.findings.first == expected)
    }

    @Test func anEmptyFileHoldsNothing() {
        for text in ["", "\n\n", "\u{FEFF}"] {
            for format in MetricFormat.allCases {
                let read = read(text, as: format)
                #expect(read.samples.isEmpty && read.findings.isEmpty)
            }
        }
        #expect(read("time,name,value\n").samples.isEmpty)
    }

    @Test func faultsBeyondTwentyAreCounted() {
        let read = read("time,name,value\n" + String(repeating: "x,a,1\n", count: 25))
        #expect(
            read.findings == [
                "2:1: 25 records of this file are at fault, the first here: "
                    + "time 'x' is not a time; write 2026-11-23T09:30:00Z or seconds since 1970"
            ], "one finding is one error, however many records it is about")
    }

    @Test func jsonLines() {
        let text = """
            {"time": "2026-11-23T09:30:00Z", "name": "a", "value": 1.5, "labels": {"h": "x", "n": 5, "z": null}}
            \t
            {"timestamp": 1795426201500, "metric": "a", "value": null, "unit": "ms"}\r
            {"time": 5, "name": "a"}
            """
        let read = read(text, as: .jsonLines)
        #expect(read.findings.isEmpty)
        #expect(
            read.samples == [
                "a @5.0 nan line 4", "a{h=x, n=5} @1795426200.0 1.5 line 1", "a [ms] @1795426201.5 nan line 3",
            ])
    }

    @Test(arguments: [
        ("{\"time\": 1, \"name\": \"a\", \"value\": NaN}", "1:35: 'NaN' is not a JSON value"),
        (
            "{\"time\": 1, \"name\": \"a\", \"valu\": 1}",
            "1:26: key 'valu' is not known here; known are 'name', 'metric', 'value', 'time', 'timestamp', 'unit', 'labels'"
        ),
        ("{\"name\": \"a\", \"value\": 1}", "1:1: 'time' is missing"),
        ("{\"time\": 1, \"value\": 1}", "1:1: 'name' is missing or empty"),
        ("{\"time\": 1, \"name\": \"\", \"value\": 1}", "1:21: 'name' is missing or empty"),
        ("{\"time\": 1, \"name\": 5, \"value\": 1}", "1:21: 'name' must be a text, not a number"),
        (
            "{\"time\": true, \"name\": \"a\"}",
            "1:10: time 'true' is not a time; write 2026-11-23T09:30:00Z or seconds since 1970"
        ),
        (
            "{\"time\": -1, \"name\": \"a\"}",
            "1:10: time '-1' is not a time; write 2026-11-23T09:30:00Z or seconds since 1970"
        ),
        ("{\"time\": 1, \"name\": \"a\", \"value\": true}", "1:35: 'value' must be a number, not true or false"),
        ("{\"time\": 1, \"name\": \"a\", \"value\": \"5ms\"}", "1:35: value '5ms' is not a number"),
        ("{\"time\": 1, \"name\": \"a\", \"labels\": []}", "1:36: 'labels' must be a set of keys, not a list"),
        ("{\"time\": 1, \"name\": \"a\", \"labels\": {\"b\": []}}", "1:42: label 'b' must be a text, not a list"),
        ("[1]", "1:1: expected a set of keys, not a list"),
        ("\n{\"time\": 1", "2:11: expected ',' or '}', but the text ends"),
    ])
    func jsonLinesFaultsHaveTheirPlaceAndReadingGoesOn(_ text: String, _ expected: String) {
        let read = read(text + "\n{\"time\": 7, \"name\": \"ok\", \"value\": 1}", as: .jsonLines)
        #expect(read.findings == [expected])
        #expect(read.samples.filter { !$0.contains(" nan ") }.map { $0.prefix(7) } == ["ok @7.0"])
        #expect(
            read.samples.contains { $0.hasPrefix("a @1.0 nan") }
                == (expected.contains("' is not a number") || expected.contains("'value' must")))
    }

    @Test func filesOfOneMetricAreOneSeries() {
        var collector = MetricCollector()
        for (path, text) in [
            ("b.csv", "time,name,value\n20,a,2\n10,a,1\n"), ("a.csv", "name,time,value\na,15,3\na,20,4\n"),
        ] {
            _ = readMetrics(SourceFile(path: path, text: text), as: .csv, into: &collector)
        }
        let series = collector.series()
        #expect(series.map(\.identity.text) == ["a"])
        #expect(series.first?.samples.map(\.value) == [1, 3, 2, 4])
        #expect(series.first?.samples.last?.place == ObservationPlace(path: "a.csv", line: 3))
    }

    @Test(arguments: [
        ("x/m.CSV", MetricFormat.csv), ("m.jsonl", .jsonLines), ("m.ndjson", .jsonLines), ("m.json", nil), ("csv", nil),
    ])
    func formatsAreToldByName(_ path: String, _ expected: MetricFormat?) {
        #expect(MetricFormat(path: path) == expected)
    }
}
