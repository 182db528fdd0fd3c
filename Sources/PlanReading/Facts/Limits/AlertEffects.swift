import DataNotations
import Plan
import SourceText

/// What a configured rule does when its limit is broken: `action: page_oncall`, `actions: [pause, notify]`.
struct AlertEffect {
    let effect: Alert.Effect
    let action: Claim<String>?

    /// - Parameter members: the keys of the rule; what its labels say counts as said by itself.
    init(_ members: [DataMember], _ vocabulary: Vocabulary) {
        let labels = members.first { $0.key == "labels" }?.value.members ?? []
        guard let member = (members + labels).first(where: { AlertEffect.keys.contains($0.key.lowercased()) }) else {
            self.init(effect: .unclear, action: nil)
            return
        }
        let values = member.value.elements.isEmpty ? [member.value] : member.value.elements
        let texts = values.map { $0.stringValue ?? "" }
        let own = vocabulary.classes(of: nameWords(member.key))
        let effects = texts.map { text in
            AlertEffect.effect(vocabulary.classes(of: nameWords(text)).union(own.contains(.action) ? [] : own))
        }
        let effect: Alert.Effect =
            effects.contains(.acts) ? .acts : effects.allSatisfy { $0 == .notifies } ? .notifies : .unclear
        self.init(
            effect: effect,
            action: Claim(texts.joined(separator: ", "), at: member.value.span, .codeBlock))
    }

    private init(effect: Alert.Effect, action: Claim<String>?) {
        self.effect = effect
        self.action = action
    }

    static func effect(_ classes: WordClassSet) -> Alert.Effect {
        if classes.intersects(acting) { return .acts }
        return classes.intersects(telling) ? .notifies : .unclear
    }

    private static let keys: Set<String> = [
        "action", "actions", "notify", "response", "then", "do", "onbreach", "on_breach", "effect",
    ]
    private static let acting = TriggerAction.words.union([.switchingOff, .disable, .triggerAction, .backward])
    private static let telling: WordClassSet = [.notify, .posting, .alerting, .warning]
}

extension DocumentOutline {
    /// `halt_conditions: ["error_rate > 5%", "p95_latency > 2s"]`: what halts by configuration, a text each.
    func listedHalts(_ item: CodeData) -> [Alert] {
        item.objects.flatMap { key, _, members in
            members.flatMap { member -> [Alert] in
                guard case .array(let values) = member.value.kind,
                    holdsHalts(nameWords(key?.key ?? "") + nameWords(member.key))
                else { return [] }
                return values.compactMap { halt($0, list: member.value.span) }
            }
        }
    }

    /// A rule in an object of its own, without an operator between measure and limit: `{ metric, threshold, action }`.
    func bareAlert(_ members: [DataMember], list: SourceSpan) -> Alert? {
        let told = AlertEffect(members, style.vocabulary)
        guard told.action != nil,
            let metric = members.first(where: { ["metric", "signal", "indicator"].contains($0.key) })?.value
                .stringValue,
            let limit = members.first(where: { ["threshold", "limit", "value"].contains($0.key) })?.value
        else { return nil }
        let text = limit.stringValue ?? limit.span.text
        let read = TokenizedText(utf8: Array(text.utf8.prefix(60)), vocabulary: style.vocabulary)
        guard let match = QuantityReader(read).limit(at: 0), match.tokens.upperBound == read.tokens.count else {
            return nil
        }
        return Alert(
            metric: metric, condition: Claim(match.limit, at: limit.span, .codeBlock), effect: told.effect,
            action: told.action, list: list)
    }

    /// Whether what stands under keys of these words halts or goes back: `rollback_on`, `rollback: { triggers: … }`.
    func holdsHalts(_ words: [String]) -> Bool {
        let classes = style.vocabulary.classes(of: words)
        guard classes.intersects(TriggerAction.words) else { return false }
        return classes.intersects(LimitPurpose.occasions) || classes.contains(.automatic)
            || words.count == 2 && words[1] == "on"
    }

    private func halt(_ value: DataValue, list: SourceSpan) -> Alert? {
        guard let text = value.stringValue, text.utf8.count <= 400 else { return nil }
        let read = TokenizedText(utf8: Array(text.utf8), vocabulary: style.vocabulary)
        guard let match = QuantityReader(read).comparedLimits().first, match.tokens.lowerBound > 0 else { return nil }
        let left = read.text(read.range(0, match.tokens.lowerBound - 1))
        return Alert(
            metric: left, condition: Claim(match.limit, at: value.span, .codeBlock), effect: .acts, action: nil,
            list: list)
    }
}
