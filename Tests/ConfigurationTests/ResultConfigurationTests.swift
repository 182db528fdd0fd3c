import Configuration
import Plan
import SourceText
import Testing

@Suite struct ResultConfigurationTests {
    private func read(_ text: String) -> (PlanConfiguration, [Finding]) {
        PlanConfiguration.read(SourceFile(path: "plumbline.yml", text: text))
    }

    @Test func checksAndNames() throws {
        let (configuration, findings) = read(
            """
            result-max-age: 14d
            result-names:
              smoke/answers fast: after-smoke
              org.ledger.ExportTest: Ledger exported
            checks:
              Backup restored: {command: [./verify.sh, --days, 3], timeout: 2m, directory: tools}
              before-backup: {command: [true]}
            """)
        #expect(findings.isEmpty)
        #expect(configuration.resultLimit == 1_209_600.0)
        #expect(configuration.resultNames.map(\.result.value) == ["smoke/answers fast", "org.ledger.ExportTest"])
        #expect(configuration.resultNames.map(\.item.value) == ["after-smoke", "Ledger exported"])
        #expect(configuration.resultNames.first?.item.span.text == "after-smoke")
        #expect(configuration.checks.map(\.item.value) == ["Backup restored", "before-backup"])
        #expect(configuration.checks.first?.command == ["./verify.sh", "--days", "3"])
        #expect(configuration.checks.map(\.timeout) == [120, 30])
        #expect(configuration.checks.map(\.directory) == ["tools", nil])
    }

    @Test(arguments: [
        (
            "checks: {a: {command: make check}}",
            "'command' is 'make check', but has to be a list of words, the program first"
        ),
        ("checks: {a: {command: [[x]]}}", "'command' is '[[x]]', but has to be a list of words, the program first"),
        ("checks: {a: {}}", "the check of 'a' has no command"), ("checks: {a: }", "the check of 'a' has no command"),
        ("checks: {a: {command: [x], timeout: 5}}", "'timeout' is '5', but has to be a length of time with its unit"),
        ("checks: {a: {command: [x], shell: true}}", "unknown key 'shell'"),
        ("checks: [a]", "'checks' is '[a]', but has to be a set of keys"),
        ("result-max-age: 14", "'result-max-age' is '14', but has to be a length of time with its unit"),
        ("result-names: a", "'result-names' is 'a', but has to be a set of keys"),
        ("result-names: {a: [b]}", "'a' is '[b]', but has to be a text"),
    ])
    func faultsAreTold(_ text: String, _ message: String) {
        let findings = read(text).1
        #expect(findings.count == 1)
        #expect(findings.first?.message.hasPrefix(message) == true, "\(findings.map(\.message))")
    }
}
