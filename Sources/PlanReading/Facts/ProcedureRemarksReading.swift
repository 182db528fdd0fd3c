import Plan
import SourceText

extension DocumentOutline {
    /// What the lines of a procedure say that are neither steps nor how long it takes.
    func remarks(in parts: [OutlineSection], besides steps: [ProcedureStep]) -> ProcedureRemarks {
        let taken = steps.map(\.span.range.lowerBound).sorted()
        var (occasions, notes, rehearsals) = ([Claim<String>](), [Claim<String>](), [Rehearsal]())
        for part in parts {
            let isTitled = part.index != parts.first?.index && part.title.isCalledTriggers
            let tells = part.tellsOccasion
            for (index, line) in part.lines.enumerated() {
                let claim = Claim(line.text.text, at: line.text.span, line.reading)
                if line.isItem, line.depth == 0, isTitled || tells[index] {
                    occasions.append(claim)
                } else if !isStep(line, taken), !isTime(line), !leadsOn(line, tells, index) {
                    if let date = rehearsalDate(line.text) { rehearsals.append(Rehearsal(date: date, line: claim)) }
                    notes.append(claim)
                }
            }
        }
        return ProcedureRemarks(occasions: occasions, notes: notes, rehearsals: rehearsals)
    }

    private func isStep(_ line: ContentLine, _ taken: [Int]) -> Bool {
        let range = line.text.span.range
        let before = taken.countOfLeading { $0 < range.lowerBound }
        return before < taken.count && taken[before] < range.upperBound
    }

    /// Told with the procedure's name already.
    private func isTime(_ line: ContentLine) -> Bool {
        line.depth == 0 && line.field.map { isBudget($0) && $0.value.quantities.timeField() != nil } == true
    }

    /// `Triggers:` over a list that is told as such; a field that says them itself is among the procedure's triggers.
    private func leadsOn(_ line: ContentLine, _ tells: [Bool], _ index: Int) -> Bool {
        if let field = line.field, field.isNamed(.occasion), !field.value.tokens.isEmpty { return true }
        return index + 1 < tells.count && tells[index + 1] && !tells[index]
            && line.text.tokens.last?.isSign(":") == true
    }

    /// The date of a line that tells of a rehearsal that was; nil for one that is to come.
    private func rehearsalDate(_ text: ReadText) -> CivilDate? {
        guard text.mentions(.calendarDate), text.says(rehearsalWords) || text.isLastTest, !text.says(comingWords)
        else { return nil }
        return text.tokens.lazy.compactMap(\.date).first
    }
}

extension ReadText {
    /// `Triggers`, `Trigger conditions`, `Auslöser`.
    fileprivate var isCalledTriggers: Bool { mentions(.triggerNoun) && tokens.count(where: \.isWord) <= 3 }

    /// `Last tested: 2026-11-18`, `Zuletzt getestet am 18.11.2026`.
    fileprivate var isLastTest: Bool {
        let words = tokens.prefix(3).filter(\.isWord)
        return words.count > 1 && words[0].isWord && lastWords.contains(utf8, words[0].range)
            && testWords.contains(utf8, words[1].range)
    }
}

/// English, German, Spanish and French.
private let rehearsalWords: WordSet = [
    "rehearsal", "rehearsals", "rehearsed", "drill", "drills", "drilled", "exercised", "generalprobe", "geprobt",
    "geübt", "probelauf", "ensayo", "ensayado", "ensayada", "simulacro", "répétition", "répété", "répétée",
]
private let comingWords: WordSet = [
    "next", "planned", "scheduled", "due", "will", "until", "before", "nächste", "nächster", "geplant", "fällig", "bis",
    "vor", "próximo", "próxima", "planificado", "prochain", "prochaine", "prévu", "prévue", "not", "never", "nicht",
    "nie", "no", "pas", "jamais",
]
private let lastWords: WordSet = ["last", "zuletzt", "letzter", "último", "última", "dernier", "dernière"]
private let testWords: WordSet = [
    "test", "tested", "tried", "run", "getestet", "erprobt", "ensayo", "prueba", "probado", "essai", "testé",
]
