package import SourceText

/// Reads files of metrics, one after the other, in memory that does not grow with their size.
///
/// What a file says of a series is put together at once: its newest samples, and for each window that is asked for what
/// ``WindowSummary`` tells. Memory grows with the number of series and windows: some 50 to 250 KB for a series of very many
/// samples in one window. Times that are not a step apart cost some bytes each (``TimeSet``).
///
/// A sample counts once, however many files tell it. Where two of them tell different values for one moment, a
/// `metric-duplicate-conflict` warning says so, once for each series, and neither can be taken for good: the windows that
/// hold the moment are in doubt. A hundred thousand samples of all series are kept for that besides the newest; what is older
/// and comes again is not compared.
///
/// The last record of a CSV file that has no line end may be cut off. It counts for nothing but `MetricSummary.torn`, and a
/// `metric-unreadable` warning says so; it is whole where a closing quote or the `Z` of a time ends it. In the other formats
/// a record that can be read is whole.
package struct MetricReading: ~Copyable {
    private let registry = SeriesRegistry()
    private var accumulation: MetricAccumulation

    private let blockSize: Int
    private let isCareful: Bool

    /// - Parameters:
    ///   - blockSize: Bytes that are read and handed out at once.
    ///   - isCareful: Leaves each record to the readers that tell what is wrong with one, which takes a hundred times as
    ///     long and comes to the same.
    ///   - scatteredLimit: So many times that are not a step apart are remembered, in some 100 MiB; a
    ///     `metric-times-irregular` warning says that there were more.
    package init(demand: MetricDemand, blockSize: Int = 1 << 20, isCareful: Bool = false, scatteredLimit: Int = 1 << 24)
    {
        self.blockSize = blockSize
        self.isCareful = isCareful
        accumulation = MetricAccumulation(demand: demand, registry: registry, scatteredLimit: scatteredLimit)
    }

    /// Reads a file on all cores.
    ///
    /// - Parameters:
    ///   - path: as users know the file.
    ///   - format: nil to tell it by how the file starts.
    /// - Returns: a `metric-unreadable` error for each record that is lost and for a file that cannot be read to its end, a
    ///   `metric-without-number` warning for each value that says something else than a number, more than 20 of a kind told
    ///   in one finding, and what the values contradict.
    package mutating func read(_ path: String, as format: MetricFormat?, from source: sending ByteSource) -> [Finding] {
        var input = BlockInput(source.uncompressed(), size: blockSize)
        var outcome = FileOutcome(path: path)
        accumulation.startFile(path)
        let start = input.start()
        let (registry, isCareful) = (registry, isCareful)
        let format = format ?? MetricFormat(start: start)
        switch format {
        case .csv:
            guard let header = CSVHeader(SourceFile(path: path, bytes: start), faults: &outcome.lost) else {
                if let failure = input.failure { outcome.fail(failure.message, line: 1) }
                break
            }
            input.skip(header.end, then: .quotedLines(separator: header.separator))
            outcome.lineCount = header.nextLine - 1
            readBlocks(input, &outcome) {
                CSVRecordReader(path: path, header: header, registry: registry, isCareful: isCareful)
            }
        case .openMetrics, .prometheus:
            let isOpenMetrics = format == .openMetrics
            input.skip(0, then: .lines, readsUnits: true)
            readBlocks(input, &outcome) {
                ExpositionRecordReader(
                    path: path, isOpenMetrics: isOpenMetrics, registry: registry, isCareful: isCareful)
            }
            if isOpenMetrics { outcome.checkEnd() }
        case .jsonLines, .jsonList:
            let isLineWise = format == .jsonLines
            input.skip(0, then: isLineWise ? .lines : .elements)
            readBlocks(input, &outcome) {
                JSONRecordReader(path: path, isLineWise: isLineWise, registry: registry, isCareful: isCareful)
            }
        }
        return outcome.findings + accumulation.findings + [emptiness(outcome)].compactMap(\.self)
    }

    /// That a file holds no samples: whoever writes it has stopped, or never began.
    private func emptiness(_ outcome: FileOutcome) -> Finding? {
        guard outcome.isEmpty else { return nil }
        return Finding(
            rule: "metric-file-empty", severity: .warning, message: "the file holds no samples",
            at: SourceSpan(file: SourceFile(path: outcome.path, bytes: []), range: 0..<0),
            help: "see whether what writes it still runs", identity: [outcome.path])
    }

    private mutating func readBlocks<Reader: RecordReader>(
        _ input: sending BlockInput, _ outcome: inout FileOutcome, makeReader: @Sendable () -> Reader
    ) {
        let pipeline = BlockPipeline(input, accumulation, outcome)
        pipeline.run(makeReader)
        (accumulation, outcome) = pipeline.finish()
    }

    /// All series of all files, by name, unit and labels.
    package consuming func summaries() -> [MetricSummary] { accumulation.summaries() }
}

/// What was wrong with a file so far, and how many lines it had.
struct FileOutcome: Sendable {
    let path: String
    var lineCount = 0
    private var isEnded = false
    /// Why it was not read to its end.
    private(set) var failure: FaultList
    var lost: FaultList
    var numberless: FaultList
    private var cut: FaultList
    private var hasSamples = false

    var findings: [Finding] { failure.findings + lost.findings + numberless.findings + cut.findings }

    /// Whether it says nothing, not even something that cannot be read.
    var isEmpty: Bool { !hasSamples && findings.isEmpty }

    init(path: String) {
        self.path = path
        failure = FaultList(rule: "metric-unreadable", .error, path: path)
        lost = FaultList(rule: "metric-unreadable", .error, path: path)
        numberless = FaultList(rule: "metric-without-number", .warning, path: path)
        cut = FaultList(rule: "metric-unreadable", .warning, path: path)
    }

    mutating func add(_ block: BlockSamples) {
        lost.add(block.lost, linesBefore: lineCount)
        numberless.add(block.numberless, linesBefore: lineCount)
        cut.add(block.cut, linesBefore: lineCount)
        hasSamples = hasSamples || !block.samples.isEmpty
        lineCount += block.lineCount
        if isEnded, !block.samples.isEmpty || block.isEnded {
            fail("expected nothing behind '# EOF'", line: lineCount)
        }
        isEnded = isEnded || block.isEnded
    }

    /// Says so when the end is not marked: what was cut off between two lines looks whole.
    mutating func checkEnd() {
        guard !isEnded, failure.findings.isEmpty else { return }
        fail("the file ends without '# EOF': it was cut off", line: max(1, lineCount))
    }

    mutating func fail(_ message: String, line: Int, column: Int = 1) {
        let place = SourceFile(path: path, bytes: [], firstLine: line, firstColumn: column)
        failure.add(ObservationFault(message, at: SourceSpan(file: place, range: 0..<0)))
    }
}
