import Foundation
import TestSupport
import Testing

/// `status` and `build` with a server that is asked.
@Suite struct PrometheusCommandTests {
    private func canAsk() -> Bool {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        let isHere = ["prometheus", "promtool", "python3"].allSatisfy { program in
            path.split(separator: ":").contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(program)") }
        }
        return requirement(isHere, "prometheus or python3 is not installed")
    }

    private func workspace() throws -> Workspace {
        let place = try Workspace()
        try place.write(MeasuredPlan.document, to: "plan.md")
        try place.write(MeasuredPlan.settings, to: "settings.yml")
        try place.write(MeasuredPlan.openMetrics, to: "samples.om")
        try place.write(MeasuredPlan.csv, to: "samples.csv")
        try place.write(MeasuredPlan.fake, to: "fake.py")
        return place
    }

    /// The measures of a site, without where they were read, numbers to nine digits: sums are rounded on the way.
    private func measures(_ place: Workspace, _ site: String) throws -> [[String: Any]] {
        let text = try place.text("\(site)/status.json")
        let status = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let kpis = try #require(status["kpis"] as? [[String: Any]])
        return kpis.map { kpi in
            kpi.filter { $0.key != "source" }.mapValues { value in
                (value as? Double).map { ($0 * 1e9).rounded() / 1e9 } ?? value
            }
        }
    }

    private func run(_ script: String, in place: Workspace, _ environment: [String: String] = [:]) async throws
        -> CommandResult
    {
        try await place.shell("now=\(MeasuredPlan.now)\n" + script, environment: environment)
    }

