import SourceText

/// Reads OpenMetrics and Prometheus' text format where it is written as usual, and leaves the rest to ``ExpositionLine``.
struct ExpositionRecordReader: RecordReader {
    private let path: String
    private let registry: SeriesRegistry
    private let isOpenMetrics: Bool
    private let isCareful: Bool
    private var table = SeriesTable(partCount: 1)

    init(path: String, isOpenMetrics: Bool, registry: SeriesRegistry, isCareful: Bool) {
        self.path = path
        self.isOpenMetrics = isOpenMetrics
        self.registry = registry
        self.isCareful = isCareful
    }

    mutating func read(_ bytes: RawSpan, block: BlockInput.Block, into samples: inout BlockSamples) {
        var offset = 0
        var line = 0
        while offset < block.count {
            let start = offset
            if !isCareful, let (time, value) = readLine(bytes, &offset), let series = known(bytes) {
                samples.add(time: time, value: value, line: line, series: series)
            } else {
                offset = bytes.next(UInt8(ascii: "\n"), from: start, to: block.count) + 1
                readWithCare(bytes, start..<offset, line, block, &samples)
            }
            line += 1
        }
        samples.lineCount = line
    }

    @inline(__always)
    private func known(_ bytes: RawSpan) -> Int32? { table.series(bytes, hash: table.hash(bytes)) }

    /// Time and value of a line; what names its series stands in the table.
    @inline(__always)
    private mutating func readLine(_ bytes: RawSpan, _ offset: inout Int) -> (time: Int64, value: Double)? {
        guard bytes[offset] > UInt8(ascii: "#"), let nameEnd = seriesEnd(bytes, offset) else { return nil }
        table.parts[0] = offset..<nameEnd
        var at = nameEnd + 1
        guard bytes[nameEnd] == 0x20, let value = DecimalNumber.read(bytes, &at), bytes[at] == 0x20 else { return nil }
        at += 1
        guard let time = readTime(bytes, &at), bytes[at] == UInt8(ascii: "\n") else { return nil }
        offset = at + 1
        return (time, value)
    }

    /// Behind the name and its labels; what is in them is judged the first time that they are met.
    @inline(__always)
    private func seriesEnd(_ bytes: RawSpan, _ start: Int) -> Int? {
        var at = start
        var isInText = false
        while true {
            let word = bytes.word(at: at)
            // A space in a text is one as any other character.
            var found =
                ByteWord.zeroes(word ^ ByteWord.repeated(UInt8(ascii: "\"")))
                | ByteWord.zeroes(word ^ ByteWord.repeated(UInt8(ascii: "\\"))) | ByteWord.controls(word)
            if !isInText { found |= ByteWord.zeroes(word ^ ByteWord.repeated(0x20)) }
            if found == 0 {
                at += 8
                continue
            }
            at += found.trailingZeroBitCount / 8
            switch bytes[at] {
            case UInt8(ascii: "\""): isInText.toggle()
            case 0x20: return at
            default: return nil
            }
            at += 1
        }
    }

    @inline(__always)
    private func readTime(_ bytes: RawSpan, _ at: inout Int) -> Int64? {
        if isOpenMetrics {
            guard let seconds = DecimalNumber.read(bytes, &at), seconds >= 0, seconds < 1e11 else { return nil }
            return Instant(secondsSinceEpoch: seconds)?.millisecondsSinceEpoch
        }
        let start = at
        var time: Int64 = 0
        while bytes[at].isDigit, at - start < 14 {
            time = time * 10 + Int64(bytes[at] - UInt8(ascii: "0"))
            at += 1
        }
        return time >= 100_000_000_000 && !bytes[at].isDigit ? time : nil
    }

    private mutating func readWithCare(
        _ bytes: RawSpan, _ range: Range<Int>, _ line: Int, _ block: BlockInput.Block, _ samples: inout BlockSamples
    ) {
        let excerpt = SourceFile(path: path, bytes: bytes.bytes(range), firstLine: line + 1)
        let text = excerpt.text(excerpt.lineRange(line + 1))
        if isOpenMetrics, text == "# EOF" {
            samples.isEnded = true
            return
        }
        if samples.isEnded, !text.isEmpty {
            samples.lost.add(
                ObservationFault(
                    "expected nothing behind '# EOF'",
                    at: SourceSpan(file: excerpt, range: excerpt.lineRange(line + 1))))
            return
        }
        var reader = ExpositionLine(excerpt, isOpenMetrics: isOpenMetrics, units: block.units)
        guard let record = reader.read() else { return }
        var offset = range.lowerBound
        if !isCareful, case .success(let read) = record, readLine(bytes, &offset) != nil {
            let series = registry.number(of: read.identity)
            table.add(bytes, hash: table.hash(bytes), series: series)
            samples.add(read, series: series)
        } else {
            samples.add(record, registry: registry)
        }
    }
}
