import Plan
import SourceText

extension PlanRule {
    /// `72 warnings`, and a list of 40 and 28.
    static let countMismatch = PlanRule(
        id: "count-mismatch", severity: .warning, summary: "an announced number is not the sum of its parts",
        explanation: Explanation(
            fault: """
                A line or heading announces how many of a thing there are, each item of the list directly below it (or \
                each row of a column of that name) counts the same thing, and the numbers add up to something else. Or \
                the last row of a table gives totals, and a column adds up to another one; or a section announces a \
                number of files, and the next one is called `Files` and lists another number of paths.
                """,
            harm: "The work is planned for the wrong amount, and nobody can tell when all of it is done.",
            misses: """
                Lines that say that they show some of many (`top`, `including`, `for example`), rough numbers, \
                lists in which an item counts nothing or says it twice, and totals of percentages, of fractions and of \
                lengths of time, which may overlap.
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
    let said = sum.announced.value
    let (total, overflows) = sum.parts.reduce((0, false)) { known, part in
        let next = known.0.addingReportingOverflow(part.value)
        return (next.partialValue, known.1 || next.overflow)
    }
    guard said != total, total > 0, !overflows, sum.isTotal || !isPartial(sum) else { return nil }
    let message =
        sum.isTotal
        ? "the total of \(quoted(sum.noun)) is \(said) here, but the rows from \(place(sum.parts[0].span)) on add up to "
            + "\(total)"
        : "\(said) \(clipped(sum.noun)) are announced here, but those listed from \(place(sum.parts[0].span)) on add up to "
            + "\(total)"
    return Fault(
        message: message, span: sum.announced.span,
        label: sum.announced.label(sum.isTotal ? clipped(sum.announced.span.text) : "\(said) \(clipped(sum.noun))"),
        related: sum.parts.map { $0.note(clipped($0.span.text)) },
        help: sum.isTotal ? "correct the total or a row" : "correct the number, or say that the list shows only some",
        identity: [sum.noun, String(said), String(total)])
}

/// Whether the line, or an item of the list, says that not all is shown; or items each repeat the whole.
private func isPartial(_ sum: AnnouncedSum) -> Bool {
    let lines = [sum.announced.span] + sum.parts.lazy.filter { $0.reading != .tableCell }.map(\.span)
    return sum.parts.contains { $0.value >= sum.announced.value }
        || lines.contains { line in words(of: String(sentence(of: line))).contains { partialWords.contains($0) } }
}

/// The sentence of a line that holds a place.
private func sentence(of span: SourceSpan) -> Substring {
    let line = textLine(of: span)
    let before = span.range.lowerBound - span.file.lineRange(span.file.line(at: span.range.lowerBound)).lowerBound
    guard before >= 0, before <= line.utf8.count else { return line[...] }
    let place = line.utf8.index(line.startIndex, offsetBy: before)
    let start = line[..<place].lastIndex(of: ".").map { line.index(after: $0) } ?? line.startIndex
    let end = line[place...].firstIndex(of: ".") ?? line.endIndex
    return line[start..<end]
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
