/// How many tests a suite says it has, or shows.
struct SuiteCounts {
    var tests = 0
    /// With errors.
    var failures = 0
    var skipped = 0
    /// Whether a suite says nothing but its name and counts, as doctest writes it.
    var isBare = false

    init() {}

    /// What a suite says. Some producers list what is disabled and some do not, so that it need not be shown.
    init(_ suite: XMLElement) {
        func count(_ name: String) -> Int { max(0, suite[name].flatMap(Int.init) ?? 0) }
        tests = max(0, count("tests") - count("disabled"))
        failures = count("failures").addingReportingOverflow(count("errors")).partialValue
        skipped = count("skipped")
        isBare = ["time", "timestamp", "disabled", "skipped"].allSatisfy { suite[$0] == nil }
    }

    static func += (left: inout SuiteCounts, right: SuiteCounts) {
        left.tests = left.tests.addingReportingOverflow(right.tests).partialValue
        left.failures = left.failures.addingReportingOverflow(right.failures).partialValue
        left.skipped = left.skipped.addingReportingOverflow(right.skipped).partialValue
    }

    /// Whether the `tests` of a suite are not what its elements show: pytest counts subtests too, which have no element,
    /// and Catch2 assertions, as does doctest, whose suites are told by their tests.
    static func areOfOtherThings(_ suite: XMLElement) -> Bool {
        suite["name"] == "pytest" || suite["name"] == "pytest tests" || suite["hostname"] == "tbd"
    }

    /// What of this is not among what was seen in the suite and those in it. An outer suite may count what inner ones show
    /// or only its own.
    func missing(from seen: SuiteCounts, countsOtherwise: Bool) -> (counts: SuiteCounts, phrase: String?) {
        var missing = SuiteCounts()
        missing.tests = countsOtherwise ? 0 : max(0, tests - seen.tests)
        missing.failures = max(0, failures - seen.failures)
        missing.skipped = countsOtherwise ? 0 : max(0, skipped - seen.skipped)
        let phrase: String? =
            if missing.failures > 0 {
                "counts \(failures) failed, but its tests show \(seen.failures)"
            } else if missing.tests > 0 {
                "counts \(tests) test\(tests == 1 ? "" : "s"), but \(seen.tests) stand\(seen.tests == 1 ? "s" : "") in it"
            } else if missing.skipped > 0 {
                "counts \(skipped) skipped, but its tests show \(seen.skipped)"
            } else {
                nil
            }
        return (missing, phrase)
    }
}
