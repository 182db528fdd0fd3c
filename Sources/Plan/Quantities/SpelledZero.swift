extension QuantityReader {
    /// `zero` at a token, as a count without a comparison.
    package func zero(at index: Int) -> LimitMatch? {
        guard index < text.tokens.count, text.tokens[index].isA(.zero) else { return nil }
        let word = text.text(text.range(index, index))
        return LimitMatch(
            limit: Limit(comparison: nil, quantity: Quantity(0, .none, text: word), text: "0"),
            tokens: index..<index + 1)
    }
}
