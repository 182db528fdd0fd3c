import Foundation
import TestSupport
import Testing

/// `plumbline metrics`: what files of metrics say.
@Suite struct MetricsCommandTests {
    private static let csv = """
        time,name,value,host,unit
        2026-11-23T09:30:00Z,queue,1,a,s
        2026-11-23T09:31:00Z,queue,3,b,s
        2026-11-23T09:32:00Z,queue,,b,s
        2026-11-20T09:30:00Z,queue,100,a,s
        2026-11-23T09:30:00Z,errors,0.25,a,

        """

    @Test func aTableOfMetrics() async throws {
        let place = try Workspace()
        try place.write(Self.csv, to: "metrics/a.csv")
        let result = try await place.run("metrics", "metrics/*.csv", "--now", "2026-11-23T10:00:00Z")
        #expect(result.status == 0 && result.errors == "")
        #expect(
            result.output == """
                METRIC     SERIES  SAMPLES  NO NUMBER                NEWEST    MEAN   P95   MIN   MAX
                errors          1        1          0  2026-11-23T09:30:00Z    0.25  0.25  0.25  0.25
                queue [s]       2        3          1  2026-11-23T09:32:00Z  34.667  90.3     1   100

                """)
    }

    @Test func aWindowAndSeries() async throws {
        let place = try Workspace()
        try place.write(Self.csv, to: "a.csv")
        let result = try await place.run(
            "metrics", "a.csv", "--by", "series", "--window", "1d", "--now", "2026-11-23T10:00:00Z")
        #expect(
            result.output == """
                METRIC             SAMPLES  NO NUMBER                NEWEST  MEAN   P95   MIN   MAX
                errors{host=a}           1          0  2026-11-23T09:30:00Z  0.25  0.25  0.25  0.25
                queue{host=a} [s]        1          0  2026-11-23T09:30:00Z     1     1     1     1
                queue{host=b} [s]        1          1  2026-11-23T09:32:00Z     3     3     3     3

                """)
    }

    @Test func json() async throws {
        let place = try Workspace()
        try place.write(Self.csv, to: "a.csv")
        let result = try await place.run("metrics", "a.csv", "--format", "json", "--now", "2026-11-23T10:00:00Z")
        let root = try #require(try JSONSerialization.jsonObject(with: Data(result.standardOutput)) as? [String: Any])
        #expect(root["schema"] as? String == "plumbline/metrics/1")
        #expect(root["windowSeconds"] is NSNull)
        let metrics = try #require(root["metrics"] as? [[String: Any]])
        #expect(metrics.map { $0["name"] as? String } == ["errors", "queue"])
        #expect(metrics.map { $0["count"] as? Int } == [1, 3])
        #expect(metrics.map { $0["withoutNumber"] as? Int } == [0, 1])
        #expect(metrics.map { $0["maximum"] as? Double } == [0.25, 100])
        let newest = try #require(metrics[1]["newest"] as? [String: Any])
        #expect(newest["value"] is NSNull && newest["line"] as? Int == 4)
    }

    /// Metrics, series, a window without samples, standard input: all of it keeps to the schema, and nothing else does.
    @Test func jsonKeepsToItsSchema() async throws {
        let place = try Workspace()
        try place.write(Self.csv, to: "a.csv")
        try place.write(
            #"[{"key": "a_b", "results": [{"timestamp": "2026-11-23T09:30:00Z", "success": true, "duration": 5}]}]"#,
            to: "endpoints.json")
        let tools = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: ".venv/bin").path()
        let hasTools = try await place.shell("PATH=\"\(tools):$PATH\"; command -v check-jsonschema").status == 0
        guard requirement(hasTools, "there is no 'check-jsonschema' (run 'make test')") else { return }
        let script = #"""
            set -e
            json() { "$PLUMBLINE" metrics --format json --now 2026-11-23T10:00:00Z "$@"; }
            "$PLUMBLINE" schema metrics > schema.json
            json a.csv endpoints.json > metrics.json
            json a.csv --by series --window 1h > series.json
            json - < a.csv > input.json
            check-jsonschema --schemafile schema.json metrics.json series.json input.json
            sed 's/"count"/"counts"/' metrics.json > wrong.json
            ! check-jsonschema --schemafile schema.json wrong.json
            """#
        let checked = try await place.shell("PATH=\"\(tools):$PATH\"; \(script)")
        #expect(checked.status == 0, "\(checked.output)\(checked.errors)")
    }

    @Test func standardInputAndCompression() async throws {
        let place = try Workspace()
        try place.write("{\"time\": 1795426200, \"name\": \"a\", \"value\": 5}\n", to: "a.jsonl")
        for script in [
            #""$PLUMBLINE" metrics - $NOW < a.jsonl"#, #"gzip -k a.jsonl; "$PLUMBLINE" metrics a.jsonl.gz $NOW"#,
            #"gzip -c a.jsonl | "$PLUMBLINE" metrics - $NOW"#,
        ] {
            let result = try await place.shell(script, environment: ["NOW": "--now 2026-11-23T10:00:00Z"])
            #expect(result.status == 0 && result.output.contains("2026-11-23T09:30:00Z"), "\(script): \(result.errors)")
        }
    }

    @Test func whatIsWrongIsToldWithItsPlace() async throws {
        let place = try Workspace()
        try place.write("time,name,value\nnow,a,1\n5,a,2\n", to: "a.csv")
        let result = try await place.run("metrics", "a.csv")
        #expect(result.status == 1)
        #expect(
            result.errors
                == "a.csv:2:1: error[metric-unreadable]: time 'now' is not a time; write 2026-11-23T09:30:00Z or seconds since 1970\n"
        )
        #expect(result.output.contains("1970-01-01T00:00:05Z"))
        #expect(try await place.run("metrics", "b.csv").status == 2)
        #expect(try await place.run("metrics", "b*.csv").errors == "error: no file matches 'b*.csv'\n")
        #expect(try await place.run("metrics", ".").errors == "error: '.' is a folder, not a file\n")
        #expect(
            try await place.run("metrics", "a.csv", "--window", "30").errors
                == "error: '--window 30' is not a length of time\nhelp: write one such as 30d, 12h or 5m\n")
    }

    #if os(Linux)
        /// Samples come until the terminal shows how far it is, or, with `--quiet`, for longer than that takes.
        @Test(.timeLimit(.minutes(5))) func progressIsShownOnATerminalAndTakenAway() async throws {
            let place = try Workspace()
            let script = #"""
                rm -f samples shown; mkfifo samples; touch shown
                feed() {
                    echo "time,name,value"
                    seconds=0
                    until [ $seconds = $SECONDS_AT_MOST ] || grep -q MB shown; do
                        sleep 1
                        seconds=$((seconds + 1))
                        echo "$seconds,a,2"
                    done
                }
                feed > samples &
                script -qfec '"$PLUMBLINE" metrics - $QUIET < samples >/dev/null' shown </dev/null
                """#
            let shown = try await place.shell(
                script, environment: ["TERM": "xterm", "QUIET": "", "SECONDS_AT_MOST": "240"])
            let bar = "\rreading metrics: 0 MB\u{1B}[K"
            #expect(shown.output.hasPrefix(bar) && shown.output.hasSuffix(bar + "\r\u{1B}[K"), "\(shown)")
            let quiet = try await place.shell(
                script, environment: ["TERM": "xterm", "QUIET": "--quiet", "SECONDS_AT_MOST": "3"])
            #expect(quiet.status == 0 && quiet.output == "", "\(quiet)")
        }
    #endif

    @Test func noProgressIsShownToAFile() async throws {
        let place = try Workspace()
        try place.write("time,name,value\n5,a,2\n", to: "a.csv")
        let result = try await place.shell(#"(sleep 1.2; cat a.csv) | "$PLUMBLINE" metrics -"#)
        #expect(result.status == 0 && result.errors == "")
    }
}
