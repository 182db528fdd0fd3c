import SourceText

/// Reads CSV records that are written as most are, and leaves the others to ``CSVMetricReader``, which they all agree with.
struct CSVRecordReader: RecordReader {
    private enum Content { case time, value, identity }

    private let path: String
    private let header: CSVHeader
    private let registry: SeriesRegistry
    private let isCareful: Bool
    private let contents: [Content]
    private let separator: UInt8
    private let separators: UInt64
    private var table: SeriesTable
    private var times = TimeReader()

    init(path: String, header: CSVHeader, registry: SeriesRegistry, isCareful: Bool) {
        self.isCareful = isCareful
        self.path = path
        self.header = header
        self.registry = registry
        separator = header.separator
        separators = ByteWord.repeated(header.separator)
        contents = header.columns.map { column in
            switch column {
            case .time: .time
            case .value: .value
            default: .identity
            }
        }
        table = SeriesTable(partCount: contents.count { $0 == .identity })
    }

    mutating func read(_ bytes: RawSpan, block: BlockInput.Block, into samples: inout BlockSamples) {
        let count = block.count
        var offset = 0
        var line = 0
        // Where a record ends that may be cut off.
        let tornEnd = block.isUnended && !endsWhole(bytes, count - 1) ? count : -1
        while offset < count {
            let start = offset
            if !isCareful, let (time, value) = readRecord(bytes, &offset) {
                if offset == tornEnd {
                    readTorn(bytes, start..<offset, line, &samples)
                    line += 1
                    continue
                }
                let hash = table.hash(bytes)
                if let series = table.series(bytes, hash: hash) {
                    samples.add(time: time, value: value, line: line, series: series)
                } else {
                    meet(bytes, start..<offset, hash, line, &samples)
                }
                line += 1
            } else {
                offset = readSlowly(bytes, start, count, tornEnd, &line, &samples)
            }
        }
        samples.lineCount = line
    }

    /// Time and value of a record; the parts that name its series stand in the table.
    ///
    /// - Parameter offset: moves behind the record.
    /// - Returns: nil for a record that must be read slowly.
    @inline(__always)
    private mutating func readRecord(_ bytes: RawSpan, _ offset: inout Int) -> (time: Int64, value: Double)? {
        var at = offset
        var time: Int64 = 0
        var value = 0.0
        var part = 0
        let last = contents.count - 1
        for index in 0...last {
            let isQuoted = bytes[at] == UInt8(ascii: "\"")
            switch contents[index] {
            case .time:
                skipSpace(bytes, &at)
                if isQuoted { at += 1 }
                guard let read = times.read(bytes, &at) else { return nil }
                time = read
                if isQuoted {
                    guard bytes[at] == UInt8(ascii: "\"") else { return nil }
                    at += 1
                }
            case .value:
                skipSpace(bytes, &at)
                if isQuoted { at += 1 }
                guard let read = DecimalNumber.read(bytes, &at) ?? wordValue(bytes, &at, isQuoted) else { return nil }
                value = read
                if isQuoted {
                    guard bytes[at] == UInt8(ascii: "\"") else { return nil }
                    at += 1
                }
            case .identity:
                let start = at
                guard let end = isQuoted ? quotedEnd(bytes, at) : fieldEnd(bytes, at) else { return nil }
                at = end
                table.parts[part] = start..<end
                part += 1
            }
            if index < last {
                guard bytes[at] == separator else { return nil }
                at += 1
            }
        }
        if bytes[at] == UInt8(ascii: "\r") { at += 1 }
        guard bytes[at] == UInt8(ascii: "\n") else { return nil }
        offset = at + 1
        return (time, value)
    }

    @inline(__always)
    private func skipSpace(_ bytes: RawSpan, _ at: inout Int) { while bytes[at] == 0x20 { at += 1 } }

    /// Where an unquoted field ends.
    @inline(__always)
    private func fieldEnd(_ bytes: RawSpan, _ start: Int) -> Int? {
        var at = start
        while true {
            let word = bytes.word(at: at)
            // Line ends are controls; so is a tab that separates.
            let found = ByteWord.zeroes(word ^ separators) | ByteWord.controls(word)
            if found != 0 { return at + found.trailingZeroBitCount / 8 }
            at += 8
        }
    }

