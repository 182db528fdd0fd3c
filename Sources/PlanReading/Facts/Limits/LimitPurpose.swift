import Plan

/// What the limits of a statement are for.
enum LimitPurpose: Hashable {
    /// They lead to a rollback, a halt or a pause.
    case trigger(TriggerAction?)
    case target, warning, critical
    /// They limit something that is no measure of the plan: the time that a rollback takes.
    case nothing

    var level: LimitLevel? {
        switch self {
        case .target: .target
        case .warning: .warning
        case .critical: .critical
        case .trigger, .nothing: nil
        }
    }
}

/// What a trigger leads to.
enum TriggerAction: String {
    case rollback, pause, halt

    /// The first action that a text names.
    init?(_ text: ReadText) {
        guard text.mentions(TriggerAction.words), let token = text.tokens.first(where: { $0.isA(TriggerAction.words) })
        else { return nil }
        self.init(token)
    }

    init(_ token: Token) {
        self = token.isA([.rollback, .goBack, .switchingOff]) ? .rollback : token.isA(.pause) ? .pause : .halt
    }

    static let words: WordClassSet = [.rollback, .goBack, .halt, .pause]
}

extension ReadText {
    /// What a statement itself says that one of its limits is for; nil where it does not say.
    ///
    /// `roll back if …`, `if …, pause`, `… → rollback` and `… triggers rollback` make triggers, `alert when …` a warning,
    /// `go on only with …` and `done when …` targets, and so does `must stay under …` in a plan with stages.
    ///
    /// - Parameter inPhase: the text stands below a phase, so that what `stays under` a limit there is asked to.
    func statedPurpose(of measure: LimitedMeasure, inStages: Bool, inPhase: Bool = false) -> LimitPurpose? {
        guard mentions(purposeWords) else { return nil }
        let limit = measure.tokens
        let isConditional = isSupposition || tokens[..<limit.lowerBound].contains { $0.isA(.when) }
        // `x = 1` in a sentence is how something is set.
        let demand: LimitPurpose? = measure.limit.comparison == .equal ? nil : .target
        if tokens[measure.name].contains(where: { $0.isA([.rollback, .goBack]) }) { return .nothing }
        if let action = action(on: limit, isConditional: isConditional) { return .trigger(action) }
        // `With 4 new nodes we go on` and `Should …` ask for nothing.
        if isSupposition, !mentions(.when) { return nil }
        if isConditional {
            // `HOLD if reconnects > 9000/s`
            if tokens.count > 1, tokens[0].isA(.holding), tokens[1].isA(.when) { return .trigger(.pause) }
            if refusesStep(around: limit) { return .trigger(.halt) }
            if mentions(.failure) { return .critical }
            if tokens.indices.contains(where: { tokens[$0].isA(.notify) && !isOnCall($0) }) { return .warning }
            // `The wave ends when fewer than 10 snapshots differ`
            if inPhase, mentions(.leaving), mentions(.planStages) { return demand }
            if let proceed = tokens.firstIndex(where: { $0.isA([.proceed, .finished]) }) {
                return isNegated(proceed) ? .trigger(.halt) : demand
            }
        }
        if !isConditional, inStages, isAwaited(measure) { return demand }
        if !isConditional, inPhase, isWanted(measure) || isCriterion(measure) { return demand }
        // `> 80% before Phase 2`
        if !isConditional, inStages, isBeforeStage(limit.upperBound) { return demand }
        let demands: WordClassSet = inPhase ? [.modal, .staying] : [.modal]
        let isDemanded = tokens[max(0, limit.lowerBound - 4)..<min(tokens.count, limit.lowerBound + 1)].contains {
            $0.isA(demands)
        }
        if mentions(.only), isConditional || mentions(.proceed) { return demand }
        // `Kubelet may be up to 3 minors behind`
        let isAllowed = tokens[limit.lowerBound].isA(.upTo)
        return isDemanded && !isAllowed && inStages && !measure.name.isEmpty && !isConditional ? demand : nil
    }

