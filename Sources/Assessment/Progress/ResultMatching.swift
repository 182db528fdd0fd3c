import Observations
import Plan
import SourceText

/// A part of the plan that a result can speak of.
enum ResultSubject: Hashable {
    case item(checklist: Int, item: Int)
    case task(day: Int, task: Int)
    case phase(Int)
}

/// Which results speak of which part of the plan.
///
/// A result names its subject by id, else by its words. Where several parts have the same words, good news counts for none
/// of them, for nobody knows which one was passed, and all other news for all. In the same way good news counts only if it
/// is not dated later than now.
struct ResultMatching {
    private var results: [ResultSubject: [ItemResult]] = [:]
    private(set) var findings: [Finding] = []
    /// Those findings that tell of news that was not good and belongs to nothing.
    private(set) var lost: [Finding] = []
    /// Seconds by which the clock of a reporter may run ahead.
    private static let clockTolerance = 60.0

    init(_ reported: [ItemResult], plan: Plan, now: Instant, timeText: (Instant) -> String) {
        let index = SubjectIndex(plan)
        for result in reported {
            let name = result.id ?? result.item ?? ""
            let subjects = index.subjects(of: result)
            if subjects.isEmpty {
                let message = "result '\(name)' (\(result.status.rawValue)) belongs to nothing in the plan"
                add("result-unmatched", message, result)
                if !result.status.isGood { lost += findings.suffix(1) }
            } else if subjects.count > 1, result.status.isGood {
                add("result-unmatched", "result '\(name)' could mean \(subjects.count) items of the plan", result)
            } else if result.status.isGood, result.time.seconds(since: now) > Self.clockTolerance {
                add(
                    "result-future-dated",
                    "result '\(name)' is dated \(timeText(result.time)), later than now, and left out", result)
            } else {
                for subject in subjects { results[subject, default: []].append(result) }
            }
        }
    }

    /// The result that counts for a part of the plan: the latest, and of several of one moment the worst.
    func latest(_ subject: ResultSubject) -> ItemResult? {
        results[subject]?.max { ($0.time, $0.status.badness) < ($1.time, $1.status.badness) }
    }

    private mutating func add(_ rule: String, _ message: String, _ result: ItemResult) {
        findings.append(
            Finding(
                rule: rule, severity: .warning, message: message, at: result.span,
                help: rule == "result-unmatched" ? "name the item by its id, as the plan prints it" : nil,
                identity: [result.id ?? result.item ?? "", result.status.rawValue]))
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

/// The parts of a plan by id and by words.
private struct SubjectIndex {
    private var byID: [String: ResultSubject] = [:]
    private var byWords: [String: [ResultSubject]] = [:]

    init(_ plan: Plan) {
        var spans: Set<SourceSpan> = []
        for (checklist, list) in plan.checklists.enumerated() {
            for (place, item) in list.items.enumerated() {
                let subject = ResultSubject.item(checklist: checklist, item: place)
                spans.insert(item.span)
                if byID[item.id] == nil { byID[item.id] = subject }
                byWords[normalised(item.text), default: []].append(subject)
            }
        }
        for (day, planned) in plan.days.enumerated() {
            // A task that is also an item of a checklist is one thing, not two.
            for (place, task) in planned.tasks.enumerated() where task.checked != nil && !spans.contains(task.span) {
                byWords[normalised(task.text), default: []].append(.task(day: day, task: place))
            }
        }
        for (place, phase) in plan.phases.enumerated() {
            if byID[phase.id] == nil { byID[phase.id] = .phase(place) }
            for words in Set([normalised(phase.name), normalised(phase.title)]) {
                byWords[words, default: []].append(.phase(place))
            }
        }
    }

    func subjects(of result: ItemResult) -> [ResultSubject] {
        if let id = result.id, let subject = byID[id] { return [subject] }
        let words = normalised(result.item ?? "")
        return words.isEmpty ? [] : byWords[words] ?? []
    }
}
