import SourceText

/// A stream of tests that are counted together: a whole file, or a subtest in it.
struct TAPStream {
    let indent: Int
    /// The subtest's; nil for the file, and until the test behind it says it.
    let name: String?
    /// Whether it is a stream for sure, not output of another program that looks like one.
    let isAnnounced: Bool
    /// Whether it stands in braces behind its test.
    let isBlock: Bool
    /// The last number of the plan.
    private(set) var planned: Int?
    /// Of its own tests, each behind those of its subtest.
    private(set) var results: [ItemResult] = []
    private(set) var hasFailed = false
    private var numbers: Set<Int> = []
    private var count = 0
    private var repeated: (number: Int, span: SourceSpan)?
    private var planSpan: SourceSpan?

    init(indent: Int, name: String?, isAnnounced: Bool, isBlock: Bool = false) {
        self.indent = indent
        self.name = name
        self.isAnnounced = isAnnounced
        self.isBlock = isBlock
    }

    var hasBegun: Bool { count > 0 || planned != nil }

    // MARK: Growing

    mutating func plan(_ last: Int, at span: SourceSpan, _ report: inout TestReport) {
        if planned != nil { return report.tear("a second plan stands here", at: span) }
        planned = last
        planSpan = span
    }

    /// - Parameter child: The subtest above the test.
    mutating func add(_ test: TAPLine.Test, at span: SourceSpan, child: TAPStream?) {
        count += 1
        let number = test.number ?? count
        if !numbers.insert(number).inserted, repeated == nil { repeated = (number, span) }
        var status = test.isOK ? ItemResult.Status.passed : .failed
        var evidence: String?
        switch test.directive {
        case .skip(let reason):
            status = .skipped
            evidence = brief(reason)
        case .todo(let reason):
            if status == .failed { status = .pending }
            evidence = brief(reason)
        case nil: break
        }
        let name = test.description.isEmpty ? "test \(number)" : test.description
        let own = ItemResult(
            test: TestName(name: name), status: status, time: nil, evidence: evidence, span: span)
        if let child { take(child, under: name, isExcused: test.directive != nil) }
        results.append(own)
        if let child, child.hasFailed, test.directive == nil { failLast() }
        hasFailed = hasFailed || status == .failed
    }

    /// Ends the subtest of the last test, which stands in braces behind it.
    mutating func take(block child: TAPStream) {
        guard let own = results.popLast() else {
            results += child.results
            return
        }
        take(child, under: own.name, isExcused: own.status == .skipped || own.status == .pending)
        results.append(own)
        if child.hasFailed { failLast() }
    }

    /// A subtest that no test speaks for.
    mutating func take(orphan child: TAPStream) {
        results += child.results
        hasFailed = hasFailed || child.hasFailed
    }

    private mutating func take(_ child: TAPStream, under name: String, isExcused: Bool) {
        results += child.results.map { result in
            guard let test = result.test else { return result }
            return ItemResult(
                test: TestName(suite: test.suite ?? child.name ?? name, name: test.name),
                status: isExcused && result.status == .failed ? .pending : result.status, time: nil,
                evidence: result.evidence, span: result.span)
        }
    }

    /// The last test has failed because its subtest did; what it says itself is a slip of its producer.
    private mutating func failLast() {
        guard let own = results.last, own.status == .passed else { return }
        results[results.count - 1] = own.with(status: .failed, evidence: "its subtest failed")
        hasFailed = true
    }

    /// What the diagnostics below the last test say of it.
    mutating func explainLast(_ message: String) {
        guard let own = results.last, own.status == .failed, own.evidence == nil else { return }
        results[results.count - 1] = own.with(evidence: brief(message))
    }

    /// Not output of another program after all: nothing in it counts.
    mutating func forget() {
        results = []
        hasFailed = false
    }

    // MARK: Checking

    /// Holds the tests against the plan.
    func check(_ file: SourceFile, _ report: inout TestReport) {
        let place = results.first?.span ?? SourceSpan(file: file, range: file.bytes.count..<file.bytes.count)
        guard let planned, let planSpan else {
            let isEmpty = count == 0 && indent == 0
            return report.tear(isEmpty ? "it holds no TAP" : "no plan (1..N) says how many tests there are", at: place)
        }
        if let repeated {
            report.tear("test \(repeated.number) stands here a second time", at: repeated.span)
        } else if let outside = numbers.filter({ $0 < 1 || $0 > planned }).min() {
            report.tear("test \(outside) is not in the plan of \(planned)", at: planSpan)
        } else if numbers.count < planned {
            // No further than one behind those that are there, whatever the plan says.
            let first = (1...numbers.count + 1).first { !numbers.contains($0) } ?? 1
            let missing = planned - numbers.count
            report.tear(
                "\(missing) of \(planned) planned tests \(missing == 1 ? "is" : "are") missing, the first test \(first)",
                at: planSpan)
        }
    }
}