    /// `on-call` is who is told, and tells nobody.
    private func isOnCall(_ index: Int) -> Bool { index > 1 && tokens[index].glued && tokens[index - 1].isSign("-") }

    /// `We want fewer than 20 complaints`, `Queremos un p95 por debajo de 200 ms`, but not `we want to move more than 20`.
    private func isWanted(_ measure: LimitedMeasure) -> Bool {
        guard mentions(.wanting), !mentions([.rollout, .raise, .negation]),
            let verb = tokens[..<measure.tokens.lowerBound].firstIndex(where: { $0.isA(.wanting) }), verb <= 3,
            verb == 0 || tokens[verb - 1].isA(.pronoun)
        else { return false }
        // `volunteers from at least 5 countries`
        if measure.limit.quantity.unit == .none, measure.limit.comparison?.isUpperBound == false { return false }
        let between = tokens[verb + 1..<measure.tokens.lowerBound]
        guard let to = between.firstIndex(where: { $0.isA(.to) }) else { return true }
        return tokens[to + 1].isA([.being, .seeing, .measureLead])
    }

    /// `Acceptance criteria as in wave 1, but p95 < 12 s`
    private func isCriterion(_ measure: LimitedMeasure) -> Bool {
        guard mentions([.gate, .criterion, .target]), !measure.name.isEmpty else { return false }
        // `Ziel ist eine Fehlerquote von unter 0,2 %`
        if tokens.count > 3, let goal = tokens[..<2].firstIndex(where: { $0.isA(.target) }) {
            return tokens[goal + 1].isA(.measureLead)
        }
        return measure.limit.isDemand
            && tokens[..<min(6, measure.tokens.lowerBound)].contains { $0.isA([.gate, .criterion]) }
    }

    /// `Lighthouse performance ≥ 92 on the ten most visited pages.`: a sentence without a verb, with a sign for one.
    func isBareDemand(_ measure: LimitedMeasure) -> Bool {
        let limit = measure.tokens
        guard measure.limit.isDemand, tokens[limit.lowerBound].isA(.comparisonSign), !measure.name.isEmpty,
            measure.name.lowerBound == 0, measure.name.upperBound == limit.lowerBound,
            measure.name.count <= 5, tokens[0].isWord, namesMeasure(measure),
            // `Python ≥ 3.9 on the hosts.`
            measure.limit.quantity.unit != .none || measure.name.count > 1 && measure.limit.quantity.number >= 30
        else { return false }
        let rest = tokens[limit.upperBound...]
        return rest.count <= 10
            && !rest.contains { $0.isA(notDemands) || $0.sign.map { $0.isArrow || $0 == "," } == true }
    }

    /// `Antwortzeit im Mittel unter 2 s`, `Taux de rejet : moins de 1 %`: nothing but a name, a comparison in words and a
    /// value that counts no minutes, which are what work takes.
    private func saysMeasure(_ measure: LimitedMeasure) -> Bool {
        let unit = measure.limit.quantity.unit
        guard !tokens[measure.tokens.lowerBound].isA(.upTo), measure.name.count <= 5,
            measure.tokens.upperBound + 1 >= tokens.count,
            unit.dimension == .share || unit.dimension == .money || unit.perSeconds != nil
                || unit.dimension == .time && unit.scale <= 1
        else { return false }
        // `Discount of at least 5 %`
        guard !tokens[measure.tokens.lowerBound - 1].isA(.of) else { return false }
        return !tokens[..<measure.tokens.lowerBound].contains {
            $0.isA([.taking, .share, .saying, .patience, .effort, .modal])
        }
    }

