import MarkdownTree
import Plan
import SourceText

/// A section of a document with what stands in it, ready to be read.
struct OutlineSection: Sendable {
    let index: Int
    let level: Int
    let heading: MarkdownNode?
    let title: ReadText
    let parent: Int?
    let children: [Int]
    let lines: [ContentLine]
    let tables: [ContentTable]
    let codeBlocks: [CodeBlock]
    let span: SourceSpan

    /// For each line the lines directly below it.
    let childLines: [[Int]]

    init(
        _ section: MarkdownSection, _ style: WritingStyle, lines: [ContentLine], tables: [ContentTable],
        codeBlocks: [CodeBlock]
    ) {
        index = section.index
        level = section.level
        heading = section.heading
        title = ReadText(section.title, style)
        parent = section.parent
        children = section.children
        span = section.span
        self.lines = lines
        self.tables = tables
        self.codeBlocks = codeBlocks
        var below = Array(repeating: [Int](), count: lines.count)
        for (index, line) in lines.enumerated() {
            if let parent = line.parent { below[parent].append(index) }
        }
        childLines = below
    }

    /// The lines directly below a line.
    func children(of line: Int) -> [ContentLine] { childLines[line].map { lines[$0] } }
}

/// A fenced or indented code block.
struct CodeBlock: Sendable {
    let node: MarkdownNode
    /// First word of the info string, lower case.
    let language: String
    let content: PlainText
    /// Index of the line that it stands under, when it belongs to a list item; else of the line before it.
    let line: Int?

    /// Whether it is written in no language: a timeline in signs, a step a line.
    var isPlain: Bool { ["", "text", "txt", "plain", "plaintext", "ascii", "none"].contains(language) }
    var isShell: Bool { ["bash", "sh", "shell", "zsh", "console", "powershell", "ps1", "cmd"].contains(language) }
}
