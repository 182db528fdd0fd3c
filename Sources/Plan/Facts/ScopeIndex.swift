package import SourceText

/// Tells whether two facts may be about the same thing, by the documents and headings that they stand under.
///
/// Nothing here proves that two facts belong together; it only finds reasons why they may not: two plans in one folder,
/// two environments, two services, an example.
package struct ScopeIndex: Sendable {
    private struct Document: Sendable {
        let kind: DocumentKind?
        let subject: Set<String>
        let environments: Set<String>
        let starts: [Int]
        /// One for each start.
        let sections: [Section]
    }
    private struct Section: Sendable {
        var words: Set<String> = []
        var environments: Set<String> = []
        /// `day3`: the days and weeks that the headings name.
        var moments: Set<String> = []
        var isInPhase = false
        var isAside = false
    }
    private let documents: [String: Document]
    /// Folders, as their parts, that hold a document with phases of its own.
    private let foldersWithPhases: Set<[Substring]>

    package init(_ documents: [PlanDocument], _ phases: [Phase]) {
        self.documents = Dictionary(documents.map { ($0.path, ScopeIndex.read($0)) }) { first, _ in first }
        var folders: Set<[Substring]> = []
        for path in Set(phases.flatMap { $0.names.map(\.span.path) }) {
            let parts = ScopeIndex.folder(of: path)
            for count in parts.indices { folders.insert(Array(parts[...count])) }
        }
        foldersWithPhases = folders
    }

    /// Whether two facts may belong to one plan and one environment.
    ///
    /// What stands under examples, appendices and records of the past belongs to none.
    package func mayBelongTogether(_ left: SourceSpan, _ right: SourceSpan) -> Bool {
        let (mine, other) = (section(at: left), section(at: right))
        guard !mine.isAside, !other.isAside, mine.environments == other.environments else { return false }
        return left.path == right.path || !areInTwoPlans(left.path, right.path)
    }

    /// As `mayBelongTogether`, for facts without a name of their own (a day, a phase's number): two documents of one kind
    /// that speak of different things are two plans.
    package func mayBeOneSubject(_ left: SourceSpan, _ right: SourceSpan) -> Bool {
        guard mayBelongTogether(left, right) else { return false }
        guard left.path != right.path, let mine = documents[left.path], let other = documents[right.path],
            mine.kind == other.kind
        else { return true }
        return mine.subject.isSubset(of: other.subject) || other.subject.isSubset(of: mine.subject)
    }

    /// As `mayBeOneSubject`, for facts that each section may state anew for a service of its own.
    ///
    /// - Parameter words: What the fact is called; a heading may repeat it.
    package func mayBeOneSection(_ left: SourceSpan, _ right: SourceSpan, without words: Set<String>) -> Bool {
        guard mayBeOneSubject(left, right) else { return false }
        let (here, there) = (section(at: left), section(at: right))
        guard here.moments == there.moments else { return false }
        if here.words == there.words { return true }
        let named = words.union(words.map(ScopeIndex.singular))
        let (mine, other) = (here.words.subtracting(named), there.words.subtracting(named))
        if mine == other { return true }
        guard left.path != right.path,
            !vocabulary.classes(of: mine.symmetricDifference(other)).intersects(conditionWords)
        else { return false }
        // A summary in another document need not repeat the heading.
        return mine.isEmpty || other.isEmpty
    }

    /// Telling words of the headings above a place, plurals cut, without words that every plan uses.
    package func headings(at span: SourceSpan) -> Set<String> { section(at: span).words }

    /// Whether a place stands under the heading of a phase, which may state anew what the plan states once.
    package func isInPhase(_ span: SourceSpan) -> Bool { section(at: span).isInPhase }

    /// Number of the section that holds a place, from 0; -1 ahead of the first heading.
    package func sectionNumber(at span: SourceSpan) -> Int {
        guard let document = documents[span.path] else { return -1 }
        return ScopeIndex.position(of: span.range.lowerBound, in: document.starts)
    }

    private func section(at span: SourceSpan) -> Section {
        guard let document = documents[span.path] else { return Section() }
        let number = ScopeIndex.position(of: span.range.lowerBound, in: document.starts)
        return number >= 0 ? document.sections[number] : Section(environments: document.environments)
    }

    /// Two sub-folders that each hold phases hold a plan each.
    private func areInTwoPlans(_ left: String, _ right: String) -> Bool {
        let (mine, other) = (ScopeIndex.folder(of: left), ScopeIndex.folder(of: right))
        let shared = zip(mine, other).prefix { $0 == $1 }.count
        guard shared < mine.count, shared < other.count else { return false }
        return foldersWithPhases.contains(Array(mine[...shared]))
            && foldersWithPhases.contains(Array(other[...shared]))
    }
}

