import SourceText

/// What is wrong with one record of an input, and where.
struct ObservationFault: Error, Sendable {
    let message: String
    let span: SourceSpan

    init(_ message: String, at span: SourceSpan) {
        self.message = message
        self.span = span
    }

    /// The same so many lines further down, in an excerpt of the file.
    func moved(lines: Int) -> ObservationFault {
        let file = span.file
        return ObservationFault(
            message,
            at: SourceSpan(
                file: SourceFile(
                    path: file.path, bytes: file.bytes, firstLine: file.firstLine + lines,
                    firstColumn: file.firstColumn),
                range: span.range))
    }
}

/// The faults of one kind in one file as findings: up to 20 one by one, more of them in one that says how many.
struct FaultList: Sendable {
    private static let listedLimit = 20
    private let rule: String
    private let severity: Severity
    private let path: String
    private var listed: [ObservationFault] = []
    private var count = 0

    init(rule: String, _ severity: Severity, path: String) {
        self.rule = rule
        self.severity = severity
        self.path = path
    }

    mutating func add(_ fault: ObservationFault) {
        count += 1
        if listed.count < Self.listedLimit { listed.append(fault) }
    }

    /// Adds the faults of a further part of the file, whose lines were counted from its start.
    mutating func add(_ part: FaultList, linesBefore: Int) {
        for fault in part.listed.prefix(Self.listedLimit - listed.count) {
            listed.append(fault.moved(lines: linesBefore))
        }
        count += part.count
    }

    var findings: [Finding] {
        guard let first = listed.first, count > Self.listedLimit else {
            return listed.map { finding($0.message, at: $0.span, related: []) }
        }
        let related = listed.dropFirst().prefix(3).map { Finding.Note($0.message, at: $0.span) }
        let message = "\(count) records of this file are at fault, the first here: \(first.message)"
        return [finding(message, at: first.span, related: related)]
    }

    private func finding(_ message: String, at span: SourceSpan, related: [Finding.Note]) -> Finding {
        Finding(
            rule: rule, severity: severity, message: message, at: span, related: related,
            identity: [path, message])
    }
}
