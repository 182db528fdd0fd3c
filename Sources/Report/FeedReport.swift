import Updates

/// What a feed carries, each under a name that stays: every update, all planned work, and the plan's verdict where it became
/// another one. Indicators and phases change too often for a feed; the history page tells of them.
package struct FeedReport: Sendable {
    /// A UUID.
    package let id: String
    /// Newest first.
    package let entries: [FeedEntry]
    /// Of the newest entry; of a feed without any, the beginning of the plan's first day; nil when that is unknown too.
    ///
    /// Never the moment of the build: a feed that tells nothing new is the same feed.
    package let updated: ShownTime?
}

package struct FeedEntry: Sendable {
    /// A UUID.
    package let id: String
    /// Where the history page tells it.
    package let anchor: String
    package let kind: String
    /// `Incident`.
    package let label: String
    /// `Incident: Slow basket`.
    package let title: String
    /// Plain text, one for each block.
    package let paragraphs: [String]
    /// As the document or the event log has it.
    package let time: ShownTime
}

/// Entries of a feed; who reads it keeps those that it had before.
private let entryLimit = 100

func feedReport(
    _ updates: UpdatesReport, _ history: HistoryReport, start: ShownTime?, identity: PlanIdentity
) -> FeedReport {
    let told = (updates.planned + updates.newest).map { feedEntry($0, identity: identity) }
    let changes = history.entries.compactMap { feedEntry($0, identity: identity) }
    let entries = (told + changes).sorted { left, right in
        left.time.instant == right.time.instant ? left.id < right.id : left.time.instant > right.time.instant
    }
    return FeedReport(
        id: identity.uuid("feed", ""), entries: Array(entries.prefix(entryLimit)),
        updated: entries.first?.time ?? start)
}

private func feedEntry(_ update: UpdateReport, identity: PlanIdentity) -> FeedEntry {
    let facts = [
        update.window.map { "When: \($0.text)" },
        update.affects.isEmpty ? nil : "Affects: \(update.affects.joined(separator: ", "))",
    ].compactMap(\.self)
    return FeedEntry(
        id: identity.uuid("update", update.id), anchor: update.anchor, kind: update.kind.rawValue,
        label: update.status.word, title: "\(update.status.word): \(update.title)",
        paragraphs: facts + update.paragraphs, time: update.time)
}

/// nil for what was first recorded: without a log that is each build's verdict, and no news.
///
/// Its name does not depend on when it was seen: a build whose log is lost sees the same change again.
private func feedEntry(_ entry: HistoryEntry, identity: PlanIdentity) -> FeedEntry? {
    guard entry.isOfPlan, let change = entry.change else { return nil }
    return FeedEntry(
        id: identity.uuid("verdict", "\(change), \(entry.status.word)"), anchor: entry.id, kind: "verdict",
        label: "Verdict", title: "Verdict: \(entry.status.word)", paragraphs: [change] + entry.paragraphs,
        time: entry.time)
}
