import SourceText

extension ChangeList {
    mutating func compareThresholds(_ before: Plan, _ after: Plan, _ phases: PhasePairs, _ sections: SectionTitles) {
        let told = ToldPlaces(before, after)
        var pairing = Pairing(
            before.thresholds.filter { !told.contains($0) }, after.thresholds.filter { !told.contains($0) },
            rounds: [
                .alike { limit, version in
                    ([limit.metricKey, phases.id(limit.phase, version)] + limit.limitKeys).joined(separator: "\n")
                },
                .called { limit, version in
                    [
                        limit.metricKey, phases.id(limit.phase, version), limit.origin.rawValue,
                        sections.title(at: limit.span, version),
                    ].joined(separator: "\n")
                },
                .called { limit, version in "\(limit.metricKey)\n\(phases.id(limit.phase, version))" },
                .called { limit in limit.metricKey },
            ])
        pairing.pairRenamed(within: { $0.limitKeys.joined(separator: "\n") }, name: \.metric)
        for (old, new) in pairing.pairs { compare(old, new) }
        addUnpaired(
            pairing, .threshold, whenRemoved: .loosened, whenAdded: .tightened, entity: \.metric, side: \.side)
    }

    private mutating func compare(_ old: Threshold, _ new: Threshold) {
        if old.metricKey != new.metricKey {
            add(
                PlanChange(
                    .threshold, .renamed, new.metric, before: .init(old.metric, at: old.span),
                    after: .init(new.metric, at: new.span), text: "\(clipped(old.metric)) → \(clipped(new.metric))"))
        }
        let (mine, other) = (old.higherIsWorse, new.higherIsWorse)
        let isWorse = mine == nil || other == nil || mine == other ? other ?? mine : nil
        let levels = [
            ("target", old.targets, new.targets), ("alert limit", old.warnings, new.warnings),
            ("critical limit", old.criticals, new.criticals),
        ]
        for (level, before, after) in levels {
            compare(
                .threshold, new.metric, level, before, after, key: \.meaningKey, text: \.text,
                isLooser: { Limit.isLooser($0, $1, higherIsWorse: isWorse) })
        }
    }

    mutating func compareCriteria(_ before: Plan, _ after: Plan, _ sections: SectionTitles) {
        var pairing = Pairing(
            before.successCriteria, after.successCriteria,
            rounds: [
                .alike { criterion, version in
                    "\(meaning(of: criterion.text))\n\(sections.title(at: criterion.span, version))"
                },
                .alike { criterion, _ in meaning(of: criterion.text) },
                .called { criterion, version in
                    criterion.metric.map { "\(meaning(of: $0))\n\(sections.title(at: criterion.span, version))" }
                },
                .called { criterion in criterion.metric.map { meaning(of: $0) } },
            ])
        pairing.pairRenamed(within: { $0.condition == nil ? "" : nil }, name: \.text)
        for (old, new) in pairing.pairs where meaning(of: old.text) != meaning(of: new.text) {
            let isStated = old.condition != nil && new.condition != nil
            guard !isStated || old.condition?.meaningKey != new.condition?.meaningKey else { continue }
            add(
                PlanChange(
                    .criterion, .changed, "Success criterion", before: .init(old.text, at: old.span),
                    after: .init(new.text, at: new.span),
                    direction: direction(
                        old.condition, new.condition, higherIsWorse: new.condition?.comparison?.isUpperBound)))
        }
        addUnpaired(pairing, .criterion, whenRemoved: .loosened, whenAdded: .tightened) { _ in
            "Success criterion"
        } side: {
            .init($0.text, at: $0.span)
        }
    }

    mutating func compareTriggers(_ before: Plan, _ after: Plan, _ sections: SectionTitles) {
        var pairing = Pairing(
            before.triggers, after.triggers,
            rounds: [
                .alike { trigger, version in
                    "\(trigger.meaningKey)\n\(sections.title(at: trigger.span, version))"
                },
                .alike { trigger, _ in trigger.meaningKey },
                .called { trigger, version in
                    trigger.metric.map { "\(meaning(of: $0))\n\(sections.title(at: trigger.span, version))" }
                },
                .called { trigger in trigger.metric.map { meaning(of: $0) } },
            ])
        pairing.pairRenamed(within: { _ in "" }, name: \.text)
        for (old, new) in pairing.pairs where old.meaningKey != new.meaningKey {
            // A trigger speaks when its condition holds: `> 5%` is breached by what is higher.
            let worse = new.condition?.comparison?.isUpperBound.map { !$0 }
            var way = direction(old.condition, new.condition, higherIsWorse: worse)
            if way == .neutral, let mine = new.window?.seconds, let other = old.window?.seconds, mine != other {
                way = mine > other ? .loosened : .tightened
            }
            add(
                PlanChange(
                    .trigger, .changed, "Rollback trigger", before: .init(old.text(besides: new), at: old.span),
                    after: .init(new.text(besides: old), at: new.span), direction: way))
        }
        addUnpaired(pairing, .trigger, whenRemoved: .loosened, whenAdded: .tightened) { _ in
            "Rollback trigger"
        } side: {
            .init($0.text, at: $0.span)
        }
    }
}

private func direction(_ before: Limit?, _ after: Limit?, higherIsWorse: Bool?) -> PlanChange.Direction {
    guard let before, let after, before.comparison?.isUpperBound == after.comparison?.isUpperBound,
        let isLooser = Limit.isLooser(after, before, higherIsWorse: higherIsWorse)
    else { return .neutral }
    return isLooser ? .loosened : .tightened
}

extension Threshold {
    fileprivate var metricKey: String { meaning(of: metric) }

    /// `target < 1%, alert > 5%`.
    fileprivate var side: PlanChange.Side {
        let levels = [("target", target), ("alert", warning), ("critical", critical)]
        let text = levels.compactMap { name, limit in limit.map { "\(name) \($0.text)" } }.joined(separator: ", ")
        return .init(text, at: span)
    }

    fileprivate var limitKeys: [String] {
        [targets, warnings, criticals].map { claims in
            Set(claims.map { $0.value.meaningKey.joined(separator: " ") }).sorted().joined(separator: "|")
        }
    }
}

extension Trigger {
    /// What it says as far as it was understood, else its words.
    fileprivate var meaningKey: String {
        guard let metric, let condition else { return "\(meaning(of: text)) \(action ?? "")" }
        return
            ([meaning(of: metric)] + condition.meaningKey
            + [window?.seconds.map(formatNumber) ?? "", action ?? ""]).joined(separator: "|")
    }

    /// With the action, where that is what changed.
    fileprivate func text(besides other: Trigger) -> String {
        action == other.action ? text : "\(text) → \(action ?? "no action")"
    }
}

/// Criteria and configured limits are limits too, and told as what they are.
private struct ToldPlaces {
    private struct Line: Hashable {
        let file: ObjectIdentifier
        let number: Int

        init(_ span: SourceSpan) {
            file = ObjectIdentifier(span.file)
            number = span.file.line(at: span.range.lowerBound)
        }
    }
    private var lines: Set<Line> = []

    init(_ plans: Plan...) {
        for plan in plans {
            lines.formUnion(plan.successCriteria.map { Line($0.span) })
            lines.formUnion(plan.dashboards.flatMap(\.limits).map { Line($0.value.span) })
        }
    }

    func contains(_ threshold: Threshold) -> Bool {
        threshold.origin != .indicator && lines.contains(Line(threshold.span))
    }
}
