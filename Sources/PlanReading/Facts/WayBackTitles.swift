import Plan

extension ReadText {
    /// Whether a title says that what stands below it is a way back: `Going back`, `If it goes wrong`.
    ///
    /// What could go wrong is a risk; what to do if it does is a way back.
    var namesWayBack: Bool { namesRollback || supposesMishap }

    /// `Rollback`, `Procédure de retour`, `How do we get back?`
    var namesRollback: Bool { mentions(.rollback) || mentions([.rollbackLead, .backward]) && tellsReturn }

    private var tellsReturn: Bool {
        let isPlan =
            mentions([.wayNoun, .strategy])
            && isCalled([.rollbackLead], with: [.wayNoun, .strategy, .runbook, .article, .of])
            && tokens.contains { $0.isA(.rollbackLead) && !$0.isA([.wayNoun, .strategy]) }
        let isSentence =
            mentions(.pronoun) && tokens.count <= 8 && tokens.last { $0.isWord }?.isA(.backward) == true
        return isPlan || isSentence
    }

    /// `If it goes wrong`, `Wenn es nicht klappt`.
    var supposesMishap: Bool { mentions(.mishap) && beginsWithCondition }

    /// `If …`, `In case of …`; not `What if …`.
    private var beginsWithCondition: Bool {
        guard mentions(.when), let first = tokens.firstIndex(where: { $0.isWord }) else { return false }
        return tokens[first].isA(.when)
            || first + 1 < tokens.count && tokens[first + 1].isA(.when) && !tokens[first].isA([.nameHead, .only])
    }

    /// `After any rollback`, `Pre-rollback steps`: what is done around a way back and is none.
    var standsAroundWayBack: Bool {
        guard mentions(.around), mentions(.rollback) else { return false }
        return tokens.indices.contains { index in
            tokens[index].isA(.around)
                && tokens[(index + 1)...].drop { $0.isA([.of, .article, .frequency, .each]) }.prefix(2)
                    .contains { $0.isA(.rollback) }
        }
    }

    /// Whether a title with a word for a rollback only speaks about rollbacks.
    var isNoProcedure: Bool { mentions(.notProcedure) || standsAroundWayBack }

    /// `Scenario 2`, `Weg B`, `Option 1`: one of several ways, by its number or letter.
    var isCountedWay: Bool {
        guard mentions([.wayNoun, .alternative]), let start = tokens.firstIndex(where: { $0.isWord }),
            tokens[start].isA([.wayNoun, .alternative]), start + 1 < tokens.count
        else { return false }
        return tokens[start + 1].number != nil || tokens[start + 1].isWord && tokens[start + 1].range.count == 1
    }

    /// `Before the switch`, `Falls schon gebucht ist`: a way back for one situation, under a title that names ways back.
    ///
    /// What is done before or after a rollback is no way back.
    var namesSituation: Bool {
        !mentions(.rollback) && (beginsWithCondition || tokens.first { $0.isWord }?.isA([.elsewhen, .around]) == true)
    }

    /// The letters of the mark that a title begins with: `RB` of `RB2 restore the snapshot`.
    var wayMark: String? {
        guard let first = tokens.first, first.isWord, tokens.count > 1, let mark = word(first), mark.utf8.count <= 4,
            case let letters = mark.prefix(while: \.isLetter), !letters.isEmpty, letters.utf8.count < mark.utf8.count,
            mark.dropFirst(letters.count).allSatisfy(\.isNumber)
        else { return nil }
        return String(letters)
    }

    /// The letter by which a title is told from its neighbours: `A` of `Retour A — le répartiteur`.
    ///
    /// Steps, phases and parts of one thing come one after the other, whatever they are counted by.
    var siblingLetter: (word: String, letter: String)? {
        guard let start = tokens.firstIndex(where: { $0.isWord }), start + 1 < tokens.count,
            !tokens[start].isA([.step, .phase, .stage, .wave, .milestone, .alternative, .releasePart]),
            tokens[start + 1].isWord, let word = word(tokens[start]), let letter = self.word(tokens[start + 1]),
            letter.utf8.count == 1, word.utf8.count > 1
        else { return nil }
        let behind = start + 2
        // `Retour à l'ancien` is a sentence: a letter that counts stands before a sign or ends the title.
        guard behind == tokens.count || !tokens[behind].isWord else { return nil }
        return (word, letter)
    }
}
