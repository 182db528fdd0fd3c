import SourceText

/// Whether the documents agree with each other.
package struct FindingsReport: Sendable {
    package struct Line: Sendable {
        package let rule: String
        package let severity: String
        package let status: Status
        package let message: String
        /// `strategy.md:297`; nil when no file is at fault.
        package let place: String?
        /// The other places: `rollback.md:29`.
        package let related: [String]
    }
    package let errors: Int
    package let warnings: Int
    package let infos: Int
    /// Loudest first, then in reading order; the first few of all.
    package let lines: [Line]
    /// `2 errors, 1 warning in the documents`.
    package let summary: String
    /// `and 14 more: plumbline lint`; nil when all are shown.
    package let more: String?
}

private let shownLimit = 8

func findingsReport(_ findings: [Finding]) -> FindingsReport {
    func count(_ severity: Severity) -> Int { findings.count { $0.severity == severity } }
    let (errors, warnings, infos) = (count(.error), count(.warning), count(.info))
    let parts = [
        errors > 0 ? counted(errors, "error") : nil, warnings > 0 ? counted(warnings, "warning") : nil,
        infos > 0 ? counted(infos, "note") : nil,
    ].compactMap(\.self)
    let sorted = findings.enumerated().sorted { left, right in
        if left.element.severity != right.element.severity { return left.element.severity > right.element.severity }
        switch (left.element.span, right.element.span) {
        case (let a?, let b?) where a != b: return a < b
        case (nil, _?): return true
        case (_?, nil): return false
        default: return left.offset < right.offset
        }
    }.map(\.element)
    let rest = findings.count - min(findings.count, shownLimit)
    return FindingsReport(
        errors: errors, warnings: warnings, infos: infos, lines: sorted.prefix(shownLimit).map(line),
        summary: parts.isEmpty
            ? "No contradiction found in the documents" : "\(parts.joined(separator: ", ")) in the documents",
        more: rest > 0 ? "and \(rest) more: plumbline lint" : nil)
}

private func line(_ finding: Finding) -> FindingsReport.Line {
    let status =
        switch finding.severity {
        case .error: Status("Error", .alert, .triangle)
        case .warning: Status("Warning", .off, .diamond)
        case .info: Status("Note", .none, .circle)
        }
    return FindingsReport.Line(
        rule: finding.rule, severity: finding.severity.rawValue, status: status, message: finding.message,
        place: finding.span.map(place), related: finding.related.map { place($0.span) })
}
