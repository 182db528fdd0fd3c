import Observations
import TestSupport
import Testing

/// OpenMetrics and Prometheus' text format.
@Suite struct ExpositionTests {
    private func read(_ text: String, _ format: MetricFormat = .openMetrics) -> ReadFiles {
        let file = [("m.om", format, Array(text.utf8))]
        let plain = ReadFiles(file)
        #expect(ReadFiles(file, isCareful: true).difference(from: plain) == nil)
        #expect(ReadFiles(file, blockSize: 600).difference(from: plain) == nil)
        return plain
    }

    @Test func openMetrics() {
        let text = """
            # HELP queue_seconds How long jobs wait.
            # TYPE queue_seconds gauge
            # UNIT queue_seconds seconds
            queue_seconds{host="a",zone="x"} 1.5 1795426200
            queue_seconds{host="a",zone="x"} 2 1795426215.25
            queue_seconds{zone="x", host="a"} NaN 1795426230
            # TYPE jobs counter
            # UNIT jobs_bytes bytes
            jobs_total 17 1795426200 # {trace_id="KOO5S4vxi0o"} 0.67 1795426199.9
            jobs_bytes_total{path="C:\\\\DIR\\\\",say="\\"hi\\"\\n"} 5e3 1.7954262e9
            jobs_bytes_count 3 1795426200
            inf_seconds +Inf 1795426200
            # EOF

            """
        let read = read(text)
        #expect(read.messages == [])
        #expect(
            read.samples == [
                "inf_seconds @1795426200.0 nan line 12", "jobs_bytes_count @1795426200.0 3.0 line 11",
                "jobs_bytes_total{path=C:\\DIR\\, say=\"hi\"\n} [bytes] @1795426200.0 5000.0 line 10",
                "jobs_total @1795426200.0 17.0 line 9",
                "queue_seconds{host=a, zone=x} [seconds] @1795426200.0 1.5 line 4",
                "queue_seconds{host=a, zone=x} [seconds] @1795426215.25 2.0 line 5",
                "queue_seconds{host=a, zone=x} [seconds] @1795426230.0 nan line 6",
            ])
    }

    @Test func prometheusText() {
        let read = read(
            "# TYPE a gauge\n\na{b=\"c d\",} 1 1795426200250\na{b=\"c d\"}\t2  1795426201000 \n", .prometheus)
        #expect(read.messages == [])
        #expect(read.samples == ["a{b=c d} @1795426200.25 1.0 line 3", "a{b=c d} @1795426201.0 2.0 line 4"])
    }

    @Test(arguments: [
        ("a 1\n# EOF\n", "1:4: 'a' has no time: when it was measured cannot be told"),
        ("a 1 # {} 1\n# EOF\n", "1:5: 'a' has no time: when it was measured cannot be told"),
        ("a\n# EOF\n", "1:2: 'a' has no value"),
        ("a 5ms 1\n# EOF\n", "1:3: value '5ms' is not a number"),
        ("a 1 now\n# EOF\n", "1:5: time 'now' is not a number of seconds since 1970"),
        ("a 1 1795426200000\n# EOF\n", "1:5: time '1795426200000' is not a number of seconds since 1970"),
        ("a 1 5 6\n# EOF\n", "1:7: expected the end of the line behind the time"),
        ("a{b=\"c} 1 5\n# EOF\n", "1:5: a quote is never closed"),
        ("a{b=c} 1 5\n# EOF\n", "1:5: expected a text in double quotes"),
        ("a{b} 1 5\n# EOF\n", "1:2: label 'b' has no value"),
        ("a{b=\"c\" d=\"e\"} 1 5\n# EOF\n", "1:2: expected ',' or '}' behind label 'b'"),
        ("a{b=\"c\",b=\"d\"} 1 5\n# EOF\n", "1:2: label 'b' stands there twice"),
        ("1a 1 5\n# EOF\n", "1:1: expected the name of a metric"),
        ("a 1 5\n", "1:1: the file ends without '# EOF': it was cut off"),
        ("", "1:1: the file ends without '# EOF': it was cut off"),
        ("# EOF\na 1 5\n", "2:1: expected nothing behind '# EOF'"),
    ])
    func faultsHaveTheirPlace(_ text: String, _ expected: String) {
        #expect(read(text).messages == [expected])
    }

    @Test(arguments: [
        (
            "a 1 1795426200\n",
            "1:5: time '1795426200' would be in 1973 or before, as this format counts milliseconds since 1970; name a file that counts seconds .om"
        ),
        ("a 1 1795426200.5\n", "1:5: time '1795426200.5' is not a number of whole milliseconds since 1970"),
        ("a 1 1795426200000 # {} 1\n", "1:19: expected the end of the line behind the time"),
    ])
    func prometheusFaults(_ text: String, _ expected: String) {
        #expect(read(text, .prometheus).messages == [expected])
    }

    @Test(arguments: 0..<40)
    func fastAndCarefulReadingAgree(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let isOpen = seed % 2 == 0
        let names = [
            "a", "queue_seconds", "a:b", "jobs_total", "9a", "ä", "a{}", "a{b=\"c\"}", "a{b=\"c d\",e=\"}\"}",
            "a{b=\"\\\"\"}", "a{b=\"c\",b=\"d\"}", "a{b}", "a {b=\"c\"}", "a{b=\"#\"}",
        ]
        let values = ["1", "-2.5", "1e3", "NaN", "+Inf", "0x5", "1e400", "", "007"]
        let times =
            isOpen
            ? ["1795426200", "1795426215.5", "1.7954262e9", "0", "-5", "1795426200000", "", "now", "1795426200.12345"]
            : ["1795426200000", "1795426215500", "1795426200", "0", "-5", "", "now", "17954262000001", "1e12"]
        func pick(_ list: [String]) -> String {
            list[Int(random.next() % 3 == 0 ? random.next() % UInt64(list.count) : random.next() % 2)]
        }
        var text = ""
        for _ in 0..<300 {
            let space = random.next() % 20 == 0 ? "  " : " "
            text += [pick(names), pick(values), pick(times)].joined(separator: space)
            text +=
                ["\n", "\n", "\n", "\r\n", " # {a=\"b\"} 1\n", "\n\n", "\n# HELP a b\n", " \n"][Int(random.next() % 8)]
        }
        let read = read(text + (isOpen ? "# EOF\n" : ""), isOpen ? .openMetrics : .prometheus)
        #expect(!read.samples.isEmpty && !read.messages.isEmpty)
    }
}
