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
            if refusesStep(around: limit) { return .trigger(.halt) }
            if mentions(.failure) { return .critical }
            if mentions(.notify) { return .warning }
            if let proceed = tokens.firstIndex(where: { $0.isA([.proceed, .finished]) }) {
                return isNegated(proceed) ? .trigger(.halt) : demand
            }
        }
        if !isConditional, inStages, isAwaited(measure) { return demand }
        // `> 80% before Phase 2`
        if !isConditional, inStages, isBeforeStage(limit.upperBound) { return demand }
        let demands: WordClassSet = inPhase ? [.modal, .staying] : [.modal]
        let isDemanded = tokens[max(0, limit.lowerBound - 4)..<min(tokens.count, limit.lowerBound + 1)].contains {
            $0.isA(demands)
        }
        if mentions(.only), isConditional || mentions(.proceed) { return demand }
        return isDemanded && inStages && !measure.name.isEmpty && !isConditional ? demand : nil
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

/// In tokens, how far apart the parts of a verb may stand.
private let longestVerb = 10
/// To switch a thing off because of a limit is to take it back.
private let takingBack = TriggerAction.words.union([.switchingOff])
private let purposeWords = takingBack.union([
    .backward, .since, .staying, .ahead, .advancing, .waiting, .failure, .notify, .proceed, .finished, .only, .modal,
])
