import Observations
import Plan
import Report

/// `calendar.ics` (RFC 5545): phases, days, gates and planned windows.
///
/// An event keeps its number and its stamp until its content changes; so a calendar that says nothing new is the same
/// file. An event that the plan has no more is shown as cancelled until its time is over: who takes over a file, and does
/// not follow its address, would keep it for ever otherwise.
///
/// - Parameter published: The file that stood there before; empty when there was none.
/// - Returns: nil when there is nothing to put on a calendar.
func calendarFile(_ report: Report, published: [UInt8]) -> String? {
    let before = PublishedCalendar(published)
    let stamp = utcText(report.trust.madeAt.instant)
    let held = report.calendar.events.map { event in
        let content = contentLines(event, site: report.site)
        guard let old = before.event(event.id) else {
            return PublishedCalendar.Event(id: event.id, sequence: 0, stamp: stamp, content: content)
        }
        guard old.content != content else { return old }
        return PublishedCalendar.Event(id: event.id, sequence: old.sequence + 1, stamp: stamp, content: content)
    }
    let ids = Set(held.map(\.id))
    let today = dateText(report.plannedFlags.date)
    let gone = before.events.filter { !ids.contains($0.id) && $0.ends(onOrAfter: today) }.map {
        $0.cancelled(at: stamp)
    }
    guard !held.isEmpty || !gone.isEmpty else { return nil }
    let head = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Plumbline//Plumbline//EN", "CALSCALE:GREGORIAN",
        "X-WR-CALNAME:\(ContentLine.text([report.title]))", "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
        "X-PUBLISHED-TTL:PT1H",
    ]
    let lines = head + (held + gone).flatMap(eventLines) + ["END:VCALENDAR"]
    return lines.map(ContentLine.folded).joined()
}

private func eventLines(_ event: PublishedCalendar.Event) -> [String] {
    ["BEGIN:VEVENT", "UID:\(event.id)", "DTSTAMP:\(event.stamp)", "SEQUENCE:\(event.sequence)"] + event.content
        + ["END:VEVENT"]
}

private func contentLines(_ event: CalendarEvent, site: String?) -> [String] {
    let times =
        switch event.time {
        case .days(let first, let last):
            [
                "DTSTART;VALUE=DATE:\(dateText(first))", "DTEND;VALUE=DATE:\(dateText(last.adding(days: 1)))",
            ]
        case .span(let from, let to): ["DTSTART:\(utcText(from))", "DTEND:\(utcText(to))"]
        }
    var lines = times + ["SUMMARY:\(ContentLine.text([event.title]))"]
    if !event.lines.isEmpty { lines.append("DESCRIPTION:\(ContentLine.text(event.lines))") }
    lines.append("CATEGORIES:\(event.kind.rawValue)")
    // Nobody is busy because a phase runs.
    lines.append("TRANSP:TRANSPARENT")
    if let site { lines.append("URL:\(site)plan.html") }
    return lines
}

/// `20261130`.
private func dateText(_ date: CivilDate) -> String { date.description.replacing("-", with: "") }

/// `20261130T130700Z`.
private func utcText(_ instant: Instant) -> String {
    let time = PlanZone.utc.shown(instant, now: instant).rfc3339
    return time.prefix(19).replacing("-", with: "").replacing(":", with: "") + "Z"
}
