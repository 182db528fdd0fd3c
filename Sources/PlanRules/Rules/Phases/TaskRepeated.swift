import Plan
import SourceText

extension PlanRule {
    /// One thing, to be made in two phases.
    static let taskRepeated = PlanRule(
        id: "task-repeated", severity: .warning, summary: "the same open task stands in two phases",
        explanation: Explanation(
            fault: """
                Two phases of a document each have an open task in the same words, and the task makes something that is \
                made once: write, create, design, implement, configure.
                """,
            harm: "It is done twice, or each phase waits for the other one to do it.",
            misses: """
                Tasks that come back by nature (monitor, test, deploy, review, notify), those of three phases or more, \
                ticked ones, short ones, and tasks that differ in a telling word or a number.
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
            var tasks: [String: [Task]] = [:]
            var order: [String] = []
            for phase in phases {
                for line in phase.work.lines where line.checked == false {
                    guard let key = key(of: line.text) else { continue }
                    if tasks[key] == nil { order.append(key) }
                    tasks[key, default: []].append(Task(phase: phase.phase, line: line))
                }
            }
            return order.compactMap { key in
                guard let found = tasks[key], found.count == 2, found[0].phase.id != found[1].phase.id else {
                    return nil
                }
                return fault(key, found[0], found[1])
            }
        }
    }
}

private struct Task {
    let phase: Phase
    let line: PhaseWork.Line
}

/// The telling words of a task that makes something, in the order of the alphabet; nil for any other.
private func key(of text: String) -> String? {
    guard text.utf8.count < 300 else { return nil }
    let all = words(of: text)
    guard let first = all.first, making.contains(first) else { return nil }
    let telling = Set(all).subtracting(little)
    return telling.count >= 4 ? telling.sorted().joined(separator: " ") : nil
}

private func fault(_ key: String, _ first: Task, _ second: Task) -> Fault {
    Fault(
        message: "\(quoted(second.line.text)) is to be done in \(quoted(second.phase.title)) here, and in "
            + "\(quoted(first.phase.title)) in \(place(first.line.span)), too",
        span: second.line.span, label: "open in \(second.phase.title), read from the list item",
        related: [Finding.Note("open in \(first.phase.title), read from the list item", at: first.line.span)],
        help: "keep it in one phase, or say what is different the second time",
        identity: [key, first.phase.id, second.phase.id])
}

/// What is made once, English, German, Spanish and French.
private let making: Set<String> = [
    "create", "write", "implement", "build", "design", "define", "develop", "draft", "introduce", "choose", "select",
    "order", "procure", "add", "set", "configure", "extend", "refactor", "erstellen", "erstelle", "schreiben",
    "schreibe",
    "implementieren", "anlegen", "definieren", "entwickeln", "crear", "escribir", "implementar", "diseñar", "definir",
    "desarrollar", "créer", "écrire", "rédiger", "développer", "concevoir", "définir",
]
private let little: Set<String> = [
    "the", "a", "an", "of", "for", "and", "or", "to", "in", "on", "with", "by", "all", "new", "our", "der", "die",
    "das",
    "den", "und", "für", "von", "el", "la", "lo", "de", "del", "y", "para", "le", "du", "de", "et", "pour",
]
