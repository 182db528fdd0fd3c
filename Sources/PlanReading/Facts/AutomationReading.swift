import MarkdownTree
import Plan
import SourceText

extension DocumentOutline {
    /// Blocks that roll back or halt by a condition of their own, in sections on automatic rollbacks or called so
    /// themselves.
    func readAutomations() -> [RollbackAutomation] {
        planSections.flatMap { section -> [RollbackAutomation] in
            guard !section.codeBlocks.isEmpty, stands(section, under: automationTitles) else { return [] }
            let isTitled = stands(section, under: .automatic)
            return section.codeBlocks.compactMap { block in
                guard !block.isPlain, block.content.utf8.count < longestBlock else { return nil }
                let utf8 = block.content.utf8
                let classes = style.vocabulary.classes(ofName: utf8.indices, in: utf8)
                guard classes.intersects([.rollback, .goBack]), isTitled || classes.contains(.automatic),
                    compares(block.content.utf8) || classes.contains(.limit)
                else { return nil }
                return RollbackAutomation(words: Set(nameWords(block.content.text)), span: block.node.span)
            }
        }
    }

    private func compares(_ bytes: [UInt8]) -> Bool {
        bytes.holds(UInt8(ascii: ">")) || bytes.holds(UInt8(ascii: "<"))
    }
}

/// In bytes; what is longer is no excerpt that a plan shows.
private let longestBlock = 20_000
private let automationTitles: WordClassSet = [.automatic, .rollback, .goBack, .alerting, .watched, .rolloutNoun]
