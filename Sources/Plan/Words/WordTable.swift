/// Words with what they mean, found by one hash over their bytes: no `String` is made to look a word up.
///
/// Open addressing over one pool of bytes; built once, then shared by reference and never changed.
final class WordTable: Sendable {
    private let slots: [WordSlot]
    private let entries: [Entry]
    private let pool: [UInt8]
    private let longest: Int

    struct Entry: Sendable {
        let hash: WordHash
        let start: UInt32
        let count: UInt32
        var meaning: WordMeaning
    }

    fileprivate init(_ builder: WordTableBuilder) {
        entries = builder.entries
        pool = builder.pool
        longest = builder.entries.reduce(0) { max($0, Int($1.count)) }
        slots = builder.slots
    }

    var builder: WordTableBuilder { WordTableBuilder(slots: slots, entries: entries, pool: pool) }

    /// What a word of a text means; nil when the vocabulary does not hold it. Capitals do not matter.
    func meaning(of utf8: [UInt8], _ range: Range<Int>) -> WordMeaning? {
        guard utf8.indices.contains(range) else { return nil }
        return unsafe utf8.withUnsafeBufferPointer {
            unsafe meaning(of: UnsafeBufferPointer(rebasing: $0[range]))
        }
    }

    /// As above, for a word that stands in a string.
    func meaning(of word: String) -> WordMeaning? {
        var word = word
        return word.withUTF8 { unsafe meaning(of: $0) }
    }

    func meaning(of word: Substring) -> WordMeaning? {
        var word = word
        return word.withUTF8 { unsafe meaning(of: $0) }
    }

    private func meaning(of letters: UnsafeBufferPointer<UInt8>) -> WordMeaning? {
        guard letters.count <= longest + 4 else { return nil }
        var hash = WordHash()
        for index in 0..<letters.count {
            let letter = unsafe letters[index]
            guard letter < 0x80 else { return unsafe meaning(ofFolded: WordFolding.folded(letters)) }
            hash.add(WordFolding.lowered(letter))
        }
        return unsafe meaning(hash, of: letters)
    }

    /// What a word in ASCII means, whose small letters have been hashed.
    func meaning(_ hash: WordHash, of utf8: [UInt8], _ range: Range<Int>) -> WordMeaning? {
        guard utf8.indices.contains(range) else { return nil }
        return unsafe utf8.withUnsafeBufferPointer {
            unsafe meaning(hash, of: UnsafeBufferPointer(rebasing: $0[range]))
        }
    }

    private func meaning(_ hash: WordHash, of letters: UnsafeBufferPointer<UInt8>) -> WordMeaning? {
        meaning(hash, letters.count) { start in
            unsafe pool.withUnsafeBufferPointer { pool in
                for offset in 0..<letters.count {
                    let letter = unsafe WordFolding.lowered(letters[offset])
                    guard unsafe letter == pool[start &+ offset] else { return false }
                }
                return true
            }
        }
    }

    /// What two words of a text mean side by side: `roll back`.
    func meaning(phrase utf8: [UInt8], _ first: Range<Int>, _ second: Range<Int>) -> WordMeaning? {
        guard first.count + second.count < longest + 8 else { return nil }
        var letters = WordFolding.folded(utf8[first])
        letters.append(0x20)
        letters += WordFolding.folded(utf8[second])
        return meaning(ofFolded: letters)
    }

    private func meaning(ofFolded word: [UInt8]) -> WordMeaning? {
        meaning(WordHash(word), word.count) { start in
            pool[start..<start + word.count].elementsEqual(word)
        }
    }

