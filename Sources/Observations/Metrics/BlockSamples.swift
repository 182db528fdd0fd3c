import SourceText

/// One sample as the readers hand it on.
struct PackedSample: Sendable {
    /// Milliseconds since 1970.
    var time: Int64
    /// NaN for none.
    var value: Double
    /// Of its block, from 0; of its file, from 1, once it is gathered.
    var line: UInt32
    /// The number of its series; of its file, once it is gathered.
    var origin: Int32
}

/// What the records of one block come to.
struct BlockSamples: Sendable {
    var samples: [PackedSample]
    var lineCount = 0
    /// Whether the records said that no others follow.
    var isEnded = false
    /// The last record of the file, where it may be cut off; and that it may be.
    private(set) var torn: PackedSample?
    private(set) var cut: FaultList
    /// Records that hold no sample.
    var lost: FaultList
    /// Samples whose value says something else than a number.
    var numberless: FaultList

    /// - Parameter storage: empty; is filled instead of new memory.
    init(path: String, storage: [PackedSample]) {
        samples = storage
        cut = FaultList(rule: "metric-unreadable", .warning, path: path)
        lost = FaultList(rule: "metric-unreadable", .error, path: path)
        numberless = FaultList(rule: "metric-without-number", .warning, path: path)
    }

    @inline(__always)
    mutating func add(time: Int64, value: Double, line: Int, series: Int32) {
        samples.append(
            PackedSample(time: time, value: value, line: UInt32(truncatingIfNeeded: line), origin: series))
    }

    /// Takes up what the slow reader made of a record in an excerpt whose lines are counted from the block's start.
    mutating func add(_ record: MetricRecord, registry: SeriesRegistry) {
        switch record {
        case .failure(let fault): lost.add(fault)
        case .success(let read): add(read, series: registry.number(of: read.identity))
        }
    }

    mutating func add(_ read: ReadSample, series: Int32) {
        if let fault = read.fault { numberless.add(fault) }
        samples.append(packed(read, series))
    }

    /// Takes up the last record of a file, which may be cut off.
    ///
    /// - Parameter series: nil where what may be cut off is not the value, so that nobody knows what it is of.
    mutating func addTorn(_ read: ReadSample, series: Int32?, at span: SourceSpan) {
        if let series { torn = packed(read, series) }
        cut.add(
            ObservationFault(
                "the last line has no line end, so it may be cut off: it counts only against the plan; end the file "
                    + "with a line break", at: span))
    }

    private func packed(_ read: ReadSample, _ series: Int32) -> PackedSample {
        PackedSample(
            time: read.sample.time.millisecondsSinceEpoch, value: read.value,
            line: UInt32(truncatingIfNeeded: (read.sample.place.line ?? 1) - 1), origin: series)
    }
}

/// Reads the records of blocks. Each worker has its own; what one has learnt is of use for the next block.
protocol RecordReader: Sendable {
    /// - Parameters:
    ///   - bytes: as many as the block has, of whole records, and padding.
    ///   - samples: empty before.
    mutating func read(_ bytes: RawSpan, block: BlockInput.Block, into samples: inout BlockSamples)
}
