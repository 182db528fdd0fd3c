import SourceText

/// Reads the XML in which test runners report, named for JUnit: `testsuites`, or a `testsuite` alone.
///
/// There is no standard, so what producers write is read as they mean it:
/// - Suites may stand in suites; a test has the name of the nearest, and its time, else that of those above.
/// - A test with `failure` or `error` has failed, also beside `skipped`; so has one whose reruns all failed
///   (`rerunFailure`). One that failed and passed in the end (Surefire's `flakyFailure`) has passed, with the number of its
///   failed runs. `status` and `result`, where GoogleTest and others tell what was not run, are heard too.
/// - `failure` and `error` outside of a test are a failure of their suite.
/// - `timestamp` without a zone is UTC for some producers and local time for others; ``ItemResult/zoneIsKnown`` says so.
/// - A suite that counts more failures than its tests show has lost some.
final class JUnitReader: XMLHandler {
    private let file: SourceFile
    private var report: TestReport
    private var elements: [Element] = []
    private var suites: [Suite] = []
    private var test: Test?
    private var outcome: Outcome?

    private enum Element { case suite, test, outcome, other }

    private struct Suite {
        let name: String?
        let time: TestTime?
        let place: Range<Int>
        /// Failures and errors that it says it has.
        let claimed: Int
        var counted = 0
    }

    private struct Test {
        let name: TestName
        let time: TestTime?
        let place: Range<Int>
        var failure: String?
        var skip: String?
        var isFailed = false
        var isSkipped = false
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
            suites.append(suite(element))
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

    private func suite(_ element: XMLElement) -> Suite {
        let claimed = ["failures", "errors"].map { element[$0].flatMap(Int.init) ?? 0 }
        return Suite(
            name: element["name"] ?? suites.last?.name, time: time(element) ?? suites.last?.time,
            place: element.place, claimed: claimed.reduce(0) { $0.addingReportingOverflow(max(0, $1)).partialValue })
    }

    private func endSuite() {
        guard let suite = suites.popLast() else { return }
        if !suites.isEmpty { suites[suites.count - 1].counted += suite.counted }
        guard suite.claimed > suite.counted else { return }
        // What is above counts the same failures once more.
        if !suites.isEmpty { suites[suites.count - 1].counted += suite.claimed - suite.counted }
        let name = suite.name.map { "suite '\($0.prefix(80))'" } ?? "the suite"
        report.tear(
            "\(name) counts \(suite.claimed) failed, but its tests show \(suite.counted)", at: span(suite.place))
    }

    private func time(_ element: XMLElement) -> TestTime? { element["timestamp"].flatMap(TestTime.init) }

    // MARK: Tests

    private func test(_ element: XMLElement) -> Test {
        let name = TestName(
            suite: suites.last?.name, classname: element["classname"], name: element["name"] ?? "")
        var test = Test(name: name, time: time(element) ?? suites.last?.time, place: element.place)
        for word in [element["status"], element["result"]].compactMap({ $0?.lowercased() }) {
            switch word {
            case "notrun", "skipped", "disabled", "suppressed", "ignored", "pending", "todo": test.isSkipped = true
            case "failed", "failure", "error", "broken": test.isFailed = true
            default: break
            }
        }
        return test
    }

    private func endTest() {
        guard let test else { return }
        self.test = nil
        if test.name.name.isEmpty, test.name.owners.isEmpty {
            return report.tear("a test has no name", at: span(test.place))
        }
        report.results.append(
            ItemResult(
                test: test.name, status: test.isFailed ? .failed : test.isSkipped ? .skipped : .passed,
                time: test.time?.instant, zoneIsKnown: test.time?.zoneIsKnown ?? true,
                evidence: test.isFailed ? test.failure : test.skip, failedRuns: test.isFailed ? 0 : test.failedRuns,
                span: span(test.place)))
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
        if counts, !suites.isEmpty { suites[suites.count - 1].counted += 1 }
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

/// The `timestamp` of a report: ISO 8601 with or without seconds, fraction and zone.
struct TestTime {
    let instant: Instant
    /// Whether the report says the zone; else the moment is what its clock would mean in UTC.
    let zoneIsKnown: Bool

    /// nil for what cannot be read: the tests are then without a time.
    init?(_ text: String) {
        let text = text.trimmed
        for (ending, zoneIsKnown) in [("", true), ("Z", false), (":00Z", false)] {
            if let instant = try? Instant(reading: text + ending) {
                self.instant = instant
                self.zoneIsKnown = zoneIsKnown
                return
            }
        }
        return nil
    }
}