    /// Where a quoted field without quotes and line ends in it ends, behind its closing quote.
    private func quotedEnd(_ bytes: RawSpan, _ start: Int) -> Int? {
        var at = start + 1
        while true {
            let word = bytes.word(at: at)
            let found = ByteWord.zeroes(word ^ ByteWord.repeated(UInt8(ascii: "\""))) | ByteWord.controls(word)
            if found == 0 {
                at += 8
                continue
            }
            at += found.trailingZeroBitCount / 8
            guard bytes[at] == UInt8(ascii: "\""), bytes[at + 1] != UInt8(ascii: "\"") else { return nil }
            return at + 1
        }
    }

    /// A value that is not written as plain digits, `NaN` or `+5`.
    private func wordValue(_ bytes: RawSpan, _ offset: inout Int, _ isQuoted: Bool) -> Double? {
        guard let end = isQuoted ? quotedEnd(bytes, offset - 1).map({ $0 - 1 }) : fieldEnd(bytes, offset) else {
            return nil
        }
        // Without spaces: which of them count is for the slow reader.
        guard end - offset <= 40, !(offset..<end).contains(where: { bytes[$0] <= 0x20 }),
            let value = metricValue(bytes.text(offset..<end))
        else { return nil }
        offset = end
        return value
    }

    /// A record that names a series in a way not seen before.
    private mutating func meet(
        _ bytes: RawSpan, _ range: Range<Int>, _ hash: UInt64, _ line: Int, _ samples: inout BlockSamples
    ) {
        let excerpt = SourceFile(path: path, bytes: bytes.bytes(range), firstLine: line + 1)
        var reader = CSVMetricReader(excerpt, header: header)
        guard let record = reader.next() else { return }
        if case .success(let read) = record {
            let series = registry.number(of: read.identity)
            table.add(bytes, hash: hash, series: series)
            samples.add(read, series: series)
        } else {
            samples.add(record, registry: registry)
        }
    }

    /// - Returns: the end of the record.
    private func readSlowly(
        _ bytes: RawSpan, _ start: Int, _ count: Int, _ tornEnd: Int, _ line: inout Int, _ samples: inout BlockSamples
    ) -> Int {
        let end = csvRecordEnd(bytes, from: start, to: count, separator: separator).end
        if end == tornEnd {
            readTorn(bytes, start..<end, line, &samples)
        } else {
            var reader = CSVMetricReader(
                SourceFile(path: path, bytes: bytes.bytes(start..<end), firstLine: line + 1), header: header)
            while let record = reader.next() { samples.add(record, registry: registry) }
        }
        line += bytes.count(UInt8(ascii: "\n"), in: start..<end)
        return end
    }

    // MARK: The last record

    /// Whether what ends there is whole without a line end: a quote is closed, a time has its zone.
    private func endsWhole(_ bytes: RawSpan, _ end: Int) -> Bool {
        guard end > 0 else { return true }
        let last = bytes[end - 1]
        return last == UInt8(ascii: "\"") || last == UInt8(ascii: "\r")
            || contents.last == .time && last | 0x20 == UInt8(ascii: "z")
    }

    /// What can be read of a record that may be cut off; what cannot is lost as any other.
    private func readTorn(_ bytes: RawSpan, _ range: Range<Int>, _ line: Int, _ samples: inout BlockSamples) {
        let excerpt = SourceFile(path: path, bytes: bytes.bytes(range), firstLine: line + 1)
        var reader = CSVMetricReader(excerpt, header: header)
        while let record = reader.next() {
            guard case .success(let read) = record else {
                samples.add(record, registry: registry)
                continue
            }
            // Half of a name or a label is another series.
            let series = contents.last == .identity ? nil : registry.number(of: read.identity)
            samples.addTorn(
                read, series: series, at: SourceSpan(file: excerpt, range: excerpt.lineRange(line + 1)))
        }
    }
}
