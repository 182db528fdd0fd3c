import SourceText
import Testing

@testable import PlanRules

struct GitHubLimitTests {
    private func lines(_ findings: [Finding]) -> [Substring] {
        LintReport(findings: findings, documentCount: 1).githubAnnotations().split(separator: "\n")
    }

    /// The runner shows ten of each level and says nothing of the others.
    @Test func tenOfEachLevel() {
        let lines = lines(Sample.many(12, .info) + Sample.many(11, .warning) + Sample.many(10, .error))
        #expect(lines.count == 31)
        #expect(lines.prefix(10).allSatisfy { $0.hasPrefix("::error ") })
        #expect(lines[10..<20].allSatisfy { $0.hasPrefix("::warning ") })
        #expect(lines[20..<30].allSatisfy { $0.hasPrefix("::notice ") })
        #expect(lines[0].hasSuffix("::number 1") && lines[9].hasSuffix("::number 10"))
        #expect(lines.last == "left out: 1 warning, 2 notes, for GitHub shows 10 annotations of each level")
    }

    @Test func tenAreAll() { #expect(lines(Sample.many(10, .error)).count == 10) }
}
