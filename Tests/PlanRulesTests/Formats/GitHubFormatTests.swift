import SourceText
import Testing

@testable import PlanRules

struct GitHubFormatTests {
    @Test func otherPlaceIsNamedInTheMessage() {
        #expect(
            LintReport(findings: [Sample.rollback], documentCount: 2).githubAnnotations(folder: "docs")
                == "::error file=docs/strategy.md,line=12,col=20,endLine=12,endColumn=32,title=rollback-time-conflict::"
                + "'Full Rollback' is budgeted at 30 minutes here, but at 60 minutes in rollback.md:3%0A"
                + "docs/rollback.md:3:37: 60 min, read from the heading\n")
    }

    @Test func propertiesAndMessagesAreEscaped() {
        let file = SourceFile(path: "a,b:c%\n.md", text: "x\ny")
        let finding = Finding(
            rule: "r", severity: .info, message: "50%: a, b\r\n::error::injected\u{1b}",
            at: SourceSpan(file: file, range: 0..<3))
        #expect(
            LintReport(findings: [finding], documentCount: 1).githubAnnotations()
                == "::notice file=a%2Cb%3Ac%25%0A.md,line=1,endLine=2,title=r::50%25: a, b%0D%0A::error::injected\u{fffd}\n"
        )
    }

    @Test func errorsComeFirst() {
        let findings = [Severity.info, .warning, .error].enumerated().map { index, severity in
            Finding(rule: "r\(index)", severity: severity, message: "m", at: nil)
        }
        #expect(
            LintReport(findings: findings, documentCount: 1).githubAnnotations()
                == "::error title=r2::m\n::warning title=r1::m\n::notice title=r0::m\n")
        #expect(LintReport(findings: [], documentCount: 1).githubAnnotations().isEmpty)
    }
}
