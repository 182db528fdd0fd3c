import Plan
import SourceText

/// Names of things that two places tell of in the same order, where a single name is another one.
struct OddNames {
    struct Conflict {
        let odd: Claim<String>
        /// Places that agree with each other against it.
        let others: [Claim<String>]

        /// - Parameter name: what the thing is called by its number: `Phase 3`.
        func fault(named name: String, id: String) -> Fault {
            let other = others.first ?? odd
            return Fault(
                message: "\(quoted(name)) is called \(quoted(odd.value)) here, but \(quoted(other.value)) in "
                    + place(other.span),
                span: odd.span, label: odd.label(clipped(odd.value)),
                related: others.map { $0.note(clipped($0.value)) }, help: "call it by one name",
                identity: [id] + [odd.value, other.value].map { words(of: $0).joined(separator: " ") })
        }
    }

    /// For each thing where its names differ.
    let found: [[Conflict]]

    /// More names of one thing are no plan.
    private static let mostNames = 100

    /// - Parameter names: for each thing what all places call it, the main one first.
    /// - Parameter areCounted: Whether the things have numbers of their own: two places that tell of the same two, and of
    ///   no third, tell of one row of things, be it with a single name in common.
    init(_ names: [[Claim<String>]], _ scopes: ScopeIndex, areCounted: Bool = false) {
        /// The headings of a document are one place, and so are the lists of one section.
        func place(of claim: Claim<String>) -> Place {
            Place(claim, section: claim.reading == .heading ? nil : scopes.sectionNumber(at: claim.span))
        }
        var counts: [Place: (alike: Int, akin: Int, strange: Int)] = [:]
        var strangers: [[Claim<String>]] = []
        var told: [Place: Int] = [:]
        if areCounted {
            for names in names {
                for place in Set(names.prefix(OddNames.mostNames).map(place)) { told[place, default: 0] += 1 }
            }
        }
        for names in names {
            guard let main = names.first else {
                strangers.append([])
                continue
            }
            let home = place(of: main)
            let mainWords = words(of: main.value)
            let others = names.dropFirst().prefix(OddNames.mostNames).filter { place(of: $0) != home }
            var strange: [Claim<String>] = []
            for claim in others {
                let other = words(of: claim.value)
                if Set(other) == Set(mainWords) {
                    counts[place(of: claim), default: (0, 0, 0)].alike += 1
                } else if isNoName(other) || isNoName(mainWords) {
                    continue
                } else if areAkin(other, mainWords) {
                    counts[place(of: claim), default: (0, 0, 0)].akin += 1
                } else {
                    counts[place(of: claim), default: (0, 0, 0)].strange += 1
                    strange.append(claim)
                }
            }
            strangers.append(strange)
        }
        found = zip(names, strangers).map { names, strange in
            guard let main = names.first else { return [] }
            // Only a change in one place explains one strange name among others that are the same, one of them to the
            // letter.
            let odd = strange.filter { claim in
                guard let count = counts[place(of: claim)], count.alike > 0, count.strange == 1 else { return false }
                if count.alike + count.akin > 1 { return scopes.mayBelongTogether(claim.span, main.span) }
                // A line of a list may say what is done in the phase.
                return claim.reading != .listItem && told[place(of: claim)] == 2 && told[place(of: main)] == 2
                    && scopes.mayBeOneSubject(scopes.scope(at: claim.span), scopes.scope(at: main.span))
            }
            // Where several places agree against the first, the first is the odd one.
            if odd.count > 1, Set(odd.map { words(of: $0.value) }).count == 1 {
                return [Conflict(odd: main, others: odd)]
            }
            return odd.map { Conflict(odd: $0, others: [main]) }
        }
    }
}

/// In the place of a name: nothing, `100 %`, or where it is told (`see the appendix`).
func isNoName(_ name: [String]) -> Bool {
    !name.contains { $0.contains(where: \.isLetter) }
        || name.first.map { ["see", "cf", "siehe", "vgl", "ver", "véase", "voir"].contains($0) } ?? false
}

/// Whether two names share a word, the stem of one or a part of one.
func areAkin(_ left: [String], _ right: [String]) -> Bool {
    let (left, right) = (left.prefix(20), right.prefix(20))
    return left.contains { word in right.contains { isAkin(word, $0) } }
}
