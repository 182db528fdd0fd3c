import Foundation
import TestSupport
import Testing

/// Rules that `export` writes fire in Prometheus when and only when the documents say so.
@Suite struct ExportRulesTests {
    private static let plan = """
        ---
        title: Move of the ticket "desk"
        ---
        # Move of the ticket desk

        ## Key performance indicators

        | Measure | Target | Alert | Critical |
        | --- | --- | --- | --- |
        | Answer time | < 150 ms average | > 300 ms average | > 900 ms average |
        | Refused orders | < 1% | > 4% | > 12% for 5 minutes |
        | Reachability | > 99.9% | < 99.5% | < 98% |
        | Search time | p95 < 400 ms | p95 > 800 ms | |
        | Open seats | 20 | 10 | 5 |
        | Print time | < 2 s | | |

        ## Rollback triggers

        - Refused orders > 8% for 10 minutes → full rollback
        - Reachability below 95% for 2 minutes → full rollback
        """

    private static let settings = """
        kpis:
          Answer time: {metric: desk_answer_ms, window: 10m, interval: 1m}
          Refused orders: {metric: desk_refused_ratio, interval: 1m}
          Reachability: {metric: desk_reachable, unit: "%", interval: 1m}
          Search time: {metric: desk_search_seconds, window: 10m, interval: 1m}
          Open seats: {metric: desk_seats, interval: 1m}
          Print time: {metric: desk_print_seconds, interval: 1m}
        """

    /// What a series does, a sample a minute, and which alert it raises after so many minutes.
    struct Case: CustomTestStringConvertible {
        let series: String
        let values: String
        let minute: Int
        let alert: String
        let limit: String
        let fires: Bool
        var testDescription: String { "\(alert) \(limit): \(values) at \(minute) min" }

        init(_ series: String, _ values: String, at minute: Int, _ alert: String, _ limit: String, fires: Bool) {
            self.series = series
            self.values = values
            self.minute = minute
            self.alert = alert
            self.limit = limit
            self.fires = fires
        }
    }

