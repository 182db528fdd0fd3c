import Observations
import Plan
import SourceText

/// Which results speak of which part of the plan.
///
/// A result names its subject by what the settings say of its name, by id, else by its words. Where several parts have the
/// same words, good news counts for none of them, for nobody knows which one was passed, and all other news for all. In the
/// same way good news counts only if it is not dated later than now, and not too old (``ResultAge``).
///
/// Several tests of one report that speak of one part are one result, the worst of them. A time without a zone is laid on
/// the plan's clock and on UTC: good news counts from the earlier, all other from the later.
struct ResultMatching {
    private var results: [ResultSubject: [ItemResult]] = [:]
    /// Where in the results of a subject the tests of a report stand.
    private var places: [ReportedSubject: Int] = [:]
    private var strangers = StrangeResults()
    private(set) var findings: [Finding] = []
    /// Those findings that tell of news that was not good and belongs to nothing.
    private(set) var lost: [Finding] = []
    private let index: SubjectIndex
    private let now: Instant
    private let configuration: AssessmentConfiguration
    private let age: ResultAge
    /// Why good news counts no more, by what it is of.
    private var outdated: [ResultSubject: String] = [:]

    init(_ reported: [ItemResult], plan: Plan, now: Instant, configuration: AssessmentConfiguration) {
        index = SubjectIndex(plan)
        self.now = now
        self.configuration = configuration
        age = ResultAge(plan: plan, now: now, configuration: configuration)
        var names = ResultNames(configuration.resultNames, index)
        var tallies = TestTallies()
        for result in reported.map(settled) {
            let subjects = names.subjects(of: result) ?? index.subjects(of: result)
            let problem = problem(result, subjects)
            if result.test != nil {
                tallies.add(result, problem)
            } else if let problem {
                strangers.add(result, problem)
            }
            if case .outdated(let phrase) = problem, let subject = subjects.first { outdated[subject] = phrase }
            guard problem == nil else { continue }
            for subject in subjects { add(result, to: subject) }
        }
        findings += strangers.findings + tallies.findings
        lost += strangers.lost + tallies.lost
        findings += names.findings(whereTestsWereRead: reported.contains { $0.test != nil })
    }

    func hasCriterion(_ place: Int) -> Bool { index.criteria.contains(place) }

    /// Why good news of a part of the plan counts no more, as the predicate of a sentence; nil without such news.
    func outdated(_ subject: ResultSubject) -> String? { outdated[subject] }

    /// The result that counts for a part of the plan: the latest, and of several of one moment the worst.
    ///
    /// One without a time may be older or newer than all others: of it and the latest the worse counts.
    func latest(_ subject: ResultSubject) -> ItemResult? {
        guard let all = results[subject] else { return nil }
        let dated = all.max { isOlder($0, $1) }
        let undated = all.filter { $0.time == nil }.max { $0.status.badness < $1.status.badness }
        guard let undated else { return dated }
        guard let dated, dated.time != nil else { return undated }
        return undated.status.badness > dated.status.badness ? undated : dated
    }

    private func isOlder(_ left: ItemResult, _ right: ItemResult) -> Bool {
        guard let first = left.time else { return right.time != nil }
        guard let second = right.time else { return false }
        return (first, left.status.badness) < (second, right.status.badness)
    }

    private func settled(_ result: ItemResult) -> ItemResult {
        guard !result.zoneIsKnown, let time = result.time else { return result }
        let local = configuration.planClock(time)
        return result.with(time: result.status.isGood ? min(time, local) : max(time, local))
    }

    private mutating func add(_ result: ItemResult, to subject: ResultSubject) {
        guard result.test != nil else { return results[subject, default: []].append(result) }
        let report = ReportedSubject(subject: subject, path: result.span.path)
        if let place = places[report], let other = results[subject]?[place] {
            let worst = worst(other, result)
            results[subject]?[place] = worst
        } else {
            places[report] = results[subject]?.count ?? 0
            results[subject, default: []].append(result)
        }
    }

    /// The worse of two tests of one report; of two good ones it is only as new as the older.
    private func worst(_ first: ItemResult, _ second: ItemResult) -> ItemResult {
        let (worse, other) = second.status.badness > first.status.badness ? (second, first) : (first, second)
        guard worse.status.isGood else { return worse }
        let time = worse.time.flatMap { one in other.time.map { min(one, $0) } }
        return worse.with(time: time)
    }

    // MARK: Problems

    private func problem(_ result: ItemResult, _ subjects: [ResultSubject]) -> ResultProblem? {
        if subjects.isEmpty { return .unmatched }
        guard result.status.isGood else { return nil }
        if subjects.count > 1 { return .ambiguous(subjects.count) }
        if let time = result.time, time.seconds(since: now) > Instant.clockToleranceSeconds {
            return .ahead(configuration.timeText(time))
        }
        return age.fault(of: result.time).map { .outdated($0) }
    }
}

/// A part of the plan as one report tells of it.
private struct ReportedSubject: Hashable {
    let subject: ResultSubject
    let path: String
}

/// Why a result does not count.
enum ResultProblem {
    case unmatched
    /// It could mean so many parts of the plan.
    case ambiguous(Int)
    /// Dated later than now.
    case ahead(String)
    /// Too old, as the predicate of a sentence.
    case outdated(String)

    func finding(_ result: ItemResult) -> Finding {
        let name = result.name.clipped(to: 100)
        let message =
            switch self {
            case .unmatched: "result '\(name)' (\(result.status.rawValue)) belongs to nothing in the plan"
            case .ambiguous(let count): "result '\(name)' could mean \(count) items of the plan"
            case .ahead(let time): "result '\(name)' is dated \(time), later than now, and left out"
            case .outdated(let phrase): "result '\(name)' \(phrase), and is left out"
            }
        return Finding(
            rule: rule, severity: .warning, message: message, at: result.span, help: help,
            identity: [result.name, result.status.rawValue])
    }

    var rule: String {
        switch self {
        case .unmatched, .ambiguous: "result-unmatched"
        case .ahead: "result-future-dated"
        case .outdated: "result-outdated"
        }
    }

    private var help: String? {
        switch self {
        case .unmatched, .ambiguous: "name the item by its id, as the plan prints it"
        case .ahead: nil
        case .outdated: "check it again, or set 'result-max-age' in plumbline.yml"
        }
    }
}

extension ItemResult.Status {
    /// Whether it tells of something in the way.
    var isBad: Bool { self == .failed || self == .blocked }

    /// Whether it makes the plan look better than no result.
    var isGood: Bool { self == .passed || self == .skipped }

    /// Worse is greater.
    var badness: Int {
        switch self {
        case .failed: 4
        case .blocked: 3
        case .pending: 2
        case .skipped: 1
        case .passed: 0
        }
    }
}
