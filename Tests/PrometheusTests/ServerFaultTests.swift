import Foundation
import Networking
import Observations
import SourceText
import Testing

@testable import Prometheus

/// What a server does that it should not.
@Suite struct ServerFaultTests {
    private static let now = Instant(millisecondsSinceEpoch: 1_795_426_200_000)
    private static let samples = """
        # TYPE queue gauge
        queue 1 1795426170
        queue 2 1795426185
        queue 3 1795426200
        # EOF

        """
    private let questions = [
        PrometheusQuestion(
            indicator: "Queue", name: "queue", subject: .metric("queue", labels: []),
            windows: [MetricWindow(seconds: 60)]),
        PrometheusQuestion(
            indicator: "Double queue", name: "Double queue", subject: .query("2 * queue # twice"),
            windows: [MetricWindow(seconds: 60)], intervalSeconds: 15),
    ]

    private func settings(_ change: (inout HTTPClient.Settings) -> Void = { _ in }) -> HTTPClient.Settings {
        var settings = HTTPClient.Settings()
        settings.retry = RetryPolicy(retries: 1, firstDelay: 0.01)
        change(&settings)
        return settings
    }

    private func read(_ address: HTTPAddress, _ settings: HTTPClient.Settings) -> PrometheusReading {
        PrometheusReading(questions, from: PrometheusServer(address, settings: settings), at: Self.now)
    }

    @Test func queriesAreAnswered() throws {
        guard canStartPrometheus() else { return }
        let server = try PrometheusProcess(Self.samples)
        let reading = read(server.address, settings())
        #expect(reading.findings.isEmpty && reading.silences.isEmpty)
        #expect(reading.metrics.map(\.identity.text) == ["Double queue", "queue"])
        #expect(reading.metrics.map { $0.recent.last?.value } == [6, 3])
        #expect(reading.metrics.map { $0.windows.first?.mean } == [4, 2])
        let place = reading.metrics[1].recent.last?.place.text
        #expect(place == "\(server.address): queue")
    }

    @Test func stoppedServersAreToldForEachIndicator() throws {
        guard canStartPrometheus() else { return }
        let server = try PrometheusProcess(Self.samples)
        server.stop()
        let reading = read(server.address, settings())
        #expect(reading.metrics.isEmpty)
        #expect(reading.silences.map(\.indicator) == ["Queue", "Double queue"])
        #expect(reading.silences.allSatisfy { $0.reason.hasPrefix("\(server.address) cannot be reached: ") })
        #expect(reading.findings.map(\.rule) == ["metric-unanswered", "metric-unanswered"])
    }

