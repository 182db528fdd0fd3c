import Plan
import SourceText

/// Where one document tells of the phases of one word (`phase`, `stage`, `wave`): its headings, and its lists and tables.
struct PhasePlaces {
    struct Entry {
        let phase: Phase
        /// Whole: `2.1` counts for 2.
        let number: Int
        /// Where it is named or timed.
        let span: SourceSpan
        let reading: Reading
    }
    let path: String
    let keyword: String
    /// The first heading of each number, in reading order.
    let headed: [Entry]
    /// By section, in reading order; each number once.
    let lists: [[Entry]]

    var numbers: Set<Int> { Set(headed.map(\.number)) }
    /// As messages write it: `Phase`.
    var word: String { keyword.prefix(1).uppercased() + keyword.dropFirst() }

    func entry(_ number: Int) -> Entry? { headed.first { $0.number == number } }

    /// Whether the headings count a run of whole numbers upwards, as they follow each other.
    var countsUp: Bool { zip(headed, headed.dropFirst()).allSatisfy { $0.number < $1.number } }
}

/// The places of every document and word, in the order of paths; only what people count through, `Phase 1, 2, 3`.
func phasePlaces(of plan: Plan, _ scopes: ScopeIndex) -> [PhasePlaces] {
    struct Key: Hashable {
        let path: String
        let keyword: String
    }
    var headed: [Key: [PhasePlaces.Entry]] = [:]
    var listed: [Key: [Int: [PhasePlaces.Entry]]] = [:]
    for phase in plan.phases where countedWords.contains(phase.keyword) {
        guard let number = phase.number, number < 1000 else { continue }
        let claims = phase.names.map { ($0.span, $0.reading) } + phase.schedules.map { ($0.span, $0.reading) }
        var seen: Set<SectionPlace> = []
        for (span, reading) in claims {
            let entry = PhasePlaces.Entry(phase: phase, number: Int(number), span: span, reading: reading)
            let key = Key(path: span.path, keyword: phase.keyword)
            if reading == .heading {
                if seen.insert(SectionPlace(path: span.path, section: nil)).inserted {
                    headed[key, default: []].append(entry)
                }
            } else if reading == .tableCell || reading == .listItem {
                let section = scopes.sectionNumber(at: span)
                if seen.insert(SectionPlace(path: span.path, section: section)).inserted {
                    listed[key, default: [:]][section, default: []].append(entry)
                }
            }
        }
    }
    return Set(headed.keys).union(listed.keys).sorted { ($0.path, $0.keyword) < ($1.path, $1.keyword) }.map { key in
        PhasePlaces(
            path: key.path, keyword: key.keyword, headed: firstOfEach(headed[key] ?? []),
            lists: (listed[key] ?? [:]).sorted { $0.key < $1.key }.map { firstOfEach($0.value) })
    }
}

private struct SectionPlace: Hashable {
    let path: String
    let section: Int?
}

private func firstOfEach(_ entries: [PhasePlaces.Entry]) -> [PhasePlaces.Entry] {
    var seen: Set<Int> = []
    return entries.sorted { $0.span < $1.span }.filter { seen.insert($0.number).inserted }
}

/// Weeks, rings and batches are counted with gaps; milestones and sprints are picked.
private let countedWords: Set<String> = ["phase", "stage", "wave"]

/// The phases that documents mention anywhere, in a sentence or in a struck line: asked for only where one seems to lack.
struct PhaseMentions {
    private let documents: [PlanDocument]
    private var known: [String: Set<Int>]?

    init(_ documents: [PlanDocument]) { self.documents = documents }

    /// Whether any document speaks of the phase, as `Phase 3`, `phases 2 and 3` or `phase 2–4`.
    mutating func contain(_ keyword: String, _ number: Int) -> Bool {
        if known == nil { known = documents.reduce(into: [:]) { PhaseMentions.read($1.source, into: &$0) } }
        return known?[keyword]?.contains(number) == true
    }

    /// Whether a single document does.
    static func contains(_ keyword: String, _ number: Int, in source: SourceFile) -> Bool {
        var known: [String: Set<Int>] = [:]
        read(source, into: &known)
        return known[keyword]?.contains(number) == true
    }

    private static func read(_ source: SourceFile, into known: inout [String: Set<Int>]) {
        let text = TokenizedText(utf8: source.bytes)
        for index in text.tokens.indices where text.tokens[index].isA(.planParts) {
            guard let keyword = text.tokens[index].classes.stageKeyword else { continue }
            var last: Int?
            for next in text.tokens.indices[(index + 1)...].prefix(8) {
                let token = text.tokens[next]
                if let number = token.number ?? token.spelledNumber, number == number.rounded(), number < 1000 {
                    let whole = Int(number)
                    // `Phase 2 – 25%` is no range.
                    if let last, last < whole, whole <= last + 12, text.tokens[next - 1].sign?.isDash == true,
                        next + 1 == text.tokens.count || !text.tokens[next + 1].isA(.percentSign)
                    {
                        known[keyword, default: []].formUnion(last...whole)
                    }
                    known[keyword, default: []].insert(whole)
                    last = whole
                } else if let number = token.number {
                    known[keyword, default: []].insert(Int(min(number, 1000)))
                } else if token.sign == nil, !token.isA([.and, .rangeJoin]), !text.isWord(next, "or") {
                    break
                }
            }
        }
    }
}
