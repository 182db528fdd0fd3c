import Configuration
import Plan
import SourceText
import Testing

@Suite("lint in plumbline.yml")
struct LintConfigurationTests {
    private func read(_ text: String) -> (LintConfiguration, [String]) {
        let (configuration, findings) = PlanConfiguration.read(SourceFile(path: "plumbline.yml", text: text))
        return (
            configuration.lint,
            findings.map { "\($0.span?.start.line ?? 0):\($0.span?.start.column ?? 0) \($0.message)" }
        )
    }

    @Test func everyKey() {
        let (lint, findings) = read(
            """
            lint:
              select: [all, flag-*]
              ignore: link-broken
              preview: true
              severity:
                flag-undefined: info
                phase-*: off
              per-path:
                - paths: ["archive/**", old.md]
                  ignore: [all]
                - paths: drafts/
                  severity: {link-broken: warning}
              min-severity: warning
              fail-on: never
              baseline: known.json
            """)
        #expect(findings == [])
        #expect(lint.select?.map(\.value) == ["all", "flag-*"])
        #expect(lint.ignore.map(\.value) == ["link-broken"])
        #expect(lint.ignore.first?.span.start == SourcePosition(line: 3, column: 11))
        #expect(lint.includesPreview)
        #expect(lint.levels.map(\.rule.value) == ["flag-undefined", "phase-*"])
        #expect(lint.levels.map(\.severity) == [.info, nil])
        #expect(lint.scopes.map { $0.patterns.map(\.text) } == [["archive/**", "old.md"], ["drafts/"]])
        #expect(lint.scopes.first?.ignore.map(\.value) == ["all"])
        #expect(lint.scopes.last?.levels.first?.severity == .warning)
        #expect(lint.minSeverity == .warning)
        #expect(lint.failureLevel == .never)
        #expect(lint.baseline?.value == "known.json")
    }

    @Test(arguments: ["", "lint:\n", "lint: {}\n", "lint:\n  ignore:\n  severity:\n  per-path:\n  select: ~\n"])
    func nothingIsSaid(text: String) {
        let (lint, findings) = read(text)
        #expect(findings == [])
        #expect(lint.select == nil && lint.minSeverity == nil && lint.failureLevel == nil && lint.baseline == nil)
    }

    @Test(arguments: [
        ("lint: [all]\n", "1:7 'lint' is '[all]', but has to be a set of keys"),
        ("lint:\n  selct: all\n", "2:3 unknown key 'selct'; did you mean 'select'?"),
        (
            "lint:\n  severity: {link-broken: loud}\n",
            "2:27 'link-broken' is 'loud', but has to be error, warning, info or off"
        ),
        ("lint:\n  severity: [off]\n", "2:13 'severity' is '[off]', but has to be a set of keys"),
        ("lint:\n  min-severity: off\n", "2:17 'min-severity' is 'off', but has to be error, warning or info"),
        ("lint:\n  fail-on: 1\n", "2:12 'fail-on' is '1', but has to be error, warning, info or never"),
        ("lint:\n  per-path: {paths: a}\n", "2:13 'per-path' is '{paths: a}', but has to be a list"),
        ("lint:\n  per-path: [a]\n", "2:14 an entry of 'per-path' is a text, but has to be a set of keys"),
        ("lint:\n  per-path:\n    - ignore: all\n", "3:7 an entry of 'per-path' has no 'paths'"),
        ("lint:\n  per-path:\n    - path: a\n", "3:7 unknown key 'path'; did you mean 'paths'?"),
        ("lint:\n  preview: 2\n", "2:12 'preview' is '2', but has to be true or false"),
    ])
    func wrong(text: String, message: String) { #expect(read(text).1 == [message]) }

    @Test func patternsHaveAnEnd() {
        let list = (0...1000).map { "p\($0).md" }.joined(separator: ", ")
        let (_, findings) = read("lint:\n  per-path: [{paths: [\(list)]}]\n")
        #expect(
            findings == ["2:3 'per-path' has 1001 patterns; at most 1000 are held against each document"])
    }

    @Test(arguments: [
        (FailureLevel.error, [true, false, false]), (.warning, [true, true, false]), (.info, [true, true, true]),
        (.never, [false, false, false]),
    ])
    func failureLevels(level: FailureLevel, fails: [Bool]) {
        #expect([Severity.error, .warning, .info].map(level.fails) == fails)
    }
}
