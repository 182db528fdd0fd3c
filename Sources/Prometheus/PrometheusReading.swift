package import Observations
package import SourceText

/// What a server tells of the metrics that it was asked for.
package struct PrometheusReading: Sendable {
    /// By name and labels.
    package let metrics: [MetricSummary]
    /// Of what it told nothing.
    package let silences: [MetricSilence]
    /// `metric-unanswered` and `metric-partial` warnings, `metric-remark` informations.
    package let findings: [Finding]

    /// Asks for all metrics, several at the same time.
    ///
    /// First one number tells how the server bounds a range. Then there is one query for each question, which has the
    /// server put everything together; then the newest samples, a thousand of a series at most, from which shorter windows
    /// are reckoned as from a file; and for windows that are longer than those samples one query for their holes.
    /// - Parameter now: The moment at which windows end.
    package init(_ questions: [PrometheusQuestion], from server: PrometheusServer, at now: Instant) {
        var inquiry = Inquiry(server: server, now: now, questions: questions)
        inquiry.run()
        // Two indicators may be of one metric.
        var known: Set<MetricIdentity> = []
        metrics = inquiry.metrics.filter { known.insert($0.identity).inserted }.sorted { $0.identity < $1.identity }
        silences = inquiry.silences
        findings = inquiry.findings
    }
}

/// Asks one thing after the other; a question that fails is asked no further.
private struct Inquiry {
    let server: PrometheusServer
    let now: Instant
    let questions: [PrometheusQuestion]
    private(set) var metrics: [MetricSummary] = []
    private(set) var silences: [MetricSilence] = []
    private(set) var findings: [Finding] = []

    /// Of one question, as far as it has come.
    private struct Thread {
        let question: PrometheusQuestion
        let expression: PromExpression
        var series: [ServedSeries] = []
        /// How far back the newest samples are fetched.
        var tailSeconds = 0.0
        /// Why what the server tells may not be all.
        var doubt: String?
    }

    init(server: PrometheusServer, now: Instant, questions: [PrometheusQuestion]) {
        self.server = server
        self.now = now
        self.questions = questions
    }

    mutating func run() {
        var threads = expressed()
        guard !threads.isEmpty, let edge = edge(for: threads) else { return }
        let summaries = server.query(threads.map { SummaryQuery($0.question, $0.expression, edge).text }, at: now)
        threads = asked(threads, summaries) { thread, answer in
            thread.series = ServedSeries.read(answer, of: thread.question)
        }
        silence(threads.filter(\.series.isEmpty))
        threads.removeAll(where: \.series.isEmpty)

        for index in threads.indices {
            threads[index].tailSeconds = tailSeconds(threads[index].series, of: threads[index].question)
        }
        let tails = threads.map { $0.expression.over(MetricWindow(seconds: $0.tailSeconds), edge) }
        let (place, now) = (server.place, now)
        threads = asked(threads, server.query(tails, at: now)) { thread, answer in
            let place = place(thread.question)
            for index in thread.series.indices {
                thread.series[index].take(answer, seconds: thread.tailSeconds, place: place, at: now)
            }
        }
        threads = withHoles(threads, edge)
        for thread in threads {
            metrics += thread.series.map { $0.summary(of: thread.question, at: now, doubt: thread.doubt) }
        }
    }

    /// The questions that can be written down.
    private mutating func expressed() -> [Thread] {
        var threads: [Thread] = []
        for question in questions {
            if let expression = PromExpression(question) {
                threads.append(Thread(question: question, expression: expression))
            } else {
                fail(
                    question, "'\(question.subject.text)' is no metric with labels that Prometheus could have",
                    help: "correct its name and labels, or write the expression as 'query'")
            }
        }
        return threads
    }

    private mutating func edge(for threads: [Thread]) -> RangeEdge? {
        switch server.query([RangeEdge.question], at: now).first {
        case .success(let answer):
            if let edge = RangeEdge(count: answer.series.first?.samples.first?.value) { return edge }
            for thread in threads { fail(thread.question, "\(server.address) does not reckon as Prometheus does") }
        case .failure(let fault): for thread in threads { fail(thread.question, fault.phrase) }
        case nil: break
        }
        return nil
    }

