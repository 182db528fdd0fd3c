import Observations
import SourceText

/// Results that do not count: so many of each file are told one by one, and the others in one finding.
struct StrangeResults {
    private struct Place: Hashable {
        let path: String
        let rule: String
        let isLost: Bool
    }

    /// So many of a file and kind.
    private static let most = 20
    private var listed: [(place: Place, finding: Finding)] = []
    private var order: [Place] = []
    private var counts: [Place: Int] = [:]

    mutating func add(_ result: ItemResult, _ problem: ResultProblem) {
        var isLost = false
        // News that is not good and belongs to nothing may be of something that looks well.
        if case .unmatched = problem { isLost = !result.status.isGood }
        let place = Place(path: result.span.path, rule: problem.rule, isLost: isLost)
        let count = counts[place, default: 0] + 1
        counts[place] = count
        if count == 1 { order.append(place) }
        if count <= Self.most { listed.append((place, problem.finding(result))) }
    }

    var findings: [Finding] { told { _ in true } }

    /// Those of news that was not good.
    var lost: [Finding] { told(where: \.isLost) }

    private func told(where holds: (Place) -> Bool) -> [Finding] {
        listed.filter { holds($0.place) }.map(\.finding) + order.filter(holds).compactMap(more)
    }

    private func more(_ place: Place) -> Finding? {
        let more = counts[place, default: 0] - Self.most
        guard more > 0, let first = listed.first(where: { $0.place == place })?.finding else { return nil }
        return Finding(
            rule: place.rule, severity: .warning, message: "\(more) more results of this file do not count",
            at: first.span, help: first.help, identity: [place.path, "more", "\(place.isLost)"])
    }
}
