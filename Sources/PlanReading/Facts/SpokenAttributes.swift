import Plan

/// What a paragraph under a phase's heading says of the phase without a colon: `Risk is low, and …`, `rollback 10 min, risk
/// medium`.
///
/// Only what begins a sentence or a part of one is said of the phase: `if the risk is high` and `a test of the rollback` are not.
extension ReadText {
    /// `The risk is low.`, `risk medium`: a level, and behind it nothing or why it is so.
    var spokenRisk: Claim<String>? {
        guard mentions(.risk), mentions(.riskLevels) else { return nil }
        for index in tokens.indices where tokens[index].isA(.risk) && beginsPart(index) {
            let isSaid = index + 1 < tokens.count && (tokens[index + 1].isA(.saying) || tokens[index + 1].isSign(":"))
            let level = index + (isSaid ? 2 : 1)
            // `Risk: low apart from the printing.`
            let isField = isSaid && tokens[index + 1].isSign(":") && level + 1 < tokens.count
            guard level < tokens.count, tokens[level].isA(.riskLevels),
                endsPart(level + 1) || level > index + 1 && tokens[level + 1].isA([.since, .and])
                    || isField && tokens[level + 1].isWord && !tokens[level + 1].isA(qualifyingRisk)
            else { continue }
            return Claim(text(tokens: level..<level + 1), at: span(tokens: level..<level + 1), .prose)
        }
        // `High risk.`
        for index in tokens.indices.dropFirst() where tokens[index].isA(.risk) && tokens[index - 1].isA(.riskLevels) {
            guard beginsSentence(index - 1), index + 1 == tokens.count || endsSentence(index + 1) else { continue }
            return Claim(text(tokens: index - 1..<index), at: span(tokens: index - 1..<index), .prose)
        }
        return nil
    }

    private func beginsSentence(_ index: Int) -> Bool { index == 0 || endsSentence(index - 1) }

    /// `Runs from 4 to 15 May.`, `Läuft vom 4. bis 15. Mai.`: when, at the beginning of a paragraph, as a sentence of its own.
    var spokenSchedule: Claim<Schedule>? {
        guard mentions([.number, .calendarDate, .monthName]) else { return nil }
        for index in tokens.indices.prefix(5) {
            if let match = schedules.schedule(at: index) {
                let isLast = match.tokens.upperBound == tokens.count
                guard
                    isLast || tokens[match.tokens.upperBound].isSign(".") || tokens[match.tokens.upperBound].isSign(",")
                else { return nil }
                return Claim(match.schedule, at: span(tokens: match.tokens), .prose)
            }
            guard tokens[index].isA(scheduleLeads) else { return nil }
        }
        return nil
    }

    /// `Rollback within 4 hours.`, `the way back is 45 minutes`, `Rollback to the old shop must be possible in 30 minutes.`
    var spokenRollbackTime: Claim<TimeAmount>? {
        guard mentions(.rollback), mentions(.number) else { return nil }
        for index in tokens.indices where tokens[index].isA(.rollback) && beginsPart(index) {
            // `Risk: high. Rollback: 6 hours, by Sunday at the latest.`
            let first = index + 1 < tokens.count && tokens[index + 1].isSign(":") ? index + 2 : index + 1
            var end = first
            while end < tokens.count, tokens[end].sign == nil || tokens[end].glued { end += 1 }
            let words = first..<end
            guard let match = words.lazy.compactMap({ quantities.time(at: $0) }).first else { continue }
            let between = tokens[first..<match.tokens.lowerBound]
            let isPlain = between.allSatisfy { $0.isA(linkWords) } && endsPart(match.tokens.upperBound)
            let isPossible =
                between.last?.isA(.saying) == true && words.contains { tokens[$0].isA(.possible) }
                && !words.contains { tokens[$0].isA([.negation, .condition]) }
            guard isPlain || isPossible else { continue }
            return Claim(match.amount, at: span(tokens: match.tokens), .prose)
        }
        return nil
    }

    /// Whether nothing, a sign or a little word stands ahead of a token.
    private func beginsPart(_ index: Int) -> Bool {
        guard index > 0 else { return true }
        let before = tokens[index - 1]
        if before.sign != nil { return !tokens[index].glued || before.isSign("(") }
        return before.isA([.article, .and, .rollbackLead]) && beginsPart(index - 1)
    }

    private func endsPart(_ index: Int) -> Bool {
        guard index < tokens.count, let sign = tokens[index].sign else { return index >= tokens.count }
        return [".", ",", ";", ")", "(", "·", "|"].contains(sign) || sign.isDash && !tokens[index].glued
    }
}

/// Behind the level of a risk, what makes it another or none: `Risk: low to medium`, `Risk: high if we hurry`.
private let qualifyingRisk: WordClassSet = [
    .to, .rangeTo, .rangeJoin, .and, .condition, .when, .until, .since, .low, .medium, .high, .severe, .risk, .negation,
]

/// What may stand between a rollback and its time.
private let linkWords: WordClassSet = [.rollback, .saying, .of, .about, .amountLead, .upTo, .time]

/// What may stand between the beginning of a sentence and the time that it gives.
private let scheduleLeads: WordClassSet = [.running, .since, .start, .scheduleFiller, .planned, .pronoun]
