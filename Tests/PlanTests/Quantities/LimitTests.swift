import Plan
import Testing

/// A limit as `comparison number unit[/rate seconds] statistic window`, without what is absent.
private func picture(_ limit: Limit?) -> String {
    guard let limit else { return "none" }
    let unit = limit.quantity.unit
    let parts: [String?] = [
        limit.comparison?.rawValue, formatNumber(limit.quantity.number),
        unit.symbol.isEmpty ? nil : unit.symbol, unit.perSeconds.map { "per \(formatNumber($0)) s" },
        limit.statistic?.text, limit.windowSeconds.map { "for \(formatNumber($0)) s" },
    ]
    return parts.compactMap(\.self).joined(separator: " ")
}

@Test(arguments: [
    ("< 100ms average", "< 100 ms average"),
    ("> 99.9%", "> 99.9 %"),
    ("99.9%", "99.9 %"),
    ("< .1", "< 0.1"),
    ("< -5 %", "< -5 %"),
    ("> 1e6", "> 1000000"),
    ("< 30s processing time", "< 30 s"),
    ("> 1/day", "> 1 per 86400 s"),
    ("p95 < 200 ms", "< 200 ms p95"),
    ("p99.9 < 2 s", "< 2 s p99.9"),
    ("p999 < 2 s", "< 2 s p99.9"),
    ("p9999 < 2 s", "< 2 s p99.99"),
    ("pnan < 2 s", "< 2 s"),
    ("< 5 errors per feature", "< 5"),
    ("≥ 99.95 %", "≥ 99.95 %"),
    ("≤ 5 min", "≤ 5 min"),
    (">= 3", "≥ 3"),
    ("<= 3", "≤ 3"),
    ("2x baseline", "2 x"),
    ("> 1.5× baseline", "> 1.5 x"),
    ("< $50/day", "< 50 $ per 86400 s"),
    ("$50/day", "50 $ per 86400 s"),
    ("1-5%", "5 %"),
    ("4.5/5", "4.5 /5"),
    ("≥ 4.5/5", "≥ 4.5 /5"),
    ("95%+", "≥ 95 %"),
    ("0,5 %", "0.5 %"),
    ("1,000", "1000"),
    ("10k", "10000"),
    ("> 10k requests/hour", "> 10000 per 3600 s"),
    // What is compared is a statistic; a number behind the word makes it a bound.
    ("max < 500 ms", "< 500 ms maximum"),
    ("max: < 500 ms", "< 500 ms maximum"),
    ("maximum < 500 ms", "< 500 ms maximum"),
    ("< 500 ms max", "< 500 ms maximum"),
    ("< 500 ms max.", "< 500 ms maximum"),
    ("< 500 ms (max)", "< 500 ms maximum"),
    ("< 500 ms, maximum", "< 500 ms maximum"),
    ("< 500 ms max over 1 hour", "< 500 ms maximum for 3600 s"),
    ("max over 1h < 500 ms", "< 500 ms maximum for 3600 s"),
    ("average over 5 min > 80%", "> 80 % average for 300 s"),
    ("max response time < 500 ms", "< 500 ms maximum"),
    ("min > 99%", "> 99 % minimum"),
    ("> 99% (minimum)", "> 99 % minimum"),
    ("Höchstwert < 500 ms", "< 500 ms maximum"),
    ("Maximum unter 500 ms", "< 500 ms maximum"),
    ("máximo < 500 ms", "< 500 ms maximum"),
    ("< 500 ms maximal", "< 500 ms maximum"),
    ("max 500 ms", "≤ 500 ms"),
    ("max. 500 ms", "≤ 500 ms"),
    ("max 5 %", "≤ 5 %"),
    ("maximum 5 %", "≤ 5 %"),
    ("maximal 5 %", "≤ 5 %"),
    ("máximo 5 %", "≤ 5 %"),
    ("5 % max", "≤ 5 %"),
    ("min 99 %", "≥ 99 %"),
    ("maximum of 5 %", "≤ 5 %"),
    ("< 5 s, max 10 s", "< 5 s"),
    ("< 5 s (max 3 retries)", "< 5 s"),
    ("< 5 s at maximum load", "< 5 s"),
    ("> 10 min", "> 10 min"),
    ("average over 500 ms", "> 500 ms average"),
    ("95th percentile < 500 ms", "< 500 ms p95"),
    ("95th percentile: < 500 ms", "< 500 ms p95"),
    ("99.9th percentile latency < 2 s", "< 2 s p99.9"),
    ("< 500 ms (95th percentile)", "< 500 ms p95"),
    ("< 500 ms at the 95th percentile", "< 500 ms p95"),
    ("< 500 ms at p95", "< 500 ms p95"),
    ("percentile 95 < 500 ms", "< 500 ms p95"),
    ("95p < 500 ms", "< 500 ms p95"),
    ("pct95 < 500 ms", "< 500 ms p95"),
    ("95. Perzentil < 500 ms", "< 500 ms p95"),
    ("< 500 ms im 95. Perzentil", "< 500 ms p95"),
    ("percentil 95 < 500 ms", "< 500 ms p95"),
    ("95e centile < 500 ms", "< 500 ms p95"),
    ("95 pct", "95 %"),
    ("3rd attempt < 5 s", "< 5 s"),
    ("5xx", "none"),
    ("3rd", "none"),
    ("> 15% for 5 minutes", "> 15 % for 300 s"),
    ("> 2 % over the last 10 min", "> 2 % for 600 s"),
    ("more than 3 errors per minute", "> 3 per 60 s"),
    ("at least 95 %", "≥ 95 %"),
    ("no more than 2 hours", "≤ 2 h"),
    ("unter 5 Prozent", "< 5 %"),
    ("mindestens 99,5 %", "≥ 99.5 %"),
    ("höchstens 30 Sekunden", "≤ 30 s"),
    ("mehr als 5 % für 10 Minuten", "> 5 % for 600 s"),
    ("menos de 200 milisegundos", "< 200 ms"),
    ("más de 5 %", "> 5 %"),
    ("al menos 99 %", "≥ 99 %"),
    ("moins de 3 secondes", "< 3 s"),
    ("plus de 2 %", "> 2 %"),
    ("au moins 95 %", "≥ 95 %"),
    ("512 MiB", "512 MiB"),
    ("Immediate", "none"),
    ("N/A (optimization only)", "none"),
    ("", "none"),
])
func aFieldStatesALimit(_ text: String, _ expected: String) {
    #expect(picture(QuantityReader(TokenizedText(text)).fieldLimit()?.limit) == expected)
}

