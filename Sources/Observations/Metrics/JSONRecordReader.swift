import SourceText

/// Reads JSON samples that are written as most are, and leaves the others to ``JSONLinesMetricReader``, which they all
/// agree with.
struct JSONRecordReader: RecordReader {
    /// What a record's keys say, a bit each: one that comes twice is for the slow reader to judge.
    private struct Keys: OptionSet {
        let rawValue: UInt8
        static let name = Keys(rawValue: 1)
        static let time = Keys(rawValue: 2)
        static let value = Keys(rawValue: 4)
        static let unit = Keys(rawValue: 8)
        static let labels = Keys(rawValue: 16)
    }

    private let path: String
    private let registry: SeriesRegistry
    private let isCareful: Bool
    /// Whether each record has a line of its own; otherwise white space may stand anywhere, line ends too.
    private let isLineWise: Bool
    private var table = SeriesTable(partCount: 3)
    private var times = TimeReader()

    init(path: String, isLineWise: Bool, registry: SeriesRegistry, isCareful: Bool) {
        self.isCareful = isCareful
        self.path = path
        self.isLineWise = isLineWise
        self.registry = registry
    }

    mutating func read(_ bytes: RawSpan, block: BlockInput.Block, into samples: inout BlockSamples) {
        let count = block.count
        var offset = 0
        var line = 0
        var lineStart = 0
        while true {
            while offset < count, isSpace(bytes[offset]) {
                if bytes[offset] == UInt8(ascii: "\n") {
                    line += 1
                    lineStart = offset + 1
                }
                offset += 1
            }
            guard offset < count else { break }
            let start = offset
            if !isCareful, let (time, value) = readRecord(bytes, &offset) {
                let hash = table.hash(bytes)
                if let series = table.series(bytes, hash: hash) {
                    samples.add(time: time, value: value, line: line, series: series)
                } else {
                    meet(
                        Excerpt(bytes, lineStart, start..<offset, path, line, block.firstColumn), bytes, hash, &samples)
                }
            } else {
                offset = end(of: start, bytes, count)
                let excerpt = Excerpt(bytes, lineStart, start..<offset, path, line, block.firstColumn)
                if isLineWise {
                    var reader = JSONLinesMetricReader(excerpt.file)
                    while let record = reader.next() { samples.add(record, registry: registry) }
                } else {
                    for record in excerpt.samples() { samples.add(record, registry: registry) }
                }
            }
            if !isLineWise, let newline = bytes.last(UInt8(ascii: "\n"), from: start, to: offset) {
                line += bytes.count(UInt8(ascii: "\n"), in: start..<offset)
                lineStart = newline + 1
            }
        }
        samples.lineCount = line
    }

