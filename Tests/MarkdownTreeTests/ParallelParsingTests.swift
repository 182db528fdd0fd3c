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

    /// Strikethrough, bare addresses, tables and tasks: what cmark's unsafe extensions would act on.
    private static func tree(_ seed: Int) -> Int {
        let text = RandomDocument(seed: UInt64(seed)).text + "\n\n~~gone *\(seed)*~~ www.example.org a@b.org\n"
        var hasher = StableHash()
        hasher.add(dumpTree(parse(text)))
        return hasher.value
    }
}

/// FNV-1a, so that 10,000 trees need not be kept.
private struct StableHash {
    private(set) var value = 0x0BF2_9CE4_8422_2325

    mutating func add(_ text: String) {
        for byte in text.utf8 { value = (value ^ Int(byte)) &* 0x100_0000_01B3 }
    }
}