    @Test func credentialsAndCertificates() throws {
        guard canStartPrometheus() else { return }
        // "open sesame", hashed by bcrypt at its quickest.
        let web = #"""
            tls_server_config: { cert_file: FOLDER/cert.pem, key_file: FOLDER/key.pem }
            basic_auth_users: { ops: $2b$04$abcdefghijklmnopqrstuu/LVz6MZlItEy42I2juLihZ66HnQx/cy }

            """#
        let server = try PrometheusProcess(Self.samples, web: web)
        func read(_ credentials: HTTPCredentials?, trusts: Bool = true) -> PrometheusReading {
            self.read(
                server.address,
                settings {
                    $0.credentials = credentials
                    if trusts { $0.certificateFile = server.certificate }
                })
        }
        let right = HTTPCredentials.basic(user: HTTPSecret("ops"), password: HTTPSecret("open sesame"))
        #expect(read(right).metrics.count == 2)
        let wrong = read(.basic(user: HTTPSecret("ops"), password: HTTPSecret("open barley")))
        #expect(wrong.silences.first?.reason == "\(server.address) does not take the credentials (status 401)")
        #expect(
            read(nil).silences.first?.reason == "\(server.address) wants credentials, and none are given (status 401)")
        let token = read(.bearer(HTTPSecret("barley")))
        #expect(token.silences.first?.reason == "\(server.address) does not take the credentials (status 401)")
        let untrusted = read(right, trusts: false)
        #expect(untrusted.silences.first?.reason.hasPrefix("\(server.address) cannot be trusted: ") == true)
        for reading in [wrong, token, untrusted] {
            #expect(reading.metrics.isEmpty)
            #expect(reading.findings.allSatisfy { !$0.message.contains("barley") && !$0.message.contains("sesame") })
        }
    }

    // MARK: Answers of nobody that is real

    private func answer(_ text: String) throws -> APIAnswer { try APIAnswer(Array(text.utf8)) }

    @Test func numbersThatJSONCannotWrite() throws {
        let answer = try answer(
            """
            {"status":"success","data":{"resultType":"vector","result":[
              {"metric":{"a":"x"},"value":[1795426200.5,"NaN"]},{"metric":{"a":"y"},"value":[1795426200.5,"+Inf"]},
              {"metric":{},"value":[1795426200.5,"-Inf"]},{"metric":{},"value":[1795426200.5,"1e-3"]}]}}
            """)
        #expect(answer.series[0].samples[0].value.isNaN)
        #expect(answer.series.dropFirst().map { $0.samples[0].value } == [.infinity, -.infinity, 0.001])
        #expect(answer.series[0].labels == [MetricLabel("a", "x")])
    }

    @Test(arguments: [
        ("", "gives an answer that is no JSON: ''"),
        ("<html>no</html>", "gives an answer that is no JSON: '<html>no</html>'"),
        ("{\"status\":\"success\"", "gives an answer that is no JSON: '{\"status\":\"success\"'"),
        ("[]", "answers with an error: it does not say which"),
        ("{\"status\":\"success\"}", "gives an answer without a result"),
        (
            #"{"status":"error","errorType":"bad_data","error":"no such function"}"#,
            "answers with bad_data: no such function"
        ),
        (
            #"{"status":"success","data":{"resultType":"string","result":[1,"a"]}}"#,
            "answers with a string, which is no number"
        ),
        (
            #"{"status":"success","data":{"resultType":"vector","result":[{"metric":{},"value":[1,"many"]}]}}"#,
            #"answers with '[1,"many"]', which is no sample"#
        ),
        (
            #"{"status":"success","data":{"resultType":"vector","result":[{"metric":{},"histogram":[1,{}]}]}}"#,
            "answers with histograms, which are no numbers; a 'query' can take a quantile of them"
        ),
    ])
    func answersThatAreNone(text: String, phrase: String) throws {
        do throws(APIFault) {
            _ = try APIAnswer(Array(text.utf8))
            Issue.record("taken: \(text)")
        } catch {
            #expect(error.phrase == phrase)
        }
    }

    /// What Swift takes for a number and no server writes, and times that are none: milliseconds for seconds.
    @Test(arguments: [
        #"1795426200,"0x10""#, #"1795426200,"infinity""#, #"1795426200,"inf""#, #"1795426200,"nan""#,
        #"1795426200,"1e999""#, #"1795426200," 1""#, #"1795426200,"""#, #"1795426200000,"1""#,
    ])
    func samplesThatNoServerWrites(pair: String) {
        #expect(throws: APIFault.self) {
            _ = try answer(
                #"{"status":"success","data":{"resultType":"vector","result":[{"metric":{},"value":[\#(pair)]}]}}"#)
        }
    }

    /// Samples that a server dates later than the moment it was asked about count no more than a file's.
    @Test func samplesFromTheFutureAreCountedApart() throws {
        let question = questions[0]
        let now = Self.now.secondsSinceEpoch
        let summary = try answer(
            """
            {"status":"success","data":{"resultType":"vector","result":[
              {"metric":{"__plumbline":"reach"},"value":[\(now),"3"]},{"metric":{"__plumbline":"last"},"value":[\(now),"7"]},
              {"metric":{"__plumbline":"newest"},"value":[\(now),"\(now + 7200)"]},
              {"metric":{"__plumbline":"0:count"},"value":[\(now),"3"]}]}}
            """)
        func read(_ values: String) throws -> MetricSummary {
            var series = try #require(ServedSeries.read(summary, of: question).first)
            let tail = try answer(
                #"{"status":"success","data":{"resultType":"matrix","result":[\#(values)]}}"#)
            series.take(tail, seconds: 3600, place: ObservationPlace(path: "p", line: 1), at: Self.now)
            return series.summary(of: question, at: Self.now, doubt: nil)
        }
        let mixed = try read(
            #"{"metric":{"__name__":"queue"},"values":[[\#(now - 15),"1"],[\#(now + 60),"2"],[\#(now + 61),"3"],[\#(now + 90),"4"]]}"#
        )
        #expect(mixed.recent.map(\.value) == [1, 2])
        #expect(mixed.futureCount == 2 && mixed.firstFuture?.value == 3)
        // Not even the newest one alone, which the summary tells.
        let alone = try read("")
        #expect(alone.recent.isEmpty && alone.futureCount == 1)
        #expect(alone.windows.allSatisfy { $0.count == 0 })
        let unordered = try read(
            #"{"metric":{"__name__":"queue"},"values":[[\#(now),"3"],[\#(now - 30),"1"],[\#(now),"9"]]}"#)
        #expect(unordered.recent.map(\.value) == [1, 3])
    }

    /// A server repeats what it was sent, in words that are cut before they are shown.
    @Test func secretsAreTakenOutOfWholeAnswers() throws {
        let password = "swordfish-7/é"
        let encoded = Data("ops:\(password)".utf8).base64EncodedString()
        let credentials = HTTPCredentials.basic(user: HTTPSecret("ops"), password: HTTPSecret(password))
        let masks = APIAnswer.Masks(
            text: { credentials.masked(in: $0) }, label: { credentials.maskedSecrets(in: $0) })
        let told = try APIAnswer(
            Array(
                #"""
                {"status":"success","warnings":["401 for Basic \#(encoded)"],"infos":["saw \#(password)\u0301"],
                 "data":{"resultType":"vector","result":[
                   {"metric":{"team":"ops","auth":"Basic \#(encoded)"},"value":[1,"2"]}]}}
                """#.utf8), masks: masks)
        let labels = told.series[0].labels.map { $0.value.replacing("=", with: "") }
        #expect(labels == ["ops", "Basic ***"])
        let stem = encoded.prefix(20)
        #expect(!told.warnings.joined().contains(stem) && !told.remarks.joined().contains("swordfish"))
        // Both begin within the 60 bytes that are shown and end behind them.
        for text in [
            "the gateway does not know anybody who is called \(encoded)",
            #"{"status":"success","data":{"resultType":"vector","result":[{"metric":{},"value":[1,"at 10.0.0.3 nobody is known as \#(encoded)"]}]}}"#,
        ] {
            do throws(APIFault) {
                _ = try APIAnswer(Array(text.utf8), masks: masks)
                Issue.record("taken: \(text)")
            } catch {
                #expect(error.phrase.contains("***") && !error.phrase.contains(encoded.prefix(6)), "\(error.phrase)")
            }
        }
    }

    @Test func warningsAndRemarksAreTold() throws {
        let answer = try answer(
            """
            {"status":"success","warnings":["store a is gone"],"infos":["by the way"],
             "data":{"resultType":"vector","result":[]}}
            """)
        #expect(answer.warnings == ["store a is gone"])
        #expect(answer.remarks == ["by the way"])
        #expect(answer.series.isEmpty)
    }

    @Test func namesThatPromQLHasNot() {
        for name in ["", "a b", "1a", "a-b", "a{b=\"c\"}", "ä", "up) or vector(1"] {
            #expect(!PromName.isMetric(name), "\(name)")
            let question = PrometheusQuestion(
                indicator: "A", name: name, subject: .metric(name, labels: []), windows: [])
            #expect(PromExpression(question) == nil)
        }
        #expect(PromName.isMetric("job:up:rate5m") && !PromName.isLabel("job:up"))
        let question = PrometheusQuestion(
            indicator: "A", name: "up", subject: .metric("up", labels: [MetricLabel("a-b", "c")]), windows: [])
        #expect(PromExpression(question) == nil)
    }

    @Test func valuesOfLabelsStayValues() throws {
        let value = "\"} or vector(1) #\\\n"
        let question = PrometheusQuestion(
            indicator: "A", name: "up", subject: .metric("up", labels: [MetricLabel("a", value)]), windows: [])
        let expression = try #require(PromExpression(question))
        #expect(expression.text == #"up{a="\"} or vector(1) #\\\n"}"#)
        let window = MetricWindow(seconds: 3600, offsetSeconds: 60)
        #expect(expression.over(window, .closed) == #"up{a="\"} or vector(1) #\\\n"}[3599999ms] offset 60000ms"#)
        #expect(expression.over(window, .open).hasSuffix("[3600000ms] offset 60000ms"))
    }

    /// A server of version 3 answers 1, one before it 2.
    @Test func rangesAreBoundOneWayOrTheOther() {
        #expect(RangeEdge(count: 1) == .open)
        #expect(RangeEdge(count: 2) == .closed)
        for count in [nil, 0, 3, Double.nan] { #expect(RangeEdge(count: count) == nil) }
    }
}
