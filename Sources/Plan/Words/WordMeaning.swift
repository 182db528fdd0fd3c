/// What the vocabulary knows of one word.
struct WordMeaning: Sendable {
    var classes = WordClassSet()
    var details = WordDetails()
}

/// Beside its classes, what a word stands for: a unit, a month, a number; small enough to lie in every token.
struct WordDetails: Sendable, Equatable {
    /// Four numbers and a mark: unit (7 bits), month (4), spelled number (4), comparison (8), end of a phrase (1).
    private(set) var bits: UInt32 = 0

    init() {}
    init(bits: UInt32) { self.bits = bits }

    /// Place in ``Unit/listed``; nil when the word is no unit.
    var unit: Int? { field(0, 0x7f) }
    /// 1 to 12.
    var month: Int? { field(8, 0xf).map { $0 + 1 } }
    /// `two` is 2.
    var number: Int? { field(12, 0xf).map { $0 + 1 } }
    /// Place in ``ComparisonPhrase/groups`` of the phrases that the word begins.
    var comparison: Int? { field(16, 0xff) }
    /// Whether a phrase of two words ends here.
    var endsPhrase: Bool { bits & 1 << 24 != 0 }

    static func unit(_ index: Int) -> Self { Self(index, 0) }
    static func month(_ number: Int) -> Self { Self(number - 1, 8) }
    static func number(_ number: Int) -> Self { Self(number - 1, 12) }
    static func comparison(_ index: Int) -> Self { Self(index, 16) }
    static let endsPhrase = Self(bits: 1 << 24)

    mutating func formUnion(_ other: Self) { bits |= other.bits }

    private init(_ value: Int, _ shift: UInt32) { bits = UInt32(truncatingIfNeeded: value + 1) << shift }

    private func field(_ shift: UInt32, _ mask: UInt32) -> Int? {
        let value = bits >> shift & mask
        return value == 0 ? nil : Int(value) - 1
    }
}
