import Plan
import SourceText

extension PlanRule {
    /// A day of the plan, or of the week, with a date that cannot be its own.
    static let dayDateConflict = PlanRule(
        id: "day-date-conflict", severity: .error, summary: "a day and its date do not fit together",
        explanation: Explanation(
            fault: """
                Two places give one day of the plan two dates; or the dates of a document's days cannot be counted: a \
                later day has an earlier date, or so few days lie between two dates that not even calendar days \
                suffice, or all days but one follow each other; or a date falls on another day of the week than the \
                one that stands beside it.
                """,
            harm: "People are on duty, customers are told and approvals are asked for, on the wrong day.",
            misses: """
                Pauses between days are silent: a plan may count working days, and leave out holidays. A date without \
                a year is held against its day of the week only where at least three others of the document tell which \
                year it is.
                """),
        badExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                Go-live is on Tuesday, 4 March 2026.
                """)
        ],
        goodExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                Go-live is on Wednesday, 4 March 2026.
                """)
        ]
    ) { input in
        var told: Set<[String]> = []
        let documents = input.plan.documents
        return
            (documents.flatMap { wrongWeekdays($0.times.weekdays) } + twoDates(input)
            + documents.flatMap { uncountable($0.times.datedDays, input) })
            .filter { told.insert($0.identity).inserted }
    }
}

// MARK: Days of the week

private func wrongWeekdays(_ claims: [Claim<NamedWeekday>]) -> [Fault] {
    let wrong = claims.compactMap { claim -> Fault? in
        guard let date = claim.value.date.date, date.isoWeekday != claim.value.weekday else { return nil }
        let (said, known) = (Weekday.name(claim.value.weekday), Weekday.name(date.isoWeekday))
        return Fault(
            message: "\(quoted(claim.span.text)) is no \(said); \(claim.value.date.spelled) is a \(known)",
            span: claim.span, label: claim.label("\(said) \(claim.value.date.spelled)"),
            help: "correct the date or the day of the week", identity: [said, claim.value.date.spelled])
    }
    return wrong + oddWeekdays(claims.filter { $0.value.date.year == nil && $0.value.date.month > 2 })
}

/// Dates without a year that lie between others of the document, all of which fall on their days in one year and these not.
private func oddWeekdays(_ claims: [Claim<NamedWeekday>]) -> [Fault] {
    // From March on a date is as many days into every year.
    let years = Dictionary(grouping: claims) { claim -> Int in
        let date = CivilDate(year: 2001, month: claim.value.date.month, day: claim.value.date.day)
        return ((claim.value.weekday - (date?.isoWeekday ?? 0)) % 7 + 7) % 7
    }
    guard let main = years.values.max(by: { $0.count < $1.count }), Set(main.map(\.value)).count >= 3,
        claims.count - main.count == 1, let odd = claims.first(where: { !main.contains($0) })
    else { return [] }
    let sorted = main.sorted { order($0.value.date) < order($1.value.date) }
    guard let first = sorted.first, let last = sorted.last, order(first.value.date) <= order(odd.value.date),
        order(odd.value.date) <= order(last.value.date),
        let other = sorted.last(where: { order($0.value.date) <= order(odd.value.date) })
    else { return [] }
    let said = "\(Weekday.name(odd.value.weekday)) \(odd.value.date.spelled)"
    let known = "\(Weekday.name(other.value.weekday)) \(other.value.date.spelled)"
    return [
        Fault(
            message: "\(quoted(said)) does not fit \(quoted(known)) in \(place(other.span)) in any year",
            span: odd.span, label: odd.label(said), related: [other.note(known)],
            help: "correct the date or the day of the week", identity: [said])
    ]
}

private func order(_ date: CalendarDay) -> Int { date.month * 32 + date.day }

// MARK: Days of the plan

