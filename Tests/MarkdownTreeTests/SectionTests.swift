import MarkdownTree
import SourceText
import Testing

@Suite struct SectionTests {
    private let document = parse(
        """
        before

        # Plan
        intro
        ## Phase 1: `flag` & *go*
        - a
        #### Deep
        ## Phase 2
        > # quoted
        ```
        # code
        ```
        # End
        """)

    @Test func treeOfSections() {
        #expect(document.sections.map(\.title.text) == ["", "Plan", "Phase 1: flag & go", "Deep", "Phase 2", "End"])
        #expect(document.sections.map(\.level) == [0, 1, 2, 4, 2, 1])
        #expect(document.sections.map(\.parent) == [nil, nil, 1, 2, 1, nil])
        #expect(document.sections.map(\.children) == [[], [2, 4], [3], [], [], []])
        #expect(document.sections.map(\.index) == Array(0..<6))
    }

    @Test func blocksReachUpToTheNextHeading() {
        #expect(
            document.sections.map { $0.blocks.map(\.span.text) } == [
                ["before"], ["intro"], ["- a"], [], ["> # quoted", "```\n# code\n```"], [],
            ])
    }

    @Test func spansHoldSubsections() {
        #expect(document.sections[1].span.text.hasPrefix("# Plan"))
        #expect(document.sections[1].span.text.hasSuffix("# code\n```"))
        #expect(document.sections[2].span.text.hasSuffix("#### Deep"))
        #expect(document.sections[3].heading?.span.text == "#### Deep")
    }

    @Test func titleKnowsItsPlace() {
        let title = document.sections[2].title
        #expect(title.span(9..<13).text == "flag")
        #expect(title.span(of: title.text.startIndex..<title.text.endIndex).text == "Phase 1: `flag` & *go")
    }

    @Test func emptyDocumentHasAPreamble() {
        #expect(parse("").sections.count == 1)
        #expect(parse("").root.firstChild == nil)
    }

    @Test func footnoteDefinitionBelongsToTheSectionItIsWrittenIn() {
        let document = parse("# A\n\n[^n]: note\n\n# B\n\nsee [^n]\n")
        #expect(document.sections.map { $0.blocks.map(\.span.text) } == [[], ["[^n]: note"], ["see [^n]"]])
    }

    @Test func emptyHeading() {
        #expect(parse("##\ntext\n").sections.map(\.title.text) == ["", ""])
        #expect(parse("#").sections.last?.title.span.range == 0..<0)
    }

    @Test func blocksUpToTheNextHeading() {
        #expect(document.sections.map(\.blocks.count) == [1, 1, 1, 0, 2, 0])
    }

    @Test func linksInReadingOrder() {
        let document = parse(
            """
            [a](1) ![b](2) ~~[c](3) gone~~ **[d](4)**

            > - [e](5)

            | [f](6) |
            | --- |
            | ![g](7) |

            no [link]
            """)
        #expect(document.links.map(\.plainText.text) == ["a", "b", "", "d", "e", "f", "g"])
    }
}
