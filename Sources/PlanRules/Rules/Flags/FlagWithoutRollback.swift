import Plan
import SourceText

extension PlanRule {
    /// Ways back that switch off every flag but one.
    static let flagWithoutRollback = PlanRule(
        id: "flag-without-rollback", severity: .warning,
        summary: "the ways back switch off the other flags and not this one",
        explanation: Explanation(
            fault: """
                The plan's ways back switch flags off one by one, three or more of those that the plan switches on, \
                and leave one out.
                """,
            harm: """
                Whoever rolls back works through the list and believes that all is as before; the feature behind the \
                forgotten flag stays on, half of a change that was taken back.
                """,
            misses: """
                Nothing is said where a line takes back all flags at once, or more than a third of them is left out: \
                then the list was never meant to be whole. Flags that are named anywhere among the ways back are \
                left alone, and so are switches for emergencies.
                """),
        badExample: [ExampleDocument("plan.md", planWithWayBack(last: "- Watch the queue"))],
        goodExample: [ExampleDocument("plan.md", planWithWayBack(last: "- Disable `enableLoyalty` feature flag"))]
    ) { input in
        let flags = input.flagGroups.filter(isReleased).map { (flag: $0, ways: waysBack(of: $0)) }
        let undone = flags.filter { !$0.ways.isEmpty }
        let open = flags.filter { $0.ways.isEmpty && !standsBy($0.flag.name) }.map(\.flag)
        guard undone.count >= 3, !open.isEmpty, open.count * 3 <= undone.count else { return [] }
        let sections = Set(undone.flatMap(\.ways).map { WayBack($0, input.scopes) })
        guard !takeBackAll(sections, input.plan) else { return [] }
        return open.compactMap { flag in
            let named = flag.mentions.map(\.span) + flag.stages.map(\.span) + flag.settings.map(\.span)
            guard !named.contains(where: { sections.contains(WayBack($0, input.scopes)) }),
                let place = released(flag)
            else { return nil }
            return Fault(
                message: "\(quoted(flag.name)) is switched on here, but no way back switches it off",
                span: place, label: "switched on here",
                related: undone.prefix(3).map {
                    Finding.Note("\(quoted($0.flag.name)) is switched off here", at: $0.ways[0])
                }, help: "add the flag to the way back", identity: [flag.key])
        }
    }
}

private func planWithWayBack(last: String) -> String {
    """
    # Plan

    #### Day 1: Flags (20% rollout)
    - Enable `enableFastCheckout` feature flag
    - Enable `enableNewCart` feature flag
    - Enable `enableGiftCards` feature flag
    - Enable `enableLoyalty` feature flag

    ## Rollback

    - Disable `enableFastCheckout` feature flag
    - Disable `enableNewCart` feature flag
    - Disable `enableGiftCards` feature flag
    \(last)
    """
}

/// A section that holds a way back.
private struct WayBack: Hashable {
    let path: String
    let section: Int

    init(_ span: SourceSpan, _ scopes: ScopeIndex) {
        path = span.path
        section = scopes.sectionNumber(at: span)
    }
}

private func isReleased(_ flag: FlagGroup) -> Bool { released(flag) != nil }

/// Where the plan switches a flag on.
private func released(_ flag: FlagGroup) -> SourceSpan? {
    flag.stages.first { ($0.percent?.value ?? 100) > 0 }?.span
}

/// Where a flag is switched off for certain.
private func waysBack(of flag: FlagGroup) -> [SourceSpan] {
    let disabled = flag.mentions.filter { $0.purpose == .disable && $0.certain }.map(\.span)
    guard !disabled.isEmpty else { return [] }
    // What a phase holds off is not taken back.
    let heldOff = Set(flag.settings.lazy.filter { !$0.goesBack && $0.phase != nil }.map(\.span))
    return disabled.filter { !heldOff.contains($0) }
}

/// Whether a line of the documents with ways back takes back all flags, or all whose names begin alike.
private func takeBackAll(_ sections: Set<WayBack>, _ plan: Plan) -> Bool {
    let paths = Set(sections.map(\.path))
    return plan.documents.filter { paths.contains($0.path) }.contains { document in
        let file = document.source
        return (1...max(1, file.lineStarts.count)).contains { number in
            let line = file.lineRange(number)
            guard line.count < 1000 else { return false }
            let text = file.text(line)
            let classes = Vocabulary.standard.classes(ofName: text)
            let isOnFlags = classes.intersects([.flag, .flagContainer])
            return isOnFlags && classes.intersects([.everyone])
                && classes.intersects([.disable, .switchOff, .rollback])
                || isOnFlags && text.contains("*") && text.contains("_*")
                || isOnFlags && text.contains("for ") && text.contains(" in ") && text.contains("$")
                || classes.contains(.everyone) && text.contains("--all")
                || isOnFlags
                    && !Set(words(of: text)).isDisjoint(with: ["each", "every", "any", "jeden", "cada", "chaque"])
        }
    }
}
