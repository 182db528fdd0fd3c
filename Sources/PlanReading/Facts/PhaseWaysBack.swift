import Plan
import SourceText

/// How long the way back from a phase takes, as a section on that way says it.
extension DocumentOutline {
    /// The only section on the way back below a phase: `### Rollback` with `Budget: 10 minutes`.
    func wayBackTimes(of section: OutlineSection) -> [Claim<TimeAmount>] {
        let ways = section.children.map { sections[$0] }.filter {
            $0.title.mentions(.rollback) && !$0.title.isNoProcedure && $0.title.saysOnlyWayBack(besides: 0..<0)
        }
        guard ways.count == 1, let way = ways.first else { return [] }
        return measuredBudget(way)
    }

    /// Sections elsewhere whose titles name the phase that they lead back from: `Fallback wave 2`, `Rollback of Phase 3`.
    ///
    /// - Parameter number: That of the first list among those of the document.
    func waysBackFromPhases(from number: Int) -> [[PhaseSighting]] {
        var found: [[PhaseSighting]] = []
        for section in planSections where section.title.mentions(.rollback) && headings[section.index].phase == nil {
            guard phase(of: section) == nil, let heading = PhaseHeading(leftBy: section.title) else { continue }
            let times = measuredBudget(section)
            guard !times.isEmpty else { continue }
            var sighting = PhaseSighting.bareMention(
                heading, at: section.title.span, path: source.path, list: number + found.count)
            sighting.rollbackTimes = times
            found.append([sighting])
        }
        return found
    }

    /// Nothing of a sum: `20 minutes + 10 minutes of checks`.
    private func measuredBudget(_ section: OutlineSection) -> [Claim<TimeAmount>] {
        section.title.tokens.contains(where: { $0.isSign("+") })
            ? [] : ownBudgets(section).filter { $0.value.kind == .measured }
    }
}

extension PhaseHeading {
    /// - Returns: nil where the title says more than which phase the way back is from.
    fileprivate convenience init?(leftBy title: ReadText) {
        guard let start = title.tokens.firstIndex(where: { $0.isA(.planParts) }),
            let reference = PhaseReference(title, at: start), let number = reference.number, !reference.isPart
        else { return nil }
        guard title.saysOnlyWayBack(besides: reference.tokens) else { return nil }
        self.init(keyword: reference.keyword, number: number, name: nil, cell: title)
    }
}

extension ReadText {
    /// Whether nothing but words for the way back stands ahead of a bracket; what a reference takes is left out.
    fileprivate func saysOnlyWayBack(besides reference: Range<Int>) -> Bool {
        let end = tokens.indices.first { $0 >= reference.upperBound && tokens[$0].isSign("(") } ?? tokens.count
        return tokens[..<end].enumerated().allSatisfy { index, token in
            reference.contains(index) || !token.isWord || token.isA(wayBackWords)
        }
    }
}

/// What may stand beside the phase in the title of the way back from it.
private let wayBackWords: WordClassSet = [.rollback, .wayNoun, .article, .of, .and, .strategy, .runbook, .level]
