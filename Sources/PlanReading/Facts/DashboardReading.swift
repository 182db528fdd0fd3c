import DataNotations
import MarkdownTree
import Plan
import SourceText

extension DocumentOutline {
    /// Configuration blocks that set limits, refresh intervals, channels or escalation times.
    ///
    /// - Parameter gates: names that a program compares before it rolls back or pauses.
    func readDashboards(_ data: [CodeData], gates: Set<String>) -> [Dashboard] {
        let reader = ConfiguredLimitReader(style: style, gates: gates)
        return data.compactMap { item in
            guard !item.objects.isEmpty else { return nil }
            var refresh: Claim<TimeAmount>?
            var limits: [ConfiguredLimit] = []
            var channels: [Claim<String>] = []
            var escalations: [Escalation] = []
            for (key, above, members) in item.objects {
                let container = nameWords(key?.key ?? item.binding.name ?? "")
                let containerClasses = style.vocabulary.classes(of: container)
                let outer = nameWords(above?.key ?? (key == nil ? nil : item.binding.name) ?? "")
                for member in members {
                    let classes = style.vocabulary.classes(ofName: member.key)
                    if containerClasses.contains(.escalation), let time = amount(of: member, defaultUnit: .minutes) {
                        escalations.append(Escalation(severity: member.key, after: time))
                    } else if classes.contains(.refresh),
                        let time = amount(of: member, defaultUnit: .milliseconds)
                    {
                        refresh = refresh ?? time
                    } else if classes.contains(.channel) {
                        channels += member.value.elements.compactMap { value in
                            value.stringValue.map { Claim($0, at: value.span, .codeBlock) }
                        }
                    } else if let limit = reader.limit(of: member, container: container, outer: outer) {
                        limits.append(limit)
                    }
                }
            }
            guard refresh != nil || !limits.isEmpty || !escalations.isEmpty else { return nil }
            return Dashboard(
                name: item.binding.name, refreshInterval: refresh, limits: unambiguous(limits), channels: channels,
                escalations: escalations,
                span: item.binding.nameSpan?.union(item.binding.value.span) ?? item.binding.value.span)
        }
    }

    /// Without the limits that one block sets more than once: they hold for several environments or services, not for all.
    private func unambiguous(_ limits: [ConfiguredLimit]) -> [ConfiguredLimit] {
        var counts: [String: Set<Quantity>] = [:]
        func name(_ limit: ConfiguredLimit) -> String { "\(limit.metric)/\(limit.level?.rawValue ?? "")" }
        for limit in limits { counts[name(limit), default: []].insert(limit.value.value) }
        return limits.filter { counts[name($0)]?.count == 1 }
    }

    /// A number of time, its unit taken from the key (`timeoutMs`) or from the comment behind it (`5, // minutes`).
    private func amount(of member: DataMember, defaultUnit: Unit) -> Claim<TimeAmount>? {
        guard let number = member.value.numberValue, number >= 0 else {
            guard let text = member.value.stringValue,
                let match = QuantityReader(tokenized(text)).firstTime()
            else { return nil }
            return Claim(match.amount, at: member.value.span, .codeBlock)
        }
        let keyUnit = nameWords(member.key).last.flatMap { style.vocabulary.unit(named: $0) }
        let unit = keyUnit.flatMap { $0.dimension == .time ? $0 : nil } ?? commentUnit(member, number, defaultUnit)
        let quantity = Quantity(number, unit)
        return Claim(
            TimeAmount(kind: .measured, seconds: quantity.baseValue, text: quantity.text), at: member.value.span,
            .codeBlock)
    }

    private func tokenized(_ text: String) -> TokenizedText {
        TokenizedText(utf8: Array(text.utf8), vocabulary: style.vocabulary)
    }

    /// `// minutes` names the unit; `// 5 seconds during migration` says what the number amounts to.
    private func commentUnit(_ member: DataMember, _ number: Double, _ defaultUnit: Unit) -> Unit {
        guard let comment = member.trailingComment else { return defaultUnit }
        let text = tokenized(comment.text)
        if let time = QuantityReader(text).firstTime(), let seconds = time.amount.seconds, number > 0 {
            for unit in [Unit.milliseconds, .seconds, .minutes, .hours]
            where abs(number * unit.scale - seconds) < 1e-9 * seconds {
                return unit
            }
        }
        let named = text.tokens.lazy.filter(\.isWord).prefix(2).compactMap(\.unit).first { $0.dimension == .time }
        return named ?? defaultUnit
    }
}