    @inline(__always)
    private func meaning(_ hash: WordHash, _ count: Int, _ isSame: (_ start: Int) -> Bool) -> WordMeaning? {
        var slot = hash.slot(of: slots.count)
        while let index = slots[slot].index {
            if slots[slot].mayHold(hash), entries[index].hash == hash, Int(entries[index].count) == count,
                isSame(Int(entries[index].start))
            {
                return entries[index].meaning
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }
}

/// A number for the letters of a word: FNV-1a in 32 bits (Fowler, Noll, Vo).
struct WordHash: Sendable, Equatable {
    private var value: UInt32 = 2_166_136_261

    init() {}
    init(_ letters: [UInt8]) {
        for letter in letters { add(letter) }
    }

    @inline(__always)
    mutating func add(_ letter: UInt8) { value = (value ^ UInt32(letter)) &* 16_777_619 }
    /// The first place to look for the word among a power of two.
    @inline(__always)
    func slot(of count: Int) -> Int { Int(value ^ value >> 15) & (count - 1) }
    /// Bits that say nothing of that place.
    @inline(__always)
    fileprivate var tag: UInt16 { UInt16(truncatingIfNeeded: value >> 16) }
}

/// A place of the table. Most words of a text are not in it, and the tag says so without a look at the entry, which is
/// rarely in the processor's cache.
private struct WordSlot: Sendable {
    static let empty = WordSlot(number: 0, tag: 0)

    /// Entry number plus one, 0 where there is none.
    private let number: UInt16
    private let tag: UInt16

    private init(number: UInt16, tag: UInt16) { (self.number, self.tag) = (number, tag) }

    init(_ index: Int, _ hash: WordHash) { self.init(number: UInt16(index + 1), tag: hash.tag) }

    @inline(__always)
    var index: Int? { number == 0 ? nil : Int(number) - 1 }
    @inline(__always)
    func mayHold(_ hash: WordHash) -> Bool { tag == hash.tag }
}

/// Gathers words for a table.
struct WordTableBuilder {
    /// A power of two, at least twice as many as there are words.
    fileprivate private(set) var slots: [WordSlot]
    fileprivate private(set) var entries: [WordTable.Entry]
    fileprivate private(set) var pool: [UInt8]

    init() {
        self.init(slots: Array(repeating: .empty, count: 4096), entries: [], pool: [])
        entries.reserveCapacity(1800)
        pool.reserveCapacity(16_384)
    }

    fileprivate init(slots: [WordSlot], entries: [WordTable.Entry], pool: [UInt8]) {
        self.slots = slots
        self.entries = entries
        self.pool = pool
    }

    func table() -> WordTable { WordTable(self) }

    /// Adds words that are apart by spaces; `roll+back` are two words side by side.
    mutating func add(_ words: String, _ classes: WordClassSet, _ details: WordDetails = WordDetails()) {
        let meaning = WordMeaning(classes: classes, details: details)
        let letters = Array(words.utf8)
        var start = 0
        while start < letters.count {
            var end = start
            while end < letters.count, letters[end] != UInt8(ascii: " ") { end += 1 }
            let word = letters[start..<end]
            if let joint = word.lastIndex(of: UInt8(ascii: "+")) {
                insert(word.map { $0 == UInt8(ascii: "+") ? UInt8(ascii: " ") : $0 }[...], meaning)
                // The last word of a phrase is entered by itself too.
                insert(word[(joint + 1)...], WordMeaning(classes: [], details: .endsPhrase))
            } else if !word.isEmpty {
                insert(word, meaning)
            }
            start = end + 1
        }
    }

    /// Enters a word; one that is known already only means more.
    private mutating func insert(_ word: ArraySlice<UInt8>, _ meaning: WordMeaning) {
        var hash = WordHash()
        for letter in word { hash.add(letter) }
        var slot = hash.slot(of: slots.count)
        while let index = slots[slot].index {
            if entries[index].hash == hash, Int(entries[index].count) == word.count,
                case let start = Int(entries[index].start), pool[start..<start + word.count].elementsEqual(word)
            {
                entries[index].meaning.classes.formUnion(meaning.classes)
                entries[index].meaning.details.formUnion(meaning.details)
                return
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        guard entries.count < 65_000 else { return }
        let start = UInt32(pool.count)
        pool += word
        entries.append(WordTable.Entry(hash: hash, start: start, count: UInt32(word.count), meaning: meaning))
        slots[slot] = WordSlot(entries.count - 1, hash)
        if entries.count * 2 > slots.count { grow() }
    }

    private mutating func grow() {
        slots = Array(repeating: .empty, count: slots.count * 2)
        for (index, entry) in entries.enumerated() {
            var slot = entry.hash.slot(of: slots.count)
            while slots[slot].index != nil { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = WordSlot(index, entry.hash)
        }
    }
}
