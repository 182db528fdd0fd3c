import Plan
import SourceText

/// A date that the documents give for something.
struct DocumentDate {
    /// Days since 1970: everything that the place may mean, as with a date without a year.
    let choices: [ClosedRange<Int>]
    let spelled: String
    let note: Finding.Note
}

/// What the title of planned work is about, as far as that is certain, with every date that the documents give for it.
struct NamedWork {
    /// `day 9`, `phase 4`, `maintenance window`.
    let subject: String
    let dates: [DocumentDate]

    init?(_ title: String, _ input: RuleInput) {
        let head = titleHead(title)
        if let flag = flagStage(head, input) {
            (subject, dates) = flag
            return
        }
        let words = words(of: head, cuttingPlurals: false)
        let rest = Array(words.drop { openings.contains($0) })
        if let day = dayNumber(rest) {
            (subject, dates) = ("day \(day)", dayDates(day, input))
        } else if let phase = phase(rest, input.plan.phases) {
            (subject, dates) = (phase.title.lowercased(), phaseDates(phase, input))
        } else if maintenanceWindows.contains(words.joined(separator: " ")) {
            (subject, dates) = (words.joined(separator: " "), moments(input) { $0.times.windows })
        } else {
            let key = launchKey(of: head)
            let launches = moments(input) { $0.times.launches.filter { launchKey(of: $0.value.name) == key } }
            guard !key.isEmpty, !launches.isEmpty else { return nil }
            (subject, dates) = (words.joined(separator: " "), launches)
        }
    }
}

/// A title up to the first sign behind which it says more.
private func titleHead(_ title: String) -> String {
    let ends: Set<Character> = [":", ",", "(", ";", "–", "—", "|"]
    let head = title.prefix { !ends.contains($0) }
    return head.range(of: " - ").map { String(head[..<$0]) } ?? String(head)
}

extension Substring {
    /// Where a short text begins; nil when it is no part of this.
    fileprivate func range(of text: String) -> Index? {
        indices.first { self[$0...].hasPrefix(text) }
    }
}

/// Words that say what kind of work it is, ahead of what it is done to.
private let openings: Set<String> = [
    "planned", "maintenance", "window", "work", "downtime", "cutover", "cut", "over", "rollout", "release", "for", "of",
    "on", "in", "during", "the",
]

private let dayWords: Set<String> = ["day", "tag", "día", "dia", "jour"]

private func dayNumber(_ words: [String]) -> Int? {
    guard words.count == 2, dayWords.contains(words[0]) else { return nil }
    return Int(words[1])
}

/// The only phase of a title or of a name of several words.
private func phase(_ words: [String], _ phases: [Phase]) -> Phase? {
    guard words.count > 1 else { return nil }
    let named = phases.filter { nameWords($0.title) == words || nameWords($0.name) == words }
    return named.count == 1 ? named[0] : nil
}

/// The dates that stand with a day; where there are none, the date that follows from the plan's first day.
private func dayDates(_ day: Int, _ input: RuleInput) -> [DocumentDate] {
    let written = writtenDates(day, input)
    guard written.isEmpty, let place = input.plan.days.first(where: { $0.number == day })?.span else { return written }
    return counted(day...day, at: place, called: "day \(day)", input).map { [$0] } ?? []
}

/// The dates that documents give a day, beside its number or below its heading.
private func writtenDates(_ day: Int, _ input: RuleInput) -> [DocumentDate] {
    let beside = input.plan.documents.flatMap(\.times.datedDays).filter { $0.value.day == day }.map {
        $0.map(\.date)
    }
    let below = input.plan.days.filter { $0.number == day }.flatMap(\.dates).map { $0.map { CalendarDay($0) } }
    var seen: Set<SourceSpan> = []
    return (beside + below).filter { seen.insert($0.span).inserted }.map { claim in
        documentDate(claim.value, claim.note("day \(day) = \(claim.value.spelled)"))
    }
}

