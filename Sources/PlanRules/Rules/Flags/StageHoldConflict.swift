import Plan
import SourceText

extension PlanRule {
    /// One share, held for two lengths of time.
    static let stageHoldConflict = PlanRule(
        id: "stage-hold-conflict", severity: .warning,
        summary: "a percentage is held for two different lengths of time",
        explanation: Explanation(
            fault: """
                Two places go up the same steps, two of them at least, and hold one of the percentages for different \
                lengths of time: the first rollout for days, the second one after an incident for an hour.
                """,
            harm: """
                The rollout goes on before the figures of the step are in, or stands still while people wait for \
                figures that nobody collects any longer.
                """,
            misses: """
                Lengths that overlap or are called rough agree. Sections that speak of different things may each have \
                a pace of their own.
                """),
        badExample: [ExampleDocument("plan.md", pace(again: "1 hour"))],
        goodExample: [ExampleDocument("plan.md", pace(again: "2 days"))], isPreview: true
    ) { input in
        let ladders = holds(of: input.plan)
        var order: [Double] = []
        var claims: [Double: [Claim<TimeAmount>]] = [:]
        for hold in ladders {
            if claims[hold.percent] == nil { order.append(hold.percent) }
            claims[hold.percent, default: []].append(hold.duration)
        }
        return order.flatMap { percent in
            disagreements(
                in: claims[percent] ?? [], scope: { input.scopes.scope(at: $0.span) },
                comparing: input.scopes.mayBelongTogether,
                place: { Place($0, section: input.scopes.sectionNumber(at: $0.span)) }, agree: mayBeSame
            ).map { fault(at: percent, $0) }
        }
    }
}

private func pace(again time: String) -> String {
    """
    # Plan

    ## Rollout

    - 10% of users for 2 days
    - 50% of users for 3 days

    ## Second attempt

    - 10% of users for \(time)
    - 50% of users for 3 days
    """
}

private func fault(at percent: Double, _ disagreement: Disagreement<TimeAmount>) -> Fault {
    let text = percentText(percent)
    let (here, there) = (disagreement.first.value.spelled, disagreement.reference.value.spelled)
    return Fault(
        message: "\(text) is held for \(here) here, but for \(there) in \(place(disagreement.reference.span))",
        span: disagreement.first.span, label: disagreement.first.label(disagreement.first.value.short),
        related: disagreement.notes(\.short), identity: [text, here, there])
}

/// The holds of sections that hold two percentages or more.
private func holds(of plan: Plan) -> [StageHold] {
    let measured = (phaseHolds(of: plan) + plan.holds).filter {
        $0.percent > 0 && $0.percent < 100 && $0.duration.value.kind == .measured
    }
    var percents: [String: Set<Double>] = [:]
    for hold in measured { percents[hold.duration.span.path, default: []].insert(hold.percent) }
    return measured.filter { (percents[$0.duration.span.path]?.count ?? 0) > 1 }
}

/// `**Duration**: 3-5 days` below `### Phase 2: 10% traffic`.
private func phaseHolds(of plan: Plan) -> [StageHold] {
    plan.phases.flatMap { phase -> [StageHold] in
        guard let share = phase.percents.first, phase.percents.allSatisfy({ $0.value == share.value }) else {
            return []
        }
        return phase.durations.filter { $0.reading == .field }.map { StageHold(percent: share.value, duration: $0) }
    }
}

/// Whether two lengths overlap, or one of them leaves it open how long.
private func mayBeSame(_ left: TimeAmount, _ right: TimeAmount) -> Bool {
    guard let one = left.range, let other = right.range, !left.isRough, !right.isRough else { return true }
    return one.overlaps(other)
}

extension TimeAmount {
    fileprivate var range: ClosedRange<Double>? {
        guard let seconds, per == nil else { return nil }
        switch comparison {
        case .above, .atLeast: return seconds...Double.greatestFiniteMagnitude
        case .below, .atMost: return 0...seconds
        case .equal, nil: return min(lowerSeconds ?? seconds, seconds)...seconds
        }
    }
}
