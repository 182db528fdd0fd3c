import Plan
import SourceText

extension DocumentOutline {
    /// What the document says of the time that its phases take together; nothing where two have one number.
    func readPlanLengths() -> [PlanLength] {
        let phases = planSections.filter { headings[$0.index].phase != nil }
        guard phases.count > 1, let first = phases.first else { return [] }
        let areOneRun = isOneRun(phases[...])
        let whole = sections.first.map { $0.span.range.lowerBound..<source.bytes.count } ?? 0..<0
        return planSections.flatMap { section -> [PlanLength] in
            guard phase(of: section) == nil, !stands(section, under: .rollback) else { return [] }
            let below = subtree(of: section)
            let titled = section.title.isOnPlan && isOneRun(below) ? titledLength(section, below) : nil
            let isAhead = section.index < first.index && (section.level <= 1 || section.title.isOnPlan)
            return [titled].compactMap(\.self)
                + (areOneRun ? section.lines.compactMap { length($0, isAhead: isAhead) } : []).map {
                    PlanLength(duration: $0, reach: whole)
                }
        }
    }

    /// Whether sections head at least two phases, and none of them twice: environments and streams count anew.
    private func isOneRun(_ sections: ArraySlice<OutlineSection>) -> Bool {
        let numbers = sections.compactMap { headings[$0.index].phase.map { "\($0.keyword) \($0.key)" } }
        return numbers.count > 1 && Set(numbers).count == numbers.count
    }

    /// `Action plan (6 hours)` above its phases.
    private func titledLength(_ section: OutlineSection, _ below: ArraySlice<OutlineSection>) -> PlanLength? {
        let title = section.title
        guard let open = title.tokens.lastIndex(where: { $0.isSign("(") }),
            let match = title.quantities.time(at: open + 1), match.tokens.upperBound == title.tokens.count - 1,
            title.tokens.last?.isSign(")") == true
        else { return nil }
        let duration = Claim(match.amount, at: title.span(tokens: match.tokens), .heading)
        let end = below.last.map { $0.span.range.upperBound } ?? section.span.range.upperBound
        return PlanLength(duration: duration, reach: section.span.range.lowerBound..<end)
    }

    /// `Time frame: 6-8 hours` ahead of the phases; `Total duration: 5 weeks` wherever it stands beside them. With more
    /// words (`including a week of reserve`) it is another length.
    private func length(_ line: ContentLine, isAhead: Bool) -> Claim<TimeAmount>? {
        guard line.depth == 0 else { return nil }
        return line.fields.lazy.compactMap { field -> Claim<TimeAmount>? in
            let names: WordClassSet = isAhead ? [.duration, .schedule, .total] : [.total]
            let value = field.value.withoutStop
            guard field.key.mentions(names),
                field.isCalled([.duration, .schedule, .total, .time], with: [.amountQualifier]),
                let match = value.quantities.time(at: 0), match.tokens.upperBound == value.tokens.count,
                match.amount.kind == .measured
            else { return nil }
            return Claim(match.amount, at: value.span, .field)
        }.first
    }
}

extension ReadText {
    /// `Action plan`, `Overview`, `Rollout schedule`: ahead of a bracket, nothing but words of plans.
    fileprivate var isOnPlan: Bool {
        let name = tokens.prefix { !$0.isSign("(") }
        return name.contains { $0.isWord } && name.allSatisfy { !$0.isWord || $0.isA(planTitleWords) }
    }
}

private let planTitleWords: WordClassSet = [.plain, .strategy, .schedule, .timeline, .runbook, .rollout, .total]
