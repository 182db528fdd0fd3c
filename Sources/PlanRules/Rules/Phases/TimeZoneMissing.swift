import Plan
import SourceText

extension PlanRule {
    /// Clock times that belong to no zone.
    static let timeZoneMissing = PlanRule(
        id: "time-zone-missing", severity: .warning, summary: "times of the day are given, and no time zone anywhere",
        explanation: Explanation(
            fault: """
                A list or table of the plan says at what time of the day each of three or more steps happens, and no \
                document of the plan names a time zone or says that times are local.
                """,
            harm: """
                Whoever joins from another site, or reads a log in UTC, is an hour or a night off when every minute \
                counts.
                """,
            misses: """
                One finding a plan, at the first of its times. `UTC`, `CET`, `local time`, `Europe/Berlin`, an offset \
                such as `+01:00` or `timezone:` in the front matter, anywhere in the plan, is enough.
                """),
        badExample: [
            ExampleDocument(
                "plan.md",
                """
                # Cut-over night

                - 20:00-20:30: Stop the writers
                - 20:30-21:00: Copy the last rows
                - 21:00-21:30: Point the services at the new cluster
                """)
        ],
        goodExample: [
            ExampleDocument(
                "plan.md",
                """
                # Cut-over night (times in UTC)

                - 20:00-20:30: Stop the writers
                - 20:30-21:00: Copy the last rows
                - 21:00-21:30: Point the services at the new cluster
                """)
        ], isPreview: true
    ) { input in
        let tables = input.plan.documents.flatMap(\.times.timetables).filter { $0.entries.count >= 3 }
            // What happened once, or is rehearsed, is no plan.
            .filter { table in input.scopes.mayBelongTogether(table.entries[0].span, table.entries[0].span) }
        guard input.plan.timezone == nil, let table = tables.first, let first = table.entries.first,
            !input.plan.documents.contains(where: namesZone)
        else { return [] }
        return [
            Fault(
                message:
                    "\(quoted(first.text)) is at \(first.times.spelled) here, and no document says in which time zone",
                span: first.span, label: "\(first.times.spelled), \(table.reading.phrase)",
                help: "name the zone once: in a sentence, or as `timezone:` in the front matter",
                identity: ["time zone", first.span.path])
        ]
    }
}

private func namesZone(_ document: PlanDocument) -> Bool {
    let text = document.source.text(0..<document.source.bytes.count)
    return !zones(in: text).isEmpty || zoneSigns.contains { text.contains($0) }
}

/// Names of zones by place, and of offsets.
private let zoneSigns = [
    "Europe/", "America/", "Asia/", "Africa/", "Australia/", "Pacific/", "+00:", "+01:", "+02:", "-05:", "00Z", " ET",
    " PT",
    " CT", "hora de ", "heure de ", "uur",
]