    @Test func aServerTellsWhatAFileTells() async throws {
        guard canAsk() else { return }
        let place = try workspace()
        let result = try await run(
            """
            { cat settings.yml; echo 'metrics: [samples.csv]'; } >plumbline.yml
            "$PLUMBLINE" build --now $now --output file >/dev/null
            \(MeasuredPlan.start)
            "$PLUMBLINE" build --now $now --output server
            """, in: place)
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.errors == "")
        let (file, server) = (try measures(place, "file"), try measures(place, "server"))
        let texts = try [file, server].map { measures in
            String(
                decoding: try JSONSerialization.data(withJSONObject: measures, options: .sortedKeys), as: UTF8.self)
        }
        #expect(file.count == 2 && texts[0] == texts[1], "\(texts)")
        #expect(file.compactMap { $0["verdict"] as? String } == ["on target", "on target"])
        let page = try place.text("server/status.json")
        #expect(page.contains(#"delivery_delay_seconds{gateway=\"a \\\"new\\\" one\"}"#))
    }

    @Test func aStoppedServerLeavesNoDataAndSaysWhy() async throws {
        guard canAsk() else { return }
        let place = try workspace()
        let result = try await run(
            MeasuredPlan.start + """
                "$PLUMBLINE" build --now $now >/dev/null
                kill $server
                wait $server || true
                "$PLUMBLINE" build --now $now
                """, in: place)
        #expect(result.status == 0)
        #expect(result.errors.contains("[metric-unanswered]: 'Delivery delay' has no data: http://127.0.0.1:"))
        let measures = try measures(place, "output")
        #expect(measures.compactMap { $0["verdict"] as? String } == ["no data", "no data"])
        #expect(measures.allSatisfy { ($0["reason"] as? String)?.contains("cannot be reached") == true })
    }

    private static let secret = "'url' holds a name, a password or a query, with '@', '?' or '#'"

    /// What cannot be asked at all ends the run, and the page of the last one stays.
    @Test(arguments: [
        ("url: 'http://ops:hunter2@127.0.0.1/'", secret), ("url: 'https://ops:pa/hunter2@host'", secret),
        ("url: 'https://host/?token=hunter2'", secret), ("url: 'https://host/#hunter2'", secret),
        ("url: 'hunter2@host'", secret), ("url: 'https://ops:hunter2%40host'", secret),
        // What is wrong beside it shows the line.
        ("url: 'http://ops:hunter2@127.0.0.1/', tokn-env: A", "unknown key 'tokn-env'"),
        ("url: ['http://ops:hunter2@127.0.0.1/']", secret),
        ("url: 'http://ops:hunter2@127.0.0.1/', retries: [", "plumbline.yml:8:"),
        ("url: 'ftp://127.0.0.1/'", "'url' begins with neither http:// nor https://"),
        ("url: 'http://127.0.0.1:99999'", "'url' has a port that is no number from 1 to 65535"),
        ("url: 'http://ops:hunter2'", "'url' has a port that is no number from 1 to 65535"),
        ("url: 'http://[::1'", "'url' names no host that there could be"),
        ("url: 'http://a,b/'", "'url' names no host that there could be"),
        ("url: 'http://127.0.0.1:9', token-env: NOBODY_SET_THIS", "'NOBODY_SET_THIS' is not set"),
        ("url: 'http://127.0.0.1:9', token-file: none", "plumbline.yml:8:54: 'token-file': cannot open '"),
        ("url: 'http://127.0.0.1:9', token-env: TWO_WORDS", "the variable 'TWO_WORDS' holds more than a token"),
        ("url: 'http://127.0.0.1:9', token-env: NO_WORD", "the variable 'NO_WORD' holds no token"),
        ("url: 'http://127.0.0.1:9', user-env: TWO_WORDS, password-env: TWO_LINES", "'TWO_LINES' holds no single line"),
        ("url: 'http://127.0.0.1:9', token-file: plan.md", "'plan.md' holds more than a token"),
        ("url: 'http://127.0.0.1:9', ca-file: none", "there is no file 'none'"),
        ("url: 'http://127.0.0.1:9', user-env: A", "'password-env' is missing beside this"),
        ("url: 'http://127.0.0.1:9', token-env: A, token-file: b", "'token-env' cannot stand beside 'token-file'"),
        ("timeout: 5s", "'prometheus' has no 'url'"),
        ("url: 'http://a', retries: 11", "has to be a whole number from 0 to 10"),
    ])
    func settingsThatCannotBeFollowed(keys: String, message: String) async throws {
        let place = try workspace()
        try place.write("the page before", to: "output/index.html")
        try place.write("", to: "output/.plumbline-files")
        try place.write(MeasuredPlan.settings + "prometheus: { \(keys) }\n", to: "plumbline.yml")
        let environment = ["TWO_WORDS": "a b", "NO_WORD": " \n", "TWO_LINES": "hunter2\nb"]
        let result = try await run(#""$PLUMBLINE" build --now $now"#, in: place, environment)
        #expect(result.status == 2)
        #expect(result.errors.contains(message), "\(result.errors)")
        let shown = try await run(#""$PLUMBLINE" config show ."#, in: place, environment)
        for text in [result.errors, result.output, shown.errors, shown.output] { #expect(!text.contains("hunter2")) }
        #expect(try place.text("output/index.html") == "the page before")
    }

    @Test func partialAnswersAreNeverGood() async throws {
        guard canAsk() else { return }
        let place = try workspace()
        func build(_ warnings: String) async throws -> CommandResult {
            let result = try await run(
                """
                rm -f port
                python3 fake.py '{"status":"success",\(warnings)"data":{"resultType":"KIND","result":[RESULT]}}' >port &
                server=$!
                trap 'kill $server' EXIT
                until [ -s port ]; do sleep 0.1; done
                { sed 's/labels: {[^}]*}, //' settings.yml
                  echo "prometheus: { url: 'http://127.0.0.1:$(cat port)', retries: 0, timeout: 100s }"; } >plumbline.yml
                "$PLUMBLINE" build --now $now
                """, in: place)
            #expect(result.status == 0, "\(result.errors)")
            return result
        }
        _ = try await build("")
        #expect(try measures(place, "output").map { $0["verdict"] as? String } == ["on target", "on target"])
        let result = try await build(#""warnings":["store gateway \u001b[31m down"],"#)
        #expect(result.errors.contains("[metric-partial]") && !result.hasControlCharacters)
        let measures = try measures(place, "output")
        #expect(measures.map { $0["verdict"] as? String } == ["no data", "no data"])
        #expect(measures.allSatisfy { ($0["reason"] as? String)?.contains("its answer is not whole") == true })
    }

    @Test func secretsAreNeverTold() async throws {
        guard canAsk() else { return }
        let place = try workspace()
        try place.write("b4rl3y-t0ken\n", to: "token")
        let result = try await run(
            """
            python3 fake.py '{"status":"error","errorType":"no","error":"who is ECHO"}' >port &
            server=$!
            trap 'kill $server' EXIT
            until [ -s port ]; do sleep 0.1; done
            { cat settings.yml
              echo "prometheus: { url: 'http://127.0.0.1:$(cat port)', token-file: token, retries: 0, timeout: 100s }"; } >plumbline.yml
            "$PLUMBLINE" build --now $now
            "$PLUMBLINE" config show .
            """, in: place)
        #expect(result.errors.contains("who is Bearer ***"), "\(result.errors)")
        #expect(!result.errors.contains("b4rl3y") && !result.output.contains("b4rl3y"))
        for (name, bytes) in place.contents("output") {
            #expect(!String(decoding: bytes, as: UTF8.self).contains("b4rl3y"), "\(name)")
        }
    }

    /// Warnings and remarks count as words of the server, on pages and in mails too; what writes a variable often adds the
    /// end of a line.
    @Test func secretsAreTakenOutOfWarnings() async throws {
        guard canAsk() else { return }
        let place = try workspace()
        let result = try await run(
            #"""
            python3 fake.py '{"status":"success","warnings":["401 for ECHO"],"infos":["saw ECHO"],"data":{"resultType":"KIND","result":[RESULT]}}' >port &
            server=$!
            trap 'kill $server' EXIT
            until [ -s port ]; do sleep 0.1; done
            { sed 's/labels: {[^}]*}, //' settings.yml
              echo "prometheus: { url: 'http://127.0.0.1:$(cat port)', token-env: TOKEN, retries: 0, timeout: 100s }"; } >plumbline.yml
            "$PLUMBLINE" build --now $now
            """#, in: place, ["TOKEN": "b4rl3y-t0ken\n"])
        #expect(result.status == 0)
        #expect(
            result.errors.contains("401 for Bearer ***") && result.errors.contains("saw Bearer ***"), "\(result.errors)"
        )
        #expect(!result.errors.contains("b4rl3y"))
        for (name, bytes) in place.contents("output") {
            #expect(!String(decoding: bytes, as: UTF8.self).contains("b4rl3y"), "\(name)")
        }
    }

    /// A server that says nothing does not keep anyone who has had enough of it.
    @Test func interruptionEndsTheWaitAndLeavesThePage() async throws {
        guard canAsk() else { return }
        let place = try workspace()
        let result = try await run(
            """
            { cat settings.yml; echo 'metrics: [samples.csv]'; } >plumbline.yml
            "$PLUMBLINE" build --now $now >/dev/null
            cp -R output before
            python3 fake.py >port &
            server=$!
            trap 'kill $server' EXIT
            until [ -s port ]; do sleep 0.1; done
            { cat settings.yml; echo "prometheus: { url: 'http://127.0.0.1:$(cat port)', timeout: 30s }"; } >plumbline.yml
            status=0
            timeout --preserve-status -s INT 1 "$PLUMBLINE" build --now $now || status=$?
            diff -r before output && exit $status
            """, in: place)
        #expect(result.status == 130, "\(result.errors)")
    }

    /// What was told before the server went away counts no more than nothing.
    @Test func aServerThatStopsOnTheWayLeavesNoData() async throws {
        guard canAsk() else { return }
        let place = try workspace()
        let result = try await run(
            """
            python3 fake.py '{"status":"success","data":{"resultType":"KIND","result":[RESULT]}}' queue_length[ >port &
            trap 'kill $! 2>/dev/null || true' EXIT
            until [ -s port ]; do sleep 0.1; done
            { sed 's/labels: {[^}]*}, //' settings.yml
              echo "prometheus: { url: 'http://127.0.0.1:$(cat port)', retries: 0, timeout: 100s }"; } >plumbline.yml
            "$PLUMBLINE" build --now $now
            """, in: place)
        #expect(result.status == 0, "\(result.errors)")
        let reasons = try measures(place, "output").map { ($0["reason"] as? String) ?? "" }
        #expect(reasons.count == 2 && reasons[1].contains("cannot be reached"), "\(reasons)")
    }

    @Test func aProxyIsTakenFromTheEnvironment() async throws {
        guard canAsk() else { return }
        let place = try workspace()
        let result = try await run(
            """
            python3 fake.py '{"status":"success","data":{"resultType":"KIND","result":[RESULT]}}' >port &
            server=$!
            trap 'kill $server' EXIT
            until [ -s port ]; do sleep 0.1; done
            { sed 's/labels: {[^}]*}, //' settings.yml
              echo "prometheus: { url: 'http://metrics.invalid:9090', retries: 0 }"; } >plumbline.yml
            http_proxy=http://127.0.0.1:$(cat port) "$PLUMBLINE" build --now $now
            """, in: place)
        #expect(result.status == 0 && result.errors == "", "\(result.errors)")
        #expect(try measures(place, "output").map { $0["verdict"] as? String } == ["on target", "on target"])
    }

    #if os(Linux)
        /// Commands that ask nobody need no libcurl; those that do say what to install.
        @Test func withoutTheLibraryNobodyIsAsked() async throws {
            let place = try workspace()
            try place.write(MeasuredPlan.settings + "prometheus: { url: 'http://127.0.0.1:9' }\n", to: "plumbline.yml")
            for name in ["libcurl.so.4", "libcurl-gnutls.so.4"] { try place.write("no library", to: "lib/\(name)") }
            let broken = ["LD_LIBRARY_PATH": "\(place.path)/lib"]
            let built = try await run(#""$PLUMBLINE" build --now $now"#, in: place, broken)
            #expect(built.status == 2)
            #expect(built.errors.contains("a server cannot be asked without libcurl: "), "\(built.errors)")
            #expect(built.errors.contains("apt-get install libcurl4"))
            let linted = try await run(#""$PLUMBLINE" lint --exit-zero plan.md"#, in: place, broken)
            #expect(linted.status == 0, "\(linted.errors)")
        }
    #endif
}
