import Plan
import SourceText

/// A measure with the limit it is held against: `System availability > 99.9%`, `Error rate reduced to < 1%`.
struct LimitedMeasure: Sendable {
    /// What the limit is about; empty where the text does not say.
    let metric: String
    let limit: Limit
    let limitSpan: SourceSpan
    /// The tokens of the measure's name, where it stands before its limit.
    let name: Range<Int>
    /// The tokens of the limit.
    let tokens: Range<Int>

    /// How far a measure's name reaches back from its limit.
    enum Naming {
        /// To the beginning of the line: what a list states begins with its measure.
        case line
        /// To the word that the phrase begins with: a sentence says other things before.
        case phrase
    }

    /// Every measure of a text that has a compared limit, in order; of two limits in a row the second is of the same measure.
    static func all(in text: ReadText, _ naming: Naming) -> [LimitedMeasure] {
        guard text.mentions(limitSigns) || text.mentions(.number) else { return [] }
        let matches = text.quantities.comparedLimits().filter { !isStretch($0, text) }
        var found: [LimitedMeasure] = []
        let spells = matches.count > 1 ? matches.filter { isSpell($0.limit, $0.tokens, text) } : []
        for match in matches
        where spells.count == matches.count || !spells.contains(where: { $0.tokens == match.tokens }) {
            let start = found.last.map { behind($0.tokens.upperBound, text) } ?? 0
            let spell = spells.first { $0.tokens.upperBound == match.tokens.lowerBound }
            found.append(LimitedMeasure(match, in: text, from: start, naming, previous: found.last, behind: spell))
        }
        return (2...8).contains(found.count) ? told(apart: found) : found
    }

    private static let limitSigns: WordClassSet = [
        .comparisonSign, .comparison, .orMore, .orLess, .exceeding, .undercutting,
    ]

    private init(
        _ match: QuantityReader.LimitMatch, in text: ReadText, from start: Int, _ naming: Naming,
        previous: LimitedMeasure?, behind spell: QuantityReader.LimitMatch?
    ) {
        // `länger als 10 Minuten unter 90 %`: for how long, between the measure and its limit.
        limit = match.limit.lasting(spell?.limit.quantity)
        limitSpan = text.span(tokens: match.tokens)
        tokens = match.tokens
        let end = spell?.tokens.lowerBound ?? match.tokens.lowerBound
        let named = LimitedMeasure.name(in: text, start..<max(start, end), naming, isFirst: previous == nil)
        name =
            limit.change == nil
            ? named : named.lowerBound..<LimitedMeasure.withoutAuxiliaries(text, named)
        if !name.isEmpty {
            metric = text.text(tokens: name)
        } else {
            let outside = previous == nil ? LimitedMeasure.named(outside: match.tokens.lowerBound, text) : nil
            let counted = outside ?? LimitedMeasure.counted(text, match.tokens)
            let topic =
                counted.isEmpty && previous == nil
                ? LimitedMeasure.topic(of: text, before: match.tokens.lowerBound) : nil
            metric =
                counted.isEmpty ? previous?.metric ?? topic.map(text.text(tokens:)) ?? "" : text.text(tokens: counted)
        }
    }

    /// `(< 2s average, < 3s P95)`: two limits of one measure are told apart by what they are limits of.
    private static func told(apart measures: [LimitedMeasure]) -> [LimitedMeasure] {
        measures.map { measure in
            guard let statistic = measure.limit.statistic,
                measures.count(where: { $0.metric == measure.metric && $0.limit.statistic != nil }) > 1
            else { return measure }
            return LimitedMeasure(measure, called: "\(measure.metric) (\(statistic.text))")
        }
    }

    /// A limit of a measure that is named elsewhere.
    init(_ metric: String, _ match: QuantityReader.LimitMatch, in text: ReadText) {
        self.metric = metric
        limit = match.limit
        limitSpan = text.span(tokens: match.tokens)
        name = 0..<0
        tokens = match.tokens
    }

    /// The same under another name.
    init(_ other: LimitedMeasure, called metric: String) {
        self.metric = metric
        limit = other.limit
        limitSpan = other.limitSpan
        name = other.name
        tokens = other.tokens
    }

