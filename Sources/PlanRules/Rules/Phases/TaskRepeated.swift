import Plan
import SourceText

extension PlanRule {
    /// One thing, to be made in two phases.
    static let taskRepeated = PlanRule(
        id: "task-repeated", severity: .warning, summary: "the same open task stands in two phases",
        explanation: Explanation(
            fault: """
                Two phases of a document each have an open task in the same words, and the task makes something that is \
                made once: write, create, design, implement, configure. Or two open tasks are called the same in three \
                words or more, and what stands in brackets behind them names the same thing of the system.
                """,
            harm: "It is done twice, or each phase waits for the other one to do it.",
            misses: """
                Tasks that come back by nature (monitor, test, deploy, review, notify), those of three phases or more, \
                ticked ones, short ones, and tasks in which each has a telling word or a number that the other lacks.
                """),
        badExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                ## Phase 1: Groundwork

                - [ ] Write the comparison script for invoices

                ## Phase 2: Shadow traffic

                - [ ] Write comparison script for the invoices
                """)
        ],
        goodExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                ## Phase 1: Groundwork

                - [ ] Write the comparison script for invoices

                ## Phase 2: Shadow traffic

                - [ ] Run the comparison script every night
                """)
        ], isPreview: true
    ) { input in
        workedPhases(of: input.plan).flatMap { phases -> [Fault] in
            var (open, bracketed) = (OpenTasks(), BracketedTasks())
            for phase in phases {
                for line in phase.work.lines where line.checked == false {
                    open.add(line, of: phase.phase)
                    bracketed.add(line, of: phase.phase)
                }
            }
            return (open.repeated + bracketed.repeated).map { fault($0.first, $0.second) }
        }
    }
}

/// Open tasks by their telling words; one word more makes no other task.
private struct OpenTasks {
    private var groups: [[Task]] = []
    private var places: [String: Int] = [:]

    mutating func add(_ line: PhaseWork.Line, of phase: Phase) {
        guard let words = tellingWords(of: line.text) else { return }
        let task = Task(phase: phase, line: line, key: words.joined(separator: " "))
        let shorter = words.count > 4 ? words.indices.map { key(words, without: $0) } : []
        if let place = ([task.key] + shorter).compactMap({ places[$0] }).first {
            groups[place].append(task)
            return
        }
        for key in [task.key] + shorter where places[key] == nil { places[key] = groups.count }
        groups.append([task])
    }

    private func key(_ words: [String], without index: Int) -> String {
        (words[..<index] + words[(index + 1)...]).joined(separator: " ")
    }

    /// What comes three times comes back by nature.
    var repeated: [(first: Task, second: Task)] {
        groups.filter { $0.count == 2 && $0[0].phase.id != $0[1].phase.id && differ(by: 1, $0[0], $0[1]) }.map {
            ($0[0], $0[1])
        }
    }

    /// Whether one has no more than so many words that the other lacks, and not each one of its own.
    private func differ(by count: Int, _ left: Task, _ right: Task) -> Bool {
        let (mine, other) = (Set(left.key.split(separator: " ")), Set(right.key.split(separator: " ")))
        return (mine.isSubset(of: other) || other.isSubset(of: mine)) && abs(mine.count - other.count) <= count
    }
}

/// Open tasks by what they are called ahead of a bracket: `Policy audit of stores (shop.users references)`.
private struct BracketedTasks {
    private var groups: [[(task: Task, things: Set<String>)]] = []
    private var places: [String: Int] = [:]

    mutating func add(_ line: PhaseWork.Line, of phase: Phase) {
        guard line.text.utf8.count < 200, line.text.hasSuffix(")"), let open = line.text.firstIndex(of: "("),
            case let name = words(of: String(line.text[..<open])), name.count >= 3, name.count <= 12,
            !making.contains(name[0]), name.allSatisfy({ !recurring.contains($0) })
        else { return }
        let inside = line.text[open...].dropFirst().dropLast().split { $0.isWhitespace || $0 == "," || $0 == "→" }
        let things = Set(inside.filter(isNameOfSystem).map { $0.lowercased() })
        guard !things.isEmpty else { return }
        let key = name.joined(separator: " ")
        let task = (Task(phase: phase, line: line, key: key), things)
        if let place = places[key] {
            groups[place].append(task)
        } else {
            places[key] = groups.count
            groups.append([task])
        }
    }

