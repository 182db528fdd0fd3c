import Plan

extension LimitedMeasure {
    /// `Answer time reduced by 30 %`, `40 % fewer tickets than before`: a measure that is to be less or more than it was.
    ///
    /// `Reduce the batch by 50` is something to do, and so is what says how far a rollout goes.
    init?(changed text: ReadText) {
        guard let match = text.quantities.changes().first, match.limit.quantity.unit != .none else { return nil }
        let named = LimitedMeasure.name(
            in: text, 0..<LimitedMeasure.withoutAuxiliaries(text, 0..<match.tokens.lowerBound), .line, isFirst: true)
        name = named
        let words = named.isEmpty ? match.subject : named
        guard text.tokens[words].contains(where: \.isWord), !text.tokens[words].contains(where: { $0.isA(notMeasures) })
        else { return nil }
        metric = text.text(tokens: words)
        limit = match.limit
        limitSpan = text.span(tokens: match.tokens)
        tokens = match.tokens
    }

    /// `Die Antwortzeit wird um 30 % gesenkt`, `La latencia se ha reducido`.
    static func withoutAuxiliaries(_ text: ReadText, _ range: Range<Int>) -> Int {
        var end = range.upperBound
        while end > range.lowerBound, auxiliaries.contains(text.text(tokens: end - 1..<end).lowercased()) { end -= 1 }
        return end
    }

    private static let auxiliaries: Set = [
        "is", "are", "be", "been", "has", "have", "was", "were", "will", "wird", "werden", "wurde", "wurden", "se",
        "ha",
        "han", "es", "son", "est", "sont", "a", "ont", "été",
    ]
}

/// What a rollout changes by design, and what is set.
private let notMeasures: WordClassSet = [
    .rollout, .rolloutNoun, .userGroup, .everyone, .flag, .patience, .resource, .batch, .wanting,
]
