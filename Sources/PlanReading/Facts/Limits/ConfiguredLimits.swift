import DataNotations
import Plan
import SourceText

/// A number in a configuration whose key, or what it stands under, says that it limits a measure.
struct ConfiguredLimitReader {
    let style: WritingStyle
    /// Names that a program compares before it rolls back or pauses.
    let gates: Set<String>

    /// `criticalErrorRateThreshold: 15`, `thresholds: { errorRateCritical: 15 }`, `thresholds: { errorRate: { critical: 15 } }`,
    /// `gates: { errorRate: 0.01 }`, `alerts: { p95: "500 ms" }`.
    ///
    /// - Parameters:
    ///   - container: words of the key that the member stands under.
    ///   - outer: words of the key above that one.
    func limit(of member: DataMember, container: [String], outer: [String]) -> ConfiguredLimit? {
        let own = nameWords(member.key)
        let isLevel = own.count == 1 && isLevelWord(own[0]) && holdsLimits(outer)
        let words = isLevel ? container + own : own
        let above = isLevel ? outer : container
        let classes = classes(words)
        guard
            classes.contains(.limit)
                || holdsLimits(above) && !self.classes(container + outer).contains(.resource),
            !classes.contains(.settingName), let value = value(of: member, words)
        else { return nil }
        let metric = words.filter {
            !self.classes([$0]).intersects([.limit, .per]) && !isLevelWord($0)
                && (style.vocabulary.unit(named: $0) == nil || $0 == "rate")
        }
        guard !metric.isEmpty else { return nil }
        return ConfiguredLimit(
            key: isLevel ? "\(words.dropLast().joined(separator: "_")).\(member.key)" : member.key,
            metric: metric == own ? member.key : metric.joined(separator: " "),
            level: level(classes, self.classes(above), member.key),
            value: Claim(value, at: member.value.span, .codeBlock))
    }

    private func level(_ own: WordClassSet, _ holder: WordClassSet, _ key: String) -> LimitLevel? {
        if own.contains(.critical) { return .critical }
        if own.intersects([.warning, .high]) { return .warning }
        if own.contains(.goal) { return .target }
        if gates.contains(key) || holder.intersects(TriggerAction.words) { return .critical }
        return holder.intersects([.warning, .alerting]) ? .warning : nil
    }

    /// A number in the unit of its key, or a text that is a quantity.
    private func value(of member: DataMember, _ words: [String]) -> Quantity? {
        if let number = member.value.numberValue {
            if let unit = words.last.flatMap({ $0.utf8.count > 1 ? style.vocabulary.unit(named: $0) : nil }) {
                // `reboots_per_hour`
                let isRate = unit.dimension == .time && classes(words.dropLast().suffix(1)).contains(.per)
                return Quantity(number, isRate ? Unit.none.per(unit.scale) : unit)
            }
            // `errorRate: 0.01` is a hundredth; of 1 and more the key does not say what it is.
            let isShare = number < 1 && number > 0 && classes(words).contains(.shareKey)
            return Quantity(number, isShare ? .ratio : .none)
        }
        guard let text = member.value.stringValue, text.utf8.count <= 40 else { return nil }
        let read = TokenizedText(utf8: Array(text.utf8), vocabulary: style.vocabulary)
        guard let match = QuantityReader(read).limit(at: 0), match.tokens.upperBound == read.tokens.count else {
            return nil
        }
        return match.limit.quantity
    }

    /// Whether what stands under a key of these words are limits: `performanceThresholds`, `rampGates`, `alerts`, but no
    /// `priceAlerts`.
    private func holdsLimits(_ words: [String]) -> Bool {
        let all = classes(words)
        // `halt_conditions`, `rollbackTriggers`
        if all.intersects(TriggerAction.words), all.intersects(LimitPurpose.occasions) { return true }
        // `auto_halt`, `rollback_on`, `stopWhen`
        if words.count == 2, all.intersects(TriggerAction.words), words.contains("auto") || words.contains("on") {
            return true
        }
        return all.contains(.limit)
            || all.contains(.limitHolder) && (words.count == 1 || classes(words.suffix(1)).contains(.gate))
    }

    private func classes(_ words: some Sequence<String>) -> WordClassSet { style.vocabulary.classes(of: words) }
    private func isLevelWord(_ word: String) -> Bool { classes([word]).intersects(levelWords) }
}

private let levelWords: WordClassSet = [.critical, .warning, .high, .goal, .bound]
