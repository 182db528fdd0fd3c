import Plan
import SourceText

extension DocumentOutline {
    /// Where a stage waits for somebody's approval, and where the rollout is said to need none.
    func readApprovals() -> [ApprovalStatement] {
        planSections.flatMap { section -> [ApprovalStatement] in
            let isManual = section.lineClasses.contains(.manual) && section.lineClasses.contains(.approval)
            guard isManual || section.lineClasses.intersects([.decision, .approval]) else { return [] }
            let inPhase = phase(of: section) != nil
            let isCriterion = stands(section, under: [.success, .criterion, .gate])
            return section.lines.compactMap { line in
                let stated = isManual ? line.text.approval(inPhase: inPhase, isCriterion: isCriterion) : nil
                guard let kind = stated ?? (line.task != nil && line.text.awaitsSomebody ? .required : nil) else {
                    return nil
                }
                return ApprovalStatement(kind: kind, text: Claim(line.text.text, at: line.text.span, line.reading))
            }
        }
    }
}

extension ReadText {
    /// `Manual approval before 50%` in a phase; `No manual approval` as a criterion, or said of the rollout.
    fileprivate func approval(inPhase: Bool, isCriterion: Bool) -> ApprovalStatement.Kind? {
        guard mentions(.manual), mentions(.approval),
            let manual = tokens.firstIndex(where: { $0.isA(.manual) }),
            // `Manual approval`, `Freigabe durch den Fachbereich (manuell)`
            let approval = tokens[max(0, manual - 6)..<min(tokens.count, manual + 5)].firstIndex(where: {
                $0.isA(.approval)
            })
        else { return nil }
        let before = tokens[max(0, manual - 3)..<manual]
        guard before.contains(where: { $0.isA([.negation, .zero, .refusal]) || $0.number == 0 }) else {
            // `Manual intervention if …` is asked for when something goes wrong.
            let isAsked = !mentions([.when, .negation, .refusal, .rollback, .goBack]) && isConsent(approval)
            return inPhase && isAsked ? .required : nil
        }
        let going: WordClassSet = [.rollout, .rolloutNoun, .proceed, .raise, .advancing]
        let back: WordClassSet = [.rollback, .goBack, .recovery, .halt, .when]
        return (isCriterion || mentions(going)) && !mentions(back) ? .excluded : nil
    }

    /// `Decision: proceed or rollback`, `Get final approvals`: as a task, something that a person has to choose or grant.
    fileprivate var awaitsSomebody: Bool {
        guard tokens.count <= 12, mentions([.decision, .approval]), !mentions([.negation, .refusal, .automatic]) else {
            return false
        }
        if mentions(.decision), mentions([.proceed, .noGo, .advancing]) { return true }
        let isFinal = tokens.contains { token in
            word(token).map { ["final", "abschlie", "letzte", "définiti"].contains(where: $0.hasPrefix) } ?? false
        }
        return isFinal && tokens.indices.contains { tokens[$0].isA(.approval) && isConsent($0) }
    }

    /// An approval, and no intervention.
    private func isConsent(_ index: Int) -> Bool {
        word(tokens[index]).map { !$0.hasPrefix("interven") && !$0.hasPrefix("eingriff") } ?? false
    }
}
