import Plan
import SourceText

extension PlanRule {
    /// A phase that is listed and nowhere told of.
    static let phaseMissing = PlanRule(
        id: "phase-missing", severity: .warning, summary: "a phase is listed, but has no section where the others have",
        explanation: Explanation(
            fault: """
                An overview lists the phases, the document has a section for each but one, and no other document heads \
                that one. Or a document heads phases of which another document knows one more between them; or a \
                timeline, or a table with times, ends with a phase behind which the plan has another.
                """,
            harm: """
                What is to be done in the phase, and how to get out of it, is written nowhere; that is noticed when it \
                begins.
                """,
            misses: """
                Overviews with fewer than three phases, and those with a section for fewer than two thirds of them; \
                phases whose line says that they are done, given up, optional, to come later or told of elsewhere; and \
                phases that a section tells of under another heading with a word of their name.
                """),
        badExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                | Phase | Owner |
                |---|---|
                | Phase 1: Shadow traffic | Ada |
                | Phase 2: Pilot stores | Ben |
                | Phase 3: Everybody | Ada |

                ## Phase 1: Shadow traffic

                ## Phase 3: Everybody
                """)
        ],
        goodExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                | Phase | Owner |
                |---|---|
                | Phase 1: Shadow traffic | Ada |
                | Phase 2: Pilot stores | Ben |
                | Phase 3: Everybody | Ada |

                ## Phase 1: Shadow traffic

                ## Phase 2: Pilot stores

                ## Phase 3: Everybody
                """)
        ]
    ) { input in
        let places = input.phasePlaces
        lazy var headings = HeadingWords(input.plan.documents)
        let headed = Set(places.lazy.flatMap(\.headed).map(\.phase.id))
        let numbered = Dictionary(grouping: places, by: \.keyword).mapValues { all in
            all.reduce(into: Set<Int>()) { $0.formUnion($1.numbers) }
        }
        var told: Set<[String]> = []
        return places.flatMap { place -> [Fault] in
            unheaded(in: place, headed, numbered[place.keyword] ?? []) { headings.tell(of: $0) }
        }.filter { told.insert($0.identity).inserted }
            + (skippedElsewhere(places, input) + endingEarlier(places, input)).filter {
                told.insert($0.identity).inserted
            }
    }
}

/// Phases of a list for which no document has a heading, where the list's own document heads most of the others.
private func unheaded(
    in places: PhasePlaces, _ headed: Set<String>, _ numbers: Set<Int>,
    isTold: (String) -> Bool
) -> [Fault] {
    places.lists.flatMap { list -> [Fault] in
        let (known, unknown) = (
            list.filter { places.numbers.contains($0.number) }, list.filter { !numbers.contains($0.number) }
        )
        guard list.count >= 3, known.count >= 2, known.count >= unknown.count * 2 else { return [] }
        return unknown.compactMap { entry in
            guard !headed.contains(entry.phase.id), !isExcused(entry), !isTold(entry.phase.name),
                let other = known.first.flatMap({ places.entry($0.number) })
            else { return nil }
            return Fault(
                message: "\(quoted(entry.phase.title)) is listed here, but no section tells of it, as "
                    + "\(place(other.span)) does of \(quoted(other.phase.title))",
                span: entry.span, label: "\(entry.phase.title), \(entry.reading.phrase)",
                related: [Finding.Note("the section of \(other.phase.title)", at: other.span)],
                help: "write the section, or say in the overview why there is none",
                identity: [places.path, entry.phase.id])
        }
    }
}

/// A phase between two that a document heads, which another document heads and this one does not know.
private func skippedElsewhere(_ all: [PhasePlaces], _ input: RuleInput) -> [Fault] {
    let byWord = Dictionary(grouping: all.filter { $0.headed.count >= 3 && $0.countsUp }, by: \.keyword)
    return all.flatMap { places -> [Fault] in
        guard places.headed.count >= 3, places.countsUp, let documents = byWord[places.keyword],
            documents.count <= mostDocuments
        else { return [] }
        let gaps = zip(places.headed, places.headed.dropFirst()).filter { $1.number == $0.number + 2 }
        guard gaps.count == 1, let (earlier, later) = gaps.first else { return [] }
        let shared = Set(places.headed.map(\.phase.id))
        for other in documents where other.path != places.path {
            guard let missing = other.entry(earlier.number + 1),
                other.entry(earlier.number)?.phase.id == earlier.phase.id,
                other.entry(later.number)?.phase.id == later.phase.id,
                other.headed.count(where: { shared.contains($0.phase.id) }) >= 3,
                input.scopes.mayBelongTogether(missing.span, later.span), !isExcused(missing),
                !PhaseMentions.contains(places.keyword, missing.number, in: later.span.file)
            else { continue }
            return [
                Fault(
                    message: "\(quoted(later.phase.title)) follows \(quoted(earlier.phase.title)) here, but "
                        + "\(place(missing.span)) has \(quoted(missing.phase.title)) between them",
                    span: later.span, label: "\(later.phase.title), \(later.reading.phrase)",
                    related: [Finding.Note("\(missing.phase.title), \(missing.reading.phrase)", at: missing.span)],
                    help: "add the phase here, or take it out there", identity: [places.path, missing.phase.id])
            ]
        }
        return []
    }
}

