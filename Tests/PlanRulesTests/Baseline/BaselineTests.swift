import SourceText
import Testing

@testable import PlanRules

@Suite struct BaselineTests {
    private func finding(_ identity: String, line: Int = 1, in path: String = "a.md", rule: String = "r") -> Finding {
        Finding(
            rule: rule, severity: .error, message: "'\(identity)' is wrong", at: span(path, line), identity: [identity])
    }

    private func baseline(_ findings: [Finding]) -> Baseline {
        Baseline(of: findings, fingerprints: fingerprints(of: findings)) { "docs/\($0.path)" }
    }

    private func compare(_ findings: [Finding], with known: [Finding]) -> (new: [Finding], known: [Finding], stale: Int)
    {
        let (new, known, unmatched) = baseline(known).compare(findings, fingerprints: fingerprints(of: findings))
        return (new, known, unmatched.count)
    }

    @Test func exactBytes() {
        let prints = fingerprints(of: [finding("y")]) + fingerprints(of: [finding("x", in: "z.md")])
        #expect(
            baseline([finding("x", in: "z.md"), finding("y")]).serialized() == """
                {
                  "schema": "plumbline/baseline/1",
                  "findings": [
                    {"fingerprint":"\(prints[0])","rule":"r","path":"docs/a.md","message":"'y' is wrong"},
                    {"fingerprint":"\(prints[1])","rule":"r","path":"docs/z.md","message":"'x' is wrong"}
                  ]
                }

                """)
        #expect(baseline([]).serialized() == "{\n  \"schema\": \"plumbline/baseline/1\",\n  \"findings\": []\n}\n")
    }

    /// What moves changes neither what is known nor a byte of the file.
    @Test func linesDoNotMatter() {
        func conflict(_ line: Int) -> Finding {
            Finding(
                rule: "r", severity: .error, message: "30 min here, but 60 min in b.md:\(line)", at: span("a.md", line),
                related: [Finding.Note("60 min", at: span("b.md", line))], identity: ["rollback", "30", "60"])
        }
        #expect(baseline([conflict(3)]).serialized() == baseline([conflict(17)]).serialized())
        #expect(baseline([conflict(3)]).serialized().contains("60 min in docs/b.md\""))
        #expect(compare([conflict(17)], with: [conflict(3)]).known == [conflict(17)])
    }

    @Test func aFileThatMovesStaysKnown() {
        let moved = finding("x", line: 9, in: "new/b.md")
        let (new, known, stale) = compare([moved, finding("y")], with: [finding("x")])
        #expect(new == [finding("y")])
        #expect(known == [moved])
        #expect(stale == 0)
    }

    @Test func repeatsAreCounted() {
        let three = [1, 2, 3].map { finding("x", line: $0) }
        #expect(compare(three, with: Array(three.prefix(2))).new == [three[2]])
        #expect(compare(Array(three.prefix(2)), with: three).stale == 1)
        #expect(compare([], with: three).stale == 3)
    }

    /// What somebody allows in a document does not change the number of those that the baseline knows.
    @Test func repeatsAreNumberedAmongAll() {
        let three = [1, 2, 3].map { finding("x", line: $0) }
        let known = baseline(three)
        let left = [three[0], three[2]]
        let prints = numberedFingerprints(of: left, among: [three[1]])
        #expect(prints == [fingerprints(of: three)[0], fingerprints(of: three)[2]])
        #expect(known.compare(left, fingerprints: prints).new == [])
        let report = LintReport(
            findings: [three[2]], documentCount: 1, silenced: [SilencedFinding(three[0], .baseline)], hidden: [three[1]]
        )
        #expect(report.findingPrints() == [fingerprints(of: three)[2]])
        #expect(report.baselined == 1)
        #expect(report.suppressed == 0)
        #expect(report.summary == "1 error in 1 document (1 in the baseline, 1 too quiet to be shown)")
    }

    @Test func anEntryThatStandsTwiceIsToldOnce() {
        let entry = Baseline.Entry(
            fingerprint: "0", rule: "link-broken", path: "a.md", message: "m", span: span("k.json", 4))
        let unmatched = Baseline([entry, entry]).compare([], fingerprints: []).unmatched
        #expect(unmatched == [entry])
        let stale = unmatched[0].stale
        #expect(stale.rule == "baseline-stale")
        #expect(stale.severity == .warning)
        #expect(stale.span == span("k.json", 4))
        #expect(stale.message == "'link-broken' finds nothing in 'a.md' any more that this entry stands for")
    }

    /// Ten thousand take a fraction of a second; pair by pair they would take minutes.
    @Test(.timeLimit(.minutes(5))) func manyEntries() {
        let file = SourceFile(path: "a.md", text: String(repeating: "x\n", count: 20_000))
        let many = (0..<20_000).map { index in
            Finding(
                rule: "r", severity: .error, message: "number \(index)",
                at: SourceSpan(file: file, range: 2 * index..<2 * index + 1), identity: ["\(index % 15_000)"])
        }
        let prints = fingerprints(of: many)
        let known = Baseline(of: Array(many.prefix(10_000)), fingerprints: Array(prints.prefix(10_000))) { $0.path }
        let (new, old, unmatched) = known.compare(many, fingerprints: prints)
        #expect(new.count == 10_000)
        #expect(old.count == 10_000)
        #expect(unmatched.isEmpty)
        #expect(known.serialized().split(separator: "\n").count == 10_005)
    }
}

@Suite struct SilencedSARIFTests {
    private var report: LintReport {
        LintReport(
            findings: [Sample.link], documentCount: 1,
            silenced: [
                SilencedFinding(Sample.rollback, .baseline),
                SilencedFinding(Sample.placeless, .comment(reason: "\u{1b}later")),
            ])
    }

    /// Services that show suppressed results as open ones get none.
    @Test func leftOutUnlessAskedFor() {
        let log = report.sarif(version: "1")
        #expect(!log.contains("suppressions"))
        #expect(!log.contains("rollback-time-conflict"))
    }

    @Test func allHaveTheProperty() {
        let log = report.sarif(version: "1", includingSilenced: true)
        #expect(log.ranges(of: "\"suppressions\": []").count == 1)
        #expect(log.contains("\"kind\": \"external\""))
        #expect(log.contains("\"kind\": \"inSource\""))
        #expect(log.ranges(of: "\"partialFingerprints\"").count == 3)
        #expect(log.contains("\"id\": \"rollback-time-conflict\""))
        #expect(log.contains("later\""))
        #expect(!log.contains("\u{1b}"))
    }
}
