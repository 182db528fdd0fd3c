import Assessment
import Configuration
import Observations
import Plan
import PlanReading
import Report
import SourceText
import Updates

/// The updates of a plan, without what looks like a secret, and what is wrong with them.
///
/// - Parameter hasZone: whether the plan names a time zone.
func readUpdates(_ documents: LoadedDocuments, of plan: Plan, hasZone: Bool) -> ([Update], [Finding]) {
    guard !documents.updates.isEmpty else { return ([], []) }
    let isWhole = documents.isWholeFolder
    let read = documents.updates.map { Update.read($0, hasZone: hasZone || !isWhole) }
    let updates = read.compactMap(\.update)
    let faults = updateFindings(updates, names: knownNames(plan, documents.configuration)).filter {
        isWhole || $0.rule != "update-name-unknown"
    }
    let broken = Set(faults.filter { $0.severity == .error }.compactMap(\.span?.path))
    return (
        updates.filter { !broken.contains($0.span.path) }.map(withoutSecrets), read.flatMap(\.findings) + faults
    )
}

/// What an update may affect: flags, indicators, and measures of triggers.
func knownNames(_ plan: Plan, _ configuration: PlanConfiguration?) -> [String] {
    plan.flags.map(\.name) + measures(plan) + (configuration?.indicators.map(\.name.value) ?? [])
}

private func measures(_ plan: Plan) -> [String] { plan.thresholds.map(\.metric) + plan.triggers.compactMap(\.metric) }

private func withoutSecrets(_ update: Update) -> Update {
    Update(
        id: update.id, kind: update.kind, title: PlanReading.withoutSecrets(update.title),
        paragraphs: update.paragraphs.map(PlanReading.withoutSecrets), time: update.time, window: update.window,
        affects: update.affects, incident: update.incident, span: update.span)
}

/// Windows of announced work in which the measures that it names are excused, and no others.
///
/// Work that names none, or only flags, excuses nothing; nor does work before it was announced, or a window whose ends
/// no clock shows, or shows twice. What is told as resolved ends then.
func announcedWindows(_ updates: [Update], of plan: Plan, in zone: PlanZone, now: Instant) -> [PlannedWindow] {
    let known = Set(measures(plan).map(nameWords))
    return updates.compactMap { update in
        guard let window = update.window, zone.instant(of: update.time.value) <= now,
            [window.start, window.end].allSatisfy({ zone.doubt(of: $0.value) == nil })
        else { return nil }
        let measures = update.affects.map(\.value).filter { known.contains(nameWords($0)) }
        guard !measures.isEmpty else { return nil }
        let ends =
            updates.filter { $0.kind == .resolved && $0.incident?.value == update.id }.map(\.time)
            + [window.end]
        return PlannedWindow(
            from: zone.instant(of: window.start.value),
            to: ends.map { zone.instant(of: $0.value) }.min() ?? zone.instant(of: window.end.value),
            reason: update.title,
            kpis: measures)
    }
}

/// What is wrong with the times of updates where the plan's clock is known.
func timeFindings(_ updates: [Update], in zone: PlanZone, now: Instant) -> [Finding] {
    updates.flatMap { update -> [Finding] in
        let times = update.window.map { [$0.start, $0.end] } ?? []
        let doubtful = (times.contains(update.time) ? times : [update.time] + times).compactMap { time -> Finding? in
            guard let doubt = zone.doubt(of: time.value) else { return nil }
            let what = doubt == .skipped ? "is shown by no clock" : "is shown twice by every clock"
            let meant = zone.shown(zone.instant(of: time.value), now: now).rfc3339
            return Finding(
                rule: "update-time-doubtful", severity: .warning,
                message: "'\(time.span.text)' \(what) in \(zone.name), where clocks are put forward or back; "
                    + "\(meant) is meant", at: time.span, help: "write the offset too, as in \(meant)",
                identity: [time.span.text, zone.name])
        }
        let limit = now.adding(seconds: Instant.clockToleranceSeconds)
        guard update.kind != .planned, zone.instant(of: update.time.value) > limit else { return doubtful }
        return doubtful + [
            Finding(
                rule: "update-future-dated", severity: .warning,
                message: "'\(update.title.clipped(to: 60))' is dated later than now, and is not shown before",
                at: update.time.span, help: "correct its time, or write 'kind: planned'",
                identity: [update.id, update.time.span.text])
        ]
    }
}
