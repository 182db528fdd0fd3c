import SourceText

/// Puts the samples of blocks together, one block after the other.
struct MetricAccumulation: Sendable {
    /// Of one series at most.
    private static let mostKept = 2048
    private static let fewestKept = 128
    /// Of all series together, where they are so many.
    private static let keptOfAll = 1 << 19
    /// Older ones of all series together, to which later ones are held.
    private static let settledOfAll = 1 << 17
    /// Parts of the courses of all series together; where that makes a course too coarse, none is kept.
    private static let partsOfAll = 1 << 14
    private static let fewestParts = 12

    private let demand: MetricDemand
    private let registry: SeriesRegistry
    /// So many times of all series together that cost memory each are kept.
    private let scatteredLimit: Int
    private let newestAllowed: Int64
    /// By the number of the series; nil for one of which no sample came yet.
    private var series: [SeriesAccumulator?] = []
    private var identities: [MetricIdentity] = []
    private var seriesCount = 0
    private var courseCount = 0
    private var isFull = false
    private var paths: [String] = []

    private var samplesUnchecked = 0

    /// Samples of the file that is being read that say something else than one before, the first of each series.
    private var contradictions = FaultList(rule: "", .warning, path: "")
    private var irregularity: [Finding] = []

    init(demand: MetricDemand, registry: SeriesRegistry, scatteredLimit: Int) {
        self.scatteredLimit = scatteredLimit
        self.demand = demand
        self.registry = registry
        newestAllowed = demand.now.adding(seconds: Instant.clockToleranceSeconds).millisecondsSinceEpoch
    }

    /// How many recent samples of a series are kept: fewer where there are very many series.
    private var kept: KeptSamples {
        let parts = min(CourseAccumulator.mostParts, Self.partsOfAll / max(1, courseCount))
        return KeptSamples(
            recent: max(Self.fewestKept, min(Self.mostKept, Self.keptOfAll / max(1, seriesCount))),
            settled: Self.settledOfAll / max(1, seriesCount), parts: parts < Self.fewestParts ? 0 : parts)
    }

    mutating func startFile(_ path: String) {
        paths.append(path)
        contradictions = FaultList(rule: "metric-duplicate-conflict", .warning, path: path)
        irregularity = []
    }

    /// What is wrong with samples of the file that can be read each.
    var findings: [Finding] { contradictions.findings + irregularity }

    /// - Parameter line: the number of the block's first line.
    mutating func add(_ samples: [PackedSample], firstLine line: Int) {
        var kept = kept
        for index in samples.indices {
            var sample = samples[index]
            let number = Int(sample.origin)
            if number >= series.count || series[number] == nil {
                open(number)
                kept = self.kept
            }
            sample.line &+= UInt32(truncatingIfNeeded: line)
            sample.origin = Int32(truncatingIfNeeded: paths.count - 1)
            if sample.time > newestAllowed {
                series[number]?.addFuture(sample)
            } else if case .contradicted(let known)? = series[number]?.add(sample, kept: kept) {
                contradict(number, sample, known)
            }
        }
        samplesUnchecked += samples.count
        if samplesUnchecked > max(scatteredLimit / 16, series.count) { bound() }
    }

    /// Takes up the last sample of a file that may be cut off.
    mutating func add(torn: PackedSample, firstLine line: Int) {
        var sample = torn
        let number = Int(sample.origin)
        if number >= series.count || series[number] == nil { open(number) }
        sample.line &+= UInt32(truncatingIfNeeded: line)
        sample.origin = Int32(truncatingIfNeeded: paths.count - 1)
        if sample.time <= newestAllowed { series[number]?.addTorn(sample) }
    }

    private mutating func open(_ number: Int) {
        while series.count <= number { series.append(nil) }
        if identities.count <= number { identities += registry.identities(from: identities.count) }
        let opened = SeriesAccumulator(identities[number], demand: demand)
        seriesCount += 1
        if opened.hasCourse { courseCount += 1 }
        series[number] = opened
    }

    private mutating func contradict(_ number: Int, _ sample: PackedSample, _ known: PackedSample) {
        guard series[number]?.isContradicted == false else { return }
        series[number]?.isContradicted = true
        let (here, there) = (place(sample), place(known))
        let time = Instant(millisecondsSinceEpoch: sample.time).rfc3339()
        let name = identities[number].text.clipped(to: 100)
        let value = { (sample: PackedSample) in sample.value.isNaN ? "no number" : "\(sample.value)" }
        contradictions.add(
            ObservationFault(
                "'\(name)' has \(value(sample)) for \(time) here, but \(value(known)) in "
                    + "\(there.path):\(there.start.line)", at: here))
    }

    private func place(_ sample: PackedSample) -> SourceSpan {
        SourceSpan(
            file: SourceFile(path: paths[Int(sample.origin)], bytes: [], firstLine: Int(sample.line)), range: 0..<0)
    }

    /// Says so when the times of samples take more memory than may be.
    private mutating func bound() {
        samplesUnchecked = 0
        guard !isFull else { return }
        let scatteredCount = series.reduce(0) { $0 + ($1?.scatteredCount ?? 0) }
        guard scatteredCount > scatteredLimit else { return }
        isFull = true
        for index in series.indices { series[index]?.stopScattering() }
        irregularity.append(
            Finding(
                rule: "metric-times-irregular", severity: .warning,
                message: "more than \(scatteredLimit) samples stand at irregular times; of further ones it is not "
                    + "known whether they come twice",
                at: SourceSpan(file: SourceFile(path: paths.last ?? "", bytes: []), range: 0..<0),
                help: "leave out what is older than the windows that are assessed", identity: []))
    }

    /// All series, by name, unit and labels.
    consuming func summaries() -> [MetricSummary] {
        let (kept, paths) = (kept, paths)
        let order = series.indices.filter { series[$0] != nil }.sorted { identities[$0] < identities[$1] }
        return order.compactMap { index in
            // Handed over, so that nothing of it is there twice.
            series[index].take()?.summary(kept: kept) { sample in
                MetricSample(
                    time: Instant(millisecondsSinceEpoch: sample.time), value: sample.value,
                    place: ObservationPlace(path: paths[Int(sample.origin)], line: Int(sample.line)))
            }
        }
    }
}
