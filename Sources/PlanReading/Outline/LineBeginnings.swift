import MarkdownTree
import Plan
import SourceText

extension ReadText {
    /// Whether a token is the first of its line in the file: a paragraph's lines run on in the text.
    func beginsLine(_ index: Int) -> Bool {
        guard index > 0 else { return true }
        guard !tokens[index].glued else { return false }
        let span = span(tokens: index - 1..<index + 1)
        return span.file.bytes[span.range].contains(UInt8(ascii: "\n"))
    }

    /// The text cut before each of these tokens.
    func cut(before starts: [Int]) -> [ReadText] {
        let cuts =
            [bytes.lowerBound] + starts.filter { $0 > 0 }.map { tokens[$0].range.lowerBound } + [bytes.upperBound]
        return zip(cuts, cuts.dropFirst()).map { part($0..<$1) }
    }
}
