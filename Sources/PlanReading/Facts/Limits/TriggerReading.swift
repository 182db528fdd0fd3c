import Plan
import SourceText

extension Trigger {
    /// A statement that leads to an action.
    init(_ condition: Condition, _ action: TriggerAction?) {
        let measure = condition.measures[0]
        // Of a paragraph only the sentence; what a list states is the whole line.
        let text = condition.isWholeLine ? condition.line.text : condition.text
        self.init(
            text: text.text, metric: measure.metric.isEmpty ? nil : measure.metric, condition: measure.limit,
            window: measure.limit.window, action: (TriggerAction(text) ?? action)?.rawValue, span: text.span)
    }
}

extension Limit {
    /// `for 5 minutes`, as a length of time.
    var window: TimeAmount? {
        windowSeconds.map { TimeAmount(kind: .measured, seconds: $0, text: formatSeconds($0)) }
    }

    /// The same limit, to be broken for a length of time, where it does not say so itself.
    func lasting(_ quantity: Quantity?) -> Limit {
        guard let quantity, windowSeconds == nil else { return self }
        return Limit(
            comparison: comparison, quantity: self.quantity, statistic: statistic, windowSeconds: quantity.baseValue,
            change: change, text: text)
    }

    func with(text: String) -> Limit {
        Limit(
            comparison: comparison, quantity: quantity, statistic: statistic, windowSeconds: windowSeconds,
            change: change, text: text)
    }
}