    private func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") || byte == 0x09
    }

    /// Time and value of a record; the parts that name its series stand in the table.
    ///
    /// - Parameter offset: moves behind the record.
    /// - Returns: nil for a record that must be read slowly.
    @inline(__always)
    private mutating func readRecord(_ bytes: RawSpan, _ offset: inout Int) -> (time: Int64, value: Double)? {
        guard bytes[offset] == UInt8(ascii: "{") else { return nil }
        var at = offset + 1
        var found: Keys = []
        var time: Int64 = 0
        var value = Double.nan
        for index in 0..<3 { table.parts[index] = 0..<0 }
        while true {
            skipSpace(bytes, &at)
            guard bytes[at] == UInt8(ascii: "\""), let key = readKey(bytes, &at), !found.contains(key) else {
                return nil
            }
            found.insert(key)
            skipSpace(bytes, &at)
            guard bytes[at] == UInt8(ascii: ":") else { return nil }
            at += 1
            skipSpace(bytes, &at)
            let start = at
            switch key {
            case .time:
                guard let read = readTime(bytes, &at) else { return nil }
                time = read
            case .value:
                guard let read = readValue(bytes, &at) else { return nil }
                value = read
            case .labels:
                guard skipLabels(bytes, &at) || skipNull(bytes, &at) else { return nil }
                table.parts[2] = start..<at
            default:
                guard bytes[at] == UInt8(ascii: "\"") ? skipString(bytes, &at) : skipNull(bytes, &at) else {
                    return nil
                }
                table.parts[key == .name ? 0 : 1] = start..<at
            }
            skipSpace(bytes, &at)
            if bytes[at] == UInt8(ascii: ",") {
                at += 1
                continue
            }
            guard bytes[at] == UInt8(ascii: "}") else { return nil }
            at += 1
            break
        }
        // A name that is empty or null is for the slow reader to judge.
        guard found.contains([.name, .time]), bytes[table.parts[0].lowerBound] == UInt8(ascii: "\""),
            table.parts[0].count > 2, endsRecord(bytes, at)
        else { return nil }
        offset = at
        return (time, value)
    }

    private func endsRecord(_ bytes: RawSpan, _ at: Int) -> Bool {
        if bytes[at] == UInt8(ascii: "\n") { return true }
        guard isLineWise else { return bytes[at] <= 0x20 }
        var at = at
        while bytes[at] == 0x20 || bytes[at] == 0x09 { at += 1 }
        return bytes[at] == UInt8(ascii: "\n")
            || bytes[at] == UInt8(ascii: "\r") && bytes[at + 1] == UInt8(ascii: "\n")
    }

    @inline(__always)
    private func skipSpace(_ bytes: RawSpan, _ at: inout Int) {
        while bytes[at] == 0x20 || bytes[at] == 0x09
            || !isLineWise && (bytes[at] == UInt8(ascii: "\n") || bytes[at] == UInt8(ascii: "\r"))
        {
            at += 1
        }
    }

    /// A key that is known, with its quotes.
    @inline(__always)
    private func readKey(_ bytes: RawSpan, _ at: inout Int) -> Keys? {
        let word = bytes.word(at: at + 1)
        func matches(_ text: UInt64, _ count: Int) -> Bool { word & ByteWord.mask(count) == text }
        if matches(0x22_65_6D_69_74, 5) {  // time"
            at += 6
            return .time
        }
        if matches(0x22_65_6D_61_6E, 5) {  // name"
            at += 6
            return .name
        }
        if matches(0x22_65_75_6C_61_76, 6) {  // value"
            at += 7
            return .value
        }
        if matches(0x22_74_69_6E_75, 5) {  // unit"
            at += 6
            return .unit
        }
        if matches(0x22_73_6C_65_62_61_6C, 7) {  // labels"
            at += 8
            return .labels
        }
        if matches(0x22_63_69_72_74_65_6D, 7) {  // metric"
            at += 8
            return .name
        }
        if word == 0x6D_61_74_73_65_6D_69_74, bytes[at + 9] == UInt8(ascii: "p"), bytes[at + 10] == UInt8(ascii: "\"") {
            at += 11  // timestamp"
            return .time
        }
        return nil
    }

    @inline(__always)
    private mutating func readTime(_ bytes: RawSpan, _ at: inout Int) -> Int64? {
        guard bytes[at] == UInt8(ascii: "\"") else {
            // A number with a zero too many in front is none in JSON.
            return bytes[at] == UInt8(ascii: "0") ? nil : TimeReader.count(bytes, &at)
        }
        at += 1
        guard let time = times.read(bytes, &at), bytes[at] == UInt8(ascii: "\"") else { return nil }
        at += 1
        return time
    }

    @inline(__always)
    private func readValue(_ bytes: RawSpan, _ at: inout Int) -> Double? {
        // A number that is too large is a fault in JSON.
        if let number = DecimalNumber.read(bytes, &at) { return number.isFinite ? number : nil }
        if skipNull(bytes, &at) { return .nan }
        let start = at
        guard bytes[at] == UInt8(ascii: "\""), skipString(bytes, &at), at - start <= 42 else { return nil }
        return metricValue(bytes.text(start + 1..<at - 1))
    }

    @inline(__always)
    private func skipNull(_ bytes: RawSpan, _ at: inout Int) -> Bool {
        guard bytes.word(at: at) & ByteWord.mask(4) == 0x6C_6C_75_6E else { return false }
        at += 4
        return true
    }

    /// Over a string without escapes, from quote to quote.
    @inline(__always)
    private func skipString(_ bytes: RawSpan, _ at: inout Int) -> Bool {
        at += 1
        while true {
            let word = bytes.word(at: at)
            let found =
                ByteWord.zeroes(word ^ ByteWord.repeated(UInt8(ascii: "\"")))
                | ByteWord.zeroes(word ^ ByteWord.repeated(UInt8(ascii: "\\"))) | ByteWord.controls(word)
            if found == 0 {
                at += 8
                continue
            }
            at += found.trailingZeroBitCount / 8
            guard bytes[at] == UInt8(ascii: "\"") else { return false }
            at += 1
            return true
        }
    }

    /// Over the keys and texts of an object that holds no others. Whether they make sense, the slow reader says the first
    /// time that they are met.
    @inline(__always)
    private func skipLabels(_ bytes: RawSpan, _ at: inout Int) -> Bool {
        guard bytes[at] == UInt8(ascii: "{") else { return false }
        at += 1
        while true {
            switch bytes[at] {
            case UInt8(ascii: "\""): guard skipString(bytes, &at) else { return false }
            case UInt8(ascii: "}"):
                at += 1
                return true
            case UInt8(ascii: "{"), UInt8(ascii: "["), 0..<0x20: return false
            default: at += 1
            }
        }
    }

    /// A record that names a series in a way not seen before.
    private mutating func meet(
        _ excerpt: Excerpt, _ bytes: RawSpan, _ hash: UInt64, _ samples: inout BlockSamples
    ) {
        let record = excerpt.sample()
        if case .success(let read) = record {
            let series = registry.number(of: read.identity)
            table.add(bytes, hash: hash, series: series)
            samples.add(read, series: series)
        } else {
            samples.add(record, registry: registry)
        }
    }

    private func end(of start: Int, _ bytes: RawSpan, _ count: Int) -> Int {
        isLineWise ? bytes.next(UInt8(ascii: "\n"), from: start, to: count) : valueEnd(bytes, start, count)
    }

    /// The end of an element of a list: white space that stands in no string and no brackets.
    private func valueEnd(_ bytes: RawSpan, _ start: Int, _ count: Int) -> Int {
        var at = start
        var depth = 0
        var isInString = false
        while at < count {
            switch bytes[at] {
            case UInt8(ascii: "\\") where isInString: at += 1
            case UInt8(ascii: "\""): isInString.toggle()
            case _ where isInString: break
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            case 0...0x20 where depth <= 0: return at
            default: break
            }
            at += 1
        }
        return min(at, count)
    }
}

/// A record for the slow reader, with what stands before it on its line, so that its column is told.
private struct Excerpt {
    /// Of a line that is longer the columns are counted in bytes up to the record.
    private static let longestPrefix = 4096

    let file: SourceFile
    private let range: Range<Int>

    /// - Parameter firstColumn: of the block.
    init(
        _ bytes: RawSpan, _ lineStart: Int, _ record: Range<Int>, _ path: String, _ line: Int, _ firstColumn: Int
    ) {
        let before = record.lowerBound - lineStart
        let prefix = before <= Self.longestPrefix ? before : 0
        file = SourceFile(
            path: path, bytes: bytes.bytes(record.lowerBound - prefix..<record.upperBound), firstLine: line + 1,
            firstColumn: (line == 0 ? firstColumn : 1) + before - prefix)
        range = prefix..<prefix + record.count
    }

    func sample() -> MetricRecord { JSONLinesMetricReader(file).sample(at: range) }
    func samples() -> [MetricRecord] { JSONLinesMetricReader(file).samples(at: range) }
}