    /// `0 direct colours`, `zero P0 issues`, `100% semantic tokens`: that none or all are asked for is a criterion; any
    /// other share may be a step of the rollout.
    ///
    /// - Parameter key: what a field calls it, `Design audit: 0 violations`.
    init?(counted text: ReadText, key: ReadText?) {
        let all = LimitedMeasure.allOf(text)
        guard let match = all ?? text.quantities.limit(at: 0) ?? text.quantities.zero(at: 0),
            match.limit.comparison == nil, all != nil || isAllOrNothing(match.limit.quantity)
        else { return nil }
        let words = LimitedMeasure.counted(text, match.tokens)
        guard !words.isEmpty || key != nil, text.tokens[words].first?.isA(.measureLead) != true,
            !text.tokens[words].contains(where: { $0.isA(.rollout) })
        else {
            return nil
        }
        metric = [key?.text, words.isEmpty ? nil : text.text(tokens: words)].compactMap(\.self).joined(separator: " ")
        limit = match.limit
        limitSpan = text.span(tokens: match.tokens)
        name = 0..<0
        tokens = match.tokens
    }

    /// `34 of 34`, `12/12`
    private static func allOf(_ text: ReadText) -> QuantityReader.LimitMatch? {
        let tokens = text.tokens
        guard tokens.count > 3, let number = tokens[0].number, number > 1, tokens[2].number == number,
            tokens[1].isA([.of, .possessive]) || tokens[1].isSign("/")
        else { return nil }
        let limit = Limit(comparison: nil, quantity: Quantity(number, .none), text: text.text(tokens: 0..<3))
        return QuantityReader.LimitMatch(limit: limit, tokens: 0..<3)
    }

    /// `Availability: 99.95%` where targets are listed: a value that says with its unit what it is.
    init?(bare field: Field) {
        guard let match = field.value.quantities.limit(at: 0), match.limit.comparison == nil,
            match.limit.quantity.unit != .none, match.tokens.upperBound == field.value.tokens.count
        else { return nil }
        metric = field.key.text
        limit = match.limit
        limitSpan = field.value.span(tokens: match.tokens)
        name = 0..<0
        tokens = match.tokens
    }
}

extension LimitedMeasure {
    /// `portal availability 99.8% in the first week` among what a key says must hold: nearly all.
    init?(share text: ReadText, _ given: LimitPurpose?) {
        guard given == .target, text.mentions(.number),
            let place = text.tokens.indices.first(where: { text.tokens[$0].number != nil }), place > 0,
            let match = text.quantities.limit(at: place), match.limit.comparison == nil,
            match.limit.quantity.unit == .percent, (90...100).contains(match.limit.quantity.number),
            text.tokens[match.tokens.upperBound...].count <= 5, !text.mentions([.rollout, .raise, .userGroup])
        else { return nil }
        name = LimitedMeasure.name(in: text, 0..<place, .line, isFirst: true)
        guard name == 0..<place, !text.tokens[name].contains(where: { $0.kind == .sign }) else { return nil }
        metric = text.text(tokens: name)
        limit = match.limit
        limitSpan = text.span(tokens: match.tokens)
        tokens = match.tokens
    }
}

extension LimitedMeasure {
    /// `2 clusters fail conformance` among conditions that stop a rollout: so many, or more.
    init?(some text: ReadText) {
        guard !text.mentions(.modal), text.mentions([.trouble, .failure, .unacceptable, .issue]),
            let match = text.quantities.limit(at: 0), match.limit.comparison == nil,
            match.limit.quantity.unit == .none, match.limit.quantity.number > 0, match.limit.quantity.number < 1000
        else { return nil }
        let words = LimitedMeasure.counted(text, match.tokens)
        guard !words.isEmpty, words.lowerBound == match.tokens.upperBound,
            words.count > 1 || words.upperBound < text.tokens.count
        else { return nil }
        metric = text.text(tokens: words)
        limit = Limit(
            comparison: .atLeast, quantity: match.limit.quantity, windowSeconds: match.limit.windowSeconds,
            text: match.limit.text)
        limitSpan = text.span(tokens: match.tokens)
        name = 0..<0
        tokens = match.tokens
    }
}

