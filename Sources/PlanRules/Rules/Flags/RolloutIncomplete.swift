import Plan
import SourceText

extension PlanRule {
    /// A plan of several steps for shares of the users, none of which brings anything to all.
    static let rolloutIncomplete = PlanRule(
        id: "rollout-incomplete", severity: .warning, summary: "a rollout in shares never reaches all users",
        explanation: Explanation(
            fault: """
                The sections of two phases or more each roll something out to a share of the users, and no line of the \
                plan speaks of 100%, of all users or of general availability.
                """,
            harm: """
                The plan ends with most features at half of the users, and nobody has a day, a check or a way back for \
                the step to all.
                """,
            misses: """
                Any line on all users keeps the rule silent, whichever feature it is about, and so do experiments and \
                holdbacks. Ladders of flags are left to flag-incomplete.
                """),
        badExample: [ExampleDocument("plan.md", weeks(last: "Watch both features"))],
        goodExample: [ExampleDocument("plan.md", weeks(last: "Both features to all users"))], isPreview: true
    ) { input in
        let plan = input.plan
        guard !plan.flags.contains(where: { $0.stages.contains { $0.percent?.value == 100 } }),
            !plan.phases.contains(where: { $0.percents.contains { $0.value == 100 } }),
            !plan.days.contains(where: { $0.percents.contains { $0.value == 100 } })
        else { return [] }
        let steps = workedPhases(of: plan).map { $0.compactMap(PartialStep.init) }.filter { $0.count >= 2 }
        guard !steps.isEmpty, !plan.documents.contains(where: { settles($0.source) }) else { return [] }
        return steps.compactMap { steps in
            guard let highest = steps.max(by: { $0.share.value < $1.share.value }) else { return nil }
            let text = percentText(highest.share.value)
            let others = steps.filter { $0.share.span != highest.share.span }
            return Fault(
                message:
                    "\(highest.phase.title) rolls out to \(text) here, and no step of the plan goes on to all users",
                span: highest.share.span, label: text,
                related: others.map { $0.share.note("\($0.phase.title): \(percentText($0.share.value))") },
                help: "add the step to all, or say that it stays partial",
                identity: [highest.phase.id, text])
        }
    }
}

private func weeks(last: String) -> String {
    """
    # Plan

    ## Week 1: Recipe cards

    - Roll out to 50% of users

    ## Week 2: Shopping lists

    - Start at 10% of users

    ## Week 3: Review

    - \(last)
    """
}

/// A phase with the highest share that its lines roll something out to.
private struct PartialStep {
    let phase: Phase
    let share: Claim<Double>

    /// nil for a phase that rolls out to no share.
    init?(_ worked: WorkedPhase) {
        var highest: Claim<Double>?
        for line in worked.work.lines.prefix(500) where line.text.utf8.contains(UInt8(ascii: "%")) {
            let own = Set(words(of: line.text))
            guard !own.isDisjoint(with: bringingWords), own.isDisjoint(with: measuringWords),
                let share = toldShares(in: line.text).map(\.percent).max(), share > 0, share < 100,
                share > highest?.value ?? 0
            else { continue }
            highest = Claim(share, at: line.span, line.isItem ? .listItem : .prose)
        }
        guard let highest else { return nil }
        phase = worked.phase
        share = highest
    }
}

/// Whether a document says anything of the end of a rollout, or holds one that has none.
private func settles(_ file: SourceFile) -> Bool {
    (1...max(1, file.lineStarts.count)).contains { number in
        let line = file.lineRange(number)
        guard line.count < 1000 else { return true }
        let text = file.text(line)
        let own = words(of: text)
        if text.contains("100"), text.contains("%"), Set(own).isDisjoint(with: qualityWords) { return true }
        return !endingWords.isDisjoint(with: own)
            || zip(own, own.dropFirst()).contains { allWords.contains($0) && reachedWords.contains($1) }
    }
}

/// English, German, Spanish and French, plurals cut.
private let bringingWords: Set<String> = [
    "roll", "rollout", "start", "scale", "enable", "release", "ramp", "increase", "expand", "ship", "launch", "open",
    "deploy", "ausrollen", "starten", "erhöhen", "desplegar", "activar", "ampliar", "déployer", "activer",
]
private let measuringWords: Set<String> = [
    "error", "fail", "if", "when", "rollback", "revert", "than", "below", "above", "adoption", "alert", "affected",
]
private let qualityWords: Set<String> = ["coverage", "test", "uptime", "availability", "success", "parity", "accuracy"]
private let endingWords: Set<String> = [
    "everyone", "everybody", "ga", "remaining", "rest", "experiment", "holdback", "holdout", "variant", "general",
    "überall", "restliche", "restlichen", "experimento", "tous", "todos", "alle", "allen", "partial", "public",
]
private let allWords: Set<String> = [
    "all", "full", "every", "complete", "whole", "entire", "fully", "complet", "completo",
]
private let reachedWords: Set<String> = [
    "user", "customer", "traffic", "visitor", "tenant", "account", "rollout", "release", "launch", "deployment",
    "client",
    "production", "market", "region", "audience", "base", "rolled", "released", "shop", "store", "request",
]
