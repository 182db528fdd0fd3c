import PlanRules
import SourceText

/// What a run found, held against the findings that are known.
struct BaselineComparison {
    /// With the entries that stand for nothing any more.
    let findings: [Finding]
    let known: [Finding]

    /// - Parameters:
    ///   - findings: As loud as they are to be told, not yet those that are shown.
    ///   - others: What comments allow: repeats are numbered among all.
    init(
        _ findings: [Finding], among others: [Finding], in file: BaselineFile, _ baseline: Baseline,
        documents: LoadedDocuments, paths: [String], policy: RulePolicy
    ) {
        let prints = numberedFingerprints(of: findings, among: others)
        let (new, known, unmatched) = baseline.compare(findings, fingerprints: prints)
        self.known = known
        let isWhole = unmatched.isEmpty || BaselineComparison.coversAll(of: baseline, file, documents, paths)
        let stale = isWhole ? unmatched.filter { policy.tells($0.rule) || !policy.knows($0.rule) } : []
        self.findings = inReadingOrder(new + policy.rated(stale.map(\.stale)))
    }

    /// Whether every document that a baseline names is checked, or gone: who checks one document of many must not be
    /// told that the entries of the others stand for nothing.
    private static func coversAll(
        of baseline: Baseline, _ file: BaselineFile, _ documents: LoadedDocuments, _ paths: [String]
    ) -> Bool {
        guard paths.allSatisfy({ InputFiles.kind(of: $0) == .folder }) else { return false }
        let checked = Set(documents.sources.map { file.name(of: $0.path) })
        return Set(baseline.entries.map(\.path)).allSatisfy {
            $0.isEmpty || checked.contains($0) || InputFiles.kind(of: joined(file.root, $0)) == nil
        }
    }
}
