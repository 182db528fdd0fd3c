import Assessment
import Plan
import SourceText
import Testing

/// Documents that state different limits of one indicator.
@Suite struct LimitClaimTests {
    private func threshold(_ targets: [String], alerts: [String] = [], criticals: [String] = []) throws -> Threshold {
        func claims(_ texts: [String]) throws -> [Claim<Limit>] {
            try texts.enumerated().map { Claim(try limit($1), at: span($0), .field) }
        }
        return Threshold(
            metric: "Error rate", origin: .indicator, targets: try claims(targets), warnings: try claims(alerts),
            criticals: try claims(criticals), span: span())
    }

    @Test(arguments: [["> 15%", "> 0.3%"], ["> 0.3%", "> 15%"]])
    func theStrictestClaimCountsWhicheverIsReadFirst(_ criticals: [String]) throws {
        let judged = try kpi(try threshold(["< 0.1%"], criticals: criticals), [steady("error_rate_percent", 0.5)])
        #expect(judged.verdict == .critical)
        #expect(judged.limits.critical?.text == "> 0.3%")
        #expect(
            judged.reason.hasSuffix(
                "; the documents differ on the critical limit ('\(criticals[0])' in plan.md:1, "
                    + "'\(criticals[1])' in plan.md:1), the strictest counts"))
    }

    @Test func whereMoreIsGoodTheStrictestIsTheGreatest() throws {
        let judged = try kpi(
            try threshold(["> 99%", "> 99.9%"], alerts: ["< 95%"]), [steady("error_rate_percent", 99.5)])
        #expect(judged.verdict == .offTarget)
        let good = try kpi(try threshold(["> 99%", "> 99.9%"]), [steady("error_rate_percent", 99.95)])
        #expect(good.verdict == .onTarget)
        #expect(good.reason.contains("the documents differ on the target"))
    }

    @Test func claimsThatAgreeAreNotMentioned() throws {
        let judged = try kpi(try threshold(["< 1%", "≤ 1%"]), [steady("error_rate_percent", 0.5)])
        #expect(judged.verdict == .onTarget)
        #expect(!judged.reason.contains("differ"))
    }

    @Test(arguments: [
        (["< 1%", "> 1%"], "the documents differ on whether more or less is good"),
        (["< 1%", "< 100ms"], "the documents state limits that cannot be compared with each other"),
    ])
    func claimsThatCannotBothBeMeantJudgeNothing(_ targets: [String], _ reason: String) throws {
        let judged = try kpi(try threshold(targets), [steady("error_rate_percent", 0.5)])
        #expect(judged.verdict == .noData)
        #expect(judged.reason == reason)
    }

    @Test func bareLengthsOfTimeInDescendingOrderSayNothing() throws {
        let bare = try threshold(["100ms"], alerts: ["50ms"])
        #expect(try kpi(bare, [steady("error_rate_ms", 200)]).verdict == .noData)
        let ascending = try threshold(["50ms"], alerts: ["100ms"])
        #expect(try kpi(ascending, [steady("error_rate_ms", 20)]).verdict == .onTarget)
    }

    @Test func limitsOutOfOrderSaySo() throws {
        let judged = try kpi(
            try threshold(["< 100ms"], alerts: ["> 200ms"], criticals: ["> 50ms"]), [steady("error_rate_ms", 20)])
        #expect(judged.verdict == .noData)
        #expect(judged.reason == "the limits are out of order: '> 200ms' comes before '> 50ms'")
    }
}
