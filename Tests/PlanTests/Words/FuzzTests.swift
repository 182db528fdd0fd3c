import Plan
import TestSupport
import Testing

private let pieces = [
    " ", " ", " ", "-", "–", "+", "/", "%", "(", ")", ":", ".", ",", "<", ">", "≤", "=", "~", "$", "€", "×", "#", "→",
    "T",
    "T+", "D-", "Day ", "Tag ", "week", "sprint", "Jan", "januar", "9", "0", "12", "99.9", "1e999", "2026-01-12",
    "30.02.2026", "10.01.2026", "09:30", "24:00", "99:99", "99999999999999999999", "0,5", "1,000", "1.2.3", "ms", "min",
    "h", "x", "k", "p95", "p9999", "for", "over the last", "per", "day", "N/A", "Immediate", "average", "at least",
    "no more than", "5xx", "\n", "\u{0}", "\u{1b}", "é", "e\u{301}", "🚀", "\u{202e}", "第", "ß", "İ", "\u{fffd}",
]

/// 20,000 texts made of what the readers look for: nothing traps, every place lies in the text, every number is finite.
@Test func readersSurviveWhateverStandsInADocument() {
    var generator = SeededGenerator(seed: 20_261_123)
    for _ in 0..<20_000 {
        let text = generator.text(of: pieces, atMost: 14)
        let problem = problem(in: text)
        #expect(problem == nil, "\(text.debugDescription): \(problem ?? "")")
    }
}

private func problem(in text: String) -> String? {
    let tokenized = TokenizedText(text)
    var end = 0
    for token in tokenized.tokens {
        if token.range.lowerBound < end || token.range.isEmpty { return "token at \(token.range) overlaps" }
        if let number = token.number, !number.isFinite { return "number is not finite" }
        end = token.range.upperBound
    }
    if end > tokenized.utf8.count { return "token behind the end" }
    let quantities = QuantityReader(tokenized)
    let schedules = ScheduleReader(tokenized)
    func isOutside(_ range: Range<Int>?) -> Bool {
        guard let range else { return false }
        return range.isEmpty || range.lowerBound < 0 || range.upperBound > tokenized.tokens.count
    }
    for index in tokenized.tokens.indices {
        let covered = [
            quantities.quantity(at: index)?.tokens, quantities.limit(at: index)?.tokens,
            quantities.time(at: index)?.tokens, schedules.schedule(at: index)?.tokens,
        ]
        if covered.contains(where: isOutside) { return "match outside of the tokens at \(index)" }
        if let match = quantities.limit(at: index), !match.limit.quantity.baseValue.isFinite {
            return "limit is not finite"
        }
        _ = schedules.schedule(at: index)?.schedule.days
    }
    if let seconds = quantities.timeField()?.seconds, !seconds.isFinite || seconds < 0 { return "time is \(seconds)" }
    _ = quantities.fieldLimit()
    return quantities.comparedLimits().allSatisfy { $0.limit.comparison != nil } ? nil : "limit without a comparison"
}
