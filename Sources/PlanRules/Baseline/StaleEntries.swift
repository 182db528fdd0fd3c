package import SourceText

extension Baseline.Entry {
    /// Tells that the entry stands for nothing any more.
    package var stale: Finding {
        let place = path.isEmpty ? "" : " in '\(path)'"
        return Finding(
            rule: "baseline-stale", severity: .warning,
            message: "'\(rule)' finds nothing\(place) any more that this entry stands for", at: span,
            label: "was: \(message)", help: "write the baseline anew (`plumbline lint --write-baseline`)",
            identity: [fingerprint])
    }
}
