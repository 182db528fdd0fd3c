import DataNotations
import MarkdownTree
import Plan
import SourceText

/// A value that a code block declares, with the section it stands in.
///
/// An object, since every reader of data looks at all of them.
final class CodeData: Sendable {
    let binding: DataBinding
    /// Every object in the value, as `DataValue.objects` gives them.
    let objects: [DataObject]
    let section: Int
    let block: CodeBlock
    let notation: Notation

    init(binding: DataBinding, section: Int, block: CodeBlock, notation: Notation) {
        self.binding = binding
        objects = binding.value.objects
        self.section = section
        self.block = block
        self.notation = notation
    }
}

extension DocumentOutline {
    /// Everything that code blocks in a known notation declare. A block that cannot be read declares nothing.
    func readCodeData() -> [CodeData] {
        planSections.flatMap { section in
            section.codeBlocks.flatMap { block -> [CodeData] in
                guard let notation = Notation(infoString: block.language) else { return [] }
                return readNotation(input(of: block.content), as: notation).bindings.map {
                    CodeData(binding: $0, section: section.index, block: block, notation: notation)
                }
            }
        }
    }
}

extension DocumentOutline {
    /// The text of a block with its places; most blocks stand in the document as they are.
    private func input(of content: PlainText) -> NotationInput {
        let span = content.span
        if span.range.count == content.utf8.count, source.bytes[span.range].elementsEqual(content.utf8) {
            return NotationInput(span)
        }
        return NotationInput(
            file: source, bytes: content.utf8,
            offsets: content.utf8.indices.map { content.span($0..<$0 + 1).range.lowerBound })
    }
}

/// An object with the key it stands under and the key above that one.
typealias DataObject = (key: DataMember?, above: DataMember?, members: [DataMember])

extension DataValue {
    /// Every object in the value with the key it stands under and the key above that one, outermost first; iterative.
    var objects: [DataObject] {
        switch kind {
        case .object, .array: break
        default: return []
        }
        var found: [DataObject] = []
        var open: [(DataMember?, DataMember?, DataValue)] = [(nil, nil, self)]
        while let (key, above, value) = open.popLast() {
            switch value.kind {
            case .object(let members):
                found.append((key, above, members))
                open.append(contentsOf: members.reversed().map { ($0, key, $0.value) })
            case .array(let values): open.append(contentsOf: values.reversed().map { (key, above, $0) })
            default: break
            }
        }
        return found
    }
}
