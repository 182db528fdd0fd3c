/// Any number of word classes, as bits: what one word means, or what a whole text speaks of.
@usableFromInline
package struct WordClassSet: Sendable, Hashable, ExpressibleByArrayLiteral {
    // Inlinable, as what follows: readers of other rooms ask for classes at every turn.
    @usableFromInline var low: UInt64
    @usableFromInline var middle: UInt64
    @usableFromInline var high: UInt64
    @usableFromInline var top: UInt64

    @inlinable package init() { (low, middle, high, top) = (0, 0, 0, 0) }

    @inlinable package init(_ wordClass: WordClass) {
        let (word, bit) = WordClassSet.place(wordClass)
        low = word == 0 ? bit : 0
        middle = word == 1 ? bit : 0
        high = word == 2 ? bit : 0
        top = word == 3 ? bit : 0
    }

    @inlinable package init(arrayLiteral classes: WordClass...) {
        self.init()
        for wordClass in classes { formUnion(WordClassSet(wordClass)) }
    }

    @inlinable package var isEmpty: Bool { low | middle | high | top == 0 }

    @inlinable package func contains(_ wordClass: WordClass) -> Bool {
        let (word, bit) = WordClassSet.place(wordClass)
        return (word == 0 ? low : word == 1 ? middle : word == 2 ? high : top) & bit != 0
    }

    /// Whether the two share a class.
    @inlinable package func intersects(_ other: WordClassSet) -> Bool {
        low & other.low | middle & other.middle | high & other.high | top & other.top != 0
    }

    @inlinable package mutating func formUnion(_ other: WordClassSet) {
        low |= other.low
        middle |= other.middle
        high |= other.high
        top |= other.top
    }

    @inlinable package func union(_ other: WordClassSet) -> WordClassSet {
        var both = self
        both.formUnion(other)
        return both
    }

    /// All but one.
    @inlinable package func subtracting(_ wordClass: WordClass) -> WordClassSet {
        let other = WordClassSet(wordClass)
        var rest = self
        rest.low &= ~other.low
        rest.middle &= ~other.middle
        rest.high &= ~other.high
        rest.top &= ~other.top
        return rest
    }

    /// The 64 bits that hold a class, and its bit in them.
    @inlinable static func place(_ wordClass: WordClass) -> (word: UInt8, bit: UInt64) {
        (wordClass.rawValue >> 6, 1 &<< UInt64(wordClass.rawValue & 63))
    }
}

/// Classes that readers ask for together.
extension WordClassSet {
    /// What a plan calls its stages.
    package static let planStages: WordClassSet = [.phase, .stage, .wave, .sprint, .milestone]
    /// What a rollout calls its portions, where it has no other stages: `Ring 0`, `Batch 3`.
    package static let planParts = planStages.union([.tranche, .ring, .batch, .cohort, .part])
    /// Units that a plan counts time in.
    package static let calendarUnits: WordClassSet = [.day, .week, .month]
    /// What a field on time is called; durations are lengths of time too.
    package static let timeKeys: WordClassSet = [.duration, .time]
    /// What may stand beside `start` and `end` in a field's key or a table's head.
    package static let endQualifiers: WordClassSet = [.date, .day, .week, .planned]
    /// How a plan grades a risk.
    package static let riskLevels: WordClassSet = [.severe, .high, .medium, .low]
    /// What limits are called.
    package static let limitLevels: WordClassSet = [.critical, .warning, .target]

    /// What a plan calls this stage, in English: `phase` for `Etappe` is `stage`; nil when the word is no stage's.
    package var stageKeyword: String? {
        guard intersects(.planParts) else { return nil }
        return WordClassSet.stageKeywords.first { contains($0.0) }?.1
    }

    private static let stageKeywords: [(WordClass, String)] = [
        (.phase, "phase"), (.stage, "stage"), (.wave, "wave"), (.sprint, "sprint"), (.milestone, "milestone"),
        (.tranche, "tranche"), (.ring, "ring"), (.batch, "batch"), (.cohort, "cohort"),
        (.part, "part"),
    ]
}