    /// Whether what is limited may be measured: no setting (`Timeout ≤ 30 s`), no room (`Disk ≥ 20 GB`), no part of the
    /// users (`Tenants with < 5 GB`).
    private func namesMeasure(_ measure: LimitedMeasure) -> Bool {
        let unit = measure.limit.quantity.unit
        if unit.dimension == .bytes, unit.perSeconds == nil, measure.limit.comparison?.isUpperBound == false {
            return false
        }
        guard let last = tokens[measure.name].last, !last.isA(.phraseBound) else { return false }
        let isTime = unit.dimension == .time && unit.perSeconds == nil
        // `Budget: max 5.000 €`
        if unit.dimension == .money, unit.perSeconds == nil, measure.name.count < 2 { return false }
        let isShare = unit.dimension == .share
        return !tokens[measure.name].contains {
            $0.isA(notNames) || !isShare && ($0.isA(.of) || $0.number != nil && !$0.glued)
                || $0.isA([.patience, .effort, .resource])
                || isTime && $0.isA(.settingName)
        }
    }

    /// A line of a list of such: `Bundle size ≤ 95 kB gzip`, `Booking completion not lower than 97%`.
    func listsDemand(_ measure: LimitedMeasure) -> Bool {
        let limit = measure.tokens
        guard measure.limit.isDemand, !measure.name.isEmpty, measure.name.count <= 8,
            measure.name.lowerBound == 0 || tokens[measure.name.lowerBound - 1].kind == .sign,
            measure.limit.quantity.unit != .none, measure.limit.comparison != .equal,
            tokens[limit.lowerBound].isA([.comparisonSign, .refusal]) || saysMeasure(measure), namesMeasure(measure)
        else { return false }
        let rest = tokens[limit.upperBound...]
        return rest.count <= 8 && !rest.contains { $0.isA(notDemands) || $0.sign.map { $0.isArrow } == true }
    }

    /// `Should p99 exceed 2 s, …`, `Steigt die Fehlerquote über 2 %, …`
    private var isSupposition: Bool { tokens.first { $0.isWord }?.isA(.supposing) == true }

    /// `we stop backporting fixes` halts no rollout, `stop sending traffic` does.
    private func stopsSomethingElse(_ index: Int) -> Bool {
        guard index + 1 < tokens.count, let next = word(tokens[index + 1]), next.hasSuffix("ing"), next.utf8.count > 5
        else { return false }
        return !mentions([.rollout, .rolloutNoun, .raise, .rollback, .flag])
    }

    /// The action that a limit leads to.
    private func action(on limit: Range<Int>, isConditional: Bool) -> TriggerAction? {
        for index in tokens.indices where tokens[index].isA(takingBack) && !limit.contains(index) {
            guard !isNegated(index), isConditional || index >= limit.upperBound && followsSign(index) else { continue }
            // `fewer than 95% have reverted` tells how many have.
            if index > 0, tokens[index].isA(.goBack), isWord(index - 1, "have") || isWord(index - 1, "has") { continue }
            if tokens[index].isA(.halt), stopsSomethingElse(index) { continue }
            if mentions(.finished), tokens[index].isA(.rollback) { return nil }
            return TriggerAction(tokens[index])
        }
        return isConditional ? partedAction(on: limit) : nil
    }

    /// `set the flag back`, `brechen … ab`, `kehren … zurück`: a verb in two parts, both outside of the condition.
    private func partedAction(on limit: Range<Int>) -> TriggerAction? {
        guard mentions([.backward, .since]), mentions(.returning) else { return nil }
        let condition =
            tokens[..<limit.lowerBound].lastIndex { $0.isA(.when) } ?? (isSupposition ? 0 : limit.lowerBound)
        for index in tokens.indices where index < condition || index >= limit.upperBound {
            let goesBack = tokens[index].isA(.backward)
            guard goesBack || tokens[index].isA(.since) && endsClause(index) else { continue }
            let lower = max(index < condition ? 0 : limit.upperBound, index - longestVerb)
            if tokens[lower..<index].contains(where: { $0.isA(.returning) }) { return goesBack ? .rollback : .halt }
        }
        return nil
    }

    /// `ab` ends its clause where it belongs to the verb: `ab Woche 3` goes on.
    private func endsClause(_ index: Int) -> Bool {
        guard index + 1 < tokens.count else { return true }
        return tokens[index + 1].kind == .sign || tokens[index + 1].isA([.and, .when])
    }

