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
    /// `2 errors in the documents · 1 warning in settings, metrics and results`.
    package let summary: String
    /// `and 14 more: plumbline lint`; nil when all are shown.
    package let more: String?
    /// All of them, by file; first what no file is at fault for.
    package let files: [FileFindings]
    /// `2 errors, 1 warning and 3 notes in 4 documents`, or that there are none.
    package let outcome: String
    /// Which rules ran, what is allowed and not shown, what was left out: sentences.
    package let remarks: [String]
    /// Rules that ran, in the catalogue's order.
    package let rules: [RuleRun.Rule]
}

private let shownLimit = 8

func findingsReport(_ findings: [Finding], documentCount: Int, run: RuleRun) -> FindingsReport {
    func count(_ severity: Severity) -> Int { findings.count { $0.severity == severity } }
    let (errors, warnings, infos) = (count(.error), count(.warning), count(.info))
    let parts = [
        tally(findings.filter { !isOfInput($0) }).map { "\($0) in the documents" },
        tally(findings.filter(isOfInput)).map { "\($0) in settings, metrics and results" },
    ].compactMap(\.self)
    let sorted = loudestFirst(findings)
    let rest = findings.count - min(findings.count, shownLimit)
    return FindingsReport(
        errors: errors, warnings: warnings, infos: infos, lines: sorted.prefix(shownLimit).map(findingLine),
        summary: parts.isEmpty ? "No contradiction found in the documents" : parts.joined(separator: " · "),
        more: rest > 0 ? "and \(rest) more: plumbline lint" : nil,
        files: fileFindings(sorted, rules: run), outcome: outcome(findings, documentCount: documentCount),
        remarks: remarks(findings.count, run), rules: run.rules)
}

private func loudestFirst(_ findings: [Finding]) -> [Finding] {
    findings.enumerated().sorted { left, right in
        if left.element.severity != right.element.severity { return left.element.severity > right.element.severity }
        switch (left.element.span, right.element.span) {
        case (let a?, let b?) where a != b: return a < b
        case (nil, _?): return true
        case (_?, nil): return false
        default: return left.offset < right.offset
        }
    }.map(\.element)
}

private func outcome(_ findings: [Finding], documentCount: Int) -> String {
    guard documentCount > 0 else { return "There are no documents to hold against each other" }
    let documents = counted(documentCount, "document")
    let inputs = findings.filter(isOfInput)
    guard inputs.count < findings.count else {
        let found = tally(inputs).map { "; \($0) in settings, metrics and results" } ?? ""
        return "No contradiction found in \(documents)\(found)"
    }
    return "\(tally(findings) ?? "No finding") in \(documents), settings, metrics and results"
}

/// What a reader has to know before believing a list, or its absence.
private func remarks(_ count: Int, _ run: RuleRun) -> [String] {
    let proof = "That a rule is silent is no proof: it speaks only of what it can read with certainty."
    let ran = run.rules.isEmpty ? "No rule ran." : "\(counted(run.rules.count, "rule")) ran. \(proof)"
    let allowed =
        run.allowed == 0
        ? nil
        : "\(counted(run.allowed, "finding")) \(run.allowed == 1 ? "is" : "are") allowed by comments in the documents "
            + "and not shown."
    let cut =
        count > excerptLimit
        ? "The \(excerptLimit) loudest findings are shown with the lines they speak of, the others without." : nil
    return [ran, allowed, cut].compactMap(\.self)
}

/// `2 errors, 1 note`; nil for none.
func tally(_ findings: [Finding]) -> String? {
    let words: [(Severity, String)] = [(.error, "error"), (.warning, "warning"), (.info, "note")]
    let parts = words.compactMap { severity, word in
        let count = findings.count { $0.severity == severity }
        return count > 0 ? counted(count, word) : nil
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
}

/// Whether a finding is about settings, metrics or results: the rules of these are named for them.
private func isOfInput(_ finding: Finding) -> Bool {
    ["metric-", "result-", "kpi-", "input-"].contains { finding.rule.hasPrefix($0) }
}

func findingLine(_ finding: Finding) -> FindingsReport.Line {
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
