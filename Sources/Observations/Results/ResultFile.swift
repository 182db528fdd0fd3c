package import SourceText

/// How a file of results is written.
package enum ResultFormat: Sendable, CaseIterable {
    case json
    /// XML as test runners write it, named for JUnit.
    case junit
    /// Test Anything Protocol, versions 12 to 14.
    case tap

    /// By the end of the name (`.json`, `.xml`, `.tap`), else by how the file begins; JSON where nothing tells.
    package init(_ file: SourceFile) {
        let name = file.path.lowercased()
        let ending = [(".json", ResultFormat.json), (".xml", .junit), (".tap", .tap)].first { name.hasSuffix($0.0) }
        if let ending {
            self = ending.1
            return
        }
        let start = String(decoding: file.bytes.prefix(200), as: UTF8.self)
        let text = start.drop { $0.isWhitespace || $0 == "\u{feff}" || $0 == "\u{0}" }
        if text.hasPrefix("<") {
            self = .junit
        } else if ["TAP version ", "1..", "ok ", "not ok ", "# Subtest"].contains(where: { text.hasPrefix($0) }) {
            self = .tap
        } else {
            self = .json
        }
    }
}

/// What a results file holds, as far as it can be read.
package struct ResultFile: Sendable {
    package let results: [ItemResult]
    package let flags: [FlagResult]
    /// A `result-unreadable` error for each entry or list that is lost, and a `result-key-unknown` warning for each entry
    /// that is kept although it has a key that is not known.
    package let findings: [Finding]

    /// Reads JSON, JUnit's XML or TAP; see ``ResultFormat`` and the readers.
    ///
    /// A test report that cannot be read to its end, or whose tests are fewer than it announces, has good news no longer:
    /// only what failed, or is still to be done, is taken from it.
    package init(_ file: SourceFile) {
        switch ResultFormat(file) {
        case .json:
            var reader = JSONResultReader(file)
            reader.read()
            self.init(results: reader.results, flags: reader.flags, findings: reader.findings)
        case .junit: self.init(JUnitReader.read(file))
        case .tap: self.init(TAPReader.read(file))
        }
    }

    private init(results: [ItemResult], flags: [FlagResult], findings: [Finding]) {
        self.results = results
        self.flags = flags
        self.findings = findings
    }

    private init(_ report: TestReport) {
        self.init(
            results: report.isWhole ? report.results : report.results.filter { $0.status.remainsOfATornReport },
            flags: [], findings: report.faults.findings)
    }
}

/// What a reader makes of a test report.
struct TestReport {
    var results: [ItemResult] = []
    var faults: FaultList
    /// Whether it was read to its end, and holds what it announces.
    var isWhole = true

    init(_ file: SourceFile) { faults = FaultList(rule: "result-unreadable", .error, path: file.path) }

    /// Something is missing, or cannot be trusted.
    mutating func tear(_ message: String, at span: SourceSpan) {
        isWhole = false
        faults.add(ObservationFault("\(message); nothing in this file counts as passed", at: span))
    }
}

extension ItemResult.Status {
    fileprivate var remainsOfATornReport: Bool {
        switch self {
        case .failed, .blocked, .pending: true
        case .passed, .skipped: false
        }
    }
}
