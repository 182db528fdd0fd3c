import Plan
import SourceText

extension TitleParts {
    /// Behind the number of a heading: `3.`, `3)`.
    static func ordinalEnd(_ title: ReadText) -> Int {
        guard title.tokens.count > 2, title.tokens[0].number != nil,
            title.tokens[1].isSign(".") || title.tokens[1].isSign(")")
        else { return 0 }
        return 2
    }

    /// Where the name begins: behind signs, and behind a time or a share that stands ahead of it: `Week 1-2: Setup`,
    /// `(25%): Canary`. Without anything behind it, the time is all the title says and begins no name.
    static func nameStart(_ text: ReadText, from start: Int) -> Int {
        let tokens = text.tokens
        var first = start
        while first < tokens.count {
            if let sign = tokens[first].sign, sign != "(", sign != "<", sign != "~", sign != "≥" {
                first += 1
            } else if tokens[first].isSign("("), let close = tokens[first...].firstIndex(where: { $0.isSign(")") }),
                close + 1 < tokens.count, isAttribute(text, at: first + 1)
            {
                first = close + 1
            } else if let match = text.schedules.schedule(at: first),
                match.tokens.upperBound >= tokens.count
                    || PhaseReference.isClosed(tokens, at: match.tokens.upperBound)
            {
                first = match.tokens.upperBound
                // `Week 2 (from Tuesday): …`
                if first < tokens.count, tokens[first].isSign("(") {
                    guard let close = tokens[first...].firstIndex(where: { $0.isSign(")") }),
                        tokens[close...].contains(where: \.isWord)
                    else { return first }
                    first = close + 1
                }
            } else {
                break
            }
        }
        return first
    }

    /// A time, a length of time or a share.
    private static func isAttribute(_ text: ReadText, at index: Int) -> Bool {
        guard index < text.tokens.count else { return false }
        return text.schedules.schedule(at: index) != nil || text.quantities.time(at: index) != nil
            || text.quantities.quantity(at: index)?.quantity.unit == .percent
    }

    /// Where a time follows a dash or a comma (`Dual read – Week 3, risk low`), the name ends ahead of the sign.
    static func nameEnd(_ text: ReadText, _ range: Range<Int>, inList: Bool) -> Int {
        let tokens = text.tokens
        for index in range.dropFirst() {
            guard let sign = tokens[index].sign else { continue }
            let parts =
                (sign.isDash || sign == .doubleDash) && !tokens[index].glued
                || [",", ":", "|", "[", "·", "•"].contains(sign)
            if sign.isArrow || parts, scheduleBehind(text, index) != nil || isShare(text, at: index + 1) {
                return index
            }
            // In a list the name is followed by what there is to say of it.
            if inList,
                sign == ":" || (sign.isDash || sign == .doubleDash) && !tokens[index].glued || isStop(text, index)
            {
                return index
            }
        }
        return range.upperBound
    }

    private static func isShare(_ text: ReadText, at index: Int) -> Bool {
        guard index < text.tokens.count, let share = text.quantities.quantity(at: index) else { return false }
        return share.quantity.unit == .percent && share.lower == nil
    }

    /// A full stop with a space or nothing behind it.
    private static func isStop(_ text: ReadText, _ index: Int) -> Bool {
        (text.tokens[index].isSign(".") || text.tokens[index].isSign(";"))
            && (index + 1 == text.tokens.count || !text.tokens[index + 1].glued)
    }

    /// The schedule directly behind a sign, or behind one little word: `– in Week 3`, `: du 12 au 16 janvier`.
    static func scheduleBehind(_ text: ReadText, _ sign: Int) -> ScheduleReader.Match? {
        var index = sign + 1
        while index < text.tokens.count, index < sign + 3 {
            if let match = text.schedules.schedule(at: index) { return match }
            guard text.tokens[index].isA([.scheduleFiller, .since, .start]) else { return nil }
            index += 1
        }
        return nil
    }

    /// The schedule at the end of a title, right behind a bracket or a sign: `Removal (Week 3)`, `Brownout – Weeks 1-2`.
    func trailingSchedule(in text: ReadText, _ reading: Reading) -> Claim<Schedule>? {
        let tokens = text.tokens
        for index in tokens.indices.dropFirst(nameTokens.upperBound) {
            guard let sign = tokens[index].sign, sign == "(" || sign == ":" || sign == "," || sign.isDash,
                let match = TitleParts.scheduleBehind(text, index)
            else { continue }
            let isClosed = sign == "(" || match.tokens.upperBound == tokens.count
            return isClosed ? Claim(match.schedule, at: text.span(tokens: match.tokens), reading) : nil
        }
        return nil
    }

    /// The risk that a title gives between signs: `(10 minutes, low risk)`, `– Week 1-2, risk: high`.
    ///
    /// `High risk services` is a name.
    func risk(in text: ReadText, _ reading: Reading) -> Claim<String>? {
        guard text.mentions(.risk), text.mentions(.riskLevels) else { return nil }
        let tokens = text.tokens
        for index in tokens.indices.dropFirst(nameTokens.upperBound) where tokens[index].isA(.risk) {
            var level = index + 1
            if level < tokens.count, tokens[level].isSign(":") { level += 1 }
            let behind = level < tokens.count && tokens[level].isA(.riskLevels)
            guard behind || tokens[index - 1].isA(.riskLevels) else { continue }
            let pair = behind ? index..<level + 1 : index - 1..<index + 1
            guard tokens[pair.lowerBound - 1].sign != nil,
                pair.upperBound == tokens.count || tokens[pair.upperBound].sign != nil
            else { continue }
            let place = behind ? level..<level + 1 : index - 1..<index
            return Claim(text.text(tokens: place), at: text.span(tokens: place), reading)
        }
        return nil
    }
}
