import MarkdownTree
import SourceText
import Testing

/// cmark's extensions are registered once, and the two that switch process-wide tables are never attached, so that
/// documents can be parsed at the same time.
@Suite struct ParallelParsingTests {
    @Test func treesAreTheSameSerialAndParallel() async {
        let count = 10_000
        let expected = (0..<count).map(Self.tree)
        let workers = 8
        await withTaskGroup(of: Int?.self) { group in
            for worker in 0..<workers {
                group.addTask {
                    stride(from: worker, to: count, by: workers).first { Self.tree($0) != expected[$0] }
                }
            }
            for await wrong in group {
                #expect(wrong == nil)
            }
        }
    }

    /// Hash of a tree, good within this process: kinds, places and texts.
    ///
    /// Strikethrough, bare addresses, tables and tasks: what cmark's unsafe extensions would act on.
    private static func tree(_ seed: Int) -> Int {
        let text = RandomDocument(seed: UInt64(seed)).text + "\n\n~~gone *\(seed)*~~ www.example.org a@b.org\n"
        var hasher = Hasher()
        for node in parse(text).root.descendants {
            hasher.combine(node.kind)
            hasher.combine(node.span.range)
            hasher.combine(node.struck)
            hasher.combine(node.literal?.utf8)
        }
        return hasher.finalize()
    }
}
