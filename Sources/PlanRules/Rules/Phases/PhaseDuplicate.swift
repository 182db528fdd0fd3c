import Plan
import SourceText

extension PlanRule {
    /// One number, two phases.
    static let phaseDuplicate = PlanRule(
        id: "phase-duplicate", severity: .error, summary: "one number is given to two different phases",
        explanation: Explanation(
            fault: """
                Two places of one document give the same phase number to phases whose names have nothing in common: an \
                overview that lists Phase 4 as one thing and a section that makes Phase 4 another, or two headings \
                with one number.
                """,
            harm: """
                Whoever speaks of the phase by its number means one of two things: the wrong one is prepared, and the \
                wrong one is approved.
                """,
            misses: """
                Names that share a word or the stem of one, abbreviations, and names of nothing but general words \
                (`Rollout`, `Testing`) agree, unless the name is that of another phase of the document. Two documents \
                are not held against each other, nor are sections for two services. A list that disagrees with the \
                sections more often than it agrees counts something else, and so do numbers that begin again.
                """),
        badExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                | Phase | Owner |
                |---|---|
                | Phase 1: Shadow traffic | Ada |
                | Phase 2: Legacy shutdown | Ben |

                ## Phase 1: Shadow traffic

                ## Phase 2: Search experiments
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
                | Phase 2: Experiments | Ben |

                ## Phase 1: Shadow traffic

                ## Phase 2: Search experiments
                """)
        ]
    ) { input in
        let names = PhaseNames(input)
        return input.plan.phases.flatMap { phase -> [Fault] in
            names.strangers(of: phase).map { fault(phase, here: $0.later, there: $0.earlier) }
        }
    }
}

private func fault(_ phase: Phase, here: Claim<String>, there: Claim<String>) -> Fault {
    Fault(
        message: "\(quoted(phase.title)) is \(quoted(here.value)) here, but \(quoted(there.value)) in "
            + place(there.span),
        span: here.span, label: here.label(clipped(here.value)), related: [there.note(clipped(there.value))],
        help: "give each phase a number of its own, and the same name wherever it is told of",
        identity: [phase.id, nameKey(here.value), nameKey(there.value)])
}

private func nameKey(_ name: String) -> String { words(of: name).joined(separator: " ") }

/// What the places of a plan call its phases, and which of these places count the phases as the sections do.
private struct PhaseNames {
    private let input: RuleInput
    /// Names of all phases by document, as sets of telling words.
    private var mainNames: [String: [(phase: String, words: Set<String>)]] = [:]
    /// For each place, how many of its names agree with the sections and how many do not.
    private var records: [Place: (agree: Int, differ: Int)] = [:]

    init(_ input: RuleInput) {
        self.input = input
        for phase in input.plan.phases {
            guard let main = phase.names.first else { continue }
            var others = NameComparison(main)
            mainNames[main.span.path, default: []].append((phase.id, Set(words(of: main.value))))
            for claim in phase.names.dropFirst().prefix(mostNames) where claim.span.path == main.span.path {
                var record = records[place(of: claim)] ?? (0, 0)
                if others.isStrange(claim) { record.differ += 1 } else { record.agree += 1 }
                records[place(of: claim)] = record
            }
        }
    }

    /// Names of a phase that mean another one than its main name does, each once.
    func strangers(of phase: Phase) -> [(earlier: Claim<String>, later: Claim<String>)] {
        guard phase.number != nil, let main = phase.names.first else { return [] }
        var others = NameComparison(main)
        var seen: Set<String> = []
        return phase.names.dropFirst().prefix(mostNames).compactMap { claim in
            guard others.isStrange(claim), seen.insert(nameKey(claim.value)).inserted,
                mayBeOnePlan(claim.span, main.span), countsAlike(claim), !isAbout(claim.value), !isAbout(main.value),
                tells(claim.value) && tells(main.value) || namesAnother(claim, phase)
            else { return nil }
            return claim.span < main.span ? (claim, main) : (main, claim)
        }
    }

    /// In a list at least as many names agree as differ; of headings only one number comes twice.
    private func countsAlike(_ claim: Claim<String>) -> Bool {
        guard let record = records[place(of: claim)] else { return false }
        return claim.reading == .heading ? record.agree + record.differ == 1 : record.agree >= record.differ
    }

    private func mayBeOnePlan(_ left: SourceSpan, _ right: SourceSpan) -> Bool {
        guard left.path == right.path, input.scopes.mayBelongTogether(left, right) else { return false }
        let (mine, other) = (input.scopes.headings(at: left), input.scopes.headings(at: right))
        return mine.isEmpty || other.isEmpty || mine == other
    }

    /// Whether a name is the whole name of another phase: the list and the sections count differently from here on.
    private func namesAnother(_ claim: Claim<String>, _ phase: Phase) -> Bool {
        let named = Set(words(of: claim.value))
        return mainNames[claim.span.path, default: []].prefix(mostNames).contains {
            $0.phase != phase.id && $0.words == named
        }
    }

    private func place(of claim: Claim<String>) -> Place {
        Place(claim, section: claim.reading == .heading ? nil : input.scopes.sectionNumber(at: claim.span))
    }
}

/// `WAVE 2 WEEKEND SCHEDULE` heads what is told about a phase and does not name it.
private func isAbout(_ name: String) -> Bool {
    words(of: name).last.map {
        Vocabulary.standard.classes(of: [$0]).intersects([.schedule, .timeline, .checklist, .runbook, .task, .status])
    } ?? false
}

/// More names of one phase, or more phases of one document, are no plan; comparing them would take their product.
private let mostNames = 100

/// Holds names against one, each spelling once: many places call a phase the same.
private struct NameComparison {
    private let main: String
    private let telling: [String]
    private var known: [String: Bool] = [:]

    init(_ main: Claim<String>) {
        self.main = fullName(main)
        telling = tellingWords(self.main)
    }

    /// Whether a name has nothing in common with the one: no word, no stem, no part of a compound, no initials.
    mutating func isStrange(_ claim: Claim<String>) -> Bool {
        let name = fullName(claim)
        if name == main || telling.isEmpty { return false }
        if let known = known[name] { return known }
        let isStrange = isStrange(name)
        known[name] = isStrange
        return isStrange
    }

    private func isStrange(_ name: String) -> Bool {
        let other = tellingWords(name)
        return !other.isEmpty && !other.contains { word in telling.contains { isAkin(word, $0) } }
            && !isShort(other, of: words(of: main)) && !isShort(telling, of: words(of: name))
    }
}

/// A name with the other that stands in brackets behind it: `Pre-deployment (Staging)`. A bracket with a number gives a
/// time.
private func fullName(_ claim: Claim<String>) -> String {
    let file = claim.span.file
    var open = claim.span.range.upperBound
    while open < file.bytes.count, file.bytes[open] == UInt8(ascii: " ") || file.bytes[open] == UInt8(ascii: "*") {
        open += 1
    }
    guard open < file.bytes.count, file.bytes[open] == UInt8(ascii: "(") else { return claim.value }
    let line = file.lineRange(file.line(at: claim.span.range.lowerBound))
    guard line.count < 1000, open < line.upperBound else { return claim.value }
    let behind = file.text(open..<line.upperBound)
    guard let close = behind.firstIndex(of: ")"), !behind[..<close].contains(where: \.isNumber) else {
        return claim.value
    }
    return claim.value + " " + behind[..<close]
}

/// `migrate` and `migration`, `Parallelbetrieb` and `Betrieb`.
func isAkin(_ left: String, _ right: String) -> Bool {
    if left == right { return true }
    guard left.count >= 4, right.count >= 4 else { return false }
    return left.prefix(4) == right.prefix(4) || isPart(left, of: right) || isPart(right, of: left)
}

/// Whether a word stands in another, letter for letter.
private func isPart(_ part: String, of word: String) -> Bool {
    let (part, word) = (Array(part.utf8), Array(word.utf8))
    guard part.count <= word.count else { return false }
    return (0...word.count - part.count).contains { word[$0..<$0 + part.count].elementsEqual(part) }
}

/// `GA` for `General availability`.
private func isShort(_ names: [String], of other: [String]) -> Bool {
    let initials = String(other.compactMap(\.first))
    return initials.count > 1 && names.contains(initials)
}

private func tellingWords(_ name: String) -> [String] {
    words(of: String(name.prefix(200))).filter { word in
        let classes = Vocabulary.standard.classes(of: word)
        return word.contains(where: \.isLetter) && !classes.intersects(.planStages)
            && !(classes.contains(.plain) && word.count <= 3)
    }
}

/// Whether a name says more than that there is a phase: another word for `Rollout` or `Testing` is no other phase.
func tells(_ name: String) -> Bool {
    tellingWords(name).contains {
        !Vocabulary.standard.classes(of: $0).intersects([.plain, .phaseKind, .rollout, .raise, .enable])
    }
}
