import Observations
import Plan
import SourceText

/// A part of the plan that a result can speak of.
enum ResultSubject: Hashable {
    case item(checklist: Int, item: Int)
    case task(day: Int, task: Int)
    case phase(Int)
    case criterion(Int)
}

/// The parts of a plan by id and by words.
struct SubjectIndex {
    private let byID: [String: ResultSubject]
    private let byWords: [String: [ResultSubject]]
    private let firstWords: Set<String>
    /// Those that are no items of a checklist or tasks of a day too.
    let criteria: Set<Int>

    init(_ plan: Plan) {
        var byID: [String: ResultSubject] = [:]
        var byWords: [String: [ResultSubject]] = [:]
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
            for (place, task) in planned.tasks.enumerated()
            where task.checked != nil && spans.insert(task.span).inserted {
                byWords[normalised(task.text), default: []].append(.task(day: day, task: place))
            }
        }
        for (place, phase) in plan.phases.enumerated() {
            if byID[phase.id] == nil { byID[phase.id] = .phase(place) }
            for words in Set([normalised(phase.name), normalised(phase.title)]) {
                byWords[words, default: []].append(.phase(place))
            }
        }
        var own: Set<Int> = []
        for (place, criterion) in plan.successCriteria.enumerated() where spans.insert(criterion.span).inserted {
            own.insert(place)
            // What is measured is often said again in a list: there it is an item, and that is meant.
            let words = normalised(criterion.text)
            let isCriterion = (byWords[words] ?? []).allSatisfy { if case .criterion = $0 { true } else { false } }
            if isCriterion { byWords[words, default: []].append(.criterion(place)) }
        }
        firstWords = Set(byWords.keys.compactMap { $0.split(separator: " ").first.map(String.init) })
        criteria = own
        (self.byID, self.byWords) = (byID, byWords)
    }

    func subject(id: String) -> ResultSubject? { byID[id] }

    func subjects(words text: String) -> [ResultSubject] {
        let words = normalised(text)
        return words.isEmpty ? [] : byWords[words] ?? []
    }

    /// By id, else by words.
    func subjects(named name: String) -> [ResultSubject] { subject(id: name).map { [$0] } ?? subjects(words: name) }

    /// The id that a mistyped one was probably meant to be.
    func closest(to id: String) -> String? { closestMatch(to: id, among: byID.keys.sorted()) }

    /// What a result means that no setting speaks of.
    func subjects(of result: ItemResult) -> [ResultSubject] {
        if let id = result.id, let subject = subject(id: id) { return [subject] }
        guard let test = result.test else { return subjects(words: result.item ?? "") }
        if let subject = bracketed(test.name) ?? subject(id: test.name) ?? subject(id: test.title) { return [subject] }
        let own = nameWords(test.name)
        for words in [own] + [test.suite, test.classname].compactMap(\.self).map({ nameWords($0) + own }) {
            let found = subjects(words)
            if !found.isEmpty { return found }
        }
        return subjects(withoutTestWord(own))
    }

    /// Most tests of a report are of no plan, and of those most are told by their first word.
    private func subjects(_ words: [String]) -> [ResultSubject] {
        guard let first = words.first, firstWords.contains(first) else { return [] }
        return byWords[words.joined(separator: " ")] ?? []
    }

    /// `backup[pre/backup-verified]`: an id in brackets, wherever they stand. A case of a test with parameters has brackets
    /// too, so nothing is made of what is no id.
    private func bracketed(_ name: String) -> ResultSubject? {
        guard name.utf8.contains(UInt8(ascii: "[")) else { return nil }
        var rest = name[...]
        while let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]") {
            if let subject = byID[rest[rest.index(after: open)..<close].trimmed] { return subject }
            rest = rest[rest.index(after: close)...]
        }
        return nil
    }

    /// `test_backup_verified`, `BackupVerifiedTest`, `testBackupVerified()`: the word is the runner's.
    private func withoutTestWord(_ words: [String]) -> [String] {
        if words.first == "test" || words.first == "tests" { return Array(words.dropFirst()) }
        if words.last == "test" || words.last == "tests" { return Array(words.dropLast()) }
        return []
    }
}
