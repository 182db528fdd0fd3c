import Plan
import SourceText

extension PlanRule {
    /// What is needed first comes last.
    static let stepOrderDoubtful = PlanRule(
        id: "step-order-doubtful", severity: .warning, summary: "a phase does what an earlier one already needs",
        explanation: Explanation(
            fault: """
                In a document with numbered phases, the first acceptance or smoke test on staging stands in a phase \
                behind the one that deploys to production; or the first run of the database migrations behind the one \
                that deploys the application to production; or the old system is removed in a phase ahead of the one \
                that first moves its data.
                """,
            harm: """
                What was to be found out, prepared or saved beforehand is not, and production is where it is noticed.
                """,
            misses: """
                Anything that is not said in plain words on both sides: `smoke test on staging`, `deploy to production`, \
                `run the database migrations`, `decommission the old cluster`, `migrate the data`. Clean-up \
                migrations, preparations, approvals, pilots and what an earlier phase does too are silent.
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
        workedPhases(of: input.plan).flatMap { phases -> [Fault] in
            let acts = PhaseActs(phases)
            return needs.compactMap { need in
                // The need must be met nowhere before or in the phase that has it.
                guard let user = acts.first(need.user), let met = acts.first(need.met), met.phase > user.phase
                else { return nil }
                return fault(need, phases[user.phase].phase, user.line, phases[met.phase].phase, met.line)
            }
        }
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

/// The first phase and line that does each of the acts.
private struct PhaseActs {
    typealias Place = (phase: Int, line: PhaseWork.Line)
    private var found: [Act: Place] = [:]

    init(_ phases: [WorkedPhase]) {
        for (index, phase) in phases.enumerated() {
            let inPhase = Set(words(of: phase.name.value))
            for line in phase.work.lines where line.isItem && line.text.utf8.count < 200 {
                for act in acts(of: line.text, inPhase) where found[act] == nil { found[act] = (index, line) }
            }
        }
    }

    func first(_ act: Act) -> Place? { found[act] }

    /// What a line does by its own words; the name of its phase may say where.
    private func acts(of text: String, _ phase: Set<String>) -> [Act] {
        let line = words(of: text)
        let all = Set(line)
        guard all.isDisjoint(with: conditional), !line.isEmpty else { return [] }
        let place = all.isDisjoint(with: places) ? all.union(phase) : all
        var acts: [Act] = []
        if !all.isDisjoint(with: ["uat", "acceptance", "smoke"]), !all.isDisjoint(with: ["test", "testing", "uat"]),
            !place.isDisjoint(with: staging), place.isDisjoint(with: production)
        {
            acts.append(.stagingTest)
        }
        let deploys = !Set(line.prefix(2)).isDisjoint(with: deploying)
        if deploys, !place.isDisjoint(with: production), place.isDisjoint(with: staging),
            all.isDisjoint(with: notApplication)
        {
            acts.append(.productionDeployment)
        }
        if !Set(line.prefix(2)).isDisjoint(with: ["run", "apply", "execute"]),
            !all.isDisjoint(with: ["database", "schema", "db"]),
            !all.isDisjoint(with: ["migration", "migrate"])
        {
            acts.append(.databaseMigration)
        }
        if let first = line.first,
            removing.contains(first) || first == "shut" || first == "turn" && all.contains("off"),
            !all.isDisjoint(with: ["old", "legacy"]), !all.isDisjoint(with: systems)
        {
            acts.append(.oldRemoval)
        }
        if !Set(line.prefix(2)).isDisjoint(with: ["migrate", "copy", "move", "transfer", "import"]),
            all.contains("data")
        {
            acts.append(.dataMove)
        }
        return acts
    }
}

private let staging: Set<String> = ["staging", "preprod", "preproduction", "uat"]
private let production: Set<String> = ["production", "prod", "live"]
private let places = staging.union(production)
private let deploying: Set<String> = ["deploy", "release", "install", "roll"]
private let removing: Set<String> = ["decommission", "remove", "retire", "delete", "switch", "dismantle", "uninstall"]
private let systems: Set<String> = [
    "system", "cluster", "database", "server", "service", "platform", "infrastructure", "application", "datacenter",
    "store",
]
/// What is deployed ahead of the application on purpose.
private let notApplication: Set<String> = [
    "monitoring", "dashboard", "flag", "config", "configuration", "agent", "canary", "dark", "pilot", "infrastructure",
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

private func fault(_ need: Need, _ user: Phase, _ used: PhaseWork.Line, _ met: Phase, _ line: PhaseWork.Line) -> Fault {
    Fault(
        message:
            "\(quoted(line.text)) is \(need.phrase) and stands in \(quoted(met.title)) here, but \(quoted(used.text)) "
            + "already in \(quoted(user.title)) in \(place(used.span))",
        span: line.span, label: "in \(met.title), read from the list item",
        related: [Finding.Note("in \(user.title), read from the list item", at: used.span)],
        help: "change the order, or say what makes it safe",
        identity: [need.phrase, user.id, met.id])
}
