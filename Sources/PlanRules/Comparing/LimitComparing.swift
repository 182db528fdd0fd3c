import Plan
import SourceText

extension Limit {
    /// Whether both limit the same number of a measure: units that compare, the same statistic, the same direction.
    func isOfOneKind(as other: Limit) -> Bool {
        quantity.unit.isComparable(with: other.quantity.unit) && statistic == other.statistic && change == other.change
            && comparison?.isUpperBound != nil && comparison?.isUpperBound == other.comparison?.isUpperBound
    }

    /// Whether more must go wrong to break this limit than another of its kind: `> 10%` where the other is `> 5%`.
    func isBrokenLater(than other: Limit) -> Bool {
        guard let isUpper = comparison?.isUpperBound else { return false }
        return isUpper ? other.exceeds(self) : exceeds(other)
    }

    /// Whether its number is greater, by more than the rounding of a conversion.
    func exceeds(_ other: Limit) -> Bool {
        quantity.baseValue > other.quantity.baseValue && !quantity.isSame(as: other.quantity)
    }

    /// Whether it says only a number with its unit: no `per region`, no `above the baseline`.
    var isPlain: Bool {
        words(of: text, cuttingPlurals: false).allSatisfy { word in
            word.allSatisfy { $0.isNumber } || plainLimitWords.contains(word) || Unit.named(word) != nil
                || word.first?.isNumber == true && Unit.named(String(word.drop { $0.isNumber })) != nil
                || word.first == "p" && word.dropFirst().allSatisfy(\.isNumber)
        }
    }
}

/// Whether the line of a fact speaks of a difference to something else: its percentages are no values of the measure.
func isRelative(_ span: SourceSpan) -> Bool {
    !relativeWords.isDisjoint(with: words(of: textLine(of: span)))
}

/// The words of the headings above a place that tell one service or part from another.
func tellingHeadings(_ span: SourceSpan, _ scopes: ScopeIndex, without named: [String]) -> Set<String> {
    scopes.headings(at: span).subtracting(named).subtracting(howWords).filter {
        !Vocabulary.standard.classes(of: $0).intersects(howClasses)
    }
}

/// The place of a condition in the line that states it; the whole trigger where the condition is put in other words.
func conditionSpan(of trigger: Trigger) -> SourceSpan {
    let (file, start) = (trigger.span.file, trigger.span.range.lowerBound)
    // The trigger of a table's row stands for its first cell.
    let end = max(trigger.span.range.upperBound, file.lineRange(file.line(at: start)).upperBound)
    guard let text = trigger.condition?.text, !text.isEmpty, end - start < 1000 else { return trigger.span }
    let (whole, part) = (file.bytes[start..<end], Array(text.utf8))
    guard part.count <= whole.count,
        let found = (start...end - part.count).first(where: { whole[$0..<$0 + part.count].elementsEqual(part) })
    else { return trigger.span }
    return SourceSpan(file: file, range: found..<found + part.count)
}

/// How a way back begins, and what a list is called, says nothing of what it is for.
private let howWords: Set<String> = [
    "immediate", "mandatory", "hard", "soft", "kill", "switch", "business", "no", "do", "is", "must", "would", "policy",
    "matrix", "decision", "safety", "net", "pull", "plug", "cord", "readiness", "slo", "sli", "sla",
]
private let howClasses: WordClassSet = [
    .automatic, .manual, .rollback, .goBack, .halt, .pause, .trigger, .triggerNoun, .stopSign, .rule, .gate, .criterion,
    .criterionTitle, .success, .serviceLevel, .indicator, .metric, .watched, .limit, .target, .warning, .critical,
    .backward, .returning, .proceed, .phraseBound, .article, .pronoun,
]

/// English, German, Spanish and French, in the singular.
private let relativeWords: Set<String> = [
    "baseline", "increase", "increased", "increasing", "decrease", "decreased", "change", "slower", "faster", "drop",
    "regression", "vs", "versus", "compared", "higher", "lower", "relative", "growth", "grow", "rise", "deviation",
    "degradation", "worse", "before", "control", "previous", "usual", "normal", "yesterday", "vergleich", "anstieg",
    "abweichung", "langsamer", "línea", "aumento", "caída", "hausse", "baisse", "référence", "previa",
]

private let plainLimitWords: Set<String> = [
    "average", "avg", "mean", "median", "max", "maximum", "min", "minimum", "percentile", "under", "below", "over",
    "above", "less", "more", "fewer", "than", "at", "least", "most", "of", "the", "unter", "über", "mehr", "als",
    "weniger", "höchstens", "mindestens", "menos", "más", "de", "moins", "plus", "th",
]

/// Whether a configured number may be a stated quantity in whatever unit a program would use for it.
func mayEqual(_ configured: Quantity, _ stated: Quantity) -> Bool {
    if configured.isSame(as: stated) { return true }
    let isBare =
        configured.unit.dimension == .count && configured.unit.symbol.isEmpty && configured.unit.perSeconds == nil
    guard isBare else { return false }
    let scales: [Double]
    switch stated.unit.dimension {
    case .time: scales = [stated.unit.scale, 0.001, 1, 60]
    case .share: scales = [stated.unit.scale, 0.01, 1]
    default: scales = [stated.unit.scale]
    }
    let amount = stated.number * stated.unit.scale
    return scales.contains { scale in
        let number = configured.number * scale
        return abs(number - amount) <= 1e-9 * max(abs(number), abs(amount))
    }
}
