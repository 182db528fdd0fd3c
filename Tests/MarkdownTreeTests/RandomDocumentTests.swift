import MarkdownTree
import SourceText
import Testing

/// 2,000 seeded documents: every text is where its span says, every unique word at its one place.
@Suite struct RandomDocumentTests {
    @Test(arguments: [0, 500, 1000, 1500])
    func everyWordIsFoundAtItsPlace(first: UInt64) {
        for seed in first..<first + 500 {
            let document = RandomDocument(seed: seed)
            let places = Self.places(ofWordsIn: document.text)
            var found: Set<String> = []
            for node in parse(document.text).root.descendants {
                guard let literal = node.literal else { continue }
                for (word, range) in Self.places(ofWordsIn: literal.text).sorted(by: {
                    $0.value.lowerBound < $1.value.lowerBound
                }) {
                    found.insert(word)
                    guard literal.span(range).range == places[word] else {
                        Issue.record("seed \(seed): \(word) is not at \(literal.span(range).range)\n\(document.text)")
                        return
                    }
                }
            }
            let missing = document.words.filter { places[$0] != nil && !found.contains($0) }
            guard missing.isEmpty, !found.isEmpty else {
                Issue.record("seed \(seed): \(missing) not in the tree\n\(document.text)")
                return
            }
        }
    }

    @Test(arguments: [0, 500, 1000, 1500])
    func sourceUnderEveryTextSaysTheText(first: UInt64) {
        for seed in first..<first + 500 {
            let text = RandomDocument(seed: seed).text
            for node in parse(text).root.descendants where node.kind == .text {
                guard let literal = node.literal else { continue }
                guard Self.unescaped(node.span.text) == literal.text else {
                    Issue.record("seed \(seed): '\(literal.text)' is not '\(node.span.text)'\n\(text)")
                    return
                }
            }
        }
    }

    @Test func childrenStandInsideTheirParentsAndInOrder() {
        for seed in 0..<UInt64(500) {
            let text = RandomDocument(seed: seed).text
            for node in parse(text).root.descendants {
                guard let parent = node.parent, parent.parent != nil || node.nextSibling != nil else { continue }
                if case .footnoteDefinition = node.kind { continue }
                let isContained = parent.span.contains(node.span)
                let isOrdered = node.nextSibling.map { next in
                    if case .footnoteDefinition = next.kind { return true }
                    return node.span.range.upperBound <= next.span.range.lowerBound
                }
                guard isContained, isOrdered ?? true else {
                    Issue.record("seed \(seed): \(node.kind) at \(node.span.range) in \(parent.span.range)\n\(text)")
                    return
                }
            }
        }
    }

    /// Byte ranges of the words `wNq`.
    private static func places(ofWordsIn text: String) -> [String: Range<Int>] {
        let bytes = Array(text.utf8)
        var places: [String: Range<Int>] = [:]
        var start = 0
        while start < bytes.count {
            var end = start + 1
            while end < bytes.count, bytes[end] >= 0x30, bytes[end] <= 0x39 { end += 1 }
            if bytes[start] == UInt8(ascii: "w"), end > start + 1, end < bytes.count, bytes[end] == UInt8(ascii: "q") {
                places[String(decoding: bytes[start...end], as: UTF8.self)] = start..<end + 1
            }
            start = end
        }
        return places
    }

    /// Undoes what the generator writes escaped, without the parser's help.
    private static func unescaped(_ source: String) -> String {
        var result = ""
        var rest = Substring(source)
        let references = ["&amp;": "&", "&lt;": "<", "&#35;": "#", "&copy;": "©"]
        while let character = rest.first {
            if let (name, value) = references.sorted(by: { $0.key < $1.key }).first(where: { rest.hasPrefix($0.key) }) {
                result += value
                rest.removeFirst(name.count)
            } else if character == "\\", let next = rest.dropFirst().first, "*_~`|\"".contains(next) {
                result.append(next)
                rest.removeFirst(2)
            } else {
                result.append(character)
                rest.removeFirst()
            }
        }
        return result
    }
}