    static let cases = [
        // The average counts, and no single sample.
        Case("desk_answer_ms", "310x30", at: 20, "AnswerTimeAlert", "> 300 ms (average over 10 min)", fires: true),
        Case("desk_answer_ms", "300x30", at: 20, "AnswerTimeAlert", "> 300 ms (average over 10 min)", fires: false),
        Case(
            "desk_answer_ms", "100x19 2000 100x9", at: 20, "AnswerTimeAlert", "> 300 ms (average over 10 min)",
            fires: false),
        Case("desk_answer_ms", "901x30", at: 20, "AnswerTimeCritical", "> 900 ms (average over 10 min)", fires: true),
        Case("desk_answer_ms", "900x30", at: 20, "AnswerTimeCritical", "> 900 ms (average over 10 min)", fires: false),
        // Per cents are held against ratios.
        Case("desk_refused_ratio", "0.041x30", at: 20, "RefusedOrdersAlert", "> 4%", fires: true),
        Case("desk_refused_ratio", "0.04x30", at: 20, "RefusedOrdersAlert", "> 4%", fires: false),
        // For five minutes, and not for four.
        Case("desk_refused_ratio", "0.01x10 0.13x20", at: 16, "RefusedOrdersCritical", "> 12% for 5 min", fires: true),
        Case("desk_refused_ratio", "0.01x10 0.13x20", at: 15, "RefusedOrdersCritical", "> 12% for 5 min", fires: false),
        Case(
            "desk_refused_ratio", "0.01x10 0.13x3 0.11 0.13x20", at: 16, "RefusedOrdersCritical", "> 12% for 5 min",
            fires: false),
        Case("desk_refused_ratio", "0.09x30", at: 10, "RefusedOrdersRollback", "> 8% for 10 min", fires: true),
        Case("desk_refused_ratio", "0.09x30", at: 9, "RefusedOrdersRollback", "> 8% for 10 min", fires: false),
        Case("desk_refused_ratio", "0.08x30", at: 20, "RefusedOrdersRollback", "> 8% for 10 min", fires: false),
        // Less is worse.
        Case("desk_reachable", "99.4x30", at: 20, "ReachabilityAlert", "< 99.5%", fires: true),
        Case("desk_reachable", "99.5x30", at: 20, "ReachabilityAlert", "< 99.5%", fires: false),
        Case("desk_reachable", "97.9x30", at: 20, "ReachabilityCritical", "< 98%", fires: true),
        Case("desk_reachable", "98x30", at: 20, "ReachabilityCritical", "< 98%", fires: false),
        Case("desk_reachable", "99x5 94x20", at: 8, "ReachabilityRollback", "< 95% for 2 min", fires: true),
        Case("desk_reachable", "99x5 94x20", at: 6, "ReachabilityRollback", "< 95% for 2 min", fires: false),
        // Milliseconds are held against seconds, one in twenty counts and one in twenty-five does not.
        Case(
            "desk_search_seconds", "0.5x9 0.9x3 0.5x20", at: 11, "SearchTimeAlert", "> 800 ms (p95 over 10 min)",
            fires: true),
        Case("desk_search_seconds", "0.8x30", at: 20, "SearchTimeAlert", "> 800 ms (p95 over 10 min)", fires: false),
        // A bare limit is broken by the number itself, on the side to which the limits lead.
        Case("desk_seats", "10x30", at: 20, "OpenSeatsAlert", "<= 10", fires: true),
        Case("desk_seats", "11x30", at: 20, "OpenSeatsAlert", "<= 10", fires: false),
        Case("desk_seats", "5x30", at: 20, "OpenSeatsCritical", "<= 5", fires: true),
        Case("desk_seats", "6x30", at: 20, "OpenSeatsCritical", "<= 5", fires: false),
        // A target counts where there is no other limit, and is missed by the number itself.
        Case("desk_print_seconds", "2x30", at: 20, "PrintTimeTarget", ">= 2 s", fires: true),
        Case("desk_print_seconds", "1.9x30", at: 20, "PrintTimeTarget", ">= 2 s", fires: false),
        // Silence is none of these, and told all the same.
        Case("desk_seats", "30x5 _x60", at: 30, "OpenSeatsNoData", "no data", fires: true),
        Case("desk_seats", "30x5 _x60", at: 10, "OpenSeatsNoData", "no data", fires: false),
        Case("desk_seats", "30x60", at: 40, "OpenSeatsNoData", "no data", fires: false),
    ]

    @Test func rulesFireAsTheDocumentsSay() async throws {
        let place = try Workspace()
        guard requirement(try await place.shell("promtool --version").status == 0, "promtool is not installed") else {
            return
        }
        try place.write(Self.plan, to: "plan.md")
        try place.write(Self.settings, to: "plumbline.yml")
        let written = try await place.run("export", "prometheus-rules", "--output", "rules.yml", ".")
        #expect(written.errors == "")
        #expect(written.status == 0)

        let checked = try await place.shell("promtool check rules rules.yml")
        #expect(checked.status == 0, "\(checked.output)\(checked.errors)")
        #expect(checked.output.contains("rules found"))

        try place.write(Self.unitTests, to: "tests.yml")
        let tested = try await place.shell("promtool test rules tests.yml")
        #expect(tested.status == 0, "\(tested.output)\(tested.errors)")
    }

    /// Every rule of the file has a case in which it fires and one in which it does not.
    @Test func everyRuleIsTried() async throws {
        let place = try Workspace()
        try place.write(Self.plan, to: "plan.md")
        try place.write(Self.settings, to: "plumbline.yml")
        let written = try await place.run("export", "prometheus-rules", ".").output
        let names = written.matches(of: /alert: "(\w+)"/).map { String($0.1) }.filter { !$0.hasSuffix("NoData") }
        let limits = written.matches(of: /limit: "(.+)"/).map { String($0.1) }.filter { $0 != "no data" }
        #expect(names.count == limits.count)
        for (name, limit) in zip(names, limits) {
            let tried = Self.cases.filter { $0.alert == name && $0.limit == limit }
            #expect(tried.contains { $0.fires } && tried.contains { !$0.fires }, "\(name) \(limit)")
        }
        #expect(names.count == 12)
    }

