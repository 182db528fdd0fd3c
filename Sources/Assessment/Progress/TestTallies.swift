import Observations
import SourceText

/// What the tests of each report came to that do not count, a finding or two for a report however many they are.
///
/// A report of unit tests has hundreds that no plan speaks of. It is told when none of them belongs to the plan, for then it
/// was named in vain, and when some of those failed, for that is bad news of something.
struct TestTallies {
    private var order: [String] = []
    private var tallies: [String: Tally] = [:]

    fileprivate struct Tally {
        var count = 0
        var matched = 0
        var first: ItemResult?
        var failed = 0
        var firstFailed: ItemResult?
        /// Those that could mean several parts, or are dated later than now or too long ago.
        var ambiguous: [(ResultProblem, ItemResult)] = []
        var misdated: [(ResultProblem, ItemResult)] = []
        var ambiguousCount = 0
        var misdatedCount = 0
    }

    mutating func add(_ result: ItemResult, _ problem: ResultProblem?) {
        let path = result.span.path
        if tallies[path] == nil { order.append(path) }
        tallies[path, default: Tally()].count(result, problem)
    }

    var findings: [Finding] {
        order.compactMap { tallies[$0] }.flatMap { tally in
            [tally.unmatched].compactMap(\.self) + tally.told(tally.ambiguous, of: tally.ambiguousCount)
                + tally.told(tally.misdated, of: tally.misdatedCount)
        }
    }

    /// Those that tell of bad news which belongs to nothing.
    var lost: [Finding] { order.compactMap { tallies[$0] }.filter { $0.failed > 0 }.compactMap(\.unmatched) }
}

extension TestTallies.Tally {
    /// So many of a kind are told one by one.
    private static let most = 5

    fileprivate mutating func count(_ result: ItemResult, _ problem: ResultProblem?) {
        count += 1
        if first == nil { first = result }
        switch problem {
        case nil: matched += 1
        case .unmatched:
            guard result.status.isBad else { return }
            failed += 1
            if firstFailed == nil { firstFailed = result }
        case .ambiguous(let parts):
            matched += 1
            ambiguousCount += 1
            if ambiguous.count < Self.most { ambiguous.append((.ambiguous(parts), result)) }
        case .ahead(let text): misdate(.ahead(text), result)
        case .outdated(let text): misdate(.outdated(text), result)
        }
    }

    private mutating func misdate(_ problem: ResultProblem, _ result: ItemResult) {
        matched += 1
        misdatedCount += 1
        if misdated.count < Self.most { misdated.append((problem, result)) }
    }

    fileprivate var unmatched: Finding? {
        guard let first, matched == 0 || failed > 0 else { return nil }
        let named = firstFailed.map { "'\($0.name.prefix(120))'" } ?? ""
        let message =
            if matched > 0 {
                failed == 1
                    ? "test \(named) failed and belongs to nothing in the plan"
                    : "\(failed) tests of this report failed and belong to nothing in the plan, the first \(named)"
            } else {
                (count == 1 ? "the test of this report belongs" : "none of the \(count) tests of this report belongs")
                    + " to \(count == 1 ? "nothing" : "anything") in the plan"
                    + (failed > 0 ? ", and \(failed) of them failed, the first \(named)" : "")
            }
        return Finding(
            rule: "result-unmatched", severity: .warning, message: message, at: (firstFailed ?? first).span,
            help:
                "say what they mean under 'result-names' in plumbline.yml, or put an item's id in brackets into a name",
            identity: [first.span.path, failed > 0 ? "failed" : "unmatched"])
    }

    fileprivate func told(_ listed: [(problem: ResultProblem, result: ItemResult)], of total: Int) -> [Finding] {
        guard total > Self.most, let first = listed.first else { return listed.map { $0.problem.finding($0.result) } }
        let finding = first.problem.finding(first.result)
        return [
            Finding(
                rule: finding.rule, severity: finding.severity,
                message: "\(total) tests of this report do not count, the first here: \(finding.message)",
                at: finding.span, help: finding.help, identity: [first.result.span.path])
        ]
    }
}
