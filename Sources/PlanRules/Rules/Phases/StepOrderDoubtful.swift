import Plan
import SourceText

extension PlanRule {
    /// What is needed first comes last.
    static let stepOrderDoubtful = PlanRule(
        id: "step-order-doubtful", severity: .warning, summary: "a phase does what an earlier one already needs",
        explanation: Explanation(
            fault: """
                In a document with numbered phases or days, the first acceptance or smoke test on staging stands in a phase \
                behind the one that deploys to production; or the first run of the database migrations behind the one \
                that deploys the application to production; or the old system is removed in a phase, or under a number \
                of a phase's list, ahead of the one that first moves its data. Or a numbered step of a procedure is \
                the acceptance test, or types the migration of the database, behind the step that types the deployment \
                to production.
                """,
            harm: """
                What was to be found out, prepared or saved beforehand is not, and production is where it is noticed.
                """,
            misses: """
                Anything that is not said in plain words on both sides: `smoke test on staging`, `deploy to production`, \
                `run the database migrations`, `decommission the old cluster`, `migrate the data`. Clean-up \
                migrations, preparations, approvals, pilots and what an earlier phase does too are silent, and \
                procedures that speak of compatible schemas, maintenance, or, for acceptance, of flags and canaries.
                """),
        badExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                ## Phase 1: Release

                - Deploy the new service to production

                ## Phase 2: Acceptance

                - Run the smoke tests on staging
                """)
        ],
        goodExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                ## Phase 1: Acceptance

                - Run the smoke tests on staging

                ## Phase 2: Release

                - Deploy the new service to production
                """)
        ], isPreview: true
    ) { input in
        let phases = workedPhases(of: input.plan).map { $0.map(Stretch.init) }
        let told = (phases + days(of: input.plan)).flatMap { stretches -> [Fault] in
            let acts = StretchActs(stretches)
            return needs.compactMap { need in
                // The need must be met nowhere before or in the stretch that has it.
                guard let user = acts.first(need.user), let met = acts.first(need.met), met.index > user.index
                else { return nil }
                return fault(need, stretches[user.index], user.line, stretches[met.index], met.line)
            }
        }
        return told + phases.joined().compactMap(removedFirst) + stepsBehindDeployment(input)
    }
}

/// The old is removed under one number of a phase's list, and its data moved under a later one.
private func removedFirst(_ stretch: Stretch) -> Fault? {
    var (number, removed, moved) = (0, nil as (number: Int, line: PhaseWork.Line)?, nil as Int?)
    for line in stretch.lines where line.isItem && line.text.utf8.count < 200 {
        if let next = listNumber(of: line) {
            // A list that begins again is another one.
            if next <= number { (removed, moved) = (nil, nil) }
            number = next
        }
        guard number > 0 else { continue }
        let acts = Line(line.text, in: []).acts
        if acts.contains(.oldRemoval), removed == nil { removed = (number, line) }
        guard acts.contains(.dataMove) || switchesMigrationOn(line.text) else { continue }
        if let removed, moved == nil, removed.number < number {
            return Fault(
                message: "\(quoted(line.text)) stands under number \(number) of \(quoted(stretch.title)) here, but "
                    + "\(quoted(removed.line.text)) already under number \(removed.number) in \(place(removed.line.span))",
                span: line.span, label: "number \(number) of the list",
                related: [Finding.Note("number \(removed.number) of the list", at: removed.line.span)],
                help: "change the order, or say what makes it safe",
                identity: ["old removal", stretch.id, line.text.lowercased()])
        }
        moved = number
    }
    return nil
}

/// The number that stands ahead of an item at the left margin.
private func listNumber(of line: PhaseWork.Line) -> Int? {
    let text = textLine(of: line.span)
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, digits.count < 4, let sign = text.dropFirst(digits.count).first, sign == "." || sign == ")"
    else { return nil }
    return Int(digits)
}

/// `EVENTS_MIGRATION=true`, with nothing behind it.
private func switchesMigrationOn(_ text: String) -> Bool {
    let sides = text.split(separator: "=", omittingEmptySubsequences: false)
    return sides.count == 2 && sides[1].lowercased() == "true" && !sides[0].contains(" ")
        && nameWords(sides[0]).contains("migration")
}

/// A phase or a day with what is done in it.
private struct Stretch {
    let id: String
    let title: String
    let name: String
    let lines: [PhaseWork.Line]

    init(_ phase: WorkedPhase) {
        (id, title, name) = (phase.phase.id, phase.phase.title, phase.name.value)
        // The heading itself may say what is done: `Production deployment`.
        lines =
            phase.work.lines
            + [PhaseWork.Line(text: phase.name.value, checked: nil, isItem: true, span: phase.name.span)]
    }

    init(_ day: PlanDay) {
        (id, title, name) = ("day \(day.number)", "day \(day.number)", day.title)
        lines = day.tasks.filter { $0.span.path == day.span.path }.map {
            PhaseWork.Line(text: $0.text, checked: $0.checked, isItem: true, span: $0.span)
        }
    }
}

/// The days of each document that counts them once.
private func days(of plan: Plan) -> [[Stretch]] {
    Dictionary(grouping: plan.days, by: \.span.path).sorted { $0.key < $1.key }.compactMap { _, days in
        let sorted = days.sorted { $0.number < $1.number }
        return Set(sorted.map(\.number)).count == sorted.count ? sorted.map { Stretch($0) } : nil
    }
}

