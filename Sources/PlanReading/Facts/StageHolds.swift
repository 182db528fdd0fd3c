import Plan
import SourceText

extension DocumentOutline {
    /// How long the rollout stays at a share: `10% for 2 days`, `25% (24 h)`, and tables with a share and a length of time in each row.
    func readStageHolds() -> [StageHold] {
        planSections.flatMap { section -> [StageHold] in
            let titled = section.heading == nil ? [] : section.title.stageHolds(.heading)
            let written =
                section.lineClasses.contains(.percentSign)
                ? section.lines.flatMap { $0.text.stageHolds($0.reading) } : []
            return titled + written + section.watchedSteps + section.tables.flatMap(\.stageHolds)
        }
    }
}

extension OutlineSection {
    /// `- Enable for 10% of the traffic`, and in the item behind it `- Monitor for 1 hour`.
    fileprivate var watchedSteps: [StageHold] {
        guard lineClasses.contains(.percentSign), lineClasses.contains(.watching) else { return [] }
        return zip(lines, lines.dropFirst()).compactMap { step, next in
            guard step.isItem, next.isItem, step.list == next.list, step.depth == next.depth,
                next.text.mentions(.watching), !next.text.mentions(.percentSign), step.text.mentions(.percentSign),
                !step.text.mentions(measureWords), let hold = next.text.hold(next.reading),
                case let shares = step.text.shareSteps(in: 0..<step.text.tokens.count, step.reading), shares.count == 1
            else { return nil }
            return StageHold(percent: shares[0].percent.value, duration: hold)
        }
    }
}

extension ReadText {
    /// Shares with the length of time that stands behind each, and nothing but signs and little words between the two.
    fileprivate func stageHolds(_ reading: Reading) -> [StageHold] {
        guard mentions(.percentSign), mentions(.number), !mentions(measureWords) else { return [] }
        var found: [StageHold] = []
        var index = 0
        while index < tokens.count {
            guard let share = share(at: index) else {
                index += 1
                continue
            }
            index = share.tokens.upperBound
            guard let time = duration(behind: index) else { continue }
            found.append(
                StageHold(
                    percent: share.number, duration: Claim(time.amount, at: span(tokens: time.tokens), reading)))
            index = time.tokens.upperBound
        }
        return found
    }

    private func duration(behind start: Int) -> QuantityReader.TimeMatch? {
        var index = start
        while index < tokens.count, index < start + 6 {
            if let time = quantities.time(at: index) { return time }
            guard tokens[index].sign.map({ $0 != "." && $0 != ";" && !$0.isArrow }) ?? tokens[index].isA(linkWords)
            else {
                return nil
            }
            index += 1
        }
        return nil
    }
}

extension ContentTable {
    fileprivate var stageHolds: [StageHold] {
        guard let time = header.firstIndex(where: { $0.mentions([.duration, .holding]) }),
            let share = header.indices.first(where: { column in
                column != time && rows.allSatisfy { $0.cell(column)?.isOnlyShares ?? false }
            })
        else { return [] }
        return rows.compactMap { row in
            guard let percent = row.cell(share)?.onlyShare, let cell = row.cell(time),
                let amount = cell.quantities.timeField(), amount.kind == .measured
            else { return nil }
            return StageHold(percent: percent, duration: Claim(amount, at: cell.span, .tableCell))
        }
    }
}

extension ReadText {
    fileprivate var isOnlyShares: Bool { isOnlyShares(0..<tokens.count) }
    fileprivate var onlyShare: Double? {
        let steps = shareSteps(in: 0..<tokens.count, .tableCell)
        return steps.count == 1 ? steps[0].percent.value : nil
    }
}

private let linkWords: WordClassSet = [
    .of, .rollout, .share, .window, .windowFiller, .lasting, .holding, .about, .userGroup,
]
private let measureWords: WordClassSet = [
    .metric, .trouble, .limit, .alerting, .condition, .trigger, .halt, .comparisonSign, .verify,
]
