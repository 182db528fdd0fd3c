import MarkdownTree
import SourceText
import Testing

/// Depth and hostile input: nothing overflows, nothing takes quadratic time without being refused.
@Suite struct ComplexityTests {
    @Test(arguments: [">", "> ", "- ", "1. "])
    func tenThousandNestedContainers(marker: String) {
        let depth = 10_000
        let document = parse(String(repeating: marker, count: depth) + "deep\n")
        #expect(document.findings.isEmpty)
        #expect(document.root.descendants.reduce(0) { count, _ in count + 1 } >= depth)
        #expect(document.root.plainText.text == "deep")
    }

    @Test func dumpOfADeepTree() {
        #expect(dumpTree(parse(String(repeating: "> ", count: 500) + "deep\n")).hasSuffix("\"deep\"\n"))
    }

    @Test func deepInlines() {
        let document = parse(String(repeating: "*a **b ", count: 5_000) + String(repeating: "b** a*", count: 5_000))
        #expect(document.findings.isEmpty)
        #expect(document.root.descendants.contains { $0.kind == .strong })
    }

    private static let traps: [(name: String, text: String)] = [
        ("CDATA", times("a <![CDATA[", 400_000)), ("declarations", times("a <!A ", 400_000)),
        ("instructions", times("a <?", 400_000)), ("links between emphasis", times("*a* **b** [e](f)\n", 400_000)),
        ("image brackets", times("![[]()", 400_000)),
        ("columns", "|" + times("a|", 100_000) + "\n|" + times("-|", 100_000) + "\n"),
        ("missing cells", "|" + times("a|", 4_000) + "\n|" + times("-|", 4_000) + "\n" + times("|a\n", 100_000)),
        ("delimiter rows", times("a\n", 200_000) + times("x\n--- | ---\n", 200_000)),
        ("blank lines in deep lists", times("- ", 20_000) + "a\n" + times("\n", 200_000)),
        ("lazy lines in deep quotes", times(">", 50_000) + "a\n" + times("b\n", 50_000)),
        ("inlines in deep quotes", times(">", 150_000) + times("'][", 150_000)),
        ("long definition", "[a]: /" + times("u", 300_000) + "\n\n" + times("[a] ", 200_000)),
        ("too large", times("a\n", ComplexityGuard.largestFile + 2)),
    ]

    private static func times(_ unit: String, _ bytes: Int) -> String {
        String(repeating: unit, count: bytes / unit.utf8.count)
    }

    @Test(arguments: traps.map(\.name))
    func trapIsRefusedWithWhatToDo(name: String) throws {
        let text = try #require(Self.traps.first { $0.name == name }?.text)
        let document = parse(text)
        let finding = try #require(document.findings.first)
        #expect(finding.rule == "document-too-complex")
        #expect(finding.severity == .error)
        #expect(finding.help?.isEmpty == false)
        #expect(finding.message.contains("the limit is"))
        #expect(document.root.firstChild == nil)
    }

    /// What a large honest document looks like; none of it may be refused.
    @Test(arguments: [
        times("Some **bold** words, [a link](b) and `code`, over\nseveral lines.\n\n", 1 << 20),
        times("- [ ] **09:00**: task with [link](x)\n  - nested *item*\n", 1 << 20),
        "| a | b | c |\n|---|---|---|\n" + times("| **x** | `y` | z |\n", 1 << 19),
        "| a | b |\n|---|---|\n" + times("| **x** | [y](z) |\n", 80_000),
        times("> quoted *text*\n> - item\n\n", 1 << 20),
        times("```xml\n<?xml ?><!DOCTYPE a>\n[a](b) *c*\n```\n", 1 << 20),
        times("See [a] and [^n].\n\n", 1 << 19) + "[a]: https://example.org/long/address\n\n[^n]: note\n",
        times("# Heading\n\ntext\n\n| a |\n|---|\n| b |\n\n", 1 << 19),
        times("x", 1 << 20), times("a b\n", 1 << 20),
    ])
    func honestDocumentIsNotRefused(text: String) {
        #expect(ComplexityGuard.finding(for: SourceFile(path: "plan.md", text: text)) == nil)
    }

    /// Repeated fragments that once cost quadratic time in this target or might again: they finish, refused or read.
    @Test(arguments: [
        "~&amp;", " ~a", "a~~a ", "[a](", "[a](b \"", "`a`` ", "*a_ ", "<", "&", "[", "![", "[^1]", "\\",
    ])
    func repeatedFragmentsFinish(unit: String) {
        let text = Self.times(unit, 50_000)
        let document = parse(text)
        #expect(document.findings.isEmpty)
        #expect(document.root.span.range == 0..<text.utf8.count)
        #expect(document.root.firstChild?.plainText.isEmpty == false)
    }
}
