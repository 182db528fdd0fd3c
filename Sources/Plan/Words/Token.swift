/// A word, number or sign of a text, with its place: what every reading of prose works on, so that nothing matches inside a word.
///
/// It holds no text, so that a document's tokens cost one allocation; `TokenizedText` gives the word.
@usableFromInline
package struct Token: Sendable {
    @usableFromInline
    package enum Kind: UInt8, Sendable {
        /// `rollout`, `enable_checkout`, `p95`.
        case word
        case number
        /// One sign: `<`, `%`, `→`, `(`; `<=`, `>=`, `->`, `=>`, `==` and `--` count as one.
        case sign
        /// `2026-11-23`, `10.01.2026`.
        case date
        /// `09:30`.
        case clock
    }
    @usableFromInline package let kind: Kind
    /// Whether nothing stands between this token and the one before it.
    package let glued: Bool
    @usableFromInline let start: UInt32
    @usableFromInline let end: UInt32
    /// What the kind asks for: the number's bits, the sign, days since 1970, minutes from midnight, a word's details.
    @usableFromInline let value: UInt64
    /// What the word means; for other kinds their own class.
    @usableFromInline package let classes: WordClassSet

    /// UTF-8 offsets in the text.
    @inlinable package var range: Range<Int> { Int(start)..<Int(end) }
    @inlinable package var isWord: Bool { kind == .word }
    @inlinable package var number: Double? { kind == .number ? Double(bitPattern: value) : nil }
    @inlinable package var sign: Sign? { kind == .sign ? Sign(rawValue: UInt32(truncatingIfNeeded: value)) : nil }
    package var date: CivilDate? {
        kind == .date ? CivilDate(daysSinceEpoch: Int(Int64(bitPattern: value))) : nil
    }
    /// In minutes from midnight.
    package var clock: Int? { kind == .clock ? Int(value) : nil }

    @inlinable package func isSign(_ sign: Sign) -> Bool { kind == .sign && value == UInt64(sign.rawValue) }
    @inlinable package func isA(_ wordClass: WordClass) -> Bool { classes.contains(wordClass) }
    /// Whether the word carries one of these classes.
    @inlinable package func isA(_ any: WordClassSet) -> Bool { classes.intersects(any) }

    /// The unit that the word stands for.
    package var unit: Unit? { details.unit.map { Unit.listed[$0].0 } }
    /// 1 to 12, when the word names a month.
    package var month: Int? { details.month }
    /// The day of a month that the number may be.
    package var dayOfMonth: Int? {
        guard let number, number >= 1, number <= 31, number == number.rounded() else { return nil }
        return Int(number)
    }
    /// `two` is 2.
    package var spelledNumber: Double? { details.number.map(Double.init) }

    var details: WordDetails {
        WordDetails(bits: kind == .word ? UInt32(truncatingIfNeeded: value) : 0)
    }
}

extension Token {
    private init(_ kind: Kind, _ range: Range<Int>, _ glued: Bool, _ value: UInt64, _ classes: WordClassSet) {
        self.kind = kind
        self.glued = glued
        start = UInt32(truncatingIfNeeded: range.lowerBound)
        end = UInt32(truncatingIfNeeded: range.upperBound)
        self.value = value
        self.classes = classes
    }

    init(word meaning: WordMeaning, _ range: Range<Int>, glued: Bool) {
        self.init(.word, range, glued, UInt64(meaning.details.bits), meaning.classes)
    }
    init(number: Double, _ range: Range<Int>, glued: Bool) {
        self.init(.number, range, glued, number.bitPattern, WordClassSet(.number))
    }
    init(sign: Sign, _ range: Range<Int>, glued: Bool) {
        let classes: WordClassSet
        switch sign {
        case "%", "％": classes = WordClassSet(.percentSign)
        case "+": classes = WordClassSet(.plusSign)
        default: classes = sign.comparison == nil ? WordClassSet() : WordClassSet(.comparisonSign)
        }
        self.init(.sign, range, glued, UInt64(sign.rawValue), classes)
    }
    init(date: CivilDate, _ range: Range<Int>, glued: Bool) {
        self.init(
            .date, range, glued, UInt64(bitPattern: Int64(date.daysSinceEpoch)), WordClassSet(.calendarDate))
    }
    init(clock minutes: Int, _ range: Range<Int>, glued: Bool) {
        self.init(.clock, range, glued, UInt64(minutes), WordClassSet(.clockTime))
    }
}