private func phaseDates(_ phase: Phase, _ input: RuleInput) -> [DocumentDate] {
    phase.schedules.compactMap { claim in
        if claim.value.unit == .date, let range = claim.value.range {
            return DocumentDate(
                choices: [Int(range.lowerBound)...Int(range.upperBound)], spelled: clipped(claim.value.text),
                note: claim.note(clipped(claim.value.text)))
        }
        return claim.value.days.flatMap { counted($0, at: claim.span, called: clipped(claim.value.text), input) }
    }
}

/// The dates of days of the plan, counted from its first; unless the settings say otherwise, in both ways.
private func counted(_ days: ClosedRange<Int>, at span: SourceSpan, called name: String, _ input: RuleInput)
    -> DocumentDate?
{
    guard let start = input.plan.start else { return nil }
    let choices = (input.countsWorkingDays ? [true] : [false, true]).map { workingDaysOnly in
        let calendar = PlanCalendar(start: start, workingDaysOnly: workingDaysOnly)
        return calendar.date(ofDay: days.lowerBound)...calendar.date(ofDay: days.upperBound)
    }
    let (first, last) = (choices[0].lowerBound, choices[0].upperBound)
    let spelled = first == last ? "\(first)" : "\(first) to \(last)"
    return DocumentDate(
        choices: choices.map { $0.lowerBound.daysSinceEpoch...$0.upperBound.daysSinceEpoch }, spelled: spelled,
        note: Finding.Note("\(name) = \(spelled), counted from \(start)", at: span))
}

/// What is dated under a name of its own.
private func moments(
    _ input: RuleInput, _ claims: (PlanDocument) -> [Claim<LaunchTime>]
) -> [DocumentDate] {
    input.plan.documents.flatMap(claims).compactMap { claim in
        claim.value.date.map { documentDate($0, claim.note($0.spelled)) }
    }
}

private func documentDate(_ date: CalendarDay, _ note: Finding.Note) -> DocumentDate {
    // A date without a year may be that day of any year that a plan is about.
    let years = date.year.map { $0...$0 } ?? 2020...2045
    return DocumentDate(
        choices: years.compactMap { year in
            CivilDate(year: year, month: date.month, day: date.day).map { $0.daysSinceEpoch...$0.daysSinceEpoch }
        }, spelled: date.spelled, note: note)
}

// MARK: Flags

/// What may stand beside a flag and its percentage without making it something else.
private let switchingWords: Set<String> = [
    "open", "opens", "opened", "opening", "switch", "switched", "switching", "turn", "turned", "raise", "raised",
    "raising", "set", "enable", "enabled", "enabling", "rollout", "stage", "to", "at", "on", "for", "of", "the",
    "users",
    "everyone", "traffic", "goes",
]

/// `enableSearch to 50 %`: a flag with a percentage, and the dates of the stages that bring it there.
private func flagStage(_ head: String, _ input: RuleInput) -> (String, [DocumentDate])? {
    let separators: Set<Character> = ["`", "'", "\"", " "]
    let parts = head.replacingPercentSpace.split { separators.contains($0) }.map(String.init)
    let percents = parts.filter { $0.hasSuffix("%") }.compactMap { Double($0.dropLast()) }
    let flags = input.plan.flags.filter { parts.contains($0.name) }
    guard percents.count == 1, flags.count == 1, let flag = flags.first,
        parts.allSatisfy({ $0 == flag.name || $0.hasSuffix("%") || switchingWords.contains($0.lowercased()) })
    else { return nil }
    let dates = flag.stages.filter { $0.percent?.value == percents[0] }.flatMap { stage -> [DocumentDate] in
        guard let day = stage.day else { return [] }
        let written = writtenDates(day.value, input)
        guard written.isEmpty else { return written }
        return counted(day.value...day.value, at: stage.span, called: "day \(day.value)", input).map { [$0] } ?? []
    }
    return dates.isEmpty ? nil : ("\(flag.name) at \(formatNumber(percents[0]))%", dates)
}

extension String {
    /// `50%` for `50 %`.
    fileprivate var replacingPercentSpace: String {
        var text = ""
        for character in self {
            if character == "%" { while text.last?.isWhitespace == true { text.removeLast() } }
            text.append(character)
        }
        return text
    }
}
