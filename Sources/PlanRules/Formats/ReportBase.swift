import SourceText

/// What a report's findings are new against.
package struct ReportBase: Sendable {
    /// As it was given: `origin/main`.
    let reference: String
    /// Full hash of the commit that the documents were held against.
    let commit: String
    /// New findings of which the change touched no side; they are among the report's.
    let elsewhere: Set<Finding>
    let new: Int
    let mended: Int
    let unchanged: Int

    package init(_ comparison: BaseComparison, reference: String, commit: String) {
        self.reference = reference
        self.commit = commit
        elsewhere = Set(comparison.elsewhere)
        new = comparison.new.count + comparison.elsewhere.count
        mended = comparison.mended
        unchanged = comparison.unchanged
    }

    /// `against origin/main (1a2b3c4): 3 new, 2 mended, 14 unchanged; 1 of them caused by a change elsewhere:`.
    var summary: String {
        let counts = "against \(reference) (\(commit.prefix(7))): \(new) new, \(mended) mended, \(unchanged) unchanged"
        guard !elsewhere.isEmpty else { return counts }
        return "\(counts); caused by a change elsewhere: \(elsewhere.count)"
    }

    /// - Parameter fingerprints: Of what a change elsewhere caused.
    func json(_ fingerprints: [String]) -> OrderedJSON {
        .object([
            ("ref", .string(reference)), ("commit", .string(commit)), ("new", .integer(new)),
            ("mended", .integer(mended)), ("unchanged", .integer(unchanged)),
            ("elsewhere", .array(fingerprints.map { .string($0) })),
        ])
    }
}

extension LintReport {
    /// Whether a change caused a finding but touched no side of it.
    func isElsewhere(_ finding: Finding) -> Bool { base?.elsewhere.contains(finding) ?? false }
}
