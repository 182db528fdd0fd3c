import MarkdownTree
import SourceText
import Testing

/// Traps in cmark's block positions (0.29.0.gfm.6), each pinned by the source that a span must cover.
@Suite struct BlockSpanTests {
    @Test func listAndItemsEndWithTheirLastText() {
        let document = parse("- a\n- b\n\n\n\npara\n")
        #expect(document.sources { if case .list = $0 { true } else { false } } == ["- a\n- b"])
        #expect(document.sources { $0 == .item(nil) } == ["- a", "- b"])
    }

    @Test func looseItemsExcludeTheBlankLinesBehindThem() {
        let document = parse("1. a\n\n   b\n\n2. c\n\n# H\n")
        #expect(document.sources { $0 == .item(nil) } == ["1. a\n\n   b", "2. c"])
    }

    @Test func emptyItemIsItsMarker() {
        #expect(parse("-\n- x\n").sources { $0 == .item(nil) } == ["-", "- x"])
    }

    @Test func quoteHoldsItsLazyLine() {
        let document = parse("> a\nlazy\n\nb\n")
        #expect(document.sources { $0 == .blockQuote } == ["> a\nlazy"])
        #expect(document.sources { $0 == .paragraph } == ["a\nlazy", "b"])
    }

    @Test func setextHeadingEndsWithItsUnderlineNotWithTheNextBlock() {
        let document = parse("One\ntwo\n===\nnext\n")
        #expect(document.sources { $0 == .heading(level: 1) } == ["One\ntwo\n==="])
    }

    @Test func headingExcludesTrailingSpacesAndHoldsClosingHashes() {
        let document = parse("## Go  ##  \n")
        #expect(document.sources { $0 == .heading(level: 2) } == ["## Go  ##"])
        #expect(document.sources { $0 == .text } == ["Go"])
    }

    @Test func paragraphBelowReferenceDefinitionsStartsAtItsText() {
        let document = parse("[a]: /x\n[b]: /y\ntext [a]\n")
        #expect(document.sources { $0 == .paragraph } == ["text [a]"])
    }

    @Test func setextHeadingBelowAReferenceDefinition() {
        let document = parse("[a]: /x\nTitle\n-----\n")
        #expect(document.sources { $0 == .heading(level: 2) } == ["Title\n-----"])
    }

    @Test func fencedBlockHoldsBothFences() {
        let document = parse("- x\n\n  ```sh\n  run\n  ```\n\nafter\n")
        #expect(document.first { if case .codeBlock = $0 { true } else { false } }?.span.text == "```sh\n  run\n  ```")
    }

    @Test func fenceThatItsContainerCutOffIsNotClosedByTheNextFence() {
        let document = parse("- ```\n  in\n```\nout\n```\n")
        #expect(
            document.sources { if case .codeBlock = $0 { true } else { false } } == ["```\n  in", "```\nout\n```"])
    }

    @Test func unclosedFenceEndsWithItsLastLine() {
        #expect(parse("```\na\nb").sources { if case .codeBlock = $0 { true } else { false } } == ["```\na\nb"])
    }

    @Test func footnoteDefinitionStartsAtItsLabelAndIsNamed() {
        let document = parse("See [^n].\n\n> [^n]: note\n\n# After\n")
        let definition = document.first { $0 == .footnoteDefinition(label: "n") }
        #expect(definition?.span.text == "[^n]: note")
        #expect(document.first { $0 == .footnoteReference(label: "n") }?.span.text == "[^n]")
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func lineEndingsDoNotMoveBlocks(ending: String) {
        let document = parse(["# A", "", "b", "c", "", "- d"].joined(separator: ending))
        #expect(
            document.sources { $0 == .text } == ["A", "b", "c", "d"])
        #expect(document.sources { $0 == .softBreak } == [ending])
    }

    @Test func byteOrderMarkIsNoText() {
        let document = parse("\u{FEFF}# Head\n\ntext\n")
        #expect(document.sources { $0 == .text } == ["Head", "text"])
        #expect(document.sources { $0 == .heading(level: 1) } == ["# Head"])
        #expect(document.root.firstChild?.span.start == SourcePosition(line: 1, column: 1))
    }

    @Test func nulBytesAreReplacedAndMoveNothing() {
        let document = parse("a\0b *c\0* d\n\n\0- x `\0y` z\n")
        #expect(
            document.placedTexts == ["0-4:a\u{FFFD}b ", "5-7:c\u{FFFD}", "8-10: d", "12-17:\u{FFFD}- x ", "21-23: z"])
    }

    @Test func nulBytesInACodeBlockAreMapped() throws {
        let code = try #require(parse("```\n\0\0x\n```\n").root.firstChild?.codeContent)
        #expect(code.text == "\u{FFFD}\u{FFFD}x\n")
        #expect(code.span(6..<7).range == 6..<7)
    }

    @Test func tabBehindAMarkerIsPartOfTheCodeThatItIndents() throws {
        let code = try #require(
            parse("-\t\tcode\n").first { if case .codeBlock = $0 { true } else { false } }?.codeContent)
        #expect(code.text == "  code\n")
        #expect(code.span(2..<6).text == "code")
        #expect(code.span(0..<1).text == "\t")
    }

    @Test func codeInQuoteInListKnowsItsPlaces() throws {
        let document = parse("1. > ```json\n   > {\"a\": 1,\n   >\n   >  \"b\": 2}\n   > ```\n")
        let code = try #require(document.first { if case .codeBlock = $0 { true } else { false } })
        let content = try #require(code.codeContent)
        #expect(content.text == "{\"a\": 1,\n\n \"b\": 2}\n")
        #expect(content.span(12..<13).text == "b")
        #expect(code.kind == .codeBlock(info: "json"))
    }

    @Test func documentWithoutFinalNewline() {
        #expect(parse("- a\n  - b").sources { $0 == .item(nil) } == ["- a\n  - b", "- b"])
    }

    @Test func htmlCommentsStayInTheTree() {
        let document = parse("<!-- allow: this -->\ntext\n\nx <!-- inline --> y\n")
        #expect(document.first { $0 == .htmlBlock }?.literal?.text == "<!-- allow: this -->\n")
        #expect(document.first { $0 == .htmlInline }?.span.text == "<!-- inline -->")
    }
}
