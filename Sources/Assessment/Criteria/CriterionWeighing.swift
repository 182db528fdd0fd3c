import Observations
import Plan

extension ItemJudgement {
    /// The same with what is measured of the item.
    ///
    /// Who ticked a box or reported a result may have been wrong, or right at the time: a limit that is missed is no pass,
    /// whoever says so. What is not measured as it should be takes back a tick, and not a result. What nobody declared has
    /// passed when it says nothing beside the limit that is met.
    ///
    /// - Parameter isPast: whether the time that the item speaks of is over, so that its tick says more than what is
    ///   measured now.
    func weighed(with measured: MeasuredItem?, isPast: Bool) -> ItemJudgement {
        guard let measured, let criterion = measured.worst else { return self }
        let isTick = if case .document = source { true } else { false }
        switch (verdict, criterion.verdict) {
        case (.passed, .missed) where isPast && isTick, (.passed, .unknown) where isPast && isTick:
            return told(verdict, "\(reason), before what is measured now: \(criterion.reason)")
        case (.passed, .missed):
            // A planned window keeps a measure from being held against anybody.
            return told(
                criterion.measure.isExcused ? .pending : .failed, "\(criterion.reason); it is no pass though \(reason)")
        case (.passed, .unknown):
            return told(isTick ? .pending : .passed, "\(reason), but it is not known: \(criterion.reason)")
        case (.passed, .met): return told(.passed, "\(criterion.reason); \(reason)")
        case (.pending, .met) where !isDeclared:
            guard measured.decidesAlone else {
                return told(.pending, "\(criterion.reason), which is not all that it says; \(reason)")
            }
            return ItemJudgement(
                verdict: .passed, reason: criterion.reason, time: criterion.measure.newestSample, by: nil,
                source: criterion.measure.source, criterion: criterion, isMeasuredAlone: true)
        case (.pending, _) where !isDeclared: return told(.pending, "\(criterion.reason); \(reason)")
        default: return told(verdict, "\(reason); measured: \(criterion.reason)")
        }

        func told(_ verdict: ItemVerdict, _ reason: String) -> ItemJudgement {
            ItemJudgement(
                verdict: verdict, reason: reason, time: time, by: by, source: source, criterion: criterion,
                isMeasuredAlone: false)
        }
    }

    /// Whether a result says how it stands.
    private var isDeclared: Bool { if case .observation = source { true } else { false } }
}

/// Of which items the time is over, so that a tick is not held against what is measured now.
struct PastItems {
    private let phases: Set<String>
    private let hasBegun: Bool

    init(_ plan: Plan, _ results: ResultMatching, _ clock: AssessmentClock) {
        let over = plan.phases.enumerated().filter { place, phase in
            results.latest(.phase(place))?.status == .passed
                || PhaseJudgement(phase: phase, verdicts: [], result: nil, clock: clock).isOver
        }
        phases = Set(over.map(\.element.id))
        hasBegun = clock.calendar.map { $0.day(on: clock.today) > 0 } ?? false
    }

    /// What is checked before the work begins is over with the first day.
    func contains(_ list: Checklist) -> Bool {
        if let phase = list.phase { return phases.contains(phase) }
        return hasBegun && ([list.section] + list.path).contains(where: GatePart.pre.isNamed)
    }

    func contains(phase: String?) -> Bool { phase.map(phases.contains) ?? false }
}
