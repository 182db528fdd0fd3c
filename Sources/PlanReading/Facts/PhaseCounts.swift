import Plan
import SourceText

extension DocumentOutline {
    /// `The rollout has four phases`: how many phases the document says that there are, ahead of them or around them.
    ///
    /// Below the heading of a phase its own parts are counted, and behind a colon or a bracket the sentence counts for itself.
    func readPhaseCounts() -> [Claim<PhaseCount>] {
        // Where only a table tells of the phases, the title and what stands below it.
        let first = planSections.first { headings[$0.index].phase != nil }?.index
        return planSections.flatMap { section -> [Claim<PhaseCount>] in
            let isAhead = first.map { section.index < $0 } ?? (section.level <= 1)
            guard phase(of: section) == nil, isAhead || isAround(section) || isLast(section),
                !stands(section, under: .rollback)
            else { return [] }
            let title = section.title.phaseCounts(.heading)
            guard section.lineClasses.intersects(countedStages) else { return title }
            return title + section.lines.flatMap { $0.text.phaseCounts($0.reading) }
        }
    }

    /// Whether phases stand directly below a section.
    private func isAround(_ section: OutlineSection) -> Bool {
        section.children.contains { headings[$0].phase != nil }
    }

    /// A summary at the end.
    private func isLast(_ section: OutlineSection) -> Bool { section.title.isCalled([.plain], with: []) }
}

extension ReadText {
    fileprivate func phaseCounts(_ reading: Reading) -> [Claim<PhaseCount>] {
        guard mentions(countedStages), mentions([.number, .spelledNumber]), !mentions(.each), !mentions(.per) else {
            return []
        }
        return tokens.indices.dropFirst().compactMap { index in
            guard let keyword = tokens[index].classes.stageKeyword, tokens[index].isA(countedStages),
                isPlural(index), isClosed(index + 1), let place = number(before: index), isLed(place)
            else { return nil }
            let count = tokens[place].spelledNumber ?? tokens[place].number ?? 0
            guard count >= 2, count <= 30, count == count.rounded() else { return nil }
            return Claim(
                PhaseCount(count: Int(count), keyword: keyword), at: span(tokens: place..<index + 1), reading)
        }
    }

    private func isPlural(_ index: Int) -> Bool {
        guard let last = text(tokens: index..<index + 1).last else { return false }
        return last == "s" || last == "n"
    }

    /// Directly before the word, or before one that qualifies it: `four rollout phases`.
    private func number(before index: Int) -> Int? {
        for place in [index - 1, index - 2] where place >= 0 {
            if tokens[place].spelledNumber != nil || tokens[place].number != nil { return place }
            guard tokens[place].isA([.rollout, .plain, .strategy]) else { return nil }
        }
        return nil
    }

    /// Whether the sentence ends there or goes on without counting up what it means: `four phases:`, `two phases (copy, delta)`,
    /// `two phases of testing`.
    private func isClosed(_ index: Int) -> Bool {
        guard index < tokens.count else { return true }
        if tokens[index].isA([.of, .elsewhen]) { return false }
        return !tokens[index...].contains { $0.isSign(":") || $0.isSign("(") || $0.sign?.isDash == true }
    }

    /// Behind a word that says there are no others: `in four phases`, `has four phases`, `all four phases`.
    private func isLed(_ number: Int) -> Bool {
        guard number > 0 else { return tokens.count <= 4 }
        return leads.contains { isWord(number - 1, $0) }
            || isWord(number - 1, "of") && number > 1 && composed.contains { isWord(number - 2, $0) }
            || tokens[number - 1].isSign("(")
    }
}

private let countedStages: WordClassSet = [.phase, .stage, .wave]

/// English, German, Spanish and French.
private let leads = [
    "in", "into", "has", "have", "all", "over", "across", "through", "comprises", "spans", "covers", "includes", "hat",
    "umfasst", "aus", "alle", "über", "en", "tiene", "comprende", "comporte", "comprend", "compte",
]
private let composed = ["consists", "made", "composed", "series", "sequence", "total"]
