import Observations
import Plan
import SourceText

/// What the settings say that results mean.
struct ResultNames {
    private var byName: [String: [ResultSubject]] = [:]
    private let names: [ResultName]
    private var used: Set<String> = []
    private var faults: [Finding] = []

    init(_ names: [ResultName], _ index: SubjectIndex) {
        self.names = names
        for name in names {
            let subjects = index.subjects(named: name.item.value)
            // What several parts are called is refused: the settings are there to tell them apart.
            if subjects.count == 1 {
                byName[name.result.value, default: []] += subjects
            } else {
                faults.append(fault(name, subjects.count, meant: index.closest(to: name.item.value)))
            }
        }
    }

    /// What a result means by its exact name, by its class or suite; nil when the settings do not speak of it.
    mutating func subjects(of result: ItemResult) -> [ResultSubject]? {
        guard !byName.isEmpty else { return nil }
        let spellings = result.test.map { $0.spellings + $0.owners } ?? [result.id, result.item].compactMap(\.self)
        guard let name = spellings.first(where: { byName[$0] != nil }) else { return nil }
        used.insert(name)
        return byName[name]
    }

    /// Items that are none, and names that no result has.
    func findings(whereTestsWereRead: Bool) -> [Finding] {
        guard whereTestsWereRead else { return faults }
        return faults
            + names.filter { byName[$0.result.value] != nil && !used.contains($0.result.value) }.map { name in
                Finding(
                    rule: "result-unmatched", severity: .warning,
                    message: "no result is called '\(name.result.value)'", at: name.result.span,
                    help: "write it as its report does: suite/test, classname.test, or the name alone",
                    identity: [name.result.value])
            }
    }

    private func fault(_ name: ResultName, _ count: Int, meant: String?) -> Finding {
        let guess = count == 0 ? meant.map { "; did you mean '\($0)'?" } ?? "" : ""
        return Finding(
            rule: "result-unmatched", severity: .warning,
            message: count == 0
                ? "'\(name.item.value)' is nothing in the plan\(guess)"
                : "'\(name.item.value)' could mean \(count) items of the plan",
            at: name.item.span, help: "name the item by its id, as the plan prints it", identity: [name.item.value])
    }
}
