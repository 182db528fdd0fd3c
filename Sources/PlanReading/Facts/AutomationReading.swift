import MarkdownTree
import Plan
import SourceText

extension DocumentOutline {
    /// Blocks that roll back or halt by a condition of their own, in sections on automatic rollbacks or called so
    /// themselves.
    func readAutomations() -> [RollbackAutomation] {
        planSections.flatMap { section -> [RollbackAutomation] in
            // `## Automated rollback`
            let isOwn = section.title.mentions(.automatic) && section.title.mentions([.rollback, .goBack])
            if isOwn, let told = toldAutomation(section) { return [told] }
            guard !section.codeBlocks.isEmpty, stands(section, under: automationTitles) else { return [] }
            let isTitled = stands(section, under: .automatic)
            return section.codeBlocks.compactMap { block in
                guard isOwn || !block.isPlain, block.content.utf8.count < longestBlock else { return nil }
                let words = nameWords(block.content.text)
                let classes = style.vocabulary.classes(of: words)
                let takesBack = classes.intersects([.rollback, .goBack]) && !block.isPlain
                guard takesBack || isOwn && classes.contains(.when), isTitled || classes.contains(.automatic),
                    compares(block.content.utf8) || !block.isPlain && classes.contains(.limit)
                else { return nil }
                return RollbackAutomation(words: Set(words), span: block.node.span)
            }
        }
    }

    /// What a job does, a line each: `- query the 5xx rate`, `- if > 1%: set the share back to the previous step`.
    private func toldAutomation(_ section: OutlineSection) -> RollbackAutomation? {
        guard section.lineClasses.contains(.when), section.lineClasses.contains(.comparisonSign),
            !section.title.mentions(LimitPurpose.occasions)
        else { return nil }
        let items = section.lines.filter(\.isItem)
        guard items.count > 1, items.count < 40, let first = items.first, let last = items.last,
            items.contains(where: { $0.text.setsBackIf })
        else { return nil }
        return RollbackAutomation(
            words: Set(items.flatMap { nameWords($0.text.text) }), span: first.text.span.union(last.text.span))
    }

    private func compares(_ bytes: [UInt8]) -> Bool {
        bytes.holds(UInt8(ascii: ">")) || bytes.holds(UInt8(ascii: "<"))
    }
}

extension ReadText {
    /// `if > 1%: set ROLLOUT_PCT back`: the measure is the one that an item before has looked up.
    fileprivate var setsBackIf: Bool {
        guard tokens.count > 4, tokens[0].isA(.when), tokens[1].isA(.comparisonSign),
            let colon = tokens.firstIndex(where: { $0.isSign(":") || $0.isSign(",") || $0.isSign("→") })
        else { return false }
        return tokens[colon...].contains {
            $0.isA([.returning, .rollback, .goBack, .switchingOff, .disable, .setVerb])
        }
    }
}

/// In bytes; what is longer is no excerpt that a plan shows.
private let longestBlock = 20_000
private let automationTitles: WordClassSet = [.automatic, .rollback, .goBack, .alerting, .watched, .rolloutNoun]
