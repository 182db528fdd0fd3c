import SourceText

/// A set of times in pages of about a quarter of an hour, each a sorted list, or a bit for each millisecond where they are
/// many (the idea of Roaring bitmaps: Chambi, Lemire, Kaser, Godin, 2014).
struct ScatteredTimes: Sendable {
    fileprivate enum Page: Sendable {
        case list([UInt32])
        case bits([UInt64])
    }

    fileprivate static let pageBits: Int64 = 20
    /// A longer list is larger than the bits are apart.
    fileprivate static let longestList = 4096

    fileprivate var pages: [Int64: Page] = [:]
    private(set) var count = 0
    /// Whether further times are not kept.
    var isFull = false

    private static func place(_ time: Int64) -> (page: Int64, offset: UInt32) {
        (time >> pageBits, UInt32(truncatingIfNeeded: time & (1 << pageBits - 1)))
    }

    func contains(_ time: Int64) -> Bool {
        guard count > 0 else { return false }
        let (page, offset) = Self.place(time)
        switch pages[page] {
        case nil: return false
        case .list(let list):
            let index = Self.index(of: offset, in: list)
            return index < list.count && list[index] == offset
        case .bits(let bits): return bits[Int(offset) / 64] >> UInt64(offset % 64) & 1 == 1
        }
    }

    /// Adds a time that is not there.
    mutating func insert(_ time: Int64) {
        guard !isFull else { return }
        count += 1
        let (page, offset) = Self.place(time)
        pages[page, default: .list([])].insert(offset)
    }

    fileprivate static func index(of offset: UInt32, in list: [UInt32]) -> Int {
        if let last = list.last, last < offset { return list.count }
        return list.countOfLeading { $0 < offset }
    }

    /// The times between two moments, the first left out.
    func sorted(after start: Int64, upTo end: Int64) -> Cursor {
        let inside = pages.keys.filter { $0 >= start >> Self.pageBits && $0 <= end >> Self.pageBits }.sorted()
        return Cursor(self, pages: inside, after: start, upTo: end)
    }

    /// Walks over times in their order, a page at a time.
    struct Cursor {
        private let times: ScatteredTimes
        private var pages: ArraySlice<Int64>
        private let start: Int64
        private let end: Int64
        private var page: [Int64] = []
        private var index = 0

        fileprivate init(_ times: ScatteredTimes, pages: [Int64], after start: Int64, upTo end: Int64) {
            self.times = times
            self.pages = pages[...]
            self.start = start
            self.end = end
            turnPage()
        }

        func peek() -> Int64? { index < page.count ? page[index] : nil }

        mutating func advance() {
            index += 1
            if index == page.count { turnPage() }
        }

        private mutating func turnPage() {
            index = 0
            page = []
            while page.isEmpty, let next = pages.popFirst() {
                let first = next << ScatteredTimes.pageBits
                page = (times.pages[next]?.offsets ?? []).map { first + Int64($0) }.filter { $0 > start && $0 <= end }
            }
        }
    }
}

extension ScatteredTimes.Page {
    fileprivate var offsets: [UInt32] {
        switch self {
        case .list(let list): return list
        case .bits(let bits):
            return bits.indices.flatMap { index in
                (0..<64).filter { bits[index] >> UInt64($0) & 1 == 1 }.map { UInt32(index * 64 + $0) }
            }
        }
    }

    fileprivate mutating func insert(_ offset: UInt32) {
        switch self {
        case .list(var list):
            // Without a second owner the list is changed where it stands.
            self = .bits([])
            list.insert(offset, at: ScatteredTimes.index(of: offset, in: list))
            self = list.count > ScatteredTimes.longestList ? Self.bits(of: list) : .list(list)
        case .bits(var bits):
            self = .list([])
            bits[Int(offset) / 64] |= 1 << UInt64(offset % 64)
            self = .bits(bits)
        }
    }

    private static func bits(of list: [UInt32]) -> Self {
        var bits = [UInt64](repeating: 0, count: 1 << (Int(ScatteredTimes.pageBits) - 6))
        for offset in list { bits[Int(offset) / 64] |= 1 << UInt64(offset % 64) }
        return .bits(bits)
    }
}
