import Plan
import SourceText

extension PlanRule {
    /// A list holds the same item twice.
    static let checklistDuplicateItem = PlanRule(
        id: "checklist-duplicate-item", severity: .warning, summary: "a checklist holds the same item twice",
        explanation: Explanation(
            fault: "Two items of one list say the same, capitals and signs aside.",
            harm: """
                One of the two was meant to say something else, which now is on no list; or one is ticked and the other \
                never will be, so that the list is never done.
                """,
            misses: """
                Items of two lists, of two parts of one list or of two tables are not held against each other. In a list of \
                steps a check, a wait or a message comes again on purpose, and so does whatever comes three times or in a \
                pattern: such items, items of two words and items with a time are left alone.
                """),
        badExample: [
            ExampleDocument(
                "checklist.md",
                "# Before the move\n\n- [ ] Export the customer ledger\n- [ ] Tell the bank about the new host\n- [ ] Export the customer ledger\n"
            )
        ],
        goodExample: [
            ExampleDocument(
                "checklist.md",
                "# Before the move\n\n- [ ] Export the customer ledger\n- [ ] Tell the bank about the new host\n- [ ] Export the supplier ledger\n"
            )
        ]
    ) { input in
        input.plan.checklists.flatMap(duplicates)
    }
}

private func duplicates(in checklist: Checklist) -> [Fault] {
    guard mayRepeat(checklist.items) else { return [] }
    struct Key: Hashable {
        let part: Int
        /// Item that holds this one; nil at the top.
        let parent: Int?
        let words: [String]
    }
    var open: [(depth: Int, index: Int)] = []
    var entries: [(key: Key, places: [Int])] = []
    var numbers = [Key: Int](minimumCapacity: checklist.items.count)
    for (index, item) in checklist.items.enumerated() {
        while let last = open.last, last.depth >= item.depth { open.removeLast() }
        let key = Key(part: item.part, parent: open.last?.index, words: nameWords(item.text))
        open.append((item.depth, index))
        let number = numbers[key, default: entries.count]
        if number == entries.count {
            numbers[key] = number
            entries.append((key, []))
        }
        entries[number].places.append(index)
    }
    let repeated = entries.filter { $0.places.count > 1 }
    // Two steps that come again one behind the other are a round that is gone twice.
    let isPattern = Dictionary(grouping: repeated, by: \.key.part).filter { $1.count > 1 }
    return repeated.compactMap { key, both in
        guard both.count == 2, isPattern[key.part] == nil, key.words.count > 2,
            !comesAgain(key.words)
        else { return nil }
        return fault(checklist.items[both[0]], checklist.items[both[1]], in: checklist)
    }
}

/// Whether two items may say the same. Most lists repeat nothing, which the letters of their words tell all together,
/// sooner than the words one by one.
private func mayRepeat(_ items: [ChecklistItem]) -> Bool {
    var known = Set<UInt64>(minimumCapacity: items.count)
    return items.contains { !known.insert(letterHash($0.text)).inserted }
}

/// A number for the letters and digits of all words of a text, as `nameWords` cuts them (FNV-1a).
private func letterHash(_ text: String) -> UInt64 {
    let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in (isASCII ? text : nameWords(text).joined()).utf8 {
        switch byte {
        case 0x41...0x5a: hash = (hash ^ UInt64(byte | 0x20)) &* 0x100_0000_01b3
        case 0x30...0x39, 0x61...0x7a, 0x80...: hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
        default: break
        }
    }
    return hash
}

/// Whether a step may well be taken twice: a check, a wait, a message, anything with a number of its own.
private func comesAgain(_ words: [String]) -> Bool {
    Vocabulary.standard.classes(of: words).intersects([
        .verify, .checking, .halt, .pause, .notify, .communication, .raise,
    ]) || words.contains { $0.allSatisfy(\.isNumber) } || !again.isDisjoint(with: words)
}

/// What is done again and again, in four languages.
private let again: Set<String> = [
    "wait", "repeat", "again", "notify", "announce", "post", "update", "tell", "inform", "send", "restart", "run",
    "deploy",
    "commit", "merge", "go", "sign", "review", "approve", "backup", "snapshot", "warten", "wiederholen", "informieren",
    "melden", "neustart", "neustarten", "esperar", "repetir", "avisar", "informar", "reiniciar", "attendre", "répéter",
    "prévenir", "informer", "redémarrer",
]

private func fault(_ first: ChecklistItem, _ second: ChecklistItem, in checklist: Checklist) -> Fault {
    func state(_ item: ChecklistItem) -> String { item.checked ? "ticked" : "open" }
    let differs = first.checked != second.checked
    return Fault(
        message: "\(quoted(second.text)) is on this list twice"
            + (differs ? ", \(state(second)) here and \(state(first)) in line \(line(of: first))" : ""),
        span: second.span, label: "said before, \(state(second)) here",
        related: [Finding.Note("said here first, \(state(first))", at: first.span)],
        help: "remove one, or say what it was meant to be",
        identity: [words(of: checklist.section).joined(separator: " "), nameWords(first.text).joined(separator: " ")])
}

private func line(of item: ChecklistItem) -> Int { item.span.file.line(at: item.span.range.lowerBound) }