@Test(arguments: [
    ("Error rate < 1%", "< 1%"),
    ("p95 latency below 200 ms, error rate below 1 %", "below 200 ms | below 1 %"),
    ("Move traffic from 20% to 40%", ""),
    ("Availability > 99.9% for 24 hours", "> 99.9% for 24 hours"),
    ("0.5 % → 2 %", ""),
    ("handles never above 4,000", "never above 4,000"),
    ("Wartezeit darf nicht über 4 s steigen", "nicht über 4 s"),
    ("la file ne dépasse pas 30 messages", "ne dépasse pas 30"),
    ("el descuadre supera los 200 €", "supera los 200 €"),
    ("fallos pasan del 6 % en un día", "pasan del 6 %"),
    ("battery use +5% at most, at least 3 nights", "5% at most | at least 3"),
    ("Not done: more than 5 boxes", "more than 5"),
])
func onlyComparedNumbersAreLimitsInProse(_ text: String, _ expected: String) {
    let limits = QuantityReader(TokenizedText(text)).comparedLimits().map(\.limit.text)
    #expect(limits.joined(separator: " | ") == expected)
}

@Test(arguments: [
    ("99.9%", "> 99.9 %", true), ("< 1%", "≤ 1 %", true), ("< 1%", "> 1%", false), ("< 1 s", "< 1000 ms", true),
    ("< 60 s", "< 1 min", true), ("< 5 min", "< 5 %", false), ("> 1/day", "> 1", false), ("> 24/day", "> 1/hour", true),
    ("0,5 %", "0.5%", true), ("1 GiB", "1 GB", false), ("4/5", "4/10", false),
])
func limitsAgreeInWhateverUnit(_ left: String, _ right: String, _ agree: Bool) throws {
    let left = try #require(QuantityReader(TokenizedText(left)).fieldLimit()).limit
    let right = try #require(QuantityReader(TokenizedText(right)).fieldLimit()).limit
    #expect(left.agrees(with: right) == agree)
    #expect(right.agrees(with: left) == agree)
}

