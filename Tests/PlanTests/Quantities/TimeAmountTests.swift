import Plan
import Testing

/// `kind comparison lower-seconds per`, without what is absent.
private func picture(_ amount: TimeAmount?) -> String {
    guard let amount else { return "none" }
    let range = [amount.lowerSeconds, amount.seconds].compactMap { $0.map(formatNumber) }.joined(separator: "-")
    let parts: [String?] = [
        "\(amount.kind)", amount.comparison?.rawValue, range.isEmpty ? nil : range, amount.per.map { "per \($0)" },
    ]
    return parts.compactMap(\.self).joined(separator: " ")
}

@Test(arguments: [
    ("2 days", "measured 172800"),
    ("1 day", "measured 86400"),
    ("24 hours", "measured 86400"),
    ("< 5 minutes per feature", "measured < 300 per feature"),
    ("< 15 minutes", "measured < 900"),
    ("Immediate", "immediate 0"),
    ("Immediately", "immediate 0"),
    ("sofort", "immediate 0"),
    ("inmediata", "immediate 0"),
    ("N/A (optimization only)", "notApplicable"),
    ("N/A", "notApplicable"),
    ("N/A (last year it took 10 minutes)", "notApplicable"),
    ("Immediate (alerting takes 2 minutes)", "immediate 0"),
    ("2 days (backend), 3 days (frontend)", "unclear"),
    ("2 days (16 hours)", "measured 172800"),
    ("Day 1 to day 6 (4 days of work)", "unclear"),
    ("1 hour and 30 minutes", "measured 5400"),
    ("1h30", "measured 5400"),
    ("< 1h30", "measured < 5400"),
    ("two days", "measured 172800"),
    ("drei Tage", "measured 259200"),
    ("n/a", "notApplicable"),
    ("24-h", "measured 86400"),
    ("24-hour soak", "measured 86400"),
    ("2 h 30 min", "measured 9000"),
    ("2h30m", "measured 9000"),
    ("5-15 minutes", "measured 300-900"),
    ("5–15 Minuten", "measured 300-900"),
    ("30 seg", "unclear"),
    ("3 Tage", "measured 259200"),
    ("2 Wochen", "measured 1209600"),
    ("3 días", "measured 259200"),
    ("2 semanas", "measured 1209600"),
    ("3 jours", "measured 259200"),
    ("1,5 Stunden", "measured 5400"),
    ("90s", "measured 90"),
    ("a long while", "unclear"),
    ("", "none"),
])
func aFieldStatesALengthOfTime(_ text: String, _ expected: String) {
    #expect(picture(QuantityReader(TokenizedText(text)).timeField()) == expected)
}

@Test(arguments: [
    (0.0, "0 s"), (0.25, "250 ms"), (45, "45 s"), (60, "1 min"), (90, "90 s"), (300, "5 min"), (5400, "1 h 30 min"),
    (7200, "2 h"), (86_400, "1 day"), (172_800, "2 days"), (90_000, "25 h"),
])
func lengthsOfTimeAreWrittenForPeople(_ seconds: Double, _ expected: String) {
    #expect(formatSeconds(seconds) == expected)
}

@Test(arguments: [
    (60.0, "60"), (99.9, "99.9"), (0.05, "0.05"), (-3, "-3"), (0.1 + 0.2, "0.3"), (1e14, "100000000000000"),
    (0.00004, "0.00004"), (-0.00025, "-0.00025"), (0.0000001, "0"),
])
func numbersAreWrittenWithTheDigitsThatTheyNeed(_ number: Double, _ expected: String) {
    #expect(formatNumber(number) == expected)
}

/// Whatever the number, it is written and does not trap; a large one is not written as infinite.
@Test(arguments: [1e15, 1e18, 1e300, 1e308, -1e308, .greatestFiniteMagnitude, .leastNonzeroMagnitude])
func largeNumbersStayNumbers(_ number: Double) {
    #expect(Double(formatNumber(number))?.isFinite == true)
}