    // MARK: Availability

    private static let availability = """
        # Desk

        ## KPIs

        - **Availability**
          - Target: > 99.9%
          - Alert: < 99%

        """

    /// Series as promtool takes them, with what fires after 100 minutes.
    private static let shares: [(series: [(String, String)], firing: [String])] = [
        // Nothing good at all.
        ([("all_total{host=\"a\"}", "0+100x120")], ["AvailabilityAlert", "AvailabilityNoData"]),
        // A label that only one of them has.
        (
            [("all_total{host=\"a\"}", "0+100x120"), ("good_total{host=\"a\",code=\"200\"}", "0+50x120")],
            ["AvailabilityAlert"]
        ),
        // 99.995 % of all, though one small host is half down.
        (
            [
                ("all_total{host=\"a\"}", "0+1000000x120"), ("good_total{host=\"a\"}", "0+1000000x120"),
                ("all_total{host=\"b\"}", "0+100x120"), ("good_total{host=\"b\"}", "0+50x120"),
            ], []
        ),
        // At the limit, and below it.
        ([("all_total", "0+100x120"), ("good_total", "0+99x120")], []),
        ([("all_total", "0+1000x120"), ("good_total", "0+989x120")], ["AvailabilityAlert"]),
        // A good series that came and went counts as none.
        ([("all_total", "0+100x120"), ("good_total", "0+100x20 _x100")], ["AvailabilityAlert", "AvailabilityNoData"]),
        // Nothing happens.
        ([("all_total", "5x120"), ("good_total", "5x120")], []), ([], ["AvailabilityNoData"]),
    ]

    @Test func anAvailabilityIsThatOfAllTogether() async throws {
        let place = try Workspace()
        guard requirement(try await place.shell("promtool --version").status == 0, "promtool is not installed") else {
            return
        }
        try place.write(Self.availability, to: "plan.md")
        try place.write("kpis: {Availability: {good: good_total, total: all_total, window: 1h}}\n", to: "plumbline.yml")
        let written = try await place.run("export", "prometheus-rules", "--output", "rules.yml", ".")
        #expect(written.errors == "" && written.status == 0)
        var tests = "rule_files: [rules.yml]\nevaluation_interval: 1m\ntests:\n"
        for (number, share) in Self.shares.enumerated() {
            tests += "  - interval: 1m\n    name: 'share \(number)'\n    input_series:\n"
            tests += share.series.isEmpty ? "      - {series: other, values: '1x120'}\n" : ""
            tests += share.series.map { "      - {series: '\($0.0)', values: '\($0.1)'}\n" }.joined()
            tests += "    promql_expr_test:\n"
            for alert in ["AvailabilityAlert", "AvailabilityNoData"] {
                tests += """
                          - expr: 'count(ALERTS{alertname="\(alert)",alertstate="firing"}) or vector(0)'
                            eval_time: 100m
                            exp_samples: [{labels: '{}', value: \(share.firing.contains(alert) ? 1 : 0)}]

                    """
            }
        }
        try place.write(tests, to: "tests.yml")
        let tested = try await place.shell("promtool test rules tests.yml")
        #expect(tested.status == 0, "\(tested.output)\(tested.errors)")
    }

    /// What the assessment holds against a limit, the rule does too: a rate has a unit of its own.
    static let rates: [(String, String, String?)] = [
        ("rate", "per hour", "rate(sold_total[1h]) < 0.0138"), ("increase", "", "increase(sold_total[1h]) < 50"),
        ("rate", "", nil), ("increase", "per hour", nil),
    ]

