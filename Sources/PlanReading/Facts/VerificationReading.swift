import MarkdownTree
import Plan
import SourceText

extension DocumentOutline {
    /// The first place of a procedure that says how one sees that it worked, in words or in a command that looks.
    func verification(in parts: [OutlineSection]) -> SourceSpan? {
        for part in parts {
            if part.heading != nil, part.title.mentions(checks), part.index != parts.first?.index {
                return part.title.span
            }
            if part.lineClasses.intersects(checks), let line = part.lines.first(where: { $0.text.mentions(checks) }) {
                return line.text.span
            }
            for table in part.tables {
                let cells = table.header + table.rows.flatMap(\.cells)
                if let cell = cells.first(where: { $0.mentions(checks) }) { return cell.span }
            }
            if let block = part.codeBlocks.first(where: looks) { return block.node.span }
        }
        return nil
    }

    func verification(in lines: [ContentLine], _ blocks: [CodeBlock]) -> SourceSpan? {
        lines.first { $0.text.mentions(checks) }?.text.span ?? blocks.first(where: looks)?.node.span
    }

    /// `After any rollback`, `Verification` beside procedures, or anything on checks in a document about rollbacks.
    func sharedVerification() -> SourceSpan? {
        let isAboutRollbacks = sections.first { $0.level == 1 }?.title.namesWayBack == true
        return planSections.first { section in
            guard section.level > 1 else { return false }
            if section.title.standsAroundWayBack { return true }
            guard section.title.mentions([.checking, .verify]) else { return false }
            return isAboutRollbacks || stands(section, under: .rollback)
                || ancestors(of: section).contains { $0.title.namesWayBack }
        }?.title.span
    }

    /// Whether a command of the block looks at what it has done: `curl`, `kubectl rollout status`, `SELECT count(*)`.
    private func looks(_ block: CodeBlock) -> Bool {
        style.vocabulary.classes(ofName: block.content.utf8.indices, in: block.content.utf8)
            .intersects([.checkCommand, .checking, .verify])
    }
}

private let checks: WordClassSet = [.checking, .verify]
