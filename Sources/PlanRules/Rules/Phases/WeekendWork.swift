import Plan
import SourceText

extension PlanRule {
    /// A day of the plan that falls on a weekend, unnoticed.
    static let weekendWork = PlanRule(
        id: "weekend-work", severity: .warning,
        summary: "a day of the plan falls on a weekend, and nothing says it is meant",
        explanation: Explanation(
            fault: """
                A heading gives a day of the plan a date that is a Saturday or a Sunday, most other dated days of the \
                document are working days, and the document never speaks of a weekend or of these days.
                """,
            harm: """
                Approvers, vendors and support are away on the day; that is noticed on Friday, when it is too late to \
                ask for cover.
                """,
            misses: """
                Documents that mention a weekend, Saturday or Sunday anywhere; single dates without others to compare. \
                One finding a document.
                """),
        badExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                ## Day 1: Copy (2026-03-05)

                ## Day 2: Compare (2026-03-06)

                ## Day 3: Switch (2026-03-07)
                """)
        ],
        goodExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                ## Day 1: Copy (2026-03-04)

                ## Day 2: Compare (2026-03-05)

                ## Day 3: Switch (2026-03-06)
                """)
        ], isPreview: true
    ) { input in
        input.plan.documents.compactMap { document in
            let dated = document.times.datedDays.filter { $0.reading == .heading }
            let weekend = dated.filter { $0.value.date.date?.isWeekend == true }
            guard let first = weekend.first, let date = first.value.date.date, dated.count >= 3,
                weekend.count * 2 < dated.count, !speaksOfWeekends(document)
            else { return nil }
            let name = Weekday.name(date.isoWeekday)
            return Fault(
                message:
                    "day \(first.value.day) is \(date) here, a \(name), and nothing says that weekend work is meant",
                span: first.span, label: first.label("\(name) \(date)"),
                related: weekend.dropFirst().map {
                    $0.note("day \($0.value.day), \(Weekday.name($0.value.date.date?.isoWeekday ?? 0))")
                }, help: "move the day, or say that the weekend is meant",
                identity: ["day \(first.value.day)", "\(date)"])
        }
    }
}

private func speaksOfWeekends(_ document: PlanDocument) -> Bool {
    words(of: document.source.text(0..<document.source.bytes.count)).contains { weekendWords.contains($0) }
}

/// English, German, Spanish and French, plurals cut.
private let weekendWords: Set<String> = [
    "weekend", "saturday", "sunday", "sat", "sun", "wochenende", "wochenenden", "samstag", "sonnabend", "sonntag",
    "semana", "sábado", "domingo", "samedi", "dimanche", "24x7", "365",
]