    @Test(arguments: rates) func ratesHaveTheirUnit(_ statistic: String, _ unit: String, _ expression: String?)
        async throws
    {
        let place = try Workspace()
        try place.write(
            "# Desk\n\n## KPIs\n\n- **Sales**\n  - Target: > 100 \(unit)\n  - Alert: < 50 \(unit)\n", to: "plan.md")
        try place.write(
            "metrics: [m.csv]\nkpis: {Sales: {metric: sold_total, statistic: \(statistic), window: 1h, interval: 1m}}\n",
            to: "plumbline.yml")
        let samples = (0...120).map {
            "2026-11-23T\(8 + $0 / 60):\($0 % 60 < 10 ? "0" : "")\($0 % 60):00Z,sold_total,\($0 * 3)\n"
        }
        try place.write(
            "time,name,value\n" + samples.joined().replacing("T8:", with: "T08:").replacing("T9:", with: "T09:"),
            to: "m.csv")
        let written = try await place.run("export", "prometheus-rules", ".")
        let judged = try await place.run("validate", "--now", "2026-11-23T10:00:30Z", "runtime", ".")
        if let expression {
            #expect(
                written.status == 0 && written.output.contains("expr: \"\(expression)"),
                "\(written.output)\(written.errors)")
            #expect(judged.status == 0, "\(judged.output)\(judged.errors)")
        } else {
            #expect(
                written.status == 1 && written.errors.contains("which cannot be compared with"), "\(written.errors)")
            #expect(
                judged.status == 1 && judged.errors.contains("metric-unit-mismatch"), "\(judged.output)\(judged.errors)"
            )
        }
    }

    /// A title is in labels and in the group's name, whatever it holds.
    @Test(arguments: [
        "Shop {{ env }}", "Shop {{", "Shop }} {{ .Labels }}", "Shop\u{fffe}", "Shop\u{ffff}\u{10ffff}",
        "Shop\u{2028}x\u{85}y",
        "Shop\u{feff}\u{9b}", "Shop \"q\" \\ %s",
    ])
    func titlesBreakNothing(_ title: String) async throws {
        let place = try Workspace()
        guard requirement(try await place.shell("promtool --version").status == 0, "promtool is not installed") else {
            return
        }
        try place.write(
            "# \(title)\n\n## KPIs\n\n- **Error rate**\n  - Target: < 1%\n  - Alert: > 5%\n", to: "plan.md")
        try place.write("kpis: {Error rate: {metric: errors_ratio, interval: 1m}}\n", to: "plumbline.yml")
        let written = try await place.run("export", "prometheus-rules", "--output", "rules.yml", ".")
        #expect(written.status == 0, "\(written.errors)")
        let checked = try await place.shell("promtool check rules rules.yml")
        #expect(checked.status == 0, "\(checked.output)\(checked.errors)")
        // The label says what the title says, not what a template makes of it.
        guard title.hasPrefix("Shop {{") else { return }
        try place.write(
            """
            rule_files: [rules.yml]
            evaluation_interval: 1m
            tests:
              - interval: 1m
                input_series: [{series: errors_ratio, values: '0.06x20'}]
                promql_expr_test:
                  - expr: 'count(ALERTS{alertname="ErrorRateAlert",plan="\(title)"})'
                    eval_time: 10m
                    exp_samples: [{labels: '{}', value: 1}]

            """, to: "tests.yml")
        let tested = try await place.shell("promtool test rules tests.yml")
        #expect(tested.status == 0, "\(tested.output)\(tested.errors)")
    }

    /// As promtool takes them: alerts that fire, counted.
    private static var unitTests: String {
        "rule_files: [rules.yml]\nevaluation_interval: 1m\ntests:\n"
            + cases.map { one in
                let alerts = "ALERTS{alertname=\"\(one.alert)\",limit=\"\(one.limit)\",alertstate=\"firing\"}"
                return """
                      - interval: 1m
                        name: '\(one.testDescription)'
                        input_series:
                          - series: '\(one.series){host="a"}'
                            values: '\(one.values)'
                        promql_expr_test:
                          - expr: 'count(\(alerts)) or vector(0)'
                            eval_time: \(one.minute)m
                            exp_samples: [{labels: '{}', value: \(one.fires ? 1 : 0)}]

                    """
            }.joined()
    }
}
