import Observations
import Plan
import SourceText
package import Updates

/// An update as every output shows it.
package struct UpdateReport: Sendable {
    /// The file's name without its ending, the same in every build: `2026-11-30-1405-basket-latency`.
    package let id: String
    package let kind: UpdateKind
    package let status: Status
    package let title: String
    /// Plain text, one for each block.
    package let paragraphs: [String]
    /// When it was written or became true; of planned work when it was announced, or its start.
    package let time: ShownTime
    /// Of planned work.
    package let window: WindowReport?
    /// Flags and indicators by name.
    package let affects: [String]
    /// `updates/2026-11-30-1405-basket-latency.md:1`.
    package let place: String
    /// Identity of the incident that it belongs to.
    package let incident: String?
    /// The file alone.
    package var file: String { String(place.prefix(upTo: place.lastIndex(of: ":") ?? place.endIndex)) }
    /// The first paragraph, for where there is little room; nil when the title says all.
    package var lead: String? { paragraphs.first?.clipped(to: 400) }
    /// Where the history page tells it.
    package var anchor: String { updateAnchor(id) }
    /// `affects Error rate · updates/2026-11-30-1405-basket-latency.md:1`.
    package var detail: String { [affectsText, place].compactMap(\.self).joined(separator: " · ") }
    /// `affects Error rate, enableSearch`; nil when it names nothing.
    package var affectsText: String? { affects.isEmpty ? nil : "affects \(affects.joined(separator: ", "))" }
    /// When planned work was announced; nil where nothing but its window is told.
    package var announced: ShownTime? { window.map { $0.start.instant != time.instant } == true ? time : nil }
}

/// From when to when planned work lasts.
package struct WindowReport: Sendable {
    package let start: ShownTime
    package let end: ShownTime
    /// Ahead, under way or over.
    package let state: Status
    /// `1 Dec 2026, 22:00 CET to 23:30 CET`.
    package let text: String
    package let isOver: Bool
}

/// Everything that people told, up to the moment of the report.
package struct UpdatesReport: Sendable {
    /// Newest first, without planned work that is ahead or under way.
    package let newest: [UpdateReport]
    /// Planned work that is ahead or under way, soonest first.
    package let planned: [UpdateReport]

    /// What has room on the status page.
    package var shown: [UpdateReport] { Array(newest.prefix(UpdatesReport.shownLimit)) }
    /// `and 4 older updates`; nil when all are shown.
    package var more: String? {
        let hidden = newest.count - shown.count
        return hidden > 0 ? "and \(counted(hidden, "older update"))" : nil
    }

    private static let shownLimit = 3
}

/// Orders updates and leaves out what is not true yet: what tells of a moment behind now, but planned work.
func updatesReport(_ updates: [Update], context: ReportContext) -> UpdatesReport {
    let now = context.madeAt
    let limit = now.adding(seconds: Instant.clockToleranceSeconds)
    let ended = Set(
        updates.filter { $0.kind == .resolved && context.zone.instant(of: $0.time.value) <= limit }
            .compactMap(\.incident?.value))
    let reports = updates.map {
        UpdateReport($0, hasEnded: ended.contains($0.id), zone: context.zone, now: now)
    }
    let isAhead: (UpdateReport) -> Bool = { $0.window?.isOver == false }
    return UpdatesReport(
        newest: reports.filter { !isAhead($0) && $0.time.instant <= limit }.sorted(by: isNewer),
        planned: reports.filter(isAhead).sorted(by: isSooner))
}

private func isNewer(_ left: UpdateReport, _ right: UpdateReport) -> Bool {
    left.time.instant == right.time.instant ? left.id > right.id : left.time.instant > right.time.instant
}

private func isSooner(_ left: UpdateReport, _ right: UpdateReport) -> Bool {
    guard let start = left.window?.start.instant, let other = right.window?.start.instant, start != other else {
        return left.id < right.id
    }
    return start < other
}

/// A name of a file as an anchor; in other scripts than Latin little of it is left.
func updateAnchor(_ id: String) -> String { "update-\(slug(id))" }

extension UpdateReport {
    fileprivate init(_ update: Update, hasEnded: Bool, zone: PlanZone, now: Instant) {
        id = update.id
        kind = update.kind
        status = Status(update.kind)
        title = update.title
        paragraphs = update.paragraphs
        time = zone.shown(zone.instant(of: update.time.value), now: now)
        window = update.window.map { WindowReport($0, hasEnded: hasEnded, zone: zone, now: now) }
        affects = update.affects.map(\.value)
        place = "\(update.span.path):\(update.span.start.line)"
        incident = update.incident?.value
    }
}

extension WindowReport {
    fileprivate init(_ window: Update.Window, hasEnded: Bool, zone: PlanZone, now: Instant) {
        let (from, to) = (zone.instant(of: window.start.value), zone.instant(of: window.end.value))
        start = zone.shown(from, now: now)
        end = zone.shown(to, now: now)
        isOver = hasEnded || to < now
        state =
            isOver
            ? Status("Over", .none, .check)
            : from <= now ? Status("Under way", .active, .half) : Status("Ahead", .none, .circle)
        text = "\(start.text) to \(zone.shown(to, now: from).brief)"
    }
}

extension Status {
    fileprivate init(_ kind: UpdateKind) {
        switch kind {
        case .planned: self.init("Planned", .none, .circle)
        case .incident: self.init("Incident", .alert, .triangle)
        case .update: self.init("Update", .active, .half)
        case .resolved: self.init("Resolved", .ok, .check)
        }
    }
}
