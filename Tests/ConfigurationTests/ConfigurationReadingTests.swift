import Configuration
import Foundation
import Plan
import SourceText
import Testing

@Suite("plumbline.yml")
struct ConfigurationReadingTests {
    private func read(_ text: String) -> (PlanConfiguration, [String]) {
        let (configuration, findings) = PlanConfiguration.read(SourceFile(path: "plumbline.yml", text: text))
        return (
            configuration, findings.map { "\($0.span?.start.line ?? 0):\($0.span?.start.column ?? 0) \($0.message)" }
        )
    }

    @Test(arguments: ["https://status.example.org", "https://status.example.org/", "HTTP://[::1]:8080/a%20b"])
    func addressOfTheSiteEndsInASlash(_ address: String) {
        let (configuration, findings) = read("site: \"\(address)\"\n")
        #expect(configuration.site == (address.hasSuffix("/") ? address : address + "/"))
        #expect(findings.isEmpty)
    }

    @Test("every key is read")
    func everyKey() {
        let (configuration, findings) = read(
            """
            title: Move to the new ledger
            start: 2026-11-23
            timezone: Europe/Berlin
            working-days: true
            documents: ["*.md", more/*.md]
            metrics: [metrics/*.csv]
            results: results/today.json
            templates: ../templates
            output: ../output
            update-interval: 60m
            kpis:
              Error rate: {metric: error_rate, interval: 60s, window: 1h}
              Queue length: queue_length
            email:
              from: plan@example.org
              to: [team@example.org]
              subject-prefix: "[ledger]"
            vocabulary:
              phase: [Tranche, étape-clé]
              rollback: back out
            """)
        #expect(findings == [])
        #expect(configuration.title == "Move to the new ledger")
        #expect(configuration.start?.description == "2026-11-23")
        #expect(configuration.timezone?.value == "Europe/Berlin")
        #expect(configuration.workingDaysOnly)
        #expect(configuration.documents == ["*.md", "more/*.md"])
        #expect(configuration.metrics == ["metrics/*.csv"])
        #expect(configuration.results == ["results/today.json"])
        #expect(configuration.templates == "../templates")
        #expect(configuration.output == "../output")
        #expect(configuration.updateInterval == 3600)
        #expect(configuration.indicators.map(\.name.value) == ["Error rate", "Queue length"])
        #expect(configuration.indicators.map(\.metric) == ["error_rate", "queue_length"])
        #expect(configuration.indicators.first?.interval == 60)
        #expect(configuration.indicators.first?.window == 3600)
        #expect(configuration.mail?.from == "plan@example.org")
        #expect(configuration.mail?.to == ["team@example.org"])
        #expect(configuration.mail?.subjectPrefix == "[ledger]")
        #expect(configuration.words == [.phase: ["Tranche", "étape-clé"], .rollback: ["back out"]])
        #expect(configuration.vocabulary.classes(of: "tranche").contains(.phase))
    }

    @Test("how a measure is judged, and what is planned")
    func measures() {
        let (configuration, findings) = read(
            """
            kpis:
              Error rate: {labels: {job: web, zone: 2}, query: sum(x), statistic: p99.9, open-after: 3, close-after: 5}
              Availability: {good: ok_total, total: all_total, baseline: 800ms}
              Latency: {baseline: {from: 2026-11-01, to: 2026-11-08T12:00:30-02:30}}
            planned-windows:
              - {from: 2026-11-30T22:00, to: 2026-11-30T23:30Z, reason: drill, kpis: Error rate}
            """)
        #expect(findings == [])
        let measures = configuration.indicators
        #expect(measures[0].labels.map { "\($0.key)=\($0.value)" } == ["job=web", "zone=2"])
        #expect(measures[0].query == "sum(x)")
        #expect(measures[0].statistic == .percentile(99.9))
        #expect(measures.map(\.openAfter) == [3, 1, 1])
        #expect(measures.map(\.closeAfter) == [5, 1, 1])
        #expect([measures[1].good, measures[1].total] == ["ok_total", "all_total"])
        #expect(measures[1].baseline == .amount(Quantity(800, .milliseconds)))
        guard case .span(let from, let to)? = measures[2].baseline else {
            Issue.record("the baseline is \(String(describing: measures[2].baseline))")
            return
        }
        #expect(from == WrittenTime("2026-11-01T00:00"))
        #expect(to.seconds == 43_230)
        #expect(to.offsetMinutes == -150)
        let window = configuration.plannedWindows.first
        #expect(window?.from.value == WrittenTime("2026-11-30 22:00"))
        #expect(window?.to.value.offsetMinutes == 0)
        #expect(window?.reason == "drill")
        #expect(window?.kpis.map(\.value) == ["Error rate"])
    }

    @Test(
        "what is no moment",
        arguments: [
            "", "2026-11-31", "2026-11-30T", "2026-11-30T9:00", "2026-11-30T24:00", "2026-11-30T09:60", "2026-11-30T09",
            "2026-11-30T09:00:00:00", "2026-11-30T09:00+1", "2026-11-30T09:00+01:00:00", "2026-11-30T09:00 CET",
            "2026-11-30_09:00", "2026-11-30T٠٩:٠٠",
        ])
    func noMoment(text: String) {
        #expect(WrittenTime(text) == nil)
    }

