import Observations
import SourceText
import Testing

@Suite struct MetricReadingTests {
    /// The samples of a file as `series @seconds value line`, and its findings as `line:column: message`; the same of fast
    /// and of careful reading, in blocks of any size.
    private func read(_ text: String, as format: MetricFormat = .csv) -> (samples: [String], findings: [String]) {
        // A last line without line end may be cut off.
        let text = format == .csv && text.utf8.last != UInt8(ascii: "\n") ? text + "\n" : text
        let plain = ReadFiles([("m.csv", format, Array(text.utf8))])
        #expect(ReadFiles([("m.csv", format, Array(text.utf8))], isCareful: true).difference(from: plain) == nil)
        #expect(ReadFiles([("m.csv", format, Array(text.utf8))], blockSize: 16).difference(from: plain) == nil)
        #expect(
            plain.findings.allSatisfy {
                $0.rule == "metric-unreadable" && $0.severity == .error
                    || ["metric-without-number", "metric-file-empty"].contains($0.rule) && $0.severity == .warning
            })
        return (plain.samples, plain.messages)
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
            11,a,5ms,
            12,a,0x5,
            10,a,1
            10,a,1,x
            10,ä,1,
            11,b,"1
            """
        let read = read(text)
        #expect(
            read.samples == [
                "a @10.0 nan line 6", "a @11.0 nan line 7", "a @12.0 nan line 8", "ä @10.0 1.0 line 11",
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
        ("time;name\n1;a", "1:1: no column is named 'value', only 'time', 'name'"),
        ("time name value\n1 a 2", "1:1: no column is named 'time', only 'time name value'"),
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
            for format in [MetricFormat.csv, .jsonLines, .jsonList] {
                let read = read(text, as: format)
                #expect(read.samples.isEmpty)
                #expect(read.findings == ["1:1: the file holds no samples"])
            }
        }
        for (text, format) in [("time,name,value\n", MetricFormat.csv), ("[]", .jsonList), ("# EOF\n", .openMetrics)] {
            #expect(read(text, as: format).findings == ["1:1: the file holds no samples"])
        }
        #expect(read("time,name,value\n1,2\n").findings.count == 1, "what cannot be read is no empty file")
    }

    @Test(arguments: [
        ("time,name,value\n1,a,1\n2,a,1.2", ["a @1.0 1.0 line 2"], "3:1", 2.0),
        ("time,name,value\n1,a,1\n2,a,", ["a @1.0 1.0 line 2"], "3:1", 2),
        ("time,name,value\r\n\"1\",a,1", [], "2:1", 1),
        ("value;time;name\n1;2;a", [], "2:1", nil),
        ("value;name;time\n1;a;17954262", [], "2:1", 17_954_262),
        ("time,name,value\n1,a,\"1.2\"", ["a @1.0 1.2 line 2"], nil, nil),
        ("value,name,time\n1,a,2026-11-23T09:30:00Z", ["a @1795426200.0 1.0 line 2"], nil, nil),
    ])
    func theLastLineOfACSVFileMayBeCutOff(_ text: String, _ samples: [String], _ place: String?, _ torn: Double?) {
        for read in [
            ReadFiles([("m.csv", .csv, Array(text.utf8))]),
            ReadFiles([("m.csv", .csv, Array(text.utf8))], isCareful: true),
            ReadFiles([("m.csv", .csv, Array(text.utf8))], blockSize: 16),
        ] {
            #expect(read.samples == samples)
            #expect(read.summaries.compactMap(\.torn).map(\.time.secondsSinceEpoch) == [torn].compactMap(\.self))
            let message =
                "the last line has no line end, so it may be cut off: it counts only against the plan; end the file with a line break"
            #expect(read.messages == (place.map { ["\($0): \(message)"] } ?? []))
        }
        let other = ReadFiles([("m.jsonl", .jsonLines, Array("{\"time\": 1, \"name\": \"a\", \"value\": 2}".utf8))])
        #expect(other.samples == ["a @1.0 2.0 line 1"] && other.messages.isEmpty, "what can be read is whole")
    }

    @Test func whatIsWrittenTwiceOrBehindAQuoteIsAFault() {
        let text = """
            time,name,value,labels,host
            10,"a"b,1,,
            10,a,1,k=v;k=w,
            10,a,1,host=x,y
            10,a,1,host=x,
            10,"a" ,2,,z
            """
        let read = read(text)
        #expect(
            read.findings == [
                "2:7: 'b' stands behind a closing quote", "3:1: label 'k' stands there twice",
                "4:1: label 'host' stands there twice",
            ])
        #expect(read.samples == ["a{host=x} @10.0 1.0 line 5", "a{host=z} @10.0 2.0 line 6"])
    }

    @Test func longTextsAreCutInMessages() {
        let long = String(repeating: "x", count: 300_000)
        for (text, format) in [
            ("\(long),value\n", MetricFormat.csv), ("time,name,value,\(long),\(long)\n", .csv),
            ("{\"\(long)\": 1}\n", .jsonLines), ("\(long) \n# EOF\n", .openMetrics),
            ("a{\(long)} 1 2\n# EOF\n", .openMetrics),
        ] {
            let read = ReadFiles([("m", format, Array(text.utf8))])
            #expect(read.messages.first != nil)
            #expect(read.messages.allSatisfy { $0.utf8.count < 400 })
        }
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
        let files = ReadFiles([
            ("b.csv", .csv, Array("time,name,value\n20,a,2\n10,a,1\n".utf8)),
            ("a.csv", .csv, Array("name,time,value\na,15,3\na,20,4\n".utf8)),
        ])
        #expect(files.samples == ["a @10.0 1.0 line 3", "a @15.0 3.0 line 2", "a @20.0 2.0 line 2"])
        #expect(
            files.messages == [
                "3:1: 'a' has 4.0 for 1970-01-01T00:00:20Z here, but 2.0 in b.csv:2"
            ])
        #expect(files.findings.map(\.rule) == ["metric-duplicate-conflict"])
    }

    @Test(arguments: [
        ("time;name;value;host\n1;a;2.5;b,c\n", "a{host=b,c} @1.0 2.5 line 2"),
        ("time\tname\tvalue\n1\ta b\t\n", "a b @1.0 nan line 2"),
        ("name;value;time;x,y\n\"a;b\";1;2;z\n", "a;b{x,y=z} @2.0 1.0 line 2"),
    ])
    func theHeaderTellsTheSeparator(_ text: String, _ expected: String) {
        #expect(read(text).samples == [expected])
    }

    @Test func jsonLists() {
        let text = """
            [ {"time": 1, "name": "a", "value": 1, "labels": {"h": "],"}},
              {"time": 2, "name": "a",
               "value": 2},{"time": 3, "name": "a", "value": "x"}
            ]

