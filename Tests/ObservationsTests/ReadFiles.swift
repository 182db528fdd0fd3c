import Observations
import SourceText

/// Files as a reading of metrics sees them.
struct ReadFiles {
    static let now = Instant(millisecondsSinceEpoch: 1_800_000_000_000)

    let summaries: [MetricSummary]
    let findings: [Finding]

    init(
        _ files: [(path: String, format: MetricFormat, bytes: [UInt8])],
        windows: [MetricWindow] = [MetricWindow(seconds: 3e9)],
        blockSize: Int = 1 << 20, isCareful: Bool = false, failure: String? = nil, scatteredLimit: Int = 1 << 24
    ) {
        var reading = MetricReading(
            demand: MetricDemand(now: Self.now) { _ in windows }, blockSize: blockSize, isCareful: isCareful,
            scatteredLimit: scatteredLimit)
        var findings: [Finding] = []
        for file in files {
            findings += reading.read(file.path, as: file.format, from: source(of: file.bytes, failure: failure))
        }
        self.findings = findings
        summaries = reading.summaries()
    }

    /// `series [unit] @seconds value line`
    var samples: [String] {
        summaries.flatMap { series in
            series.recent.map { sample in
                "\(series.identity.text)\(series.identity.unit.map { " [\($0)]" } ?? "") "
                    + "@\(sample.time.secondsSinceEpoch) \(sample.value) line \(sample.place.line ?? 0)"
            }
        }
    }

    /// `line:column: message`
    var messages: [String] {
        findings.map { finding in
            "\(finding.span.map { "\($0.start.line):\($0.start.column)" } ?? "-"): \(finding.message)"
        }
    }

    /// The first line that tells them apart; nil when nothing does.
    func difference(from other: ReadFiles) -> String? {
        let (ours, theirs) = (facts, other.facts)
        for (left, right) in zip(ours, theirs) where left != right { return "\(left) | \(right)" }
        return ours.count == theirs.count ? nil : "\(ours.count) | \(theirs.count) facts"
    }

    private var facts: [String] {
        messages + samples
            + summaries.map { "\($0.torn.map { "\($0)" } ?? "") \($0.contradiction?.phrase ?? "")" }
            + summaries.flatMap { summary in
                summary.windows.map { window in
                    "\(summary.identity) \(window.count) \(window.numberless) \(window.total ?? .nan) "
                        + "\(window.doubt ?? "") \(window.increase ?? .nan) \(window.longestGapSeconds) "
                        + "\(window.distribution.quantile(0.5) ?? .nan) \(window.distribution.quantile(0.99) ?? .nan)"
                }
            }
    }
}

/// Gives bytes in pieces, as a pipe does.
///
/// - Parameter failure: what goes wrong at their end; nil for nothing.
func source(of bytes: [UInt8], failure: String? = nil) -> ByteSource {
    var offset = 0
    return unsafe ByteSource { buffer throws(ByteSourceFault) in
        let count = min(buffer.count, bytes.count - offset, 1000)
        if count == 0, let failure { throw ByteSourceFault(failure) }
        for index in 0..<count { unsafe buffer[index] = bytes[offset + index] }
        offset += count
        return count
    }
}
