package import SourceText

/// What a lint run found, ready to be written in one of the formats.
package struct LintReport: Sendable {
    /// In reading order.
    package let findings: [Finding]
    package let documentCount: Int
    /// Findings that a comment in a document allows.
    package let suppressed: Int
    /// Findings that the baseline knows.
    package let baselined: Int
    /// Those of both kinds, for formats that can tell them.
    let silenced: [SilencedFinding]
    /// Findings that are too quiet to be shown.
    let hidden: [Finding]
    /// What the documents were held against; nil where all that is found is reported.
    let base: ReportBase?

    package init(
        findings: [Finding], documentCount: Int, suppressed: Int = 0, baselined: Int = 0, base: ReportBase? = nil
    ) {
        self.findings = inReadingOrder(findings)
        self.documentCount = documentCount
        self.suppressed = suppressed
        self.baselined = baselined
        self.base = base
        silenced = []
        hidden = []
    }

    package init(
        findings: [Finding], documentCount: Int, silenced: [SilencedFinding], hidden: [Finding] = [],
        base: ReportBase? = nil
    ) {
        self.findings = inReadingOrder(findings)
        self.silenced = silenced
        self.hidden = hidden
        self.documentCount = documentCount
        self.base = base
        suppressed = silenced.count { $0.reason != .baseline }
        baselined = silenced.count - suppressed
    }

    /// One for each finding, numbered among everything that the run found: what is silenced changes none.
    func findingPrints() -> [String] {
        let others = silenced.map(\.finding) + hidden
        return others.isEmpty ? fingerprints(of: findings) : numberedFingerprints(of: findings, among: others)
    }

    /// The loudest first, else in reading order.
    var findingsBySeverity: [Finding] {
        Severity.allCases.sorted(by: >).flatMap { severity in findings.filter { $0.severity == severity } }
    }

    func count(_ severity: Severity) -> Int { findings.count { $0.severity == severity } }

    /// `2 errors, 1 warning in 4 documents`.
    package var summary: String {
        let counts = LintReport.phrase(errors: count(.error), warnings: count(.warning), notes: count(.info))
        let documents = LintReport.phrase(documentCount, "document") ?? "0 documents"
        let silenced = [
            suppressed > 0 ? "\(suppressed) allowed in the documents" : nil,
            baselined > 0 ? "\(baselined) in the baseline" : nil,
            hidden.isEmpty ? nil : "\(hidden.count) too quiet to be shown",
        ].compactMap(\.self)
        let tail = silenced.isEmpty ? "" : " (\(silenced.joined(separator: ", ")))"
        return "\(counts.isEmpty ? "no findings" : counts) in \(documents)\(tail)"
    }

    /// `2 errors, 1 warning`; empty for none.
    static func phrase(errors: Int, warnings: Int, notes: Int) -> String {
        [phrase(errors, "error"), phrase(warnings, "warning"), phrase(notes, "note")].compactMap(\.self)
            .joined(separator: ", ")
    }

    /// nil for none, and for fewer.
    private static func phrase(_ count: Int, _ noun: String) -> String? {
        count <= 0 ? nil : "\(count) \(noun)\(count == 1 ? "" : "s")"
    }
}