/// Days that two places date differently.
private func twoDates(_ input: RuleInput) -> [Fault] {
    let claims = Dictionary(grouping: input.plan.documents.flatMap(\.times.datedDays)) { $0.value.day }
    return claims.sorted { $0.key < $1.key }.flatMap { day, claims -> [Fault] in
        disagreements(
            in: claims.sorted { $0.span < $1.span }, scope: { input.scopes.scope(at: $0.span) },
            comparing: input.scopes.mayBeOneSubject, place: { Place($0) }, agree: { mayBeOneDate($0.date, $1.date) }
        ).map { found in
            let (here, there) = (found.first.value.date.spelled, found.reference.value.date.spelled)
            return Fault(
                message: "day \(day) is \(here) here, but \(there) in \(place(found.reference.span))",
                span: found.first.span, label: found.first.label(here), related: found.notes { $0.date.spelled },
                identity: ["day \(day)", here, there])
        }
    }
}

private func mayBeOneDate(_ left: CalendarDay, _ right: CalendarDay) -> Bool {
    left.month == right.month && left.day == right.day
        && (left.year == nil || right.year == nil || left.year == right.year)
}

/// Days of one document whose dates no way of counting gives.
private func uncountable(_ claims: [Claim<DatedDay>], _ input: RuleInput) -> [Fault] {
    let dated = claims.compactMap { claim in claim.value.date.date.map { Dated(claim: claim, date: $0) } }
        .sorted { ($0.day, $0.claim.span) < ($1.day, $1.claim.span) }
    // Days that come twice are counted anew, or are told in two places, which are held against each other elsewhere.
    guard Set(dated.map(\.day)).count == dated.count else { return [] }
    if let odd = oddOne(dated) { return [odd] }
    let start = input.plan.origins.start.map {
        Dated(claim: Claim(DatedDay(day: 1, date: CalendarDay($0.value)), at: $0.span, $0.reading), date: $0.value)
    }
    let isOwnStart = start?.claim.span.path == dated.first?.claim.span.path && dated.first?.day != 1
    let days = (isOwnStart ? [start].compactMap(\.self) : []) + dated
    return zip(days, days.dropFirst()).compactMap { earlier, later in
        let passed = later.date.daysSinceEpoch - earlier.date.daysSinceEpoch
        guard passed < later.day - earlier.day else { return nil }
        return fault(later, against: earlier)
    }
}

private struct Dated {
    let claim: Claim<DatedDay>
    let date: CivilDate
    var day: Int { claim.value.day }
}

/// The one of at least four days that does not follow from the others by calendar or by working days.
private func oddOne(_ days: [Dated]) -> Fault? {
    guard days.count >= 4 else { return nil }
    let ways: [(Dated) -> Int?] = [
        { $0.date.daysSinceEpoch - $0.day }, { $0.date.isWeekend ? nil : workday($0.date) - $0.day },
    ]
    let counts = ways.map { way in Dictionary(grouping: days, by: way).filter { $0.key != nil }.map(\.value) }
    // Where one way of counting gives all of them, the other has nothing to say.
    guard !counts.contains(where: { $0.count == 1 && $0[0].count == days.count }),
        let main = counts.lazy.compactMap({ $0.max { $0.count < $1.count } }).first(where: {
            $0.count == days.count - 1
        }),
        let odd = days.first(where: { day in !main.contains { $0.day == day.day } }),
        // A day at either end may stand apart from the others.
        let before = main.last(where: { $0.day < odd.day }), main.contains(where: { $0.day > odd.day })
    else { return nil }
    return fault(odd, against: before)
}

/// Number of a working day, counted from a Monday long past.
private func workday(_ date: CivilDate) -> Int {
    let monday = date.daysSinceEpoch - (date.isoWeekday - 1)
    // 1969-12-29 was a Monday.
    return (monday + 3) / 7 * 5 + date.isoWeekday
}

private func fault(_ here: Dated, against other: Dated) -> Fault {
    let (mine, known) = ("day \(here.day) = \(here.date)", "day \(other.day) = \(other.date)")
    return Fault(
        message:
            "day \(here.day) is \(here.date) here, which does not follow from day \(other.day) on \(other.date) in "
            + "\(place(other.claim.span))",
        span: here.claim.span, label: here.claim.label(mine), related: [other.claim.note(known)],
        help: "correct the day or its date", identity: [mine, known])
}
