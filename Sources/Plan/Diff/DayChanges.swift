import SourceText

extension ChangeList {
    mutating func compareDays(_ before: Plan, _ after: Plan, _ phases: PhasePairs) {
        let pairing = Pairing(
            before.days, after.days,
            rounds: [
                .alike { day, version in "\(day.number)\n\(meaning(of: day.title))\n\(phases.id(day.phase, version))" },
                .called { day, version in "\(day.number)\n\(meaning(of: day.title))" },
                .called { day in meaning(of: day.title).nonEmpty },
                .called { day, version in "\(day.number)\n\(phases.id(day.phase, version))" },
                .called { day in "\(day.number)" },
            ])
        for (old, new) in pairing.pairs { compare(old, new) }
        // A document whose days count anew is read apart from the others: its days are no new ones.
        let (old, new) = (titledDays(before), titledDays(after))
        for day in pairing.removed where !new.contains(day.key) {
            add(PlanChange(.day, .removed, day.fullName, before: day.side, after: nil))
        }
        for day in pairing.added where !old.contains(day.key) {
            add(PlanChange(.day, .added, day.fullName, before: nil, after: day.side))
        }
    }

    private mutating func compare(_ old: PlanDay, _ new: PlanDay) {
        let entity = "Day \(new.number)"
        if old.number != new.number {
            add(
                PlanChange(
                    .day, .moved, new.title, before: .init("Day \(old.number)", at: old.span),
                    after: .init(entity, at: new.span)))
        }
        if meaning(of: old.title) != meaning(of: new.title) {
            add(
                PlanChange(
                    .day, .renamed, entity, before: .init(old.title, at: old.span),
                    after: .init(new.title, at: new.span)))
        }
        compareShares(old, new, entity)
        compare(.day, entity, "date", old.dates, new.dates, action: .moved, key: { $0 }, text: \.description)
        compareTasks(old, new, entity)
    }

    /// A day's share is told once: where a flag takes its own from the heading, with the flag.
    private mutating func compareShares(_ old: PlanDay, _ new: PlanDay, _ entity: String) {
        let told = Set(
            changes.filter { $0.kind == .flag }.flatMap { [$0.before?.span, $0.after?.span] }.compactMap(\.self))
        guard !old.percents.contains(where: { told.contains($0.span) }),
            !new.percents.contains(where: { told.contains($0.span) })
        else { return }
        compare(.day, entity, "share", old.percents, new.percents, key: { $0 }, text: percentText)
    }

    /// Tasks with a box are items of a checklist.
    private mutating func compareTasks(_ old: PlanDay, _ new: PlanDay, _ entity: String) {
        var pairing = Pairing(
            old.tasks.filter { $0.checked == nil }, new.tasks.filter { $0.checked == nil },
            rounds: [.alike { task, _ in meaning(of: task.text) }])
        pairing.pairRenamed(within: { _ in "" }, name: \.text)
        for (before, after) in pairing.pairs {
            if meaning(of: before.text) != meaning(of: after.text), !statesFlag(before.span),
                !statesFlag(after.span)
            {
                add(
                    PlanChange(
                        .task, .changed, entity, before: .init(before.text, at: before.span),
                        after: .init(after.text, at: after.span)))
            }
            if before.times != after.times {
                add(
                    PlanChange(
                        .task, .moved, "\(entity): \(after.text)",
                        before: before.times.map { .init($0.text, at: before.span) },
                        after: after.times.map { .init($0.text, at: after.span) }))
            }
        }
        for task in pairing.removed where !tellsFlag(task.span) {
            add(PlanChange(.task, .removed, entity, before: .init(task.text, at: task.span), after: nil))
        }
        for task in pairing.added where !tellsFlag(task.span) {
            add(PlanChange(.task, .added, entity, before: nil, after: .init(task.text, at: task.span)))
        }
    }
}

private func titledDays(_ plan: Plan) -> Set<String> {
    Set(plan.days.flatMap { day in day.mentions.map { "\(day.number)\n\(meaning(of: $0.value))" } })
}

extension PlanDay {
    fileprivate var key: String { "\(number)\n\(meaning(of: title))" }
    fileprivate var fullName: String { title.isEmpty ? "Day \(number)" : "Day \(number): \(title)" }
    fileprivate var side: PlanChange.Side { .init(fullName, at: span) }
}

extension ClockRange {
    var text: String { endText.map { "\(startText)-\($0)" } ?? startText }
}
