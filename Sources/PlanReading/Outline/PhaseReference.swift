import Plan

/// `Phase 4`, `Wave B`, `Etapa II`, `Phase 3a`: the word and number by which a plan tells one of its stages from the others.
struct PhaseReference: Sendable {
    /// `phase`, `wave`: in English, lower case.
    let keyword: String
    /// Of `Phase 2-3` the first; nil for a letter.
    let number: Double?
    /// As printed, where it is no plain number: `B`, `II`, `3a`.
    let label: String?
    /// Whether a letter behind the number makes it a part of that phase: `Phase 3a`.
    let isPart: Bool
    /// What of the text it takes.
    let tokens: Range<Int>

    /// - Returns: nil when no phase word with a number or a letter stands at the token.
    init?(_ text: ReadText, at start: Int) {
        let tokens = text.tokens
        guard start < tokens.count, let keyword = tokens[start].classes.stageKeyword else { return nil }
        var next = start + 1
        if next < tokens.count, tokens[next].isSign("#") { next += 1 }
        guard next < tokens.count, !tokens[next].glued || tokens[next].number != nil else { return nil }
        var (number, label, isPart): (Double?, String?, Bool) = (tokens[next].number, nil, false)
        if let known = number {
            guard known < 1000 else { return nil }
            next += 1
            if next < tokens.count, tokens[next].glued, tokens[next].isWord {
                // `3.5x` is no phase at all.
                guard tokens[next].range.count == 1, known == known.rounded() else { return nil }
                label = text.text(tokens: next - 1..<next + 1)
                isPart = true
                next += 1
            } else if PhaseReference.isRange(tokens, at: next) {
                next += 2
            }
        } else {
            // A letter or a spelled number is a name only where nothing but a sign follows: `Phase I` but not `Phase one of`.
            guard tokens[next].isWord,
                PhaseReference.isClosed(tokens, at: next + 1) || PhaseReference.isNamedBehindComma(tokens, at: next + 1)
            else { return nil }
            let word = text.text(tokens: next..<next + 1)
            if let spelled = tokens[next].spelledNumber {
                number = spelled
            } else if let roman = romanNumerals[word] {
                (number, label) = (roman, word)
            } else if word.utf8.count == 1, word.utf8.allSatisfy({ (0x41...0x5a).contains($0) }) {
                label = word
            } else {
                return nil
            }
            next += 1
        }
        self.keyword = keyword
        self.number = number
        self.label = label
        self.isPart = isPart
        self.tokens = start..<next
    }

    /// A sprint says when it is by its number.
    func sprint(in text: ReadText, _ reading: Reading) -> Claim<Schedule>? {
        guard keyword == "sprint", let number else { return nil }
        return Claim(
            Schedule(text: text.text(tokens: tokens), unit: .sprint, range: number...number),
            at: text.span(tokens: tokens), reading)
    }

    /// Whether the reference ends there, so that what follows names the phase and does not go on speaking of it.
    static func isClosed(_ tokens: TokenList, at index: Int) -> Bool {
        guard index < tokens.count else { return true }
        guard let sign = tokens[index].sign else { return false }
        return sign.isDash && !tokens[index].glued || sign.isArrow || sign == ":" || sign == "(" || sign == "."
            || sign == "|" || sign == ")" || sign == .doubleDash
    }

    /// `Milestone A, Twin runs`, but not `Waves A, B and C`.
    private static func isNamedBehindComma(_ tokens: TokenList, at index: Int) -> Bool {
        index + 1 < tokens.count && tokens[index].isSign(",") && tokens[index + 1].isWord
            && tokens[index + 1].range.count > 1 && !tokens[index + 1].isA(.and)
    }

    /// `Phase 2-3`
    private static func isRange(_ tokens: TokenList, at index: Int) -> Bool {
        index + 1 < tokens.count && (tokens[index].isSign("-") || tokens[index].isSign("–")) && tokens[index].glued
            && tokens[index + 1].glued && tokens[index + 1].number != nil
    }
}

private let romanNumerals: [String: Double] = [
    "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10, "XI": 11, "XII": 12,
]