    /// `The share is not raised if …`, `On n'augmente pas la part si …`: what a broken limit keeps from being done.
    private func refusesStep(around limit: Range<Int>) -> Bool {
        guard mentions(.advancing), mentions(.negation),
            let condition = tokens[..<limit.lowerBound].lastIndex(where: { $0.isA(.when) })
        else { return false }
        return tokens.indices.contains { index in
            guard tokens[index].isA(.advancing), index < condition || index >= limit.upperBound else { return false }
            return isNegated(index) || tokens[index].isA(.negation)
                || index + 1 < tokens.count && index + 1 != condition && tokens[index + 1].isA(.negation)
        }
    }

    /// `Stay at 10% until the error rate is below 1%`, `Wait until …`.
    private func isAwaited(_ measure: LimitedMeasure) -> Bool {
        guard mentions(.waiting), !measure.name.isEmpty,
            let word = tokens[..<measure.tokens.lowerBound].lastIndex(where: { $0.isA(.waiting) })
        else { return false }
        // `until the next run, at most 3 hours`
        return word < measure.name.lowerBound
            && !tokens[measure.name.upperBound..<measure.tokens.lowerBound].contains { $0.isSign(",") }
    }

    /// `before Phase 2` at a token.
    private func isBeforeStage(_ index: Int) -> Bool {
        index < tokens.count && tokens[index].isA(.ahead)
            && tokens[index + 1..<min(tokens.count, index + 4)].contains { $0.isA(.planStages) }
    }

    /// `errors > 1% → page on-call`, `Disk usage over 85% pages the on-call`: whether somebody is told of a broken limit.
    func isTold(of measure: LimitedMeasure) -> Bool {
        guard mentions(.notify) else { return false }
        let end = measure.tokens.upperBound
        return tokens.indices.contains { index in
            tokens[index].isA(.notify) && (index == end || index > end && index <= end + 4 && followsArrow(index))
        }
    }

    private func followsArrow(_ index: Int) -> Bool {
        tokens[max(0, index - 2)..<index].contains { $0.sign.map { $0.isArrow || $0 == ":" } ?? false }
    }

    /// Whether what stands before an action leads to it: `→ rollback`, `: automatic rollback`, `triggers a rollback`.
    private func followsSign(_ index: Int) -> Bool {
        tokens[max(0, index - 3)..<index].contains { token in
            token.isA(.leadsTo)
                || token.sign.map { $0.isArrow || $0.isDash || $0 == ":" || $0 == "=" || $0 == "(" || $0 == "," }
                    ?? false
        }
    }

    private func isNegated(_ index: Int) -> Bool {
        tokens[max(0, index - 2)..<index].contains { $0.isA(.negation) }
    }
}

extension Limit {
    /// Whether what keeps to it may be what is wanted: `> 5%` rather says when something is not.
    fileprivate var isDemand: Bool {
        switch comparison {
        case .below, .atMost, .atLeast: true
        case .above: quantity.unit == .percent && quantity.number >= 50
        case .equal, nil: false
        }
    }
}

/// Whom or what a plan speaks of besides measures, and when it took a measure.
private let notNames: WordClassSet = [
    .userGroup, .rollout, .rolloutNoun, .raise, .when, .pronoun, .duration, .rollback, .goBack, .window,
    .beneficiary, .verify, .resource, .risk, .current, .past, .switchOn, .enable, .pause, .halt, .record,
]
private let notDemands: WordClassSet = [.current, .userGroup, .when, .modal, .leadsTo, .rollback, .halt]
/// In tokens, how far apart the parts of a verb may stand.
private let longestVerb = 10
/// To switch a thing off because of a limit is to take it back.
private let takingBack = TriggerAction.words.union([.switchingOff])
private let purposeWords = takingBack.union([
    .backward, .since, .staying, .ahead, .advancing, .wanting, .gate, .criterion, .target, .comparisonSign, .holding,
    .leaving,
    .waiting, .failure, .notify, .proceed, .finished, .only, .modal,
])
