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
