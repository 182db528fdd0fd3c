package import Plan
import SourceText

/// What a plan means otherwise than at another time, ready to be shown.
package struct PlanDiff: Sendable {
    /// The documents at one time.
    package struct Version: Sendable {
        /// `origin/main`; nil for the documents on the disk.
        let name: String?
        /// Full hash.
        let commit: String?

        package init(name: String?, commit: String?) {
            self.name = name
            self.commit = commit
        }

        /// `origin/main (1a2b3c4)`.
        var title: String {
            guard let name else { return "the working tree" }
            return commit.map { $0.hasPrefix(name) ? name : "\(name) (\($0.prefix(7)))" } ?? name
        }
    }
    let base: Version
    let head: Version
    package let changes: [PlanChange]

    package init(from base: Version, to head: Version, _ changes: [PlanChange]) {
        self.base = base
        self.head = head
        self.changes = changes
    }

    /// `from main (1a2b3c4) to the working tree: 5 changes, 2 of them alarming`.
    var headline: String {
        let loosened = changes.count(where: \.isAlarming)
        let count = counted(changes.count, "change", "changes")
        let share = loosened == 0 ? "" : ", \(loosened) of them alarming"
        return "from \(base.title) to \(head.title): "
            + (changes.isEmpty ? "the plan means the same" : count + share)
    }
}

extension PlanChange {
    /// What happened in one word: `loosened`, `lengthened`, `unticked`, `added`.
    var word: String {
        guard action == .changed || action == .moved || action == .added && direction == .loosened else {
            return action.rawValue
        }
        let isTime = [.rollback, .phase, .step, .escalation].contains(kind)
        return switch direction {
        case .loosened: isTime ? "lengthened" : "loosened"
        case .tightened: isTime ? "shortened" : "tightened"
        case .neutral: action.rawValue
        }
    }
}
