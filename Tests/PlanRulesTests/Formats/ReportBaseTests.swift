import SourceText
import Testing

@testable import PlanRules

/// A report of what is new says so in every format that has room for it.
@Suite struct ReportBaseTests {
    private let report: LintReport

    init() {
        let old = SourceFile(path: "a.md", text: "one\ntwo\n")
        let new = SourceFile(path: "a.md", text: "one\nTWO\n")
        let findings = (1...2).map { line in
            Finding(
                rule: "link-broken", severity: .error, message: "'\(line).md' does not exist",
                at: SourceSpan(file: new, range: new.lineRange(line)), identity: ["\(line).md"])
        }
        let comparison = BaseComparison(findings, in: [new], since: [], in: [old])
        report = LintReport(
            findings: comparison.new + comparison.elsewhere, documentCount: 1,
            base: ReportBase(comparison, reference: "origin/\u{1b}main", commit: String(repeating: "ab", count: 20)))
    }

    @Test func textListsWhatWasCausedElsewhereBehindTheSummary() {
        let lines = report.text().split(separator: "\n").map(String.init)
        #expect(lines.first == "a.md:2:1: error[link-broken]: '2.md' does not exist")
        #expect(
            lines.suffix(3) == [
                "2 errors in 1 document",
                "against origin/␛main (abababa): 2 new, 0 mended, 0 unchanged; caused by a change elsewhere: 1",
                "  a.md:1:1: error[link-broken] '1.md' does not exist",
            ])
    }

    @Test func jsonNamesThemByFingerprint() {
        let json = report.json()
        #expect(json.contains("\"errors\": 2"))
        #expect(json.contains("\"new\": 2,\n      \"mended\": 0,\n      \"unchanged\": 0,\n      \"elsewhere\": [\n"))
        let print = fingerprints(of: report.findings)[0]
        #expect(json.components(separatedBy: print).count == 3)
        #expect(!LintReport(findings: [], documentCount: 1).json().contains("\"base\""))
    }

    @Test func githubPutsThemOnNoLine() {
        let lines = report.githubAnnotations().split(separator: "\n").map(String.init)
        #expect(
            lines == [
                "::error title=link-broken::'1.md' does not exist%0Aa.md:1:1: caused by a change elsewhere",
                "::error file=a.md,line=2,col=1,endLine=2,endColumn=4,title=link-broken::'2.md' does not exist",
                "against origin/␛main (abababa): 2 new, 0 mended, 0 unchanged; caused by a change elsewhere: 1",
            ])
    }

    @Test func markdownSaysIt() {
        let text = report.markdown()
        #expect(text.contains("\nagainst origin/␛main (abababa): 2 new, 0 mended, 0 unchanged; caused"))
        #expect(text.contains("'1.md' does not exist (caused by a change elsewhere) |"))
        #expect(!text.contains("'2.md' does not exist (caused"))
    }
}

extension String {
    fileprivate func components(separatedBy text: String) -> [Substring] {
        split(separator: text, omittingEmptySubsequences: false)
    }
}