private enum Act: Hashable, CaseIterable {
    case stagingTest, productionDeployment, databaseMigration, oldRemoval, dataMove
}

/// What an act needs to have been done before.
private struct Need {
    let user: Act
    let met: Act
    let phrase: String
}

private let needs = [
    Need(user: .productionDeployment, met: .stagingTest, phrase: "the first test on staging"),
    Need(user: .productionDeployment, met: .databaseMigration, phrase: "the first run of the database migrations"),
    Need(user: .oldRemoval, met: .dataMove, phrase: "the first move of the data"),
]

/// The first stretch and line that does each of the acts.
private struct StretchActs {
    typealias Place = (index: Int, line: PhaseWork.Line)
    private var found: [Act: Place] = [:]

    init(_ stretches: [Stretch]) {
        for (index, stretch) in stretches.enumerated() {
            let name = Set(words(of: stretch.name))
            for line in stretch.lines where line.isItem && line.text.utf8.count < 200 {
                for act in Line(line.text, in: name).acts where found[act] == nil { found[act] = (index, line) }
            }
        }
    }

    func first(_ act: Act) -> Place? { found[act] }
}

/// What a line does by its own words; the name of its phase may say where.
private struct Line {
    private let first: Set<String>
    private let all: Set<String>
    private let place: Set<String>

    init(_ text: String, in name: Set<String>) {
        let line = words(of: text)
        first = Set(line.prefix(2))
        all = Set(line)
        place = all.isDisjoint(with: places) ? all.union(name) : all
    }

    var acts: [Act] {
        guard all.isDisjoint(with: conditional) else { return [] }
        return Act.allCases.filter(does)
    }

    private func does(_ act: Act) -> Bool {
        switch act {
        case .stagingTest:
            has(["uat", "acceptance", "smoke"]) && has(["test", "testing", "uat"]) && isIn(staging, not: production)
        case .productionDeployment:
            (!first.isDisjoint(with: deploying)
                || has(["deployment"]) && !first.isDisjoint(with: ["production", "execute", "perform", "start"]))
                && isIn(production, not: staging) && !has(notApplication)
        case .databaseMigration:
            !first.isDisjoint(with: ["run", "apply", "execute", "perform"]) && has(["database", "schema", "db"])
                && has(["migration", "migrate"])
        case .oldRemoval:
            (!first.isDisjoint(with: removing) || first.isSuperset(of: ["shut", "down"])) && has(["old", "legacy"])
                && has(systems)
        case .dataMove:
            !first.isDisjoint(with: ["migrate", "copy", "move", "transfer", "import"]) && has(["data"])
                || !first.isDisjoint(with: ["start", "begin", "run", "execute", "perform"])
                    && all.isSuperset(of: ["data", "migration"])
                || !first.isDisjoint(with: ["enable", "activate", "switch", "turn"]) && has(["migration"])
                    && has(["tool"])
        }
    }

    private func has(_ any: Set<String>) -> Bool { !all.isDisjoint(with: any) }
    private func isIn(_ any: Set<String>, not other: Set<String>) -> Bool {
        !place.isDisjoint(with: any) && place.isDisjoint(with: other)
    }
}

private let staging: Set<String> = ["staging", "preprod", "preproduction", "uat"]
private let production: Set<String> = ["production", "prod", "live"]
private let places = staging.union(production)
private let deploying: Set<String> = ["deploy", "release", "install", "roll"]
private let removing: Set<String> = ["decommission", "remove", "retire", "delete", "dismantle", "uninstall"]
private let systems: Set<String> = [
    "system", "cluster", "database", "server", "service", "platform", "infrastructure", "application", "datacenter",
    "store",
]
/// What is deployed ahead of the application on purpose.
private let notApplication: Set<String> = [
    "monitoring", "dashboard", "flag", "preparation", "config", "configuration", "agent", "canary", "dark", "pilot",
    "infrastructure",
    "migration", "migrations", "tool", "tooling", "note", "notes", "alert", "script", "backup", "database", "schema",
]
/// Lines with such a word prepare, promise, ask or undo.
private let conditional: Set<String> = [
    "if", "plan", "prepare", "preparation", "approve", "approval", "ready", "readiness", "document", "review",
    "schedule",
    "announce", "rollback", "revert", "back", "cleanup", "clean", "contract", "drop", "post", "before", "after",
    "remaining",
    "second", "final", "again", "rerun", "repeat", "no", "not", "never", "without", "access", "reference", "until",
]

private func fault(
    _ need: Need, _ user: Stretch, _ used: PhaseWork.Line, _ met: Stretch, _ line: PhaseWork.Line
) -> Fault {
    Fault(
        message:
            "\(quoted(line.text)) is \(need.phrase) and stands in \(quoted(met.title)) here, but \(quoted(used.text)) "
            + "already in \(quoted(user.title)) in \(place(used.span))",
        span: line.span, label: "in \(met.title)", related: [Finding.Note("in \(user.title)", at: used.span)],
        help: "change the order, or say what makes it safe", identity: [need.phrase, user.id, met.id])
}
