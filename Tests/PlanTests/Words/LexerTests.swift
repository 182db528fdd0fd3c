import Plan
import Testing

/// One letter and the text of each token: `w:` words, `n:` numbers, `s:` signs, `d:` dates, `c:` clock times.
private func picture(_ text: String) -> String {
    let tokenized = TokenizedText(text)
    return tokenized.tokens.map { token in
        let piece =
            switch token.kind {
            case .word: "w:\(tokenized.word(token) ?? "")"
            case .number: "n:\(token.number.map(formatNumber) ?? "")"
            case .sign: "s:\(tokenized.text(token.range))"
            case .date: "d:\(token.date.map(\.description) ?? "")"
            case .clock: "c:\(token.clock.map(String.init) ?? "")"
            }
        return (token.glued ? "+" : "") + piece
    }
    .joined(separator: " ")
}

@Test(arguments: [
    ("", ""),
    ("Error rate", "w:error w:rate"),
    ("< 100ms average", "s:< n:100 +w:ms w:average"),
    ("99.9%", "n:99.9 +s:%"),
    ("0,5 %", "n:0.5 s:%"),
    ("1,000 users", "n:1000 w:users"),
    ("1,000,000", "n:1000000"),
    ("1_000", "n:1000"),
    ("1.000", "n:1"),
    ("1,2,3", "n:1 +s:, +n:2.3"),
    ("v1.2.3", "w:v1 +s:. +n:2.3"),
    ("1.2.3", "w:1.2.3"),
    ("10.0.0.1", "w:10.0.0.1"),
    ("p95 < 200 ms", "w:p95 s:< n:200 w:ms"),
    ("p99.9", "w:p99.9"),
    ("2h30m", "n:2 +w:h +n:30 +w:m"),
    ("7d4f2", "n:7 +w:d4f2"),
    ("5xx", "n:5 +w:xx"),
    ("24-h", "n:24 +s:- +w:h"),
    ("2026-01-12", "d:2026-01-12"),
    ("10.01.2026", "d:2026-01-10"),
    ("1.2.2026", "d:2026-02-01"),
    ("2026-02-30", "n:2026 +s:- +n:2 +s:- +n:30"),
    ("09:00-09:30", "c:540 +s:- +c:570"),
    ("09:30: Stand-up", "c:570 +s:: w:stand +s:- +w:up"),
    ("24:00", "c:1440"),
    ("2:30 PM", "c:870"),
    ("12:15am", "c:15"),
    ("9:00 amber", "c:540 w:amber"),
    ("14h00", "c:840"),
    ("1h30", "n:1 +w:h +n:30"),
    ("< .5", "s:< n:0.5"),
    ("a.5", "w:a +s:. +n:5"),
    ("1e6", "n:1000000"),
    ("1e2e", "n:1 +w:e2e"),
    ("1.000.000", "n:1000000"),
    ("192.168.100.200", "w:192.168.100.200"),
    ("25:00", "n:25 +s:: +n:0"),
    ("12:30:15", "n:12 +s:: +n:30 +s:: +n:15"),
    ("T+2h", "w:t +s:+ +n:2 +w:h"),
    ("≥ 3 ≤ 5", "s:≥ n:3 s:≤ n:5"),
    ("<= >= -> => -- ==", "s:<= s:>= s:-> s:=> s:-- s:=="),
    ("20%→40%", "n:20 +s:% +s:→ +n:40 +s:%"),
    ("Verfügbarkeit über 5", "w:verfügbarkeit w:über n:5"),
    ("isn't", "w:isn't"),
    ("go-live", "w:go +s:- +w:live"),
    ("enable_checkout", "w:enable_checkout"),
    ("🚀 Phase 2", "s:🚀 w:phase n:2"),
    ("第 3 阶段", "w:第 n:3 w:阶段"),
    ("\u{1b}[31m", "s:\u{1b} +s:[ +n:31 +w:m"),
])
func textIsCutIntoTokens(_ text: String, _ expected: String) {
    #expect(picture(text) == expected)
}

@Test(arguments: ["Day 6-10: Größe ≥ 3 🚀", "e\u{301} 1,5 %", "„Ziel“ — 99,9 %"])
func tokensCoverTheTextThatTheyName(_ text: String) {
    let tokenized = TokenizedText(text)
    let covered = tokenized.tokens.map { tokenized.text($0.range) }.joined()
    #expect(covered == text.filter { $0 != " " })
    let starts = tokenized.tokens.map(\.range.lowerBound)
    #expect(starts == starts.sorted())
}

/// No number of a document may trap: too large ones are no numbers, and nothing is read out of them.
@Test(arguments: [
    String(repeating: "9", count: 1 << 20), "1" + String(repeating: "0", count: 400),
    String(repeating: "1,000", count: 1000), "0." + String(repeating: "3", count: 100_000),
    String(repeating: "1.", count: 100_000), String(repeating: "1_", count: 100_000),
])
func hugeNumbersEndInTokens(_ text: String) {
    let tokenized = TokenizedText(text)
    #expect(!tokenized.tokens.isEmpty)
    #expect(tokenized.tokens.allSatisfy { $0.number?.isFinite ?? true })
    #expect(tokenized.tokens.last?.range.upperBound == text.utf8.count)
}

@Test func signsAreToldApart() {
    let signs = TokenizedText("< <= ≤ → -> => -- – % (").tokens.compactMap(\.sign)
    let expected: [Sign] = ["<", .atMost, "≤", "→", .thinArrow, .thickArrow, .doubleDash, "–", "%", "("]
    #expect(signs == expected)
    #expect(signs.map(\.isArrow) == [false, false, false, true, true, true, false, false, false, false])
    #expect(signs.prefix(3).map(\.comparison) == [.below, .atMost, .atMost])
}
