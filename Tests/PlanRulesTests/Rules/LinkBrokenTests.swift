import Plan
import SourceText
import Testing

@testable import PlanRules

struct LinkBrokenTests {
    private func messages(_ destination: String, known: [String: Bool]) -> [String] {
        let text = "See [it](\(destination))."
        let source = SourceFile(path: "docs/plan.md", text: text)
        let other = SourceFile(path: "docs/rollback.md", text: "")
        let link = DocumentLink(
            destination: destination, text: "it", span: SourceSpan(file: source, range: 4..<text.utf8.count - 1))
        let plan = Plan(documents: [
            PlanDocument(source: source, title: nil, kinds: [.other], links: [link]),
            PlanDocument(source: other, title: nil, kinds: [.rollback]),
        ])
        return runRules([.linkBroken], on: RuleInput(plan: plan, links: LinkIndex(known: known))).map {
            "\($0.span?.text ?? ""): \($0.message)"
        }
    }

    @Test func missingFile() {
        #expect(
            messages("./steps.md#a", known: ["docs/steps.md": false]) == ["./steps.md#a: './steps.md#a' does not exist"]
        )
        #expect(
            messages("rolback.md", known: ["docs/rolback.md": false])
                == ["rolback.md: 'rolback.md' does not exist; did you mean 'docs/rollback.md'?"])
    }

    @Test func silent() {
        #expect(messages("steps.md", known: ["docs/steps.md": true]) == [])
        #expect(messages("rollback.md", known: [:]) == [])
        #expect(messages("../../outside.md", known: [:]) == [])
        #expect(messages("https://example.com/x.md", known: [:]) == [])
        #expect(messages("rollback", known: ["docs/rollback": false]) == [])
        #expect(messages("rollback.html", known: ["docs/rollback.html": false]) == [])
        #expect(messages("guide/", known: ["docs/guide": false, "docs/guide/README.md": true]) == [])
    }
}
