import MarkdownTree
import Plan
import SourceText

extension DocumentOutline {
    /// Who is told what, where and how often, from the sections on communication.
    func readCommunications() -> [Communication] {
        sections.filter { stands($0, under: .communication) }.flatMap { section in
            section.lines.indices.compactMap { index -> Communication? in
                let line = section.lines[index]
                guard line.isItem, let field = line.field else { return nil }
                let key = field.key.text.trimmed
                let value = field.value.text.trimmed
                let moment = section.title.mentions(.moment) ? section.title.text : nil
                let cadence = field.value.mentions([.frequency, .moment]) ? value : moment
                if isChannel(key) {
                    let isCadence = field.value.mentions(.frequency)
                    return Communication(
                        audience: value.isEmpty || isCadence ? nil : value, channel: key, cadence: cadence,
                        span: line.text.span)
                }
                guard !value.isEmpty else { return nil }
                if field.key.mentions(.cadence) {
                    return Communication(
                        audience: nil, channel: isChannel(value) ? value : nil, cadence: key, span: line.text.span)
                }
                return Communication(
                    audience: key, channel: isChannel(value) ? value : nil, cadence: cadence, span: line.text.span)
            }
        }
    }

    /// User groups in the order in which they get the change.
    func readUserWaves() -> [UserWave] {
        sections.flatMap { section -> [UserWave] in
            guard
                section.title.mentions(.userGroup), stands(section, under: [.rollout, .wave])
            else { return [] }
            let lines = section.lines.filter { $0.isItem && $0.depth == 0 && $0.field != nil }
            return lines.enumerated().compactMap { order, line in
                line.field.map {
                    UserWave(name: $0.key.text, text: $0.value.text, order: order + 1, span: line.text.span)
                }
            }
        }
    }

    /// Lines of success sections.
    func readSuccessCriteria() -> [SuccessCriterion] {
        sections.filter { section in
            section.title.mentions(.success) || stands(section, under: .success)
        }
        .flatMap { section in
            section.lines.indices.compactMap { index -> SuccessCriterion? in
                let line = section.lines[index]
                guard line.isItem, section.childLines[index].isEmpty else { return nil }
                let measure =
                    LimitedMeasure.all(in: line.text, .line).first { !$0.metric.isEmpty }
                    ?? LimitedMeasure(changed: line.text)
                return SuccessCriterion(
                    text: line.text.text, metric: measure?.metric, condition: measure?.limit, span: line.text.span)
            }
        }
    }

    private func isChannel(_ text: String) -> Bool { text.hasPrefix("#") || text.contains("@") }
}