/// Phases at the end of the plan that the timeline of one document, or its table with times, does not reach.
private func endingEarlier(_ all: [PhasePlaces], _ input: RuleInput) -> [Fault] {
    let kinds = Dictionary(input.plan.documents.map { ($0.path, $0.kinds.first ?? .other) }) { first, _ in first }
    let byWord = Dictionary(grouping: all.filter { isRun($0.headed) }, by: \.keyword)
    return all.flatMap { places -> [Fault] in
        guard let documents = byWord[places.keyword], documents.count <= mostDocuments else { return [] }
        let timed = places.lists.filter { list in
            isRun(list)
                && list.allSatisfy { entry in
                    entry.phase.schedules.prefix(mostDocuments).contains { isOneLine($0.span, entry.span) }
                }
        }
        let own = documents.first { $0.path == places.path }
        let within = own.map { own in timed.compactMap { shortfall($0, of: own, input) } } ?? []
        guard isRun(places.headed), kinds[places.path] == .timeline || kinds[places.path] == .strategy else {
            return within
        }
        let between = documents.lazy.filter { other in
            other.path != places.path && kinds[other.path] != kinds[places.path]
                && (kinds[other.path] == .timeline || kinds[other.path] == .strategy)
        }.compactMap { shortfall(places.headed, of: $0, input) }
        return within + [between.first].compactMap(\.self)
    }
}

/// Whether entries count from the first phase on without a gap.
private func isRun(_ entries: [PhasePlaces.Entry]) -> Bool {
    guard entries.count >= 3, let first = entries.first, let last = entries.last else { return false }
    return first.number <= 1 && last.number - first.number == entries.count - 1
        && zip(entries, entries.dropFirst()).allSatisfy { $0.number < $1.number }
}

private func isOneLine(_ left: SourceSpan, _ right: SourceSpan) -> Bool {
    left.path == right.path
        && left.file.line(at: left.range.lowerBound) == right.file.line(at: right.range.lowerBound)
}

/// The phase that comes right behind the last of a list in the headings of a document that heads all of the list.
private func shortfall(_ list: [PhasePlaces.Entry], of headed: PhasePlaces, _ input: RuleInput) -> Fault? {
    guard let last = list.last, let next = headed.entry(last.number + 1), !isExcused(next),
        list.allSatisfy({ headed.entry($0.number)?.phase.id == $0.phase.id }),
        input.scopes.mayBeOneSubject(input.scopes.scope(at: last.span), input.scopes.scope(at: next.span)),
        last.span.path == next.span.path
            || !PhaseMentions.contains(headed.keyword, next.number, in: last.span.file)
    else { return nil }
    return Fault(
        message: "\(quoted(last.phase.title)) is the last phase here, but \(place(next.span)) goes on with "
            + quoted(next.phase.title),
        span: last.span, label: "\(last.phase.title), \(last.reading.phrase)",
        related: [Finding.Note("\(next.phase.title), \(next.reading.phrase)", at: next.span)],
        help: "add the phase here, or take it out there", identity: [last.span.path, "ends", next.phase.id])
}

/// A folder with more documents that head phases of one word holds many plans.
private let mostDocuments = 64

/// The words of all headings: a phase may have its section under a title that does not count it.
private struct HeadingWords {
    private let words: Set<String>

    init(_ documents: [PlanDocument]) {
        words = Set(documents.lazy.flatMap(\.sections).filter { $0.level > 1 }.flatMap { tellingWords($0.title) })
    }

    func tell(of name: String) -> Bool { !words.isDisjoint(with: tellingWords(name)) }
}

private func tellingWords(_ name: String) -> [String] {
    words(of: String(name.prefix(200))).filter {
        $0.count > 3 && $0.contains(where: \.isLetter)
            && !Vocabulary.standard.classes(of: $0).intersects(.planStages.union([.plain, .task]))
    }
}

/// Whether the line says why there is nothing more to say, or links to where it is said.
private func isExcused(_ entry: PhasePlaces.Entry) -> Bool {
    let line = textLine(of: entry.span)
    return line.isEmpty || line.contains("](") || line.contains("✅") || line.contains("☑") || line.contains("~~")
        || words(of: line).contains {
            excuses.contains($0) || Vocabulary.standard.classes(of: $0).contains(.done)
        }
}

/// English, German, Spanish and French, plurals cut.
private let excuses: Set<String> = [
    "tbd", "tba", "tbc", "later", "future", "optional", "separate", "separately", "elsewhere", "see", "dropped",
    "cancelled", "canceled", "skipped", "merged", "removed", "postponed", "deferred", "backlog", "none", "out", "next",
    "später", "entfällt", "siehe", "gestrichen", "verschoben", "offen", "folgt", "optional", "posterior", "futuro",
    "cancelada", "cancelado", "opcional", "ver", "aplazada", "plus", "ultérieurement", "annulée", "optionnel", "voir",
    "reportée", "✓", "x",
]