    /// Hands each thread its answer, and drops those that got none.
    private mutating func asked(
        _ threads: [Thread], _ answers: [Result<APIAnswer, APIFault>], take: (inout Thread, APIAnswer) -> Void
    ) -> [Thread] {
        var going: [Thread] = []
        for (thread, result) in zip(threads, answers) {
            var thread = thread
            switch result {
            case .failure(let fault): fail(thread.question, fault.phrase)
            case .success(let answer):
                remark(answer, &thread)
                take(&thread, answer)
                going.append(thread)
            }
        }
        return going
    }

    /// Looks for holes in the windows that the newest samples do not cover.
    private mutating func withHoles(_ threads: [Thread], _ edge: RangeEdge) -> [Thread] {
        var threads = threads
        var wanted: [(thread: Int, search: HoleSearch)] = []
        for (index, thread) in threads.enumerated() {
            let open = thread.question.windows.filter { window in
                thread.series.contains { !$0.covers(window) && $0.count(of: window, thread.question) > 0 }
            }
            for window in open {
                let interval =
                    thread.question.intervalSeconds
                    ?? thread.series.compactMap { $0.usualInterval }.min() ?? window.seconds / 1000
                wanted.append((index, HoleSearch(window, intervalSeconds: interval)))
            }
        }
        let answers = server.query(wanted.map { $0.search.query(threads[$0.thread].expression, edge, at: now) })
        var lost: Set<Int> = []
        for (place, result) in zip(wanted, answers) where !lost.contains(place.thread) {
            switch result {
            case .failure(let fault):
                fail(threads[place.thread].question, fault.phrase)
                lost.insert(place.thread)
            case .success(let answer):
                remark(answer, &threads[place.thread])
                let thread = threads[place.thread]
                for index in thread.series.indices {
                    threads[place.thread].series[index].take(
                        answer, place.search, of: thread.question, at: now)
                }
            }
        }
        return threads.enumerated().filter { !lost.contains($0.offset) }.map(\.element)
    }

    // MARK: What went wrong

    private mutating func silence(_ threads: [Thread]) {
        silences += threads.map { thread in
            MetricSilence(
                indicator: thread.question.indicator, name: thread.question.name,
                reason: "'\(thread.question.subject.text)' has no samples at \(server.address)")
        }
    }

    private mutating func fail(_ question: PrometheusQuestion, _ reason: String, help: String? = nil) {
        silences.append(MetricSilence(indicator: question.indicator, name: question.name, reason: reason))
        findings.append(
            Finding(
                rule: "metric-unanswered", severity: .warning,
                message: "'\(question.indicator)' has no data: \(reason), asked for '\(question.subject.text)'",
                at: nil,
                help: help, identity: [question.indicator, question.subject.text]))
    }

    private mutating func remark(_ answer: APIAnswer, _ thread: inout Thread) {
        let query = "asked for '\(thread.question.subject.text)' of '\(thread.question.indicator)'"
        if let first = answer.warnings.first, thread.doubt == nil {
            let words = TerminalText.safe(String(first.prefix(300)))
            thread.doubt = "\(server.address) says that its answer is not whole: \(words)"
            findings.append(
                Finding(
                    rule: "metric-partial", severity: .warning,
                    message: "\(server.address) warns of its answer, \(query): \(words)", at: nil,
                    help: "see to the part of the server that does not answer; until then nothing is taken for good",
                    identity: [thread.question.indicator, thread.question.subject.text]))
        }
        for words in answer.remarks.prefix(3) {
            let finding = Finding(
                rule: "metric-remark", severity: .info,
                message: "\(server.address) remarks, \(query): \(TerminalText.safe(String(words.prefix(300))))",
                at: nil,
                identity: [thread.question.indicator, words])
            if !findings.contains(finding) { findings.append(finding) }
        }
    }
}
