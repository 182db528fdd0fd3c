import Observations

/// A verdict that samples before the newest hold: it takes so many bad ones to make an alert, and so many good ones to
/// end it.
struct HeldVerdict {
    let verdict: KPIVerdict
    /// `2 of 3 good samples`.
    let phrase: String

    /// - Parameter raw: how the newest sample stands by itself.
    /// - Returns: nil where nothing is held.
    init?(_ raw: KPIVerdict, _ judgement: SeriesJudgement, _ patience: KPISettings.Patience) {
        guard patience != KPISettings.Patience(), raw != .noData, raw != .stale else { return nil }
        let history = History(raw, judgement, longest: min(2000, 20 * max(patience.openAfter, patience.closeAfter)))
        let isCritical = history.isOpen(patience) { $0 == .critical } ?? (raw == .critical)
        let isAlert = history.isOpen(patience) { $0.isBad } ?? raw.isBad
        // An alert that is not made yet is no reason to be on target.
        verdict = isCritical ? .critical : isAlert ? .alert : raw.isBad ? .offTarget : raw
        guard verdict != raw else { return nil }
        let level: (KPIVerdict) -> Bool =
            (raw == .critical || verdict == .critical) ? { $0 == .critical } : { $0.isBad }
        if verdict.loudness > raw.loudness {
            phrase = "\(history.run { !level($0) }) of \(patience.closeAfter) good samples"
        } else {
            phrase = "\(history.run(where: level)) of \(patience.openAfter) bad samples"
        }
    }

    /// How each sample stood when it was the newest, those that nothing is known of left out; newest first.
    private struct History {
        private var verdicts: [KPIVerdict]
        /// Whether nothing was before it.
        private let isWhole: Bool

        /// - Parameter longest: how many samples are looked back upon.
        init(_ raw: KPIVerdict, _ judgement: SeriesJudgement, longest: Int) {
            verdicts = [raw]
            var index = judgement.samples.count - 2
            var work = 0
            while index >= 0, verdicts.count < longest, work < 300_000 {
                let outcome = judgement.outcome(at: index)
                if outcome.verdict != .noData { verdicts.append(outcome.verdict) }
                work += outcome.reading.map { $0.sampleCount + $0.gaps } ?? 1
                index -= 1
            }
            isWhole = index < 0 && judgement.evidence.summary.isRecentComplete
        }

        /// Whether an alert is on, by the last run that was long enough; before the first sample none is.
        ///
        /// - Returns: nil where the samples that are kept do not tell.
        func isOpen(_ patience: KPISettings.Patience, _ isBad: (KPIVerdict) -> Bool) -> Bool? {
            var (bad, good) = (0, 0)
            for verdict in verdicts {
                (bad, good) = isBad(verdict) ? (bad + 1, 0) : (0, good + 1)
                if bad == patience.openAfter { return true }
                if good == patience.closeAfter { return false }
            }
            return isWhole ? false : nil
        }

        /// How many of the newest are so, one after the other.
        func run(where holds: (KPIVerdict) -> Bool) -> Int { verdicts.prefix(while: holds).count }
    }
}
