import Plan

extension OutlineSection {
    /// Whether its list says when something is done and not how: most of its items, without numbers and with no commands
    /// beside them, begin with a measure and its limit, and one at least says `more than`.
    ///
    /// What is to be checked behind a rollback, `error rate < 1%`, is stated by what is well, and mostly below a limit.
    var listsConditions: Bool {
        guard codeBlocks.isEmpty, lineClasses.intersects([.comparisonSign, .comparison]) else { return false }
        let items = lines.filter { $0.isItem && $0.depth == 0 }
        guard items.count > 1, items.allSatisfy({ $0.ordinal == nil && $0.task == nil }) else { return false }
        let limits = items.compactMap { item -> Limit? in
            guard let measure = LimitedMeasure.all(in: item.text, .line).first, !measure.name.isEmpty,
                !item.text.tokens[..<measure.tokens.lowerBound].contains(where: { $0.isA(.verify) })
            else { return nil }
            return measure.limit
        }
        return limits.count * 2 > items.count && limits.contains { $0.comparison?.isUpperBound == false }
    }
}
