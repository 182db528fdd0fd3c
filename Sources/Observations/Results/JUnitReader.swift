import SourceText

/// Reads the XML in which test runners report, named for JUnit: `testsuites`, or a `testsuite` alone.
///
/// There is no standard, so what producers write is read as they mean it:
/// - Suites may stand in suites; a test has the name of the nearest, and its time, else that of those above.
/// - A test with `failure` or `error` has failed, also beside `skipped`; so has one whose reruns all failed
///   (`rerunFailure`). One that failed and passed in the end (Surefire's `flakyFailure`) has passed, with the number of its
///   failed runs. `status` and `result` are heard too: a word that is not known for good news is none (``TestWord``).
/// - `failure` and `error` outside of a test are a failure of their suite.
/// - `timestamp` without a zone is UTC for some producers and local time for others; ``ItemResult/zoneIsKnown`` says so.
///   Good news at a time that cannot be read may be of any age, and is still to be done.
/// - A suite that counts more tests, failures or skipped tests than it shows has lost some (``SuiteCounts``).
final class JUnitReader: XMLHandler {
    private let file: SourceFile
    private var report: TestReport
    private var elements: [Element] = []
    private var suites: [Suite] = []
    private var test: Test?
    private var outcome: Outcome?
    private var unreadTimes: Set<String> = []

    private enum Element { case suite, test, outcome, other }

    private struct Suite {
        let name: String?
        let time: TestTime?
        let place: Range<Int>
        let claimed: SuiteCounts
        var seen = SuiteCounts()
        /// Whether its number of tests is one of something else.
        var countsOtherwise = false
    }

    private struct Test {
        let name: TestName
        let time: TestTime?
        let place: Range<Int>
        var failure: String?
        /// By which its status says that it failed.
        var word: String?
        var skip: String?
        /// What keeps it from being good news, though nothing in it has failed.
        var doubt: String?
        var isFailed = false
        var isSkipped = false
        /// How often it says that it was skipped.
        var skips = 0
        var failedRuns = 0
    }

    /// What an element inside a test says.
    private struct Outcome {
        enum Kind { case failed, skipped, flakyRun }
        let kind: Kind
        var message: String
        let hasMessage: Bool
        /// Nothing in it belongs to it but text.
        let depth: Int
    }

    private init(_ file: SourceFile) {
        self.file = file
        report = TestReport(file)
    }

    static func read(_ file: SourceFile) -> TestReport {
        let reader = JUnitReader(file)
        do throws(XMLFault) {
            try readXML(file.bytes, into: reader)
        } catch {
            let offset = min(error.offset, file.bytes.count)
            reader.report.tear(error.message, at: SourceSpan(file: file, range: offset..<offset))
        }
        return reader.report
    }

    // MARK: Elements

    func start(_ element: XMLElement) {
        let parent = elements.last
        switch element.name {
        case "testsuites", "testsuite":
            openSuite(element)
            elements.append(.suite)
        case "testcase" where parent == .suite || parent == nil:
            test = test(element)
            elements.append(.test)
        case "failure", "error", "rerunFailure", "rerunError", "flakyFailure", "flakyError", "skipped":
            guard parent == .test || parent == .suite else { fallthrough }
            elements.append(.outcome)
            begin(element)
        default:
            if parent == nil {
                report.tear(
                    "'\(element.name.prefix(40))' is no report of tests; 'testsuites' or 'testsuite' was expected",
                    at: span(element.place))
            }
            elements.append(.other)
        }
    }

    func end() {
        switch elements.popLast() {
        case .suite: endSuite()
        case .test: endTest()
        case .outcome: endOutcome()
        case .other, nil: break
        }
    }

    var wantsText: Bool {
        guard let outcome, !outcome.hasMessage else { return false }
        return elements.count == outcome.depth && outcome.message.utf8.count < JUnitReader.longestMessage
    }

    func text(_ text: String) { outcome?.message += text }

    // MARK: Suites

    private func openSuite(_ element: XMLElement) {
        var suite = Suite(
            name: element["name"] ?? suites.last?.name, time: time(element) ?? suites.last?.time,
            place: element.place, claimed: SuiteCounts(element))
        suite.countsOtherwise = suites.last?.countsOtherwise == true || SuiteCounts.areOfOtherThings(element)
        suites.append(suite)
    }

    private func endSuite() {
        guard let suite = suites.popLast() else { return }
        let missing = suite.claimed.missing(from: suite.seen, countsOtherwise: suite.countsOtherwise)
        if !suites.isEmpty {
            // What is above may count the same once more, and what was lost too.
            suites[suites.count - 1].seen += suite.seen
            suites[suites.count - 1].seen += missing.counts
            if suite.countsOtherwise { suites[suites.count - 1].countsOtherwise = true }
        }
        guard let phrase = missing.phrase else { return }
        let name = suite.name.map { "suite '\($0.prefix(80))'" } ?? "the suite"
        report.tear("\(name) \(phrase)", at: span(suite.place))
    }

