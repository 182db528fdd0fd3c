/// Reads a file in blocks of whole records.
struct BlockInput {
    /// What a block is, besides its bytes.
    struct Block {
        let number: Int
        /// Bytes of whole records, the last of them ended by a line end; padding stands behind them.
        let count: Int
        /// Whether the last line end stands not in the file, which is at its end.
        let isUnended: Bool
        /// The column of the first byte; 1 but in a list, whose elements need no lines of their own.
        let firstColumn: Int
        /// What was stated so far of the units of metrics, by name.
        let units: [String: String]
    }

    /// Why the rest of the file is not read.
    struct Failure: Error {
        let message: String
        /// The number that the next block would have had.
        let block: Int
        /// How many line ends stand between the last whole record and the place.
        let linesFurther: Int
        let column: Int
    }

    /// Of the start of a file at least.
    private static let headSize = 1 << 9
    /// Bytes: a record that is longer is none.
    private static let recordLimit = 1 << 20

    private let source: ByteSource
    /// Bytes, more only where a record is longer.
    private let size: Int
    private var boundaries = RecordBoundaries(.lines)
    /// Read, but not part of a whole record yet.
    private var rest: [UInt8] = []
    /// How much of the rest was searched for boundaries.
    private var seen = 0
    private var isAtEnd = false
    /// Told once the whole records before it are handed out: a record that is cut off may look whole.
    private(set) var failure: ByteSourceFault?
    private var isStopped = false
    private var blocks = 0
    private var column = 1
    private var readsUnits = false
    private var units: [String: String] = [:]

    init(_ source: sending ByteSource, size: Int) {
        self.source = source
        self.size = size
    }

    /// The start of the file, as much as is read at once, without a byte order mark.
    mutating func start() -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: max(size, Self.headSize))
        bytes.removeLast(bytes.count - fill(&bytes, from: 0, to: bytes.count))
        rest = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes[3...]) : bytes
        return rest
    }

    /// Goes on behind the first bytes of the start, with records that are told apart that way.
    ///
    /// - Parameter readsUnits: whether lines such as `# UNIT queue_seconds seconds` state what holds for later ones.
    mutating func skip(_ count: Int, then kind: RecordBoundaries.Kind, readsUnits: Bool = false) {
        self.readsUnits = readsUnits
        rest.removeFirst(count)
        boundaries = RecordBoundaries(kind)
    }

    /// The next block; nil at the end.
    ///
    /// - Parameter bytes: is reused when it is large enough.
    mutating func next(into bytes: inout [UInt8]) throws(Failure) -> Block? {
        guard !isStopped else { return nil }
        let needed = max(size, rest.count) + 2 * paddingCount
        if bytes.count < needed { bytes = Array(repeating: 0, count: needed) }
        bytes.replaceSubrange(0..<rest.count, with: rest)
        var count = rest.count
        rest = []
        while true {
            // Not searched to the very end: the padding belongs to nobody.
            let capacity = bytes.count - paddingCount - 1
            count = fill(&bytes, from: count, to: capacity)
            if isAtEnd, count == 0 {
                guard let fault = boundaries.listFault else { return nil }
                throw failure(fault.message, bytes, 0)
            }
            let end: Int?
            do throws(ListBoundaries.Fault) {
                end = try boundaries.lastEnd(in: &bytes, from: seen, to: count)
            } catch {
                throw failure(error.message, bytes, error.offset)
            }
            if isAtEnd { return try last(&bytes, count) }
            if end == nil, let failure { throw self.failure(failure.message, bytes, count) }
            if let end { return block(&bytes, end, of: count) }
            seen = count
            if count == capacity { bytes += repeatElement(0, count: bytes.count) }
            guard count <= Self.recordLimit else {
                throw failure("no record ends within \(Self.recordLimit >> 20) MiB; is a quote never closed?", bytes, 0)
            }
        }
    }

    private mutating func block(_ bytes: inout [UInt8], _ end: Int, of count: Int, isUnended: Bool = false) -> Block {
        rest = Array(bytes[end..<count])
        seen = rest.count
        for offset in end..<min(end + paddingCount, bytes.count) { bytes[offset] = 0 }
        blocks += 1
        if readsUnits { unsafe readUnits(bytes.span.bytes, end) }
        let firstColumn = column
        if boundaries.isList { column = columnBehind(bytes, end) }
        return Block(
            number: blocks - 1, count: end, isUnended: isUnended, firstColumn: firstColumn, units: units)
    }

    private mutating func readUnits(_ bytes: RawSpan, _ end: Int) {
        var at = 0
        while at < end {
            let sign = bytes.next(UInt8(ascii: "#"), from: at, to: end)
            at = sign + 1
            guard sign < end, sign == 0 || bytes[sign - 1] == UInt8(ascii: "\n") else { continue }
            let line = bytes.next(UInt8(ascii: "\n"), from: at, to: end)
            let words = bytes.text(sign..<line).split { $0.isWhitespace }
            if words.count == 4, words[1] == "UNIT" { units[String(words[2])] = String(words[3]) }
            at = line
        }
    }

    private mutating func last(_ bytes: inout [UInt8], _ count: Int) throws(Failure) -> Block {
        if let fault = boundaries.listFault {
            throw failure(fault.message, bytes, count)
        }
        guard bytes[count - 1] != UInt8(ascii: "\n") else { return block(&bytes, count, of: count) }
        bytes[count] = UInt8(ascii: "\n")
        return block(&bytes, count + 1, of: count + 1, isUnended: true)
    }

    /// What keeps the rest from being read: so many bytes behind the last whole record.
    private mutating func failure(_ message: String, _ bytes: [UInt8], _ offset: Int) -> Failure {
        Failure(
            message: message, block: stop(), linesFurther: lineEnds(bytes, offset),
            column: boundaries.isList ? columnBehind(bytes, offset) : 1)
    }

    /// The column of the place so many bytes behind the last whole record.
    private func columnBehind(_ bytes: [UInt8], _ count: Int) -> Int {
        let newline = unsafe bytes.span.bytes.last(UInt8(ascii: "\n"), from: 0, to: min(count, bytes.count))
        // Of the first line the part before is counted already.
        let start = newline.map { $0 + 1 } ?? 0
        let text = bytes[start..<max(start, min(count, bytes.count))]
        return (newline == nil ? column : 1) + text.count { $0 & 0xC0 != 0x80 }
    }

    /// Lets there be no further blocks.
    private mutating func stop() -> Int {
        isAtEnd = true
        rest = []
        isStopped = true
        blocks += 1
        return blocks - 1
    }

    private func lineEnds(_ bytes: [UInt8], _ count: Int) -> Int {
        unsafe bytes.span.bytes.count(UInt8(ascii: "\n"), in: 0..<min(count, bytes.count))
    }

    /// Reads until the bytes are full or the source gives no more; how many there are then.
    private mutating func fill(_ bytes: inout [UInt8], from start: Int, to end: Int) -> Int {
        var count = start
        while count < end, !isAtEnd, failure == nil {
            do throws(ByteSourceFault) {
                let read = try unsafe bytes.withUnsafeMutableBufferPointer { buffer throws(ByteSourceFault) in
                    let all = UnsafeMutableRawBufferPointer(buffer)
                    return unsafe try source.read(into: UnsafeMutableRawBufferPointer(rebasing: all[count..<end]))
                }
                isAtEnd = read == 0
                count += read
            } catch {
                failure = error
            }
        }
        return count
    }
}