            """
        let read = read(text, as: .jsonList)
        #expect(
            read.samples == ["a @2.0 2.0 line 2", "a @3.0 nan line 3", "a{h=],} @1.0 1.0 line 1"])
        #expect(read.findings == ["3:50: value 'x' is not a number"])
    }

    @Test(arguments: [
        ("[{\"time\": 1, \"name\": \"a\"}", "1:26: the list is never closed"),
        ("[\n{\"time\": 1, \"name\": \"a\"} x]", "2:26: expected ',' or ']' behind an element of the list"),
        ("{\"time\": 1}", "1:1: expected a list of samples in brackets"),
        ("[1, \"a b\"]", "1:2: expected a set of keys, not a number"),
        ("[,]", "1:2: expected an element of the list"),
        ("[]\n[]", "2:1: expected nothing behind the list"),
    ])
    func listsThatAreNoneAreRefused(_ text: String, _ expected: String) {
        #expect(read(text, as: .jsonList).findings.first == expected)
    }

    @Test(arguments: [
        ("x/m.CSV", MetricFormat.csv), ("m.jsonl", .jsonLines), ("m.ndjson", .jsonLines), ("m.json", .jsonList),
        ("m.csv.gz", .csv), ("m.jsonl.zst", .jsonLines), ("m.tsv", .csv), ("m.yaml", nil), ("csv", nil), ("m.gz", nil),
        ("m.om", .openMetrics), ("m.prom", .prometheus), ("m.txt", .prometheus),
    ])
    func formatsAreToldByName(_ path: String, _ expected: MetricFormat?) {
        #expect(MetricFormat(path: path) == expected)
    }
}
