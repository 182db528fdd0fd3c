import DataNotations
import MarkdownTree
import Plan
import SourceText

extension DocumentOutline {
    /// Alerting rules in data, `expr: error_ratio > 0.01`: each a limit of the severity that its labels give, and a
    /// trigger where it says that something is taken back.
    func alertRules(_ data: [CodeData]) -> StatedLimits {
        var limits = StatedLimits()
        for item in data where !item.objects.isEmpty {
            let phase = phase(of: sections[item.section])?.heading
            limits.alerts += listedHalts(item)
            for (key, above, members) in item.objects {
                let rules = AlertRule.all(members, style)
                let list = key?.value.span ?? item.binding.value.span
                let halts = holdsHalts(nameWords(above?.key ?? "") + nameWords(key?.key ?? item.binding.name ?? ""))
                if rules.isEmpty {
                    if let bare = bareAlert(members, list: list) ?? relativeAlert(members, list: list, halts: halts) {
                        limits.alerts.append(bare)
                    } else if halts, let key {
                        limits.alerts += keyedHalts(members, below: key)
                    }
                }
                for rule in rules {
                    let claim = Claim(rule.limit, at: rule.span, .codeBlock)
                    if rule.level != .target {
                        limits.alerts.append(rule.alert(members, style, list: list, halts: halts))
                    }
                    limits.thresholds.append(
                        ThresholdSighting(
                            metric: rule.metric, origin: .configuration, limits: [rule.level: claim], phase: phase,
                            span: rule.span))
                    guard let action = rule.action else { continue }
                    limits.triggers.append(
                        Trigger(
                            text: "\(rule.key): \(rule.expression)", metric: rule.metric, condition: rule.limit,
                            window: rule.limit.window, action: action.rawValue, span: rule.span, isAutomatic: true))
                }
            }
        }
        return limits
    }
}

/// What an analysis of Argo Rollouts and its like asks for, and what it fails by.
private let conditionLevels: [String: LimitLevel] = [
    "successCondition": .target, "success_condition": .target, "failureCondition": .critical,
    "failure_condition": .critical,
]

/// A rule as Prometheus and its like write them.
private struct AlertRule {
    let key: String
    let expression: String
    /// What stands before the comparison, where it is no name by itself.
    var measured: String?
    let metric: String
    let limit: Limit
    let level: LimitLevel
    let action: TriggerAction?
    let span: SourceSpan

    /// A rule may hold when any of several expressions does.
    static func all(_ members: [DataMember], _ style: WritingStyle) -> [AlertRule] {
        let conditions = members.compactMap { member -> AlertRule? in
            guard let level = conditionLevels[member.key] else { return nil }
            let span = member.keySpan.union(member.value.span)
            return AlertRule(member.key, member.value, at: span, members, style, level: level)
        }
        guard conditions.isEmpty else { return conditions }
        guard let expression = members.first(where: { ["expr", "expression", "query", "condition"].contains($0.key) })
        else { return AlertRule(compared: members, style).map { [$0] } ?? AlertRule.ranges(members) }
        let several = expression.value.elements
        if several.isEmpty {
            let span = expression.keySpan.union(expression.value.span)
            return [AlertRule(expression.key, expression.value, at: span, members, style)].compactMap(\.self)
        }
        return several.compactMap { AlertRule(expression.key, $0, at: $0.span, members, style) }
    }

    private init?(
        _ key: String, _ value: DataValue, at span: SourceSpan, _ members: [DataMember], _ style: WritingStyle,
        level: LimitLevel? = nil
    ) {
        guard let text = value.stringValue, text.utf8.count <= 2000 else { return nil }
        let read = TokenizedText(utf8: Array(text.utf8), vocabulary: style.vocabulary)
        guard let match = QuantityReader(read).comparedLimits().last, match.tokens.upperBound == read.tokens.count,
            match.tokens.lowerBound > 0
        else { return nil }
        let name = members.first { ["alert", "name", "title"].contains($0.key) }?.value.stringValue
        let left = read.text(read.range(0, match.tokens.lowerBound - 1))
        self.key = key
        self.span = span
        expression = text
        metric = isIdentifier(left) ? left : name ?? left
        measured = isIdentifier(left) ? nil : left
        let words = AlertRule.words(members, style)
        self.level = level ?? (words.contains(.critical) ? .critical : .warning)
        action =
            level != nil
            ? nil : AlertRule.action(words, nameClasses: style.vocabulary.classes(of: nameWords(name ?? "")))
        let seconds = members.first { $0.key == "for" }?.value.stringValue.flatMap {
            QuantityReader(TokenizedText($0)).firstTime()?.amount.seconds
        }
        limit = Limit(
            comparison: match.limit.comparison, quantity: match.limit.quantity, windowSeconds: seconds,
            text: read.text(read.range(match.tokens.lowerBound, match.tokens.upperBound - 1)))
    }