    var repeated: [(first: Task, second: Task)] {
        groups.filter {
            $0.count == 2 && $0[0].task.phase.id != $0[1].task.phase.id && !$0[0].things.isDisjoint(with: $0[1].things)
        }.map { ($0[0].task, $0[1].task) }
    }
}

/// `auth.users`, `orders_v2`, `api/orders`: letters with a sign between them.
private func isNameOfSystem(_ word: Substring) -> Bool {
    guard let sign = word.dropFirst().firstIndex(where: { $0 == "." || $0 == "_" || $0 == "/" }) else { return false }
    let behind = word[word.index(after: sign)...]
    return word[..<sign].allSatisfy(\.isLetter) && word[..<sign].count > 1 && behind.count > 1
        && behind.contains(where: \.isLetter) && word.lowercased() != "e.g."
}

private struct Task {
    let phase: Phase
    let line: PhaseWork.Line
    /// Its telling words.
    let key: String
}

/// The telling words of a task that makes something, in the order of the alphabet; nil for any other.
private func tellingWords(of text: String) -> [String]? {
    guard text.utf8.count < 200 else { return nil }
    let all = words(of: text)
    guard let first = all.first, making.contains(first) else { return nil }
    let telling = Set(all).subtracting(little)
    return telling.count >= 4 && telling.count <= 16 ? telling.sorted() : nil
}

private func fault(_ first: Task, _ second: Task) -> Fault {
    Fault(
        message: "\(quoted(second.line.text)) is to be done in \(quoted(second.phase.title)) here, and in "
            + "\(quoted(first.phase.title)) in \(place(first.line.span)), too",
        span: second.line.span, label: "open in \(second.phase.title), read from the list item",
        related: [Finding.Note("open in \(first.phase.title), read from the list item", at: first.line.span)],
        help: "keep it in one phase, or say what is different the second time",
        identity: [first.key, first.phase.id, second.phase.id])
}

/// What is made once, English, German, Spanish and French.
private let making: Set<String> = [
    "create", "write", "implement", "build", "design", "define", "develop", "draft", "introduce", "choose", "select",
    "order", "procure", "add", "set", "configure", "extend", "refactor", "remove", "decommission", "retire", "archive",
    "train", "establish",
    "finalize", "automate", "integrate", "provision", "purchase", "erstellen", "erstelle", "schreiben",
    "schreibe",
    "implementieren", "anlegen", "definieren", "entwickeln", "crear", "escribir", "implementar", "diseñar", "definir",
    "desarrollar", "créer", "écrire", "rédiger", "développer", "concevoir", "définir",
]
/// What comes back by nature, English, German, Spanish and French.
private let recurring: Set<String> = [
    "monitor", "monitoring", "test", "testing", "deploy", "deployment", "review", "notify", "check", "verify",
    "verification", "validate", "validation", "run", "update", "backup", "report", "meeting", "sync", "approve",
    "approval", "release", "rollout", "smoke", "final", "again", "second", "rerun", "rollback", "enable", "disable",
    "increase", "raise", "prüfen", "testen", "überwachen", "aktualisieren", "revisar", "probar", "verificar",
    "actualizar", "vérifier", "tester", "surveiller",
]
private let little: Set<String> = [
    "the", "a", "an", "of", "for", "and", "or", "to", "in", "on", "with", "by", "all", "new", "our", "der", "die",
    "das",
    "den", "und", "für", "von", "el", "la", "lo", "de", "del", "y", "para", "le", "du", "de", "et", "pour",
]
