import DataNotations
import SourceText
import Testing

/// Texts that would take minutes if any part of a reader looked at the rest of the text for each word of it.
@Suite(.timeLimit(.minutes(5))) struct LinearTimeTests {
    static let pieces = [
        "a=", "a=b\n", "a:", "a:<,", "a\n:", "a=x\n+", "a=(b)c", "const ", "export ", "/", "/a", "'", "`", "${",
        "a=`${`",
        "/* ", "// \n", ",", ";", "...", "{}", "[]", "()", "a.", "a[''].", "x=>", "class a ", "type a=", "enum a ",
        "a={b:1},", "a={b:1/*c*/,/*d*/},", "- ", "-1", "1+", "a=1*", "é", "a: 1\n", "- a\n", "# c\n", "*a ", "] ",
        "?\n",
        "a: [", ") b=", "async a=", "return ", "import ", "f({a:1}) ", "\\", "'a':{", "\"a\":1,",
    ]

    @Test(arguments: pieces, [Notation.javascript, .yaml])
    func repetitionIsReadInLinearTime(_ piece: String, _ notation: Notation) {
        read(String(repeating: piece, count: 100_000 / piece.utf8.count), as: notation)
    }

    static let linePieces = [
        "a=", "a=b\n", "a=1 ", "a=1 #b\n", "# c\n", "é", "\\", ";", "'", "\"", "\"\\\"", "''", "a='''\n", "a=\"\"\"\\",
        "a=\"x\n",
        "[", "[a", "[a]\n", "[[a]]\n", "[a.b]\nc=1\n", "a.b=1\n", "a.", "a=[1,\n", "a=[],\n", "a={b=1,", "a={b=1}\n",
        "export ",
        "export A='", "export A=1 ", "A=1\\\n", "A=1;", "set A ", "$(", "$()", "$env:A=1 ",
    ]

    @Test(arguments: linePieces, [Notation.toml, .settings, .shell])
    func repetitionOfLinesIsReadInLinearTime(_ piece: String, _ notation: Notation) {
        let text = String(repeating: piece, count: 40_000 / piece.utf8.count)
        read(text, as: notation)
        if notation == .toml { read("a=[\n" + text, as: notation) }
    }

    private func read(_ text: String, as notation: Notation) {
        let read = readNotation(NotationInput(file: file(text)), as: notation)
        #expect(read.bindings.allSatisfy { $0.value.span.range.upperBound <= text.utf8.count })
    }
}
