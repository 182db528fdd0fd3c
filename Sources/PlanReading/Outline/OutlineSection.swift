import MarkdownTree
import Plan
import SourceText

/// A section of a document with what stands in it, ready to be read.
///
/// An object: readers hand it around and look into it many times.
final class OutlineSection: Sendable {
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
    /// What the words of all lines mean: a reader passes by a section that says nothing for it.
    let lineClasses: WordClassSet

    init(
        _ section: MarkdownSection, _ title: ReadText, lines: [ContentLine], tables: [ContentTable],
        codeBlocks: [CodeBlock]
    ) {
        index = section.index
        level = section.level
        heading = section.heading
        self.title = title
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
        lineClasses = lines.reduce(into: WordClassSet()) { $0.formUnion($1.text.classes) }
    }

    /// The lines directly below a line.
    func children(of line: Int) -> [ContentLine] { childLines[line].map { lines[$0] } }
}

/// A fenced or indented code block.
final class CodeBlock: Sendable {
    let node: MarkdownNode
    /// First word of the info string, lower case.
    let language: String
    let content: PlainText
    /// Index of the line that it stands under, when it belongs to a list item; else of the line before it.
    let line: Int?

    let isShell: Bool
    /// Whether it is written in no language: a timeline in signs, a step a line.
    let isPlain: Bool

    init(node: MarkdownNode, language: String, content: PlainText, line: Int?) {
        self.node = node
        self.language = language
        self.content = content
        self.line = line
        isShell = ["bash", "sh", "shell", "zsh", "console", "powershell", "ps1", "cmd"].contains(language)
        isPlain = ["", "text", "txt", "plain", "plaintext", "ascii", "none"].contains(language)
    }
}
