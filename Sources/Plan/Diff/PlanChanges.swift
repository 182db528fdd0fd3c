import SourceText

/// What one plan means otherwise than another: the loosened limits, lengthened budgets and unticked items first, the rest
/// in the order of the documents.
///
/// Facts are known by their names and numbers, wherever they stand: moved lines, reflowed paragraphs, other words around
/// a value and other marks of emphasis change nothing. That a credential changed is told, but no credential.
package func planChanges(from before: Plan, to after: Plan) -> [PlanChange] {
    let sections = SectionTitles(before, after)
    let phases = PhasePairs(before, after)
    var list = ChangeList()
    list.compareHeaders(before, after)
    list.compare(phases)
    list.compareFlags(before, after, phases)
    list.compareDays(before, after, phases)
    list.compareCriteria(before, after, sections)
    list.compareTriggers(before, after, sections)
    list.compareDashboards(before, after)
    list.compareThresholds(before, after, phases, sections)
    list.compareProcedures(before, after)
    list.compareChecklists(before, after)
    list.compareRisks(before, after, sections)
    list.compareCommunications(before, after)
    list.compareWaves(before, after)
    let mask = SecretMask(before.commands.secrets + after.commands.secrets)
    return list.inOrder.map { $0.masked(by: mask) }
}

/// The changes found so far.
struct ChangeList {
    private(set) var changes: [PlanChange] = []
    /// Lines that state a flag: other words around it change nothing.
    private var flagLines: Set<SourceLine> = []
    /// Those whose change is told as the flag's.
    private var changedFlagLines: Set<SourceLine> = []

    mutating func noteFlag(at span: SourceSpan) { flagLines.insert(SourceLine(span)) }
    mutating func noteChangedFlag(at span: SourceSpan) { changedFlagLines.insert(SourceLine(span)) }
    func statesFlag(_ span: SourceSpan) -> Bool { flagLines.contains(SourceLine(span)) }
    func tellsFlag(_ span: SourceSpan) -> Bool { changedFlagLines.contains(SourceLine(span)) }

    mutating func add(_ change: PlanChange) { changes.append(change) }

    /// Tells what only one of the two plans has.
    ///
    /// - Parameters:
    ///   - whenRemoved: What it means for the plan that it is gone.
    ///   - side: What it says, and where.
    mutating func addUnpaired<Fact>(
        _ pairing: Pairing<Fact>, _ kind: PlanChange.Kind, whenRemoved: PlanChange.Direction = .neutral,
        whenAdded: PlanChange.Direction = .neutral, entity: (Fact) -> String, aspect: (Fact) -> String? = { _ in nil },
        side: (Fact) -> PlanChange.Side
    ) {
        for fact in pairing.removed {
            add(
                PlanChange(
                    kind, .removed, entity(fact), aspect(fact), before: side(fact), after: nil, direction: whenRemoved))
        }
        for fact in pairing.added {
            add(
                PlanChange(
                    kind, .added, entity(fact), aspect(fact), before: nil, after: side(fact), direction: whenAdded))
        }
    }

    /// Compares what several places state of one value: values that are no longer stated with those that now are.
    ///
    /// - Parameters:
    ///   - key: Equal for values that mean the same.
    ///   - isLooser: Whether the first asks for less than the second; nil where that cannot be told.
    mutating func compare<Value, Key: Hashable>(
        _ kind: PlanChange.Kind, _ entity: String, _ aspect: String?, _ before: [Claim<Value>],
        _ after: [Claim<Value>], action: PlanChange.Action = .changed, key: (Value) -> Key, text: (Value) -> String,
        isLooser: ((Value, Value) -> Bool?)? = nil
    ) {
        let (old, new) = (distinct(before, by: key), distinct(after, by: key))
        let (oldKeys, newKeys) = (Set(old.map { key($0.value) }), Set(new.map { key($0.value) }))
        let gone = old.filter { !newKeys.contains(key($0.value)) }
        let come = new.filter { !oldKeys.contains(key($0.value)) }
        let kept = new.filter { oldKeys.contains(key($0.value)) }.map(\.value)
        let subject = aspect.map { "\(clipped(entity)), \($0)" } ?? clipped(entity)
        let keptText = kept.first.map { clipped(text($0)) }
        for index in 0..<max(gone.count, come.count) {
            let (left, right) = (
                index < gone.count ? gone[index] : nil, index < come.count ? come[index] : nil
            )
            let direction = direction(from: left?.value, to: right?.value, besides: kept, isLooser)
            add(
                PlanChange(
                    kind, left == nil ? .added : right == nil ? .removed : action, entity, aspect,
                    before: left.map { PlanChange.Side(text($0.value), at: $0.span) },
                    after: right.map { PlanChange.Side(text($0.value), at: $0.span) }, direction: direction,
                    text: keptText.flatMap { kept in
                        // What other places still say tells a second value from a first one.
                        left == nil
                            ? right.map { "\(subject): \(clipped(text($0.value))) beside \(kept)" }
                            : right == nil
                                ? left.map { "\(subject): \(clipped(text($0.value))), \(kept) is left" } : nil
                    }))
        }
    }

    /// Loosened and unticked first, then by place; what two readers of one place tell is told once.
    var inOrder: [PlanChange] {
        var seen: Set<[String]> = []
        let once = changes.filter { change in
            let sides = [change.before, change.after].map { $0.map { "\($0.span.path)\n\($0.span.range)" } ?? "" }
            // One heading may state the share of many flags.
            let name = change.kind == .flag ? change.entity : ""
            return seen.insert(sides + [change.before?.text ?? "", change.after?.text ?? "", name]).inserted
        }
        return once.enumerated().sorted { left, right in
            let (mine, other) = (left.element, right.element)
            if mine.isAlarming != other.isAlarming { return mine.isAlarming }
            if let here = mine.place, let there = other.place, here != there { return here < there }
            return left.offset < right.offset
        }.map(\.element)
    }
}

/// - Parameter kept: Values that are stated before and after.
private func direction<Value>(
    from before: Value?, to after: Value?, besides kept: [Value], _ isLooser: ((Value, Value) -> Bool?)?
) -> PlanChange.Direction {
    guard let isLooser else { return .neutral }
    func direction(_ looser: Bool?) -> PlanChange.Direction {
        looser.map { $0 ? .loosened : .tightened } ?? .neutral
    }
    switch (before, after) {
    case (let before?, let after?): return direction(isLooser(after, before))
    case (nil, let after?):
        guard !kept.isEmpty else { return .tightened }
        let answers = Set(kept.map { isLooser(after, $0) })
        return answers.count == 1 ? direction(answers.first ?? nil) : .neutral
    // Where another place still states a limit, that one holds.
    case (_?, nil): return kept.isEmpty ? .loosened : .neutral
    case (nil, nil): return .neutral
    }
}

/// The first claim of each value.
private func distinct<Value, Key: Hashable>(_ claims: [Claim<Value>], by key: (Value) -> Key) -> [Claim<Value>] {
    var seen: Set<Key> = []
    return claims.filter { seen.insert(key($0.value)).inserted }
}
