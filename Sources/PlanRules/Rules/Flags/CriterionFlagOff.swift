import Plan
import SourceText

extension PlanRule {
    /// A phase that is to reach what its own settings hold off.
    static let criterionFlagOff = PlanRule(
        id: "criterion-flag-off", severity: .warning,
        summary: "a phase's objectives need a feature that its settings hold off",
        explanation: Explanation(
            fault: """
                An objective or criterion of a phase names a feature by the words of a flag, side by side, or all \
                features, and the settings in the same phase's section hold that flag off.
                """,
            harm: """
                The phase cannot be passed as it is set up: either the criterion is waved through, or somebody \
                switches the feature on in the middle of the phase.
                """,
            misses: """
                Flags whose name has a single telling word are not looked for, and lines that deny something are passed \
                over. Where the section also switches the flag on, or raises it by shares, nothing is said.
                """),
        badExample: [ExampleDocument("plan.md", phaseWithAim("Receipt archive in use by every shop"))],
        goodExample: [ExampleDocument("plan.md", phaseWithAim("Tills in use by every shop"))], isPreview: true
    ) { input in
        let phases = input.plan.phasesByID
        let aims = Dictionary(
            grouping: input.plan.aims.map { Aim(aim: $0, words: words(of: $0.statement.value)) }, by: \.aim.phase
        ).mapValues(PhaseAims.init)
        let application = applicationWords(of: input.flagGroups)
        var told: Set<String> = []
        return input.flagGroups.flatMap { flag -> [Fault] in
            guard !standsBy(flag.name) else { return [] }
            let released = Set(
                flag.settings.lazy.filter(\.isOn.value).compactMap(\.phase)
                    + flag.stages.lazy.filter { ($0.percent?.value ?? 100) > 0 }.compactMap(\.phase)
                    + flag.mentions.lazy.filter { $0.purpose == .enable }.compactMap(\.phase))
            return flag.settings.compactMap { setting in
                guard !setting.isOn.value, !setting.goesBack, setting.kind != .preset, let id = setting.phase,
                    !released.contains(id), let phase = phases[id], let own = aims[id],
                    let aim = own.naming(
                        tellingWords(ofFlag: flag.name, of: application), beside: setting, input.scopes)
                        ?? (told.contains(id) ? nil : own.namingAll(beside: setting, input.scopes))
                else { return nil }
                told.insert(id)
                return Fault(
                    message: "\(quoted(flag.name)) is off in \(phase.title) here, but the phase is to reach "
                        + "\(quoted(aim.value)) in \(place(aim.span))",
                    span: setting.isOn.span, label: setting.isOn.label("off"),
                    related: [aim.note("what the phase is to reach")], identity: [flag.key, id])
            }
        }
    }
}

private func phaseWithAim(_ aim: String) -> String {
    """
    # Plan

    ## Phase 1: Pilot shops

    **Success criteria**:

    - \(aim)
    - No open complaint

    ```bash
    ENABLE_RECEIPT_ARCHIVE=false
    ENABLE_NEW_TILL=true
    ```
    """
}

private struct Aim {
    let aim: PhaseAim
    let words: [String]
}

/// What a phase is to reach, to be found by the words of flags.
private struct PhaseAims {
    private let aims: [Aim]
    private let pairs: WordPairs
    /// Those that speak of all features.
    private let all: [Int]

    init(_ aims: [Aim]) {
        let aims = aims.filter { aim in
            let own = Set(aim.words)
            // What can be reached is in use, whatever a bracket says of it.
            return (own.isDisjoint(with: denyingWords) || !own.isDisjoint(with: usedWords))
                && own.isDisjoint(with: preparingWords)
        }
        self.aims = aims
        pairs = WordPairs(aims.map(\.words))
        // No phase has as many aims.
        all = Array(
            aims.indices.filter { index in
                let own = aims[index].words
                return zip(own, own.dropFirst()).contains { allWords.contains($0) && featureWords.contains($1) }
                    && (own.contains("full") || own.contains("volle") || !onWords.isDisjoint(with: own))
            }.prefix(20))
    }

    /// The first aim that holds the words of a flag.
    func naming(_ name: [String], beside setting: FlagSetting, _ scopes: ScopeIndex) -> Claim<String>? {
        first(among: pairs.texts(holding: name), setting, scopes)
    }

    /// The first aim that speaks of all features: `Full functionality for pilot users`.
    func namingAll(beside setting: FlagSetting, _ scopes: ScopeIndex) -> Claim<String>? {
        first(among: all, setting, scopes)
    }

    private func first(among indices: [Int], _ setting: FlagSetting, _ scopes: ScopeIndex) -> Claim<String>? {
        indices.lazy.map { aims[$0].aim.statement }.first {
            $0.span.path == setting.span.path && scopes.mayBelongTogether($0.span, setting.span)
        }
    }
}

/// English, German, Spanish and French, plurals cut.
private let denyingWords: Set<String> = [
    "not", "no", "without", "off", "disabled", "before", "until", "never", "old", "legacy", "remain", "false", "nicht",
    "kein", "ohne", "aus", "sin", "sans", "pas", "untouched",
]
private let usedWords: Set<String> = ["accessible", "reachable", "erreichbar", "accesible"]
/// What is made ready waits for the phase that uses it.
private let preparingWords: Set<String> = [
    "ready", "readiness", "prepared", "plan", "planned", "framework", "initialized", "initialised", "pipeline",
    "installed", "configured", "scaffolding", "schema", "deployed", "merged", "documented", "inaccessible", "bereit",
    "vorbereitet", "preparado", "lista", "listo", "prêt", "prête",
]
private let allWords: Set<String> = ["all", "full", "complete", "every", "alle", "volle", "todas", "toutes"]
/// `All features stable` is said of those that are on.
private let onWords: Set<String> = [
    "enabled", "on", "active", "activated", "live", "available", "aktiv", "aktiviert", "verfügbar", "activa",
    "activada",
    "disponible", "activée", "released",
]
private let featureWords: Set<String> = [
    "feature", "functionality", "flag", "capability", "function", "funktion", "funktionen", "funktionalität",
    "funcione", "funcionalidade", "fonctionnalité",
]
