import DataNotations
import MarkdownTree
import Plan
import SourceText

extension DocumentOutline {
    /// A rule against what is usual: `expr: histogram_quantile(0.99, latency) > 5 * baseline`.
    ///
    /// - Parameter halts: whether the keys it stands under say that it halts the rollout.
    func relativeAlert(_ members: [DataMember], list: SourceSpan, halts: Bool) -> Alert? {
        guard
            let member = members.first(where: { ["expr", "expression", "query", "condition"].contains($0.key) }),
            let text = member.value.stringValue, text.utf8.count <= 2000
        else { return nil }
        let read = TokenizedText(utf8: Array(text.utf8), vocabulary: style.vocabulary)
        guard read.mentions(.comparisonSign), read.mentions(.number),
            let sign = read.tokens.lastIndex(where: { $0.isA(.comparisonSign) }), sign > 0,
            let comparison = read.tokens[sign].sign?.comparison,
            let factor = factor(read, from: sign + 1)
        else { return nil }
        let left = read.text(read.range(0, sign - 1))
        let name = members.first { ["alert", "name", "title"].contains($0.key) }?.value.stringValue
        let told = AlertEffect(members, style.vocabulary)
        let limit = Limit(
            comparison: comparison, quantity: Quantity(factor, Unit(.multiple, "x", scale: 1)),
            text: read.text(read.range(sign, read.tokens.count - 1)))
        return Alert(
            metric: isIdentifier(left) ? left : name ?? left,
            condition: Claim(limit, at: member.keySpan.union(member.value.span), .codeBlock),
            effect: told.action == nil && halts ? .acts : told.effect, action: told.action, list: list, measured: left)
    }

    /// `5 * baseline`, `baseline_p99 * 5`: how many times what is usual.
    private func factor(_ text: TokenizedText, from start: Int) -> Double? {
        let tokens = text.tokens
        guard start + 2 < tokens.count else { return nil }
        let isFirst = tokens[start].number != nil && tokens[start + 1].isSign("*")
        let isLast = tokens[tokens.count - 1].number != nil && tokens[tokens.count - 2].isSign("*")
        guard isFirst != isLast, let factor = (isFirst ? tokens[start] : tokens[tokens.count - 1]).number, factor > 0
        else { return nil }
        let usual = isFirst ? text.range(start + 2, tokens.count - 1) : text.range(start, tokens.count - 3)
        let words = nameWords(text.text(usual))
        return words.count <= 12 && style.vocabulary.classes(of: words).contains(.current) ? factor : nil
    }

    /// `"halt_conditions": { "error_rate": 0.01, "lcp_p75_ms": 4000 }`: what halts by configuration, a number each.
    func keyedHalts(_ members: [DataMember], below key: DataMember) -> [Alert] {
        members.compactMap { member in
            guard !style.vocabulary.classes(ofName: member.key).contains(.settingName),
                let (value, quantity) = number(member.value)
            else { return nil }
            let limit = Limit(comparison: nil, quantity: quantity, text: value.span.text)
            return Alert(
                metric: member.key, condition: Claim(limit, at: value.span, .codeBlock), effect: .acts, action: nil,
                list: key.keySpan.union(key.value.span))
        }
    }

    private func number(_ value: DataValue) -> (DataValue, Quantity)? {
        if let number = value.numberValue { return (value, Quantity(number, .none)) }
        guard let text = value.stringValue, text.utf8.count <= 40 else { return nil }
        let read = TokenizedText(utf8: Array(text.utf8), vocabulary: style.vocabulary)
        guard let match = QuantityReader(read).limit(at: 0), match.tokens.upperBound == read.tokens.count else {
            return nil
        }
        return (value, match.limit.quantity)
    }
}
