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

    package init(findings: [Finding], documentCount: Int, suppressed: Int = 0, baselined: Int = 0) {
        self.findings = inReadingOrder(findings)
        self.documentCount = documentCount
        self.suppressed = suppressed
        self.baselined = baselined
    }

    package func count(_ severity: Severity) -> Int { findings.count { $0.severity == severity } }

    /// `2 errors, 1 warning in 4 documents`.
    package var summary: String {
        let counts = [
            phrase(count(.error), "error"), phrase(count(.warning), "warning"), phrase(count(.info), "note"),
        ].compactMap(\.self)
        let documents = phrase(documentCount, "document") ?? "0 documents"
        let silenced = [
            suppressed > 0 ? "\(suppressed) allowed in the documents" : nil,
            baselined > 0 ? "\(baselined) in the baseline" : nil,
        ].compactMap(\.self)
        let tail = silenced.isEmpty ? "" : " (\(silenced.joined(separator: ", ")))"
        return "\(counts.isEmpty ? "no findings" : counts.joined(separator: ", ")) in \(documents)\(tail)"
    }

    /// nil for none.
    private func phrase(_ count: Int, _ noun: String) -> String? {
        count == 0 ? nil : "\(count) \(noun)\(count == 1 ? "" : "s")"
    }
}
