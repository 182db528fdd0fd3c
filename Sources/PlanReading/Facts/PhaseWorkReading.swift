import MarkdownTree
import Plan
import SourceText

extension DocumentOutline {
    /// The work of every phase that the document heads; a section below counts for the nearest phase above it.
    func readPhaseWork() -> [PhaseWork] {
        var lines: [Int: [PhaseWork.Line]] = [:]
        var holds: [Int: [Claim<TimeAmount>]] = [:]
        for section in planSections where !stands(section, under: .rollback) {
            guard let phase = phase(of: section)?.section else { continue }
            lines[phase, default: []] += section.lines.map { line in
                PhaseWork.Line(
                    text: line.text.text, checked: line.task.map { $0 == .done }, isItem: line.isItem,
                    span: line.text.span)
            }
            guard section.lineClasses.contains(.watching) else { continue }
            holds[phase, default: []] += section.lines.compactMap { line in line.text.hold(line.reading) }
        }
        return planSections.compactMap { section in
            guard headings[section.index].phase != nil else { return nil }
            return PhaseWork(
                heading: section.title.span, lines: lines[section.index] ?? [], holds: holds[section.index] ?? [])
        }
    }
}

extension ReadText {
    /// `Monitor for 24-48 hours`, `Soak time: 2 days`: a length of time directly behind a word for watching, or few words
    /// behind it; none where it is a bound.
    fileprivate func hold(_ reading: Reading) -> Claim<TimeAmount>? {
        guard mentions(.watching), mentions([.number, .spelledNumber]) else { return nil }
        for index in tokens.indices where tokens[index].isA(.watching) {
            for next in tokens.indices[(index + 1)...].prefix(6) {
                if tokens[next].isA([.each, .per, .frequency]) || tokens[next].isSign(".") { break }
                guard let match = quantities.time(at: next) else { continue }
                let behind = match.tokens.upperBound
                guard match.amount.kind == .measured, match.amount.comparison == nil, match.amount.per == nil,
                    !tokens[index..<next].contains(where: { $0.isA([.upTo, .comparison]) }),
                    behind == tokens.count || !tokens[behind].isA([.orMore, .orLess]) && !tokens[behind].isSign("+")
                else { return nil }
                return Claim(match.amount, at: span(tokens: match.tokens), reading)
            }
        }
        return nil
    }
}
