import Plan
import SourceText

extension DocumentOutline {
    /// What the document says of the time that its phases take together; nothing in a document with fewer than two.
    func readPlanLengths() -> [PlanLength] {
        let phases = planSections.filter { headings[$0.index].phase != nil }
        guard phases.count > 1, let first = phases.first else { return [] }
        let whole = sections.first.map { $0.span.range.lowerBound..<source.bytes.count } ?? 0..<0
        return planSections.flatMap { section -> [PlanLength] in
            guard phase(of: section) == nil, !stands(section, under: .rollback) else { return [] }
            let below = subtree(of: section)
            let titled =
                below.count(where: { headings[$0.index].phase != nil }) > 1 ? titledLength(section, below) : nil
            let isAhead = section.index < first.index && section.level <= 2
            return [titled].compactMap(\.self)
                + section.lines.compactMap { line in
                    length(line, isAhead: isAhead).map { PlanLength(duration: $0, reach: whole) }
                }
        }
    }

    /// `Action plan (6 hours)` above its phases.
    private func titledLength(_ section: OutlineSection, _ below: ArraySlice<OutlineSection>) -> PlanLength? {
        guard let duration = TitleParts(section.title, from: 0).duration(in: section.title, .heading) else {
            return nil
        }
        let end = below.last.map { $0.span.range.upperBound } ?? section.span.range.upperBound
        return PlanLength(duration: duration, reach: section.span.range.lowerBound..<end)
    }

    /// `Time frame: 6-8 hours` ahead of the phases; `Total duration: 5 weeks` wherever it stands beside them.
    private func length(_ line: ContentLine, isAhead: Bool) -> Claim<TimeAmount>? {
        guard line.depth == 0 else { return nil }
        return line.fields.lazy.compactMap { field -> Claim<TimeAmount>? in
            let names: WordClassSet = isAhead ? [.duration, .schedule, .total] : [.total]
            guard field.key.mentions(names),
                field.isCalled([.duration, .schedule, .total, .time], with: [.amountQualifier]),
                let time = field.value.withoutStop.quantities.timeField(), time.kind == .measured
            else { return nil }
            return Claim(time, at: field.value.span, .field)
        }.first
    }
}
