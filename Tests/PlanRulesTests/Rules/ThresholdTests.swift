import Plan
import SourceText
import Testing

@testable import PlanRules

struct ThresholdConflictTests {
    private func messages(_ targets: [Claim<Limit>], origin: Threshold.Origin = .indicator) -> [String] {
        let threshold = Threshold(metric: "Error Rate", origin: origin, targets: targets, span: span("a.md", 1))
        return PlanRule.thresholdConflict.messages(on: Plan(thresholds: [threshold]))
    }
    private func pair(_ first: Limit, _ second: Limit) -> [Claim<Limit>] {
        [claim(first, "a.md", 2, .listItem), claim(second, "b.md", 3, .tableCell)]
    }

    @Test(arguments: [
        (limit(.below, 1), limit(.below, 2), "'Error Rate' has its target at < 2% here, but at < 1% in a.md:2"),
        (limit(.below, 1), limit(.above, 1), "'Error Rate' has its target at > 1% here, but at < 1% in a.md:2"),
        (limit(nil, 99.9), limit(.above, 99.5), "'Error Rate' has its target at > 99.5% here, but at 99.9% in a.md:2"),
        (
            limit(.below, 100, .milliseconds, .average), limit(.below, 1, .seconds),
            "'Error Rate' has its target at < 1 s here, but at < 100 ms in a.md:2"
        ),
    ])
    func conflict(first: Limit, second: Limit, message: String) {
        #expect(messages(pair(first, second)) == [message])
    }

    @Test(arguments: [
        (limit(.below, 1), limit(.atMost, 1)),
        (limit(nil, 99.9), limit(.above, 99.9)),
        (limit(.below, 5), limit(.below, 0.05, .ratio)),
        (limit(.below, 1000, .milliseconds), limit(.below, 1, .seconds)),
        // Other statistics, other windows, other dimensions, no unit.
        (limit(.below, 100, .milliseconds, .average), limit(.below, 200, .milliseconds, .percentile(95))),
        (limit(.above, 5, windowSeconds: 300), limit(.above, 2, windowSeconds: 3600)),
        (limit(.below, 1), limit(.below, 10, .none)),
        (limit(.below, 1), limit(.below, 10, .milliseconds)),
    ])
    func silent(first: Limit, second: Limit) {
        #expect(messages(pair(first, second)) == [])
    }

    @Test func everyLevelIsNamed() {
        let threshold = Threshold(
            metric: "Error Rate", origin: .indicator, warnings: pair(limit(.above, 5), limit(.above, 6)),
            criticals: pair(limit(.above, 15), limit(.above, 16)), span: span("a.md", 1))
        #expect(
            PlanRule.thresholdConflict.messages(on: Plan(thresholds: [threshold])) == [
                "'Error Rate' has its alert limit at > 6% here, but at > 5% in a.md:2",
                "'Error Rate' has its critical limit at > 16% here, but at > 15% in a.md:2",
            ])
    }

    @Test func otherOriginsPhasesAndNamesAreApart() {
        #expect(messages(pair(limit(.below, 1), limit(.below, 2)), origin: .criterion) == [])
        func plan(_ metric: String, phase: String? = nil) -> Plan {
            Plan(thresholds: [
                Threshold(
                    metric: "Error Rate", origin: .indicator, targets: [claim(limit(.below, 1), "a.md", 2)],
                    span: span("a.md", 1)),
                Threshold(
                    metric: metric, origin: .indicator, targets: [claim(limit(.below, 2), "b.md", 3)],
                    span: span("b.md", 1),
                    phase: phase),
            ])
        }
        #expect(PlanRule.thresholdConflict.messages(on: plan("API Error Rate")) == [])
        #expect(PlanRule.thresholdConflict.messages(on: plan("Error Rate", phase: "phase-2")) == [])
        #expect(PlanRule.thresholdConflict.messages(on: plan("error rates")).count == 1)
    }

    @Test func oneDocumentWithAMeasurePerServiceIsSilent() {
        #expect(messages([claim(limit(.below, 1), "a.md", 2), claim(limit(.below, 2), "a.md", 9)]) == [])
    }
}

