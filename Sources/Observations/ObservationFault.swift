import SourceText

/// What is wrong with one record of an input, and where.
struct ObservationFault: Error {
    let message: String
    let span: SourceSpan

    init(_ message: String, at span: SourceSpan) {
        self.message = message
        self.span = span
    }
}

/// The faults of one kind in one file as findings: up to 20 one by one, more of them in one that says how many.
struct FaultList {
    private static let listedLimit = 20
    private let rule: String
    private let severity: Severity
    private let file: SourceFile
    private var listed: [ObservationFault] = []
    private var count = 0

    init(rule: String, _ severity: Severity, file: SourceFile) {
        self.rule = rule
        self.severity = severity
        self.file = file
    }

    mutating func add(_ fault: ObservationFault) {
        count += 1
        if listed.count < Self.listedLimit { listed.append(fault) }
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
            identity: [file.path, message])
    }
}
