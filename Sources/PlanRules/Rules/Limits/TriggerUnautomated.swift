import Plan
import SourceText

extension PlanRule {
    /// An automatic rollback that the automation does not look for.
    static let triggerUnautomated = PlanRule(
        id: "trigger-unautomated", severity: .warning,
        summary: "an automatic rollback condition is none that the shown automation checks",
        explanation: Explanation(
            fault: """
                A list of automatic rollbacks names several measures, a block of code that rolls back by itself names \
                some of them, and nothing in the plan's code names this one.
                """,
            harm: "Everybody relies on an automatic rollback that the job does not know.",
            misses: """
                A word of the measure anywhere in the plan's automation is enough for silence. At least one condition \
                of the list must be checked by the block, else the two may have nothing to do with each other.
                """),
        badExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                ## Automatic rollback triggers

                - Error rate > 5%
                - Memory usage > 90%

                ## Automatic rollback job

                ```python
                def auto_rollback(metrics):
                    if metrics.error_rate > 5:
                        rollback()
                ```
                """)
        ],
        goodExample: [
            ExampleDocument(
                "plan.md",
                """
                # Plan

                ## Automatic rollback triggers

                - Error rate > 5%
                - Memory usage > 90%

                ## Automatic rollback job

                ```python
                def auto_rollback(metrics):
                    if metrics.error_rate > 5 or metrics.memory_usage > 90:
                        rollback()
                ```
                """)
        ],
        isPreview: true
    ) { input in
        let configured = input.plan.monitoring.alerts.filter { $0.condition.reading == .codeBlock }
        let automations = input.plan.monitoring.automations.filter { block in
            !configured.prefix(1000).contains { block.span.contains($0.condition.span) }
        }
        guard let block = automations.first else { return [] }
        var known = automations.reduce(into: Set<String>()) { $0.formUnion($1.words) }
        for alert in configured { known.formUnion(nameWords(alert.metric)) }
        let blocks = automations.map(\.span)
        let automatic = Set(input.plan.triggers.lazy.filter(\.isAutomatic).map { Home($0, input.scopes) })
        let listed = input.plan.triggers.filter { trigger in
            (trigger.isAutomatic || isSibling(trigger) && automatic.contains(Home(trigger, input.scopes)))
                && trigger.metric != nil && !blocks.prefix(100).contains { $0.contains(trigger.span) }
                && input.scopes.mayBeOneSubject(
                    input.scopes.scope(at: trigger.span), input.scopes.scope(at: block.span))
        }
        guard listed.contains(where: { isNamed($0, in: block.words, whole: true) }) else { return [] }
        let checked = input.plan.triggers.first { block.span.contains($0.span) }?.span ?? firstLine(block.span)
        return listed.filter { !isNamed($0, in: known, whole: false) }.map { trigger in
            let metric = trigger.metric ?? trigger.text
            return Fault(
                message:
                    "\(quoted(metric)) is to roll back automatically here, but is not checked in \(place(block.span))",
                span: conditionSpan(of: trigger), label: "automatic by this list",
                related: [Finding.Note("the automation that is shown", at: checked)],
                help: "check it there too, or say what does", identity: words(of: metric))
        }
    }
}

/// The section that a trigger stands in.
private struct Home: Hashable {
    let path: String
    let section: Int

    init(_ trigger: Trigger, _ scopes: ScopeIndex) {
        path = trigger.span.path
        section = scopes.sectionNumber(at: trigger.span)
    }
}

/// `triggers rollback`, beside one that is called automatic.
private func isSibling(_ trigger: Trigger) -> Bool {
    guard trigger.action == "rollback", trigger.text.utf8.count < 400 else { return false }
    let text = TokenizedText(trigger.text)
    return text.mentions(.leadsTo) && !text.mentions([.manual, .modal])
}

/// Whether all words that tell a trigger's measure, or one of them, are among those of a program.
private func isNamed(_ trigger: Trigger, in known: Set<String>, whole: Bool) -> Bool {
    let named = words(of: trigger.metric ?? "", cuttingPlurals: false)
    // `5xx rate from the validator`: where it is measured is not what is measured.
    let all = named.prefix { !placeWords.contains($0) }.filter { !plainWords.contains($0) }
    let found = all.filter { word in
        known.contains(word) || known.contains(word + "s")
            || word.hasSuffix("s") && known.contains(String(word.dropLast()))
    }
    // A measure without a word of its own is not told from others.
    return whole ? !all.isEmpty && found.count == all.count : all.isEmpty || !found.isEmpty
}

private func firstLine(_ span: SourceSpan) -> SourceSpan {
    let line = span.file.lineRange(span.file.line(at: span.range.lowerBound))
    let upper = max(span.range.lowerBound, min(line.upperBound, span.range.upperBound))
    return SourceSpan(file: span.file, range: span.range.lowerBound..<upper)
}

private let placeWords: Set<String> = ["from", "on", "in", "at", "across", "for", "of", "against", "from"]
private let plainWords: Set<String> = ["rate", "time", "average", "the", "of", "in", "per", "any", "for", "count"]
