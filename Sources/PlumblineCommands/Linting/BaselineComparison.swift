import PlanRules
import SourceText

/// What a run found, held against the findings that are known.
struct BaselineComparison {
    /// With the entries that stand for nothing any more.
    let findings: [Finding]
    let known: [Finding]
    /// Entries that this run cannot tell anything of: it checks other documents, or does not run their rules.
    let unjudged: [Baseline.Entry]

    /// Without a baseline everything is new.
    init(findings: [Finding], known: [Finding] = [], unjudged: [Baseline.Entry] = []) {
        self.findings = findings
        self.known = known
        self.unjudged = unjudged
    }

    /// Holds all that a run found against a baseline, however quiet it is: what is shown is decided later.
    init(
        _ pipeline: Pipeline, in file: BaselineFile, _ baseline: Baseline, documents: LoadedDocuments, paths: [String],
        policy: RulePolicy
    ) {
        // What comments allow keeps its number among repeats.
        let prints = numberedFingerprints(of: pipeline.findings, among: pipeline.allowed.map(\.finding))
        let (new, known, unmatched) = baseline.compare(pipeline.findings, fingerprints: prints)
        let isWhole = unmatched.isEmpty || BaselineComparison.coversAll(of: baseline, file, documents, paths)
        func isStale(_ entry: Baseline.Entry) -> Bool {
            isWhole && (policy.tells(entry.rule) || !policy.knows(entry.rule))
        }
        let stale = unmatched.filter(isStale).map(\.stale)
        self.init(
            findings: inReadingOrder(new + policy.rated(stale)), known: known,
            unjudged: unmatched.filter { !isStale($0) })
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
