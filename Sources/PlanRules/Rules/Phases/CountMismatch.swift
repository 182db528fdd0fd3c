import Plan
import SourceText

extension PlanRule {
    /// `72 warnings`, and a list of 40 and 28.
    static let countMismatch = PlanRule(
        id: "count-mismatch", severity: .warning, summary: "an announced number is not the sum of its parts",
        explanation: Explanation(
            fault: """
                A line or heading announces how many of a thing there are, each item of the list directly below it (or \
                each row of a column of that name) counts the same thing, and the numbers add up to something else.
                """,
            harm: "The work is planned for the wrong amount, and nobody can tell when all of it is done.",
            misses: """
                Lines that say that they show some of many (`top`, `including`, `for example`), rough numbers, and \
                lists in which an item counts nothing or says it twice.
                """),
        badExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                The fleet has 47 clusters:

                - Europe: 20 clusters
                - America: 18 clusters
                - Asia: 8 clusters
                """)
        ],
        goodExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                The fleet has 46 clusters:

                - Europe: 20 clusters
                - America: 18 clusters
                - Asia: 8 clusters
                """)
        ], isPreview: true
    ) { input in
        input.plan.documents.flatMap { document in document.sums.compactMap(fault) }
    }
}

private func fault(_ sum: AnnouncedSum) -> Fault? {
    let (said, total) = (sum.announced.value, sum.parts.reduce(0) { $0 + $1.value })
    let lines = [sum.announced.span] + sum.parts.map(\.span)
    guard said != total, total > 0,
        !lines.contains(where: { line in words(of: textLine(of: line)).contains { partialWords.contains($0) } }),
        // Items that each repeat the whole count something else.
        !sum.parts.contains(where: { $0.value >= said })
    else { return nil }
    return Fault(
        message:
            "\(said) \(clipped(sum.noun)) are announced here, but those listed from \(place(sum.parts[0].span)) on "
            + "add up to \(total)",
        span: sum.announced.span, label: sum.announced.label("\(said) \(clipped(sum.noun))"),
        related: sum.parts.map { $0.note(String($0.value)) },
        help: "correct the number, or say that the list shows only some",
        identity: [sum.noun, String(said), sum.parts.map { String($0.value) }.joined(separator: "+")])
}

/// English, German, Spanish and French, plurals cut.
private let partialWords: Set<String> = [
    "top", "including", "include", "e", "eg", "example", "among", "most", "mostly", "least", "over", "more", "about",
    "approximately", "roughly", "around", "etc", "rest", "remaining", "other", "further", "some", "first", "next", "up",
    "per", "each", "every", "daily", "hour", "minute", "second", "max", "min", "average", "initially", "currently",
    "now",
    "still", "below", "under", "than", "already", "davon", "etwa", "rund", "beispiel", "übrige", "restliche", "pro",
    "je",
    "jede", "unter", "incluido", "ejemplo", "resto", "otro", "cada", "dont", "exemple", "reste", "autre", "chaque",
    "par",
]
