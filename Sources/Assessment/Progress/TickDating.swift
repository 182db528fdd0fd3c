import Observations
import Plan
import SourceText

/// A tick with the moment that its note says.
struct DatedTick {
    let note: TickNote
    /// nil without a time.
    let time: Instant?
    /// The time as people read it, when it lies ahead: what has not happened yet is no good news.
    let futureText: String?

    /// Why the tick does not count, as the end of a sentence; nil when it does.
    var doubt: String? {
        if note.isTimeUnreadable { return ", but at a time that cannot be read" }
        return futureText.map { ", but dated \($0), later than now" }
    }

    /// Whether somebody ticked the box after a result was reported. Without both times nobody knows.
    func isLater(than result: ItemResult) -> Bool {
        guard futureText == nil, let time, let reported = result.time else { return false }
        return time > reported
    }
}

/// Lays the times of notes on ticks on the plan's clock.
struct TickDating {
    let now: Instant
    let configuration: AssessmentConfiguration

    func dated(_ note: TickNote) -> DatedTick {
        let time = note.at.map(moment)
        let isAhead = time.map { $0.seconds(since: now) > Instant.clockToleranceSeconds } ?? false
        return DatedTick(note: note, time: time, futureText: isAhead ? time.map(configuration.timeText) : nil)
    }

    private func moment(_ tick: TickTime) -> Instant {
        let seconds = Int64(tick.date.daysSinceEpoch) * 86_400 + Int64(tick.secondOfDay)
        let shown = Instant(millisecondsSinceEpoch: (seconds - Int64(tick.offsetSeconds ?? 0)) * 1000)
        return tick.offsetSeconds == nil ? configuration.planClock(shown) : shown
    }

    /// A `result-future-dated` warning for each tick that is dated later than now.
    func findings(_ plan: Plan) -> [Finding] {
        plan.checklists.flatMap(\.items).compactMap { item in
            guard let note = item.tick, let text = dated(note).futureText else { return nil }
            return Finding(
                rule: "result-future-dated", severity: .warning,
                message: "the tick of '\(item.text)' is dated \(text), later than now, and does not count",
                at: note.span, identity: [item.id])
        }
    }
}
