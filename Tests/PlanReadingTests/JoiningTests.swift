import Plan
import PlanReading
import SourceText
import TestSupport
import Testing

private func plan(_ documents: [(path: String, text: String)]) -> Plan {
    Plan(joining: documents.map { DocumentFacts(SourceFile(path: $0.path, text: $0.text)) })
}

/// Joining looks facts up instead of holding each against all others: that must not show in what it finds.
struct JoiningTests {
    private struct Heading {
        let path: String
        let words: Set<String>
        let days: ClosedRange<Int>?
    }

    private static let names = ["Ledger", "Basket", "Kiosk", "Harbour", "Lantern", "Meadow", "Orchard", "Pebble"]

    /// Each heading joins the earliest phase of which any heading shares its document, a word or its days.
    private static func groups(of headings: [Heading]) -> [[Int]] {
        var groups: [[Int]] = []
        for (index, heading) in headings.enumerated() {
            let home = groups.firstIndex { group in
                group.contains { other in
                    let other = headings[other]
                    return other.path == heading.path || !other.words.isDisjoint(with: heading.words)
                        || heading.days != nil && heading.days == other.days
                }
            }
            if let home { groups[home].append(index) } else { groups.append([index]) }
        }
        return groups
    }

    @Test(arguments: 0..<60) func phasesAreJoinedAsByHoldingEachAgainstAll(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let headings = (0..<Int.random(in: 2...14, using: &generator)).map { index in
            let start = Int.random(in: 1...9, using: &generator)
            return Heading(
                path: "d\(10 + index).md",
                words: Set(
                    (0...Int.random(in: 0...1, using: &generator)).compactMap { _ in
                        JoiningTests.names.randomElement(using: &generator)
                    }), days: Bool.random(using: &generator) ? start...start + 1 : nil)
        }
        let documents = headings.map { heading in
            let days = heading.days.map { " (Day \($0.lowerBound)-\($0.upperBound))" } ?? ""
            return (heading.path, "# Strategy\n\n## Phase 3: \(heading.words.sorted().joined(separator: " "))\(days)\n")
        }
        let joined = plan(documents).phases.map { $0.names.map(\.span.path).sorted() }
        let expected = JoiningTests.groups(of: headings).map { $0.map { headings[$0].path } }
        #expect(joined.sorted { $0[0] < $1[0] } == expected.sorted { $0[0] < $1[0] })
    }

    @Test(arguments: 0..<40) func daysBelongToTheFirstPhaseThatHoldsThem(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let phases = (1...Int.random(in: 1...8, using: &generator)).map { number in
            let start = Int.random(in: 1...30, using: &generator)
            return "## Phase \(number): Part (Day \(start)-\(start + Int.random(in: 0...12, using: &generator)))\n"
        }
        let days = (1...45).map { "## Day \($0): Work\n" }
        let plan = plan([
            ("strategy.md", "# Plan\n\n" + phases.joined()), ("timeline.md", "# Plan\n\n" + days.joined()),
        ])
        #expect(plan.days.count == 45)
        for day in plan.days { #expect(day.phase == plan.phase(onDay: day.number)?.id) }
    }

    /// Held against each other, so many phases and days would take minutes.
    @Test(.timeLimit(.minutes(5))) func thousandsOfDocumentsOfDifferentPlans() {
        let count = 1500
        let documents = (1...count).map { number in
            (
                "d\(number).md",
                "# Plan\n\n## Phase 1: Part\(number)x (Day \(2 * number)-\(2 * number + 1))\n\n### Day \(2 * number): Go\n"
            )
        }
        let plan = plan(documents)
        #expect(plan.phases.count == count)
        #expect(plan.days.count == count)
        #expect(Set(plan.days.map(\.phase)) == Set(plan.phases.map(\.id)))
    }
}