    /// The first time that cannot be read is told; what it is of has none.
    private func time(_ element: XMLElement) -> TestTime? {
        guard let text = element["timestamp"]?.trimmed, !text.isEmpty else { return nil }
        let time = TestTime(text)
        if time.instant == nil, unreadTimes.insert(text).inserted {
            report.faults.add(
                ObservationFault("timestamp '\(text.prefix(40))' cannot be read", at: span(element.place)))
        }
        return time
    }

    // MARK: Tests

    private func test(_ element: XMLElement) -> Test {
        let name = TestName(
            suite: suites.last?.name, classname: element["classname"], name: element["name"] ?? "")
        var test = Test(name: name, time: time(element) ?? suites.last?.time, place: element.place)
        for text in [element["status"], element["result"]].compactMap(\.self) {
            switch TestWord(text) {
            case .passed: break
            case .skipped: test.isSkipped = true
            case .failed:
                test.isFailed = true
                test.word = text.trimmed
            case .open: test.doubt = "its report says '\(text.trimmed.prefix(40))'"
            }
        }
        if let time = test.time, time.instant == nil, test.doubt == nil {
            test.doubt = "its time '\(time.text.prefix(40))' cannot be read"
        }
        // doctest, which counts assertions.
        if element["status"] == "run", element["result"] == nil, suites.last?.claimed.isBare == true {
            suites[suites.count - 1].countsOtherwise = true
        }
        return test
    }

    private func endTest() {
        guard let test else { return }
        self.test = nil
        if test.name.name.isEmpty, test.name.owners.isEmpty {
            return report.tear("a test has no name", at: span(test.place))
        }
        if !suites.isEmpty {
            suites[suites.count - 1].seen.tests += 1
            if test.isSkipped { suites[suites.count - 1].seen.skipped += max(1, test.skips) }
        }
        let failure = test.failure ?? test.word.map { "its report says '\($0.prefix(40))'" }
        let status: ItemResult.Status =
            test.isFailed ? .failed : test.doubt != nil ? .pending : test.isSkipped ? .skipped : .passed
        report.results.append(
            ItemResult(
                test: test.name, status: status, time: test.time?.instant, zoneIsKnown: test.time?.zoneIsKnown ?? true,
                evidence: test.isFailed ? failure : test.doubt ?? test.skip,
                failedRuns: test.isFailed ? 0 : test.failedRuns, span: span(test.place)))
    }

    // MARK: Outcomes

    private func begin(_ element: XMLElement) {
        let kind: Outcome.Kind =
            switch element.name {
            case "skipped": .skipped
            case "flakyFailure", "flakyError": .flakyRun
            default: .failed
            }
        // Of a rerun that failed the first failure is counted already.
        let counts = kind == .failed && !element.name.hasPrefix("rerun")
        if !suites.isEmpty {
            if counts { suites[suites.count - 1].seen.failures += 1 }
            // A suite that did not run at all counts itself.
            if test == nil { suites[suites.count - 1].seen.tests += 1 }
            if test == nil, kind == .skipped { suites[suites.count - 1].seen.skipped += 1 }
        }
        let message = element["message"]?.trimmed ?? ""
        outcome = Outcome(kind: kind, message: message, hasMessage: !message.isEmpty, depth: elements.count)
        guard test == nil, kind == .failed, let suite = suites.last else { return }
        report.results.append(
            ItemResult(
                test: TestName(suite: suite.name, name: suite.name ?? element.name), status: .failed,
                time: suite.time?.instant, zoneIsKnown: suite.time?.zoneIsKnown ?? true,
                evidence: message.isEmpty ? nil : brief(message), span: span(element.place)))
    }

    private func endOutcome() {
        guard let outcome else { return }
        self.outcome = nil
        let message = brief(outcome.message)
        switch outcome.kind {
        case .failed:
            test?.isFailed = true
            if test?.failure == nil { test?.failure = message }
        case .skipped:
            test?.isSkipped = true
            test?.skips += 1
            if test?.skip == nil { test?.skip = message }
        case .flakyRun: test?.failedRuns += 1
        }
    }

    private func span(_ place: Range<Int>) -> SourceSpan {
        SourceSpan(file: file, range: place.clamped(to: 0..<file.bytes.count))
    }

    /// Bytes of text that are looked at for a message.
    private static let longestMessage = 4096
}

/// The first line that says something, held short; nil when none does.
func brief(_ message: String) -> String? {
    let line = message.split(whereSeparator: \.isNewline).lazy.map(\.trimmed).first { !$0.isEmpty }
    return line.map { $0.count > 200 ? "\($0.prefix(199))…" : $0 }
}