    /// A rule in parts: `metric: error_rate`, `op: ">"`, `value: 2.0`, `for: 3m`.
    private init?(compared members: [DataMember], _ style: WritingStyle) {
        func member(_ keys: [String]) -> DataMember? { members.first { keys.contains($0.key) } }
        guard let measure = member(["metric", "signal", "indicator", "name"]), let name = measure.value.stringValue,
            let sign = member(["op", "operator", "comparison", "comparator", "comparisonOperator"]),
            let operation = sign.value.stringValue,
            let limit = member(["value", "threshold", "limit"]), operation.utf8.count <= 20
        else { return nil }
        let comparison: Comparison
        switch operation {
        case ">", "gt", "above", "GreaterThan", "GreaterThanThreshold": comparison = .above
        case ">=", "gte", "ge", "GreaterThanOrEqualToThreshold": comparison = .atLeast
        case "<", "lt", "below", "LessThan", "LessThanThreshold": comparison = .below
        case "<=", "lte", "le", "LessThanOrEqualToThreshold": comparison = .atMost
        default: return nil
        }
        let text = limit.value.stringValue ?? limit.value.span.text
        let read = TokenizedText(utf8: Array(text.utf8), vocabulary: style.vocabulary)
        guard text.utf8.count <= 40, let match = QuantityReader(read).limit(at: 0) else { return nil }
        key = measure.key
        metric = name
        expression = "\(name) \(operation) \(text)"
        span = measure.keySpan.union(measure.value.span)
        let words = AlertRule.words(members, style)
        level = words.contains(.critical) ? .critical : .warning
        action = AlertRule.action(words, nameClasses: [])
        let seconds = member(["for", "window"])?.value.stringValue.flatMap {
            QuantityReader(TokenizedText($0)).firstTime()?.amount.seconds
        }
        self.limit = Limit(
            comparison: comparison, quantity: match.limit.quantity, windowSeconds: seconds,
            text: "\(comparison.rawValue) \(text)")
    }

    /// `thresholdRange: { min: 99 }` beside the `name` of a measure, as Flagger writes it.
    private static func ranges(_ members: [DataMember]) -> [AlertRule] {
        guard let range = members.first(where: { $0.key == "thresholdRange" }),
            let name = members.first(where: { $0.key == "name" || $0.key == "metric" })?.value.stringValue
        else { return [] }
        return range.value.members.compactMap { end in
            guard let comparison = end.key == "min" ? Comparison.atLeast : end.key == "max" ? .atMost : nil,
                let number = end.value.numberValue
            else { return nil }
            return AlertRule(name, comparison, number, at: end.keySpan.union(end.value.span))
        }
    }

    private init(_ metric: String, _ comparison: Comparison, _ number: Double, at span: SourceSpan) {
        key = metric
        self.metric = metric
        self.span = span
        let text = "\(comparison.rawValue) \(formatNumber(number))"
        expression = "\(metric) \(text)"
        level = .target
        action = nil
        limit = Limit(comparison: comparison, quantity: Quantity(number, .none), text: text)
    }

    /// The rule with what it does when it is broken.
    ///
    /// - Parameter halts: whether the keys it stands under say so.
    func alert(_ members: [DataMember], _ style: WritingStyle, list: SourceSpan, halts: Bool) -> Alert {
        let told = AlertEffect(members, style.vocabulary)
        let named = members.first { ["metric", "signal", "indicator"].contains($0.key) }?.value.stringValue
        return Alert(
            metric: named ?? metric, condition: Claim(limit, at: span, .codeBlock),
            effect: told.action == nil && (halts || action != nil) ? .acts : told.effect, action: told.action,
            list: list, measured: measured)
    }

    /// What the labels and annotations of a rule say.
    private static func words(_ members: [DataMember], _ style: WritingStyle) -> WordClassSet {
        var classes = WordClassSet()
        for member in members where ["labels", "annotations", "severity", "action"].contains(member.key) {
            for value in [member.value] + member.value.members.map(\.value) {
                guard let text = value.stringValue else { continue }
                classes.formUnion(TokenizedText(utf8: Array(text.utf8), vocabulary: style.vocabulary).classes)
                // `action: pause_canary`
                if member.key == "action" { classes.formUnion(style.vocabulary.classes(of: nameWords(text))) }
            }
        }
        return classes
    }

    private static func action(_ words: WordClassSet, nameClasses: WordClassSet) -> TriggerAction? {
        let all = words.union(nameClasses)
        if all.intersects([.rollback, .goBack]) { return .rollback }
        return words.contains(.pause) ? .pause : nil
    }
}