extension LimitedMeasure {
    /// `energy use +20% against last week`: what has grown by so much.
    init?(rising text: ReadText) {
        guard
            let plus = text.tokens.indices.first(where: { index in
                text.tokens[index].isSign("+") && !text.tokens[index].glued && index + 1 < text.tokens.count
                    && text.tokens[index + 1].glued
            }), let match = text.quantities.limit(at: plus + 1), match.limit.comparison == nil,
            match.limit.quantity.unit != .none
        else { return nil }
        let range = plus..<match.tokens.upperBound
        name = LimitedMeasure.name(in: text, 0..<plus, .line, isFirst: true)
        guard !name.isEmpty else { return nil }
        metric = text.text(tokens: name)
        limit = Limit(
            comparison: .above, quantity: match.limit.quantity, statistic: match.limit.statistic,
            windowSeconds: match.limit.windowSeconds, text: text.text(tokens: range))
        limitSpan = text.span(tokens: range)
        tokens = range
    }
}

extension LimitedMeasure {
    /// `It must stay at 0`, `El número de pagos perdidos debe ser 0`: that none or all are asked for.
    init?(demanded text: ReadText) {
        guard text.mentions(.modal), text.mentions([.number, .zero]),
            let demand = text.tokens.indices.first(where: { text.tokens[$0].isA(.modal) })
        else { return nil }
        var next = demand + 1
        while next < text.tokens.count, next <= demand + 4, text.tokens[next].isWord,
            text.tokens[next].isA([.measureLead, .staying, .placeLead, .being])
        {
            next += 1
        }
        guard next > demand + 1 || text.tokens.last(where: \.isWord)?.isA(.being) == true,
            let match = text.quantities.limit(at: next) ?? text.quantities.zero(at: next),
            match.limit.comparison == nil, isAllOrNothing(match.limit.quantity),
            text.tokens[match.tokens.upperBound...].filter(\.isWord).count <= 1
        else { return nil }
        limit = match.limit
        limitSpan = text.span(tokens: match.tokens)
        tokens = match.tokens
        name = LimitedMeasure.name(in: text, 0..<demand, .phrase, isFirst: true)
        metric = text.text(tokens: name)
    }
}

extension LimitedMeasure {
    /// `Share of explicit tracks in the profiles of kids: 0`, in more words than the key of a field has.
    init?(closing text: ReadText) {
        guard let colon = text.tokens.lastIndex(where: { $0.isSign(":") }), colon > 0,
            let match = text.quantities.limit(at: colon + 1) ?? text.quantities.zero(at: colon + 1),
            match.tokens.upperBound == text.tokens.count, isAllOrNothing(match.limit.quantity)
        else { return nil }
        name = LimitedMeasure.name(in: text, 0..<colon, .line, isFirst: true)
        guard !name.isEmpty else { return nil }
        metric = text.text(tokens: name)
        limit = match.limit
        limitSpan = text.span(tokens: match.tokens)
        tokens = match.tokens
    }
}

extension LimitedMeasure {
    /// `If the lag is not zero after 120 s`, `Differenz ≠ 0`: that anything is there at all.
    init?(nonzero text: ReadText) {
        guard text.mentions([.number, .zero]),
            let zero = text.tokens.indices.first(where: { index in
                let token = text.tokens[index]
                guard index > 1, token.isA(.zero) || token.number == 0 else { return false }
                return text.tokens[index - 1].isA(.refusal) || text.tokens[index - 1].isSign("≠")
                    || text.tokens[index - 1].isSign("=") && text.tokens[index - 2].isSign("!")
            })
        else { return nil }
        let start = text.tokens[zero - 1].isSign("=") ? zero - 2 : zero - 1
        name = LimitedMeasure.name(in: text, 0..<start, .phrase, isFirst: true)
        guard !name.isEmpty else { return nil }
        tokens = start..<zero + 1
        metric = text.text(tokens: name)
        limit = Limit(comparison: .above, quantity: Quantity(0, .none), text: text.text(tokens: tokens))
        limitSpan = text.span(tokens: tokens)
    }
}

extension QuantityReader.LimitMatch {
    /// Whether more than a bare number stands there.
    var saysWhatItIs: Bool { limit.comparison != nil || limit.quantity.unit != .none }
}

/// None, or all but a few.
private func isAllOrNothing(_ quantity: Quantity) -> Bool {
    quantity.unit == .percent
        ? quantity.number == 0 || (90...100).contains(quantity.number)
        : quantity.number == 0 && (quantity.unit == .none || quantity.unit.dimension == .money)
}
