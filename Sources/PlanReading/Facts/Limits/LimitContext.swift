import Plan

/// What a title, a lead line or a key says that the limits below it are for.
extension LimitPurpose {
    /// A title or a table's head: `Rollback triggers`, `When we go back`, `Kill switch`, `Exit criteria`, `Critical alerts`.
    init?(title: ReadText) {
        guard title.mentions(LimitPurpose.titleWords) else { return nil }
        if title.mentions(.noGo) {
            self = LimitPurpose.forbidsGoing(title) ? .trigger(.halt) : .target
        } else if title.mentions(.success) || title.mentions(.gate) || LimitPurpose.letsGo(title) {
            self = .target
        } else if title.mentions(.stopSign)
            || title.mentions(TriggerAction.words) && title.mentions(LimitPurpose.occasions)
        {
            self = .trigger(TriggerAction(title))
        } else if title.mentions([.rollback, .goBack, .risk, .issue]) {
            return nil
        } else if title.mentions([.warning, .alerting]) {
            self = title.mentions(.critical) ? .critical : .warning
        } else if title.isCalled([.critical], with: [.value, .limit]) {
            self = .critical
        } else if title.mentions(LimitPurpose.criteria) {
            self = .target
        } else {
            return nil
        }
    }

    /// The line over a list: `Roll back without asking if`, `We go if all of these hold:`, `**Exit criteria**:`.
    init?(lead: ReadText) {
        guard lead.mentions(LimitPurpose.leadWords), !lead.mentions(.verify), let last = lead.statements.last else {
            return nil
        }
        // `Wir brechen ab bei:`
        let ends = last.tokens.last { $0.isWord }?.isA(.supposing) == true
        let occasion = ends || last.mentions(.when) || last.mentions(LimitPurpose.occasions)
        if LimitPurpose.forbidsGoing(last) {
            self = .trigger(.halt)
        } else if last.mentions(.finished), occasion || last.mentions(.criterion) {
            self = .target
        } else if last.mentions(TriggerAction.words), occasion {
            self = .trigger(TriggerAction(last))
        } else if last.mentions([.triggerNoun, .stopSign]) {
            self = .trigger(nil)
        } else if last.mentions(.notify), occasion {
            self = .warning
        } else if last.mentions(LimitPurpose.criteria) || last.mentions([.proceed, .only]) && last.mentions(.when)
            || LimitPurpose.leadsOn(last) || LimitPurpose.letsGo(last)
        {
            self = .target
        } else {
            return nil
        }
    }

    /// The key of a field that states limits: `**Trigger**`, `**Gate**`, `**Pause if**`.
    init?(key: ReadText) {
        // `**Go/No-Go:** at least 200 orders`
        if key.mentions(.noGo), key.tokens.count <= 6 {
            self = LimitPurpose.forbidsGoing(key) ? .trigger(.halt) : .target
            return
        }
        if key.isCalled([.unacceptable], with: [.article]) {
            self = .critical
            return
        }
        if key.tokens.count <= 8, LimitPurpose.leadsOn(key) || LimitPurpose.letsGo(key) {
            self = .target
            return
        }
        // `Deployment success rate` is a measure.
        guard key.mentions(LimitPurpose.leadWords), key.tokens.count <= 5,
            !key.mentions([.duration, .time, .verify, .shareKey])
        else { return nil }
        if key.mentions(.triggerNoun), !key.mentions([.warning, .alerting]) {
            self = .trigger(TriggerAction(key))
        } else if key.mentions(TriggerAction.words) || key.mentions(.stopSign) {
            self = .trigger(TriggerAction(key))
        } else if key.mentions([.success, .criterion, .gate]) || key.mentions(.passage) && key.tokens.count <= 2 {
            self = .target
        } else {
            return nil
        }
    }

    /// `To go on:`, `Además, para pasar de fase:`
    private static func leadsOn(_ text: ReadText) -> Bool {
        guard text.mentions(.proceed), text.mentions([.to, .beneficiary]) else { return false }
        return text.tokens.indices.dropLast().contains { index in
            text.tokens[index].isA([.to, .beneficiary]) && text.tokens[index + 1].isA(.proceed)
                && (index == 0 || text.tokens[index - 1].kind == .sign)
        }
    }

    /// `Conditions to go`, `Voraussetzungen für den Start`
    private static func letsGo(_ text: ReadText) -> Bool {
        text.mentions(.prerequisite) && text.mentions(.proceed) && !text.mentions([.noGo, .rollback, .goBack])
    }

    /// `No-go criteria`, but not `Go/no-go`.
    private static func forbidsGoing(_ text: ReadText) -> Bool {
        text.mentions(.noGo) && text.tokens.count { $0.isA(.proceed) } == 1
    }

    /// What says that an action beside it is taken only if something happens.
    static let occasions: WordClassSet = [.trigger, .when, .limit, .criterion, .rule]
    /// Whether a title only says that what stands below is measured: `Business metrics`.
    static func namesMeasures(_ title: ReadText) -> Bool {
        title.mentions(.indicator) && !title.mentions(criteria.subtracting(.indicator))
    }

    private static let criteria: WordClassSet = [
        .success, .criterion, .gate, .serviceLevel, .criterionTitle, .indicator, .target,
    ]
    private static let titleWords = TriggerAction.words.union(criteria).union([
        .stopSign, .warning, .alerting, .critical, .prerequisite, .noGo,
    ])
    private static let leadWords = titleWords.union([.triggerNoun, .notify, .proceed, .finished, .only, .passage])
}
