import DataNotations
import Plan
import SourceText

/// Values that settings of measures are made of.
extension KeyReader {
    /// A number of things, at least one, at most a thousand.
    mutating func count(_ member: DataMember) -> Int? {
        if let number = member.value.numberValue, number == number.rounded(), (1...1000).contains(number) {
            return Int(number)
        }
        refuse(member, "a number from 1 to 1000")
        return nil
    }

    mutating func statistic(_ member: DataMember) -> Statistic? {
        if let statistic = member.value.stringValue.flatMap(Statistic.init(named:)) { return statistic }
        refuse(member, "average, median, maximum, minimum, total, rate, increase or a percentile such as p95")
        return nil
    }

    /// `800ms`, `2.5 %`.
    mutating func quantity(_ member: DataMember, or alternative: String) -> Quantity? {
        let reader = QuantityReader(TokenizedText(member.value.stringValue ?? member.value.span.text))
        if let match = reader.quantity(at: 0), match.tokens == 0..<reader.text.tokens.count, match.lower == nil {
            return match.quantity
        }
        refuse(member, "an amount such as 800ms or 2.5%\(alternative)")
        return nil
    }

    mutating func moment(_ member: DataMember) -> WrittenTime? {
        if let time = WrittenTime(member.value.stringValue ?? member.value.span.text) { return time }
        refuse(member, "a time such as 2026-11-30T14:00 or 2026-11-30T14:00:00+01:00")
        return nil
    }

    /// Times of different notations are not ordered here: only the plan's zone could tell.
    mutating func checkOrder(_ from: WrittenTime, _ to: WrittenTime, at span: SourceSpan) {
        guard (from.offsetMinutes == nil) == (to.offsetMinutes == nil), from.wallSeconds >= to.wallSeconds else {
            return
        }
        findings.append(invalid("'to' is not later than 'from'", at: span))
    }
}
