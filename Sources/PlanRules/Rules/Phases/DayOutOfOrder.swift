import Plan
import SourceText

extension PlanRule {
    /// Day 5, day 8, day 7.
    static let dayOutOfOrder = PlanRule(
        id: "day-out-of-order", severity: .error, summary: "a day's number does not fit between its neighbours",
        explanation: Explanation(
            fault: """
                Of the days that a document heads one after the other, one has another number than its place gives it: \
                between day 5 and day 7 stands day 8.
                """,
            harm: """
                What is to be done on one day is read under the number of another: it is done on two days, or on the \
                wrong one, and nobody looks for the day that has no section.
                """,
            misses: """
                Only a number whose two neighbours are two apart is looked at, and only where it lies outside of them: \
                documents that begin to count again, that leave days out or that head several days at once are left \
                alone.
                """),
        badExample: [
            ExampleDocument(
                "timeline.md",
                """
                # Timeline

                ## Day 1: Dump

                ## Day 3: Copy

                ## Day 3: Switch
                """)
        ],
        goodExample: [
            ExampleDocument(
                "timeline.md",
                """
                # Timeline

                ## Day 1: Dump

                ## Day 2: Copy

                ## Day 3: Switch
                """)
        ]
    ) { input in
        var days: [String: [HeadedDay]] = [:]
        for day in input.plan.days {
            for mention in day.mentions where mention.reading == .heading {
                days[mention.span.path, default: []].append(HeadedDay(number: day.number, span: mention.span))
            }
        }
        return days.sorted { $0.key < $1.key }.flatMap { faults(in: $0.value.sorted { $0.span < $1.span }) }
    }
}

private struct HeadedDay {
    let number: Int
    let span: SourceSpan

    /// `Day 8`, without the title behind it.
    var numberSpan: SourceSpan {
        let text = span.file.bytes[span.range]
        let isDigit: (UInt8) -> Bool = { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard let first = text.firstIndex(where: isDigit) else { return span }
        let end = text[first...].firstIndex { !isDigit($0) } ?? text.endIndex
        return SourceSpan(file: span.file, range: span.range.lowerBound..<end)
    }
}

private func faults(in days: [HeadedDay]) -> [Fault] {
    guard days.count > 2 else { return [] }
    return (1..<days.count - 1).compactMap { index in
        let (before, day, after) = (days[index - 1], days[index], days[index + 1])
        guard after.number == before.number + 2, day.number <= before.number || day.number >= after.number else {
            return nil
        }
        let missing = before.number + 1
        return Fault(
            message: "day \(day.number) stands between day \(before.number) and day \(after.number); "
                + "did you mean day \(missing)?",
            span: day.numberSpan, label: "day \(day.number), read from the heading",
            related: [before, after].map {
                Finding.Note("day \($0.number), read from the heading", at: $0.numberSpan)
            },
            help: "number the days as they follow each other",
            identity: ["day \(day.number)", "day \(missing)"])
    }
}
