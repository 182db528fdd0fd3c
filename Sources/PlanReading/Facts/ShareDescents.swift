import Plan
import SourceText

extension DocumentOutline {
    /// Ways back that go down in steps, in a line (`50% → 25% → 10%`) or in the items of a list that each lower the share.
    func readShareDescents() -> [ShareDescent] {
        let isOnWaysBack = sections.contains { $0.level == 1 && $0.title.namesWayBack }
        return planSections.flatMap { section -> [ShareDescent] in
            guard section.lineClasses.contains(.percentSign), isOnWaysBack || flagPlace(section).goesBack else {
                return []
            }
            var found: [ShareDescent] = []
            var run = ListedDescent()
            for line in section.lines {
                // What is compared or measured is no share of the users.
                guard line.text.mentions(.percentSign), !line.text.mentions(measureWords) else { continue }
                let steps = line.text.shareSteps(in: 0..<line.text.tokens.count, line.reading).map(\.percent)
                if steps.count == 1, line.isItem {
                    found += run.add(steps[0], line).map(ShareDescent.init)
                } else if steps.isDescent {
                    found.append(ShareDescent(steps: steps))
                }
            }
            return found + run.close().map(ShareDescent.init)
        }
    }
}

/// The shares of neighbouring items of one list.
private struct ListedDescent {
    private var steps: [Claim<Double>] = []
    private var last: ContentLine?

    /// - Returns: the steps before, where the item does not go on with them and they are a way down.
    mutating func add(_ step: Claim<Double>, _ line: ContentLine) -> [[Claim<Double>]] {
        let goesOn =
            last?.list == line.list && last?.depth == line.depth && steps.last.map { step.value < $0.value } ?? false
        defer {
            steps.append(step)
            last = line
        }
        return goesOn ? [] : close()
    }

    mutating func close() -> [[Claim<Double>]] {
        defer { steps = [] }
        return steps.isDescent ? [steps] : []
    }
}

extension [Claim<Double>] {
    fileprivate var isDescent: Bool {
        count >= 3 && zip(self, dropFirst()).allSatisfy { $0.value > $1.value }
    }
}

private let measureWords: WordClassSet = [.metric, .trouble, .limit, .alerting, .condition, .comparisonSign]