@Test(arguments: [
    (Comparison.below, [true, false, false]), (.atMost, [true, true, false]), (.above, [false, false, true]),
    (.atLeast, [false, true, true]), (.equal, [false, true, false]),
])
func comparisonsHold(_ comparison: Comparison, _ expected: [Bool]) {
    #expect([4.9, 5, 5.1].map { comparison.holds($0, 5) } == expected)
    #expect(!comparison.holds(.nan, 5))
}

@Test(arguments: [("never above 5", Comparison.atMost), ("not below 5", .atLeast), ("does not reach 5", .below)])
func whatIsRefusedIsTheOtherSide(_ text: String, _ expected: Comparison) {
    #expect(QuantityReader(TokenizedText(text)).comparedLimits().map(\.limit.comparison) == [expected])
}

@Test(arguments: [
    ("> 1 500 ms", NumberStyle.decimalComma, 1500.0), ("> 1 500 ms", .decimalPoint, 1),
    ("> 1\u{202F}500\u{A0}000 ms", .decimalPoint, 1_500_000), ("> 0 500 ms", .decimalComma, 0),
    ("> 1 5000 ms", .decimalComma, 1),
])
func aSpaceMayGroupThousands(_ text: String, _ numbers: NumberStyle, _ expected: Double) {
    let text = TokenizedText(utf8: Array(text.utf8), numbers: numbers, vocabulary: .standard)
    #expect(QuantityReader(text).comparedLimits().map(\.limit.quantity.number) == [expected])
}

@Test func aStagesNumberTakesNoThousands() {
    let text = TokenizedText(utf8: Array("Étape 1 500 clients".utf8), numbers: .decimalComma, vocabulary: .standard)
    #expect(text.tokens.compactMap(\.number) == [1, 500])
}

@Test(arguments: [
    ("reduced by 50%", Limit.Change.reduced), ("drops by more than 1%", .reduced), ("rises by > 20 ms", .increased),
    ("a reduction of 30 %", .reduced), ("reduced to < 1%", nil), ("drops below 99%", nil), ("increases above 5%", nil),
    ("< 50% of users", nil), ("by 50%", nil), ("cut by 20 %", .reduced), ("up by 5 %", .increased),
    ("the lower of 5% and 10%", nil), ("halved", .reduced), ("cut in half", .reduced), ("half", nil),
    ("um 50 % gesenkt", .reduced), ("sinkt um mehr als 50 %", .reduced), ("um mindestens 20 ms reduziert", .reduced),
    ("Senkung um 30 %", .reduced), ("um 10 % erhöht", .increased), ("um 50 % niedriger", .reduced),
    ("auf 50 ms gesenkt", nil), ("um 10 % der Nutzer", nil), ("halbiert", .reduced),
    ("um die Hälfte reduziert", .reduced),
    ("reducir un 50 %", .reduced), ("reducido en un 50 %", .reduced), ("se reduce en 50 %", .reduced),
    ("reducción del 30 %", .reduced), ("aumenta un 20 %", .increased), ("reducido a 50 ms", nil),
    ("reducir en 5 minutos", nil), ("baja de 50 %", nil), ("reducido a la mitad", .reduced),
    ("réduit de 50 %", .reduced), ("baisse de 50 %", .reduced), ("baisse de plus de 50 %", .reduced),
    ("hausse de 5 %", .increased), ("réduit à 50 ms", nil), ("baisse de 50 à 20 ms", nil),
    ("augmente en 5 minutes", nil), ("réduit de moitié", .reduced),
    ("50 % lower than before", .reduced), ("30% fewer tickets than the baseline", .reduced),
    ("20 % more than today", .increased), ("50 % faster than before", .faster), ("50% less than the limit", nil),
    ("50% fewer errors before phase 2", nil), ("50 % faster", nil), ("50 % weniger als vorher", .reduced),
    ("30 % schneller als bisher", .faster), ("50 % menos que antes", .reduced),
    ("un 50 % más rápido que antes", .faster), ("50 % de moins qu'avant", .reduced),
    ("50 % plus rapide qu'avant", .faster), ("50 % moins rapide qu'avant", nil),
])
func changesAreToldFromAmounts(_ text: String, _ change: Limit.Change?) throws {
    let limit = QuantityReader(TokenizedText(text)).fieldLimit()?.limit
    #expect(limit?.change == change)
    #expect(limit != nil || text == "half")
}
