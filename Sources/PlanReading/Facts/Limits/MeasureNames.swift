import Plan

/// Where the name of a limited measure begins and ends.
extension LimitedMeasure {
    /// The tokens before a limit that name its measure.
    static func name(in text: ReadText, _ range: Range<Int>, _ naming: Naming, isFirst: Bool) -> Range<Int> {
        guard let end = withoutLeads(text, range) else { return range.upperBound..<range.upperBound }
        var start = range.lowerBound
        if naming == .phrase || !isFirst {
            start = phraseStart(text, range.lowerBound..<end)
        } else if let condition = text.tokens[range.lowerBound..<end].lastIndex(where: { $0.isA(.when) }) {
            start = condition + 1
        }
        // `Bei mehr als …`, `With error rates above …`
        if start == 0, end > 0, text.tokens[0].isA(.supposing), end == 1 || text.tokens[1].isWord { start = 1 }
        while start < end, text.tokens[start].sign.map({ $0 != "(" }) ?? text.tokens[start].isA(openings) { start += 1 }
        // `nur bei Fehlerquote unter 0,5 %`
        if start > 0, start + 1 < end, text.tokens[start - 1].isA(.only), text.tokens[start].isA(.supposing) {
            start += 1
        }
        // `Ziel ist eine Fehlerquote von unter 0,2 %`
        if start + 2 < end, text.tokens[start].isA(.target), text.tokens[start + 1].isA(.measureLead) {
            start += 2
            while start < end, text.tokens[start].isA(.article) { start += 1 }
        }
        // `Wir wollen weniger als 5 Beschwerden`
        if text.mentions(.wanting) {
            while start < end, text.tokens[start].isA([.wanting, .pronoun, .article]) { start += 1 }
        }
        let words = text.tokens[start..<end]
        return words.contains { $0.isWord && !$0.isA(.pronoun) } ? start..<end : end..<end
    }

    /// What a line speaks of before it says what is done about it: `Skip rate` of `Skip rate, alert if > 28%`.
    static func topic(of text: ReadText, before limit: Int) -> Range<Int>? {
        guard
            let sign = (0..<limit).first(where: { index in
                let sign = text.tokens[index].sign
                return sign == "," || sign == ":" || sign?.isDash == true && !text.tokens[index].glued
            }), sign > 0, sign <= 8, !text.tokens[..<sign].contains(where: { $0.isA(notTopics) })
        else { return nil }
        return 0..<sign
    }

    /// What stands before a bracket that begins with what is done: `5xx rate (auto-rollback if > 1% …)`.
    static func named(outside limit: Int, _ text: ReadText) -> Range<Int>? {
        guard limit > 2, text.tokens[limit - 1].isA(.when) else { return nil }
        var open = limit - 2
        while open > 0, limit - open < 7, !text.tokens[open].isSign("(") {
            guard text.tokens[open].isA(notTopics.union([.automatic, .alerting])) || text.tokens[open].isSign("-")
            else {
                return nil
            }
            open -= 1
        }
        guard open > 0, open <= 12, text.tokens[open].isSign("("), text.tokens[0].isA(.when) == false else {
            return nil
        }
        let name = name(in: text, 0..<open, .line, isFirst: true)
        return name.isEmpty || text.tokens[name].contains(where: { $0.isA(.when) }) ? nil : name
    }

    /// Where a name ends: what only leads over to the limit is no part of it; nil where `if` stands directly before the
    /// limit, so that nothing names its measure.
    private static func withoutLeads(_ text: ReadText, _ range: Range<Int>) -> Int? {
        var end = range.upperBound
        while end > range.lowerBound {
            let token = text.tokens[end - 1]
            // `falls` begins a condition in German and leads to a limit in English.
            let isConjunction = end - 1 == range.lowerBound || text.tokens[end - 2].kind == .sign
            if token.isA(.when), !token.isA(.measureLead) || isConjunction { return nil }
            let isLead = token.isA(measureLeads) || token.sign.map { $0 != "%" && $0 != ")" } ?? false
            guard isLead else { break }
            // `98 % der Läufe sind fehlerfrei und weniger als 10 Tickets sind offen`
            if token.isA(.and), text.tokens[range.lowerBound..<end - 1].contains(where: { $0.number != nil }) {
                return nil
            }
            end -= 1
        }
        return end
    }