struct ThresholdConfigConflictTests {
    private static let thresholds = [
        Threshold(
            metric: "Error Rate", origin: .indicator, targets: [claim(limit(.below, 1), "a.md", 2)],
            warnings: [claim(limit(.above, 5), "a.md", 3)], criticals: [claim(limit(.above, 15), "a.md", 4)],
            span: span("a.md", 1)),
        Threshold(
            metric: "Hook Execution Time", origin: .indicator,
            targets: [claim(limit(.below, 100, .milliseconds, .average), "a.md", 6)],
            warnings: [claim(limit(.above, 200, .milliseconds, .average), "a.md", 7)],
            criticals: [claim(limit(.above, 3000, .milliseconds, .average), "a.md", 8)], span: span("a.md", 5)),
    ]

    private func setting(_ key: String, _ metric: String, _ level: LimitLevel?, _ quantity: Quantity) -> ConfiguredLimit
    {
        ConfiguredLimit(key: key, metric: metric, level: level, value: claim(quantity, "c.md", 9, .codeBlock))
    }
    private func messages(_ limits: [ConfiguredLimit], _ thresholds: [Threshold] = thresholds) -> [String] {
        let dashboard = Dashboard(
            name: nil, refreshInterval: nil, limits: limits, channels: [], escalations: [], span: span("c.md", 1))
        return PlanRule.thresholdConfigConflict.messages(on: Plan(thresholds: thresholds, dashboards: [dashboard]))
    }

    @Test func otherThanTheNamedLevel() {
        #expect(
            messages([setting("criticalErrorRateThreshold", "error rate", .critical, Quantity(20, .none))]) == [
                "'criticalErrorRateThreshold' is 20 here, but the critical limit of 'Error Rate' is > 15% in a.md:4"
            ])
        // The number of another level than the key names.
        #expect(
            messages([setting("criticalErrorRateThreshold", "error rate", .critical, Quantity(5, .none))]).count == 1)
    }

    @Test func otherThanEveryLevel() {
        #expect(
            messages([setting("slowHookThreshold", "slow hook", nil, Quantity(150, .none))]) == [
                "'slowHookThreshold' is 150 here, but 'Hook Execution Time' has < 100 ms, > 200 ms, > 3000 ms in a.md:6"
            ])
    }

    @Test func highMeansAlertBesideCritical() {
        let high = setting("highErrorRateThreshold", "error rate", .warning, Quantity(15, .none))
        let critical = setting("criticalErrorRateThreshold", "error rate", .critical, Quantity(15, .none))
        #expect(messages([high]) == [])
        #expect(messages([high, critical]).count == 1)
    }

    @Test func silent() {
        func quiet(_ key: String, _ metric: String, _ level: LimitLevel?, _ quantity: Quantity) -> Bool {
            messages([setting(key, metric, level, quantity)]).isEmpty
        }
        #expect(quiet("highErrorRateThreshold", "error rate", .warning, Quantity(5, .none)))
        #expect(quiet("criticalErrorRateThreshold", "error rate", .critical, Quantity(0.15, .none)))
        #expect(quiet("criticalErrorRateThreshold", "error rate", .critical, Quantity(0.15, .ratio)))
        #expect(quiet("slowHookThreshold", "slow hook", nil, Quantity(100, .none)))
        #expect(quiet("criticalHookTime", "hook time", .critical, Quantity(3, .none)))
        #expect(quiet("criticalHookTimeMs", "hook time", .critical, Quantity(3000, .milliseconds)))
        // Nothing that the words name, no substrings, no unit in common.
        #expect(quiet("memoryThreshold", "memory", .critical, Quantity(1, .none)))
        #expect(quiet("errorThreshold", "error", .critical, Quantity(7, .none)))
        #expect(quiet("errThreshold", "err rat", .critical, Quantity(7, .none)))
        #expect(quiet("criticalErrorRateMs", "error rate", .critical, Quantity(7, .milliseconds)))
        #expect(messages([]) == [])
    }

    @Test func wordsThatFitSeveralMeasuresAreSilent() {
        let two = ["API Error Rate", "Job Error Rate"].map {
            Threshold(
                metric: $0, origin: .indicator, criticals: [claim(limit(.above, 15), "a.md", 4)], span: span("a.md", 1))
        }
        #expect(messages([setting("criticalErrorRate", "error rate", .critical, Quantity(20, .none))], two) == [])
        // The whole name decides where one measure's words are part of another's.
        #expect(
            messages(
                [setting("criticalErrorRate", "error rate", .critical, Quantity(20, .none))], two + Self.thresholds
            ).count
                == 1)
    }
}
