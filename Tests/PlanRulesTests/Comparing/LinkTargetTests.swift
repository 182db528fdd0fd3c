import Plan
import SourceText
import Testing

@testable import PlanRules

struct LinkTargetTests {
    @Test(arguments: [
        ("rollback.md", "rollback.md"),
        ("./rollback.md#level-2", "rollback.md"),
        ("../other/./a.md?plain=1", "other/a.md"),
        ("../../outside.md", "../outside.md"),
        ("roll%20back.md", "roll back.md"),
        ("r%C3%BCck.md", "rück.md"),
        ("100%.md", "100%.md"),
        ("<rollback.md>", "rollback.md"),
        ("images/", "docs/images"),
        ("rollback.md", "docs/rollback.md"),
    ])
    func relative(destination: String, expected: String) {
        let document =
            expected.hasPrefix("docs/") ? "docs/plan.md" : destination.hasPrefix("../") ? "docs/plan.md" : "plan.md"
        #expect(LinkTarget(destination, in: document)?.path == expected)
    }

    @Test(arguments: [
        "https://example.com/a.md", "mailto:team@example.com", "team@example.com", "#anchor", "", "?query",
        "/from/root.md",
        "//example.com/a", "{{ url }}", "${BASE}/a.md", "TODO", "tbd", "javascript:alert(1)", "bad%FFname.md",
        "nul%00.md",
        ".", "./#top", "C:\\plan.md",
    ])
    func notAFile(destination: String) {
        #expect(LinkTarget(destination, in: "plan.md") == nil)
    }

    @Test func eachFileIsLookedUpOnceAndNoFurtherThanNeeded() {
        let source = SourceFile(path: "docs/plan.md", text: "")
        let links = ["b.md", "a.html", "b.md#x", "a.md", "plan.md", "https://example.com"].map {
            DocumentLink(destination: $0, text: "", span: SourceSpan(file: source, range: 0..<0))
        }
        let plan = Plan(documents: [PlanDocument(source: source, title: nil, kinds: [.other], links: links)])
        var asked: [String] = []
        let index = LinkIndex(of: plan) { path in
            asked.append(path)
            return path == "docs/b.md"
        }
        #expect(
            asked == [
                "docs/b.md", "docs/a.html", "docs/a.md", "docs/a.mdx", "docs/a.markdown", "docs/a.md.md",
                "docs/a.md.mdx", "docs/a.md.markdown", "docs/a.md/README.md", "docs/a.md/index.md",
            ])
        #expect(index.exists("docs/b.md") == true && index.exists("docs/a.md") == false)
        #expect(index.exists("docs/plan.md") == nil)
    }

    @Test(arguments: ["www.example.com", "WWW.example.com/page", "example.com/page"])
    func forgottenSchemes(destination: String) {
        #expect(LinkTarget(destination, in: "plan.md") == nil)
    }
}
