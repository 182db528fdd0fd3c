import Assessment

/// Several plans side by side, as an overview shows them.
package struct PortfolioReport: Sendable {
    package let title: String
    /// The loudest of all plans.
    package let verdict: VerdictReport
    /// Of the plan that must be renewed first: the overview is no fresher than the oldest page behind it.
    package let trust: TrustReport
    package let provenance: Provenance
    /// Loudest first, then by title.
    package let plans: [PlanLine]

    /// `3 plans`.
    package var countText: String { counted(plans.count, "plan") }

    package struct PlanLine: Sendable {
        /// Folder of the plan's pages below `plans/`.
        package let name: String
        package let report: Report

        package init(name: String, report: Report) {
            self.name = name
            self.report = report
        }
    }

    /// - Parameters:
    ///   - plans: Assessed at the same moment; with names as ``names(ofFolders:)`` makes them.
    /// - Returns: nil without a plan.
    package init?(title: String, plans: [PlanLine]) {
        let sorted = plans.sorted { left, right in
            (loudness(left.report), left.report.title, left.name)
                < (loudness(right.report), right.report.title, right.name)
        }
        guard let loudest = sorted.first,
            let first = sorted.min(by: { $0.report.trust.validUntil.instant < $1.report.trust.validUntil.instant })
        else { return nil }
        self.plans = sorted
        self.title = title
        verdict = overallVerdict(sorted, loudest: loudest)
        trust = first.report.trust
        let documents = sorted.flatMap { line in line.report.provenance.documents.map { "\(line.name)/\($0)" } }
        let digest = SHA256.hex(
            plans.sorted { $0.name < $1.name }.flatMap { "\($0.name)\0\($0.report.provenance.digest)\0".utf8 })
        provenance = Provenance(
            toolVersion: loudest.report.provenance.toolVersion, documents: documents,
            sources: sorted.flatMap { line in line.report.provenance.sources.map { "\(line.name)/\($0)" } },
            digest: digest,
            text: "Made by Plumbline \(loudest.report.provenance.toolVersion) from \(counted(sorted.count, "plan")) "
                + "with \(counted(documents.count, "document")) (digest \(digest.prefix(12)))",
            timeZone: loudest.report.provenance.timeZone)
    }

    /// What an overview is called that nobody named.
    package static let defaultTitle = "Plans"

    /// Names for folders of plans, unique and in the order of the paths: `payments/cutover` becomes `payments-cutover`.
    package static func names(ofFolders paths: [String]) -> [String] {
        distinct(
            paths.map { path in
                let name = slug(path).prefix(100)
                return name.isEmpty ? "plan" : String(name)
            })
    }
}

/// 0 for the loudest.
private func loudness(_ report: Report) -> Int {
    PlanVerdict.allCases.firstIndex { $0.rawValue == report.verdict.verdict } ?? 0
}

/// `Alert: 2 of 3 plans are not on plan`, with a sentence for each of these.
private func overallVerdict(_ plans: [PortfolioReport.PlanLine], loudest: PortfolioReport.PlanLine) -> VerdictReport {
    let off = plans.filter { $0.report.verdict.verdict != PlanVerdict.onPlan.rawValue }
    let status = loudest.report.verdict.status
    let headline =
        off.isEmpty
        ? "On plan: \(plans.count == 1 ? "the plan" : "all \(plans.count) plans")"
        : "\(status.word): \(off.count) of \(counted(plans.count, "plan")) \(off.count == 1 ? "is" : "are") not on plan"
    let reasons = off.map { "\($0.report.title): \($0.report.verdict.headline)." }
    let shown = Array(reasons.prefix(3))
    return VerdictReport(
        verdict: loudest.report.verdict.verdict, status: status, headline: headline, sentences: shown, unknowns: [],
        more: reasons.count > shown.count ? "And \(reasons.count - shown.count) more, below." : nil, reasons: reasons,
        allUnknowns: [], summary: [headline + ".", reasons.first].compactMap(\.self).joined(separator: " "))
}
