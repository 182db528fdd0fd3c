import Plan

/// Seconds of `30d`, `12h`, `5 minutes`; nil for what is no length of time, or none at all.
func lengthSeconds(_ text: String) -> Double? {
    let reader = QuantityReader(TokenizedText(text))
    guard let match = reader.firstTime(), match.tokens == 0..<reader.text.tokens.count, match.amount.comparison == nil,
        match.amount.lowerSeconds == nil, let seconds = match.amount.seconds, seconds > 0
    else { return nil }
    return seconds
}