extension ScopeIndex {
    private static func folder(of path: String) -> [Substring] { path.split(separator: "/").dropLast() }

    /// The last start at or before an offset; -1 when there is none.
    private static func position(of offset: Int, in starts: [Int]) -> Int {
        var (low, high) = (0, starts.count)
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle + 1 } else { high = middle }
        }
        return low - 1
    }

    private static func read(_ document: PlanDocument) -> Document {
        let stem = document.path.split(separator: "/").last.map { $0.prefix { $0 != "." } } ?? ""
        let named = nameWords(stem) + nameWords(document.title ?? "")
        let environments = environments(in: nameWords(document.path) + named)
        var open: [(level: Int, section: Section)] = []
        var sections: [Section] = []
        for section in document.sections {
            while let last = open.last, last.level >= section.level { open.removeLast() }
            var own = open.last?.section ?? Section(environments: environments)
            if section.level > 1 { add(nameWords(section.title), to: &own) }
            open.append((section.level, own))
            sections.append(own)
        }
        return Document(
            kind: document.kinds.first, subject: telling(named),
            environments: environments, starts: document.sections.map(\.start), sections: sections)
    }

    /// A heading of a phase, a day or a week says when, not for what.
    private static func add(_ words: [String], to section: inout Section) {
        if let index = words.prefix(2).firstIndex(where: { vocabulary.classes(of: $0).intersects(.calendarUnits) }) {
            section.moments.insert(words[index...].prefix(2).joined())
            return
        }
        if words.prefix(2).contains(where: { vocabulary.classes(of: $0).intersects(.planStages) }) {
            section.isInPhase = true
            return
        }
        section.words.formUnion(telling(words))
        section.environments.formUnion(environments(in: words))
        section.isAside = section.isAside || vocabulary.classes(of: words).intersects(asideWords)
    }

    private static func telling(_ words: [String]) -> Set<String> {
        Set(
            words.map(singular).filter {
                $0.count > 1 && !vocabulary.classes(of: $0).intersects(plainWords) && $0.contains(where: \.isLetter)
            })
    }

    /// Production is where a plan leads when nothing else is said; what names both is for both.
    private static func environments(in words: [String]) -> Set<String> {
        guard !vocabulary.classes(of: words).contains(.production) else { return [] }
        return Set(words.filter { vocabulary.classes(of: $0).contains(.environment) })
    }

    private static func singular(_ word: String) -> String {
        guard word.count > 3, word.hasSuffix("s"), !word.hasSuffix("ss"), !word.hasSuffix("us"), !word.hasSuffix("is")
        else { return word }
        return String(word.dropLast())
    }
}

private let vocabulary = Vocabulary.standard
/// Under such headings a measure has limits of its own.
private let conditionWords: WordClassSet = [.environment, .trial]
/// Headings under which a plan shows, repeats or remembers, but plans nothing.
private let asideWords: WordClassSet = [.aside, .record]
/// Words that headings of every plan have, plurals cut: they tell no service from another. `KPIs` is cut into `kp` and `is`.
private let plainWords = WordClassSet.planStages.union(.calendarUnits).union([.plain, .production])
