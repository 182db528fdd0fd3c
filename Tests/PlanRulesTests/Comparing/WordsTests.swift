import SourceText
import Testing

@testable import PlanRules

struct WordsTests {
    @Test(arguments: [
        ("enableHookMetrics", ["enable", "hook", "metric"]),
        ("ENABLE_HOOK_METRICS", ["enable", "hook", "metric"]),
        ("enable-hook-metrics", ["enable", "hook", "metric"]),
        ("Hook Execution Time", ["hook", "execution", "time"]),
        ("HTTPErrorRate", ["http", "error", "rate"]),
        ("p95Latency", ["p95", "latency"]),
        ("Status of analysis, class", ["status", "of", "analysis", "class"]),
        ("Fehlerquote (täglich)", ["fehlerquote", "täglich"]),
        ("", []),
        (" — ", []),
    ])
    func names(name: String, expected: [String]) {
        #expect(words(of: name) == expected)
    }

    @Test func quotesOnOneShortLine() {
        #expect(quoted("two\n  lines") == "'two lines'")
        #expect(quoted(String(repeating: "x", count: 61)) == "'\(String(repeating: "x", count: 59))…'")
        #expect(quoted(String(repeating: "x", count: 60)) == "'\(String(repeating: "x", count: 60))'")
    }

    @Test(arguments: [
        ("enableFastChekout", "enableFastCheckout"),
        ("enableFastCheckouts", "enableFastCheckout"),
        ("enableFsatCheckout", "enableFastCheckout"),
        ("ENABLEFASTCHECKOUT", "enableFastCheckout"),
        ("disableFastCheckout", nil),
        ("ab", nil),
        ("", nil),
    ])
    func closest(name: String, expected: String?) {
        #expect(closestMatch(to: name, among: ["enableNewCart", "enableFastCheckout"]) == expected)
    }

    @Test func closestOfEquallyCloseIsTheFirst() {
        #expect(closestMatch(to: "stage2", among: ["stage3", "stage1"]) == "stage3")
        #expect(closestMatch(to: "stage2", among: ["stage3", "stage22"]) == "stage3")
    }
}
