import MarkdownTree
import Plan
import SourceText

extension DocumentOutline {
    /// Who is told what, where and how often, from the sections on communication.
    func readCommunications() -> [Communication] {
        sections.filter { stands($0, under: communicationWords) }.flatMap { section in
            section.lines.indices.compactMap { index -> Communication? in
                let line = section.lines[index]
                guard line.isItem, let field = line.field else { return nil }
                let key = field.key.text.trimmed
                let value = field.value.text.trimmed
                let moment = section.title.contains(momentWords) ? section.title.text : nil
                let cadence = field.value.contains(frequencyWords.union(momentWords)) ? value : moment
                if isChannel(key) {
                    let isCadence = field.value.contains(frequencyWords)
                    return Communication(
                        audience: value.isEmpty || isCadence ? nil : value, channel: key, cadence: cadence,
                        span: line.text.span)
                }
                guard !value.isEmpty else { return nil }
                if field.key.contains(cadenceWords) {
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
                section.title.contains([
                    "user", "users", "cohort", "cohorts", "audience", "wave", "waves", "benutzer", "nutzer",
                ]),
                stands(section, under: Vocabulary.rolloutWords.union(["wave", "waves"]))
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
            section.title.contains(["success", "acceptance", "erfolg", "erfolgskriterien", "éxito", "exito", "succès"])
                || ancestors(of: section).contains { $0.level > 1 && $0.title.contains(["success"]) }
        }
        .flatMap { section in
            section.lines.indices.compactMap { index -> SuccessCriterion? in
                let line = section.lines[index]
                guard line.isItem, section.childLines[index].isEmpty else { return nil }
                let measure = LimitedMeasure(line.text)
                return SuccessCriterion(
                    text: line.text.text, metric: measure?.metric, condition: measure?.limit, span: line.text.span)
            }
        }
    }

    private func isChannel(_ text: String) -> Bool { text.hasPrefix("#") || text.contains("@") }
}

private let communicationWords: Set<String> = [
    "communication", "communications", "stakeholder", "channels", "kommunikation", "comunicación", "comunicacion",
]
private let momentWords: Set<String> = [
    "before", "during", "after", "pre", "post", "vor", "während", "nach", "antes", "durante",
]
private let cadenceWords: Set<String> = [
    "hourly", "daily", "weekly", "updates", "update", "alerts", "reports", "report", "täglich", "wöchentlich",
]
private let frequencyWords: Set<String> = [
    "hourly", "daily", "weekly", "every", "täglich", "wöchentlich", "jeden", "jede", "cada", "chaque",
]
