import Plan
import PlanReading
import SourceText
import Testing

struct SuppressionReadingTests {
    @Test(arguments: [
        ("<!-- plumbline: allow -->", "a comment for plumbline allows no rule by name"),
        (
            "<!-- plumbline: deny link-broken -->",
            "a comment for plumbline says nothing but 'allow' and the name of a rule"
        ),
        (
            "<!-- plumbline: allow link-broken reason=late -->",
            "the reason of a comment for plumbline stands in quotes: reason=\"…\""
        ),
        (
            "<!-- plumbline: allow link-broken reason=\"late -->",
            "the reason of a comment for plumbline stands in quotes: reason=\"…\""
        ),
        ("<!-- plumbline: allow link-broken until=tomorrow -->", "'tomorrow' is not a date such as 2026-12-01"),
        ("<!-- plumbline: allow link-broken until=2026-02-30 -->", "'2026-02-30' is not a date such as 2026-12-01"),
        (
            "<!-- plumbline: allow link-broken untill=2026-02-03 -->",
            "'untill=2026-02-03' is neither reason=\"…\" nor until=YYYY-MM-DD"
        ),
    ])
    func whatCannotBeReadIsTold(comment: String, message: String) {
        let facts = DocumentFacts(SourceFile(path: "a.md", text: "# Plan\n\n\(comment)\n\nText.\n"))
        #expect(facts.findings.map(\.message) == [message])
        #expect(facts.findings.first?.span?.start.line == 3)
        #expect(facts.document.suppressions.isEmpty)
    }

    @Test func placesAndValues() throws {
        let text =
            "# Plan\r\n\r\n> <!-- plumbline: allow link-broken flag-undefined reason='it is \"late\"' until=2026-12-01 -->\r\n>\r\n> Text\r\n"
        let facts = DocumentFacts(SourceFile(path: "a.md", text: text))
        let found = try #require(facts.document.suppressions.first, "\(facts.findings)")
        #expect(found.rules.map(\.name) == ["link-broken", "flag-undefined"])
        #expect(found.rules.map(\.span.text) == ["link-broken", "flag-undefined"])
        #expect(found.until?.span.text == "until=2026-12-01")
        #expect(found.span.text.hasPrefix("<!--") && found.span.text.hasSuffix("-->"))
    }

    @Test(arguments: [
        "<!-- about plumbline: it is quiet -->", "<!-- plumbline -->", "plumbline: allow link-broken", "<!--->",
    ])
    func otherCommentsAreLeftAlone(comment: String) {
        let facts = DocumentFacts(SourceFile(path: "a.md", text: "# Plan\n\n\(comment)\n\nText.\n"))
        #expect(facts.findings.isEmpty)
        #expect(facts.document.suppressions.isEmpty)
    }
}
