import Updates

/// What a feed carries: every update and all planned work, each under a name that stays.
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
    /// Identity of the update on the pages.
    package let update: String
    package let kind: String
    /// `Incident`.
    package let label: String
    /// `Incident: Slow basket`.
    package let title: String
    /// Plain text, one for each block.
    package let paragraphs: [String]
    /// As the document has it.
    package let time: ShownTime
}

/// Entries of a feed; who reads it keeps those that it had before.
private let entryLimit = 100

func feedReport(_ updates: UpdatesReport, start: ShownTime?, identity: PlanIdentity) -> FeedReport {
    let entries = (updates.planned + updates.newest).map { feedEntry($0, identity: identity) }.sorted { left, right in
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
        id: identity.uuid("update", update.id), update: update.id, kind: update.kind.rawValue,
        label: update.status.word, title: "\(update.status.word): \(update.title)",
        paragraphs: facts + update.paragraphs, time: update.time)
}