    /// The first token of the phrase that ends a text, at most eight words long: behind a comma, a colon, `and` or `when`.
    private static func phraseStart(_ text: ReadText, _ range: Range<Int>) -> Int {
        var start = range.upperBound
        let spans = text.tokens[range].contains { $0.isA(.between) }
        while start > range.lowerBound, range.upperBound - start < 10 {
            let token = text.tokens[start - 1]
            if let sign = token.sign, !sign.isDash, sign != "/", sign != "%" { break }
            if token.isA(.phraseBound) && !(spans && token.isA(.and)) { break }
            start -= 1
        }
        return start
    }

    /// What is counted: the words behind a number (`more than 25 support tickets per hour`), or between it and its period.
    static func counted(_ text: ReadText, _ limit: Range<Int>) -> Range<Int> {
        if let number = limit.first(where: { text.tokens[$0].number != nil }), number + 1 < limit.upperBound {
            let inside = text.tokens[number + 1..<limit.upperBound].prefix {
                $0.isWord && $0.unit == nil && !$0.isA(.per)
            }
            if !inside.isEmpty, inside.endIndex < limit.upperBound, inside.endIndex > number + 1,
                text.tokens[inside.endIndex].isA(.per) || text.tokens[inside.endIndex].isSign("/")
            {
                return number + 1..<inside.endIndex
            }
        }
        var start = limit.upperBound
        while start < text.tokens.count, text.tokens[start].isA(countedLeads) { start += 1 }
        var end = start
        while end < text.tokens.count, end < start + 6 {
            let token = text.tokens[end]
            guard token.isWord || token.number != nil || token.sign?.isDash == true && token.glued,
                !token.isA(countedEnds)
            else { break }
            end += 1
        }
        while end > start, !text.tokens[end - 1].isWord { end -= 1 }
        return text.tokens[start..<end].contains(where: \.isWord) ? start..<end : start..<start
    }

    /// Where what is said of a limit ends: behind a bracket that follows it directly.
    static func behind(_ end: Int, _ text: ReadText) -> Int {
        guard end < text.tokens.count, text.tokens[end].isSign("("),
            let close = text.tokens[end...].prefix(longestBracket).firstIndex(where: { $0.isSign(")") })
        else { return end }
        return text.tokens[end..<close].contains { $0.isA(.comparisonSign) } ? end : close + 1
    }

    /// Whether a match says how long something may go on or how far a rollout goes, and limits no measure: `within 2
    /// weeks`, `over 3 days`, `up to 50% of the users`, `x >>> 1`.
    static func isStretch(_ match: QuantityReader.LimitMatch, _ text: ReadText) -> Bool {
        let start = match.tokens.lowerBound
        let first = text.tokens[start]
        let unit = match.limit.quantity.unit
        if first.isA(.comparisonSign) { return first.glued && start > 0 && text.tokens[start - 1].isA(.comparisonSign) }
        let isTime = unit.dimension == .time && unit.perSeconds == nil && unit.scale >= 60
        if first.isA(.upTo) { return isTime || unit == .percent && text.mentions(rollouts) }
        return isTime && first.isA(.window) || unit == .none && first.isA(.periodLead)
    }

    /// Whether a match says for how long something is so: `silent for more than 24 h`, `länger als 10 Minuten`.
    static func isSpell(_ limit: Limit, _ range: Range<Int>, _ text: ReadText) -> Bool {
        let unit = limit.quantity.unit
        guard unit.dimension == .time, unit.perSeconds == nil, unit.scale >= 1, limit.comparison == .above,
            text.tokens[range.lowerBound].isWord
        else { return false }
        let start = range.lowerBound
        return text.tokens[start].isA(.lasting) || start > 0 && text.tokens[start - 1].isA(.lasting)
    }

    /// What says what is done, and not what is measured.
    private static let notTopics = TriggerAction.words.union([.when, .notify, .pronoun, .modal])
    /// In tokens: a text of brackets that never close must not be searched to its end from each of them.
    private static let longestBracket = 40
    private static let countedEnds: WordClassSet = [.phraseBound, .placeLead, .leadsTo, .modal]
    /// `99% of requests`, `5% in conversion`.
    private static let countedLeads: WordClassSet = [.of, .article, .placeLead]
    /// `Keep CPU below 80%`, `Should latency exceed 800 ms`.
    private static let openings: WordClassSet = [.article, .modal]
    private static let measureLeads: WordClassSet = [.measureLead, .modal, .placeLead]
    private static let rollouts: WordClassSet = [.rollout, .raise]
}