    @Test("nothing at all is a configuration too", arguments: ["", "# only a comment\n", "---\n"])
    func empty(text: String) {
        #expect(read(text).1 == [])
    }

    @Test(
        "what is wrong is named with line, column and both values",
        arguments: [
            ("titel: x\n", "1:1 unknown key 'titel'; did you mean 'title'?"),
            ("title: x\nstart: soon\n", "2:8 'start' is 'soon', but has to be a date such as 2026-11-23"),
            ("start: 2026-02-30\n", "1:8 'start' is '2026-02-30', but has to be a date such as 2026-11-23"),
            (
                "update-interval: 60\n",
                "1:18 'update-interval' is '60', but has to be a length of time with its unit, such as 60s, 5m or 1h"
            ),
            ("kpis:\n  Error rate:\n    metrik: x\n", "3:5 unknown key 'metrik'; did you mean 'metric'?"),
            (
                "kpis:\n  Error rate: a\n  error-rate: b\n",
                "3:3 'error-rate' has the same words as 'Error rate' in line 2: both are one indicator"
            ),
            ("kpis:\n  A: {good: a}\n", "2:7 'good' needs 'total' beside it"),
            (
                "kpis:\n  A: {good: a, total: b, open-after: 2}\n",
                "2:26 'open-after' cannot stand beside 'good' and 'total'"
            ),
            (
                "kpis:\n  A:\n    open-after: none\n",
                "3:17 'open-after' is 'none', but has to be a number from 1 to 1000"
            ),
            (
                "kpis:\n  A:\n    statistic: mean\n",
                "3:16 'statistic' is 'mean', but has to be average, median, maximum, minimum, total, rate, increase or a "
                    + "percentile such as p95"
            ),
            (
                "kpis:\n  A:\n    baseline: normal\n",
                "3:15 'baseline' is 'normal', but has to be an amount such as 800ms or 2.5%, or {from: …, to: …}"
            ),
            ("kpis:\n  A:\n    baseline: {from: 2026-11-02, to: 2026-11-01}\n", "3:5 'to' is not later than 'from'"),
            (
                "planned-windows:\n  - {from: 2026-11-30T22, to: 2026-11-30T23:00, reason: a}\n",
                "2:12 'from' is '2026-11-30T22', but has to be a time such as 2026-11-30T14:00 or "
                    + "2026-11-30T14:00:00+01:00"
            ),
            (
                "planned-windows:\n  - from: 2026-11-30\n    reason: a\n",
                "2:5 an entry of 'planned-windows' has no 'to'"
            ),
            ("planned-windows:\n  - {form: x}\n", "2:6 unknown key 'form'; did you mean 'from'?"),
            (
                "planned-windows: [tonight]\n",
                "1:19 an entry of 'planned-windows' is a text, but has to be a set of keys"
            ),
            ("metrics: {a: b}\n", "1:10 'metrics' is '{a: b}', but has to be a text or a list of texts"),
            ("working-days: maybe\n", "1:15 'working-days' is 'maybe', but has to be true or false"),
            (
                "vocabulary:\n  phaze: [tranche]\n",
                "2:3 unknown class of words 'phaze'; did you mean 'phase'?"
            ),
            ("vocabulary:\n  phase: [a, 'two of three']\n", "2:14 'two of three' cannot be a word of 'phase'"),
            ("vocabulary:\n  risk: \"50 %\"\n", "2:9 '50 %' cannot be a word of 'risk'"),
            ("vocabulary:\n  risk: ['']\n", "2:10 '' cannot be a word of 'risk'"),
            ("vocabulary:\n  risk: 5\n", "2:9 'risk' is '5', but has to be a text or a list of texts"),
            ("vocabulary: [tranche]\n", "1:13 'vocabulary' is '[tranche]', but has to be a set of keys"),
            ("- a\n- b\n", "1:1 the configuration is a list, not keys with values"),
        ])
    func wrong(text: String, message: String) {
        #expect(read(text).1 == [message])
    }

    @Test("the schema knows the classes of words that there are")
    func schema() throws {
        let schema = try #require(
            try JSONSerialization.jsonObject(with: Data(configurationSchema.utf8)) as? [String: Any])
        let properties = try #require(schema["properties"] as? [String: Any])
        let vocabulary = try #require(properties["vocabulary"] as? [String: Any])
        let names = try #require(vocabulary["propertyNames"] as? [String: Any])
        #expect(names["enum"] as? [String] == WordClass.extendable)
    }

    @Test("text that is no YAML is one finding with a place")
    func noYAML() {
        let findings = read("title: [unclosed\nstart: 2026-11-23\n").1
        #expect(findings.count == 1)
        #expect(findings.first?.hasPrefix("0:") == false)
    }
}
