import SourceText

/// What a document and its headings say of the facts that stand in it: of what, where and when they speak.
///
/// Needs no other document.
final class DocumentScope: Sendable {
    let kind: DocumentKind?
    /// Telling words of title and file name.
    let subject: Set<String>
    private let starts: [Int]
    /// One for each start.
    private let sections: [SectionScope]
    /// Ahead of the first heading.
    private let preamble: SectionScope

    init(path: String, title: String?, kind: DocumentKind?, sections: [DocumentSection]) {
        let name = path.utf8.split(separator: UInt8(ascii: "/")).last
        let stem = name.map { String(Substring($0.prefix { $0 != UInt8(ascii: ".") })) } ?? ""
        let named = ScopeWord.read(stem) + ScopeWord.read(title ?? "")
        self.kind = kind
        subject = Set(named.lazy.compactMap(\.telling))
        let place = ScopeWord.read(path) + named
        let preamble = SectionScope(
            environments: ScopeWord.environments(in: place),
            isAside: place.contains { pastDocuments.contains($0.text) }
                || place.contains { archiveWords.contains($0.text) }
                    && isArchived(path: path, stem: stem, title: title ?? "")
        )
        self.preamble = preamble
        var open: [(level: Int, scope: SectionScope)] = []
        starts = sections.map(\.start)
        self.sections = sections.map { section in
            while let last = open.last, last.level >= section.level { open.removeLast() }
            let above = open.last?.scope ?? preamble
            let own = section.level > 1 ? above.below(heading: ScopeWord.read(section.title)) : above
            open.append((section.level, own))
            return own
        }
    }

    func section(at offset: Int) -> SectionScope {
        let number = sectionNumber(at: offset)
        return number >= 0 ? sections[number] : preamble
    }

    /// The last section that starts at or before an offset; -1 when there is none.
    func sectionNumber(at offset: Int) -> Int {
        starts.countOfLeading { $0 <= offset } - 1
    }
}

/// What the headings above a place say; shared by the sections whose headings add nothing.
final class SectionScope: Sendable {
    /// Where no heading says anything.
    static let none = SectionScope(environments: [])

    /// Telling words of the headings.
    let words: Set<String>
    let environments: Set<String>
    /// `day3`: the days and weeks that the headings name.
    let moments: Set<String>
    let isInPhase: Bool
    let isAside: Bool

    init(
        words: Set<String> = [], environments: Set<String>, moments: Set<String> = [], isInPhase: Bool = false,
        isAside: Bool = false
    ) {
        self.words = words
        self.environments = environments
        self.moments = moments
        self.isInPhase = isInPhase
        self.isAside = isAside
    }

    /// The section under a further heading. That of a phase, a day or a week says when, not for what.
    func below(heading: [ScopeWord]) -> SectionScope {
        if let index = heading.prefix(2).firstIndex(where: { $0.classes.intersects(.calendarUnits) }) {
            let moment = heading[index...].prefix(2).map(\.text).joined()
            return SectionScope(
                words: words, environments: environments, moments: moments.union([moment]), isInPhase: isInPhase,
                isAside: isAside)
        }
        if heading.prefix(2).contains(where: { $0.classes.intersects(.planStages) }) {
            return isInPhase
                ? self
                : SectionScope(
                    words: words, environments: environments, moments: moments, isInPhase: true, isAside: isAside)
        }
        var told = words
        for word in heading { if let telling = word.telling { told.insert(telling) } }
        let isAside =
            isAside || heading.contains { $0.classes.intersects(asideWords) || pastSections.contains($0.text) }
        let named = ScopeWord.environments(in: heading)
        if told.count == words.count, named.isSubset(of: environments), isAside == self.isAside { return self }
        return SectionScope(
            words: told, environments: environments.union(named), moments: moments,
            isInPhase: isInPhase, isAside: isAside)
    }

    /// The headings' words without those of a name, plurals cut.
    func words(without name: Set<String>) -> Set<String> {
        name.isEmpty ? words : words.subtracting(name).subtracting(name.map(singular))
    }

    /// Whether one of several words says that a fact holds under conditions of its own.
    static func namesCondition(_ words: Set<String>) -> Bool {
        vocabulary.classes(of: words).intersects(conditionWords)
    }
}

/// A word of a heading or a name, with what it means.
struct ScopeWord {
    let text: String
    let classes: WordClassSet

    static func read(_ text: String) -> [ScopeWord] {
        nameWords(text).map { ScopeWord(text: $0, classes: vocabulary.classes(of: $0)) }
    }

    /// The word without its plural, when it tells of what a text speaks; nil for one that every plan uses.
    var telling: String? {
        let word = singular(text)
        let classes = word.utf8.count == text.utf8.count ? classes : vocabulary.classes(of: word)
        return classes.intersects(plainWords) || !ScopeWord.isName(word) ? nil : word
    }

    /// Production is where a plan leads when nothing else is said; what names both is for both.
    static func environments(in words: [ScopeWord]) -> Set<String> {
        var named: Set<String> = []
        for word in words {
            if word.classes.contains(.production) { return [] }
            if word.classes.contains(.environment) { named.insert(word.text) }
        }
        return named
    }

    /// Whether a word has two characters and a letter.
    private static func isName(_ word: String) -> Bool {
        if word.utf8.allSatisfy({ $0 < 0x80 }) {
            return word.utf8.count > 1 && word.utf8.contains { ($0 | 0x20) &- 0x61 < 26 }
        }
        return word.count > 1 && word.contains(where: \.isLetter)
    }
}

private let vocabulary = Vocabulary.standard
/// Under such headings a measure has limits of its own.
private let conditionWords: WordClassSet = [.environment, .trial]
/// Headings under which a plan shows, repeats or remembers, but plans nothing.
private let asideWords: WordClassSet = [.aside, .record]
/// Words that headings of every plan have, plurals cut: they tell no service from another. `KPIs` is cut into `kp` and `is`.
private let plainWords = WordClassSet.planStages.union(.calendarUnits).union([.plain, .production])
/// What a drill took was measured, and is no budget.
private let pastSections: Set<String> = ["drill", "drills", "measured", "measurements", "postmortem", "retro"]

/// Documents of what happened, or of a rehearsal, are no part of the plan: their figures were measured or tried.
private let pastDocuments: Set<String> = [
    "postmortem", "retro", "retrospective", "drill", "drills", "rehearsal", "rückblick",
    "probe", "generalprobe", "simulacro", "ensayo", "retrospectiva", "répétition", "rétrospective",
]
