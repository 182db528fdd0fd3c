/// A comparison in words: `more than`, `höchstens`, `por debajo de`.
struct ComparisonPhrase: Sendable {
    let comparison: Comparison
    let words: [String]

    /// By first word, and among those that share it the longer first.
    static let groups: [[ComparisonPhrase]] = {
        var groups: [[ComparisonPhrase]] = []
        var places: [String: Int] = [:]
        for (comparison, texts) in phrases {
            for text in texts {
                let words = text.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
                let phrase = ComparisonPhrase(comparison: comparison, words: words)
                if let place = places[phrase.words[0]] {
                    groups[place].append(phrase)
                } else {
                    places[phrase.words[0]] = groups.count
                    groups.append([phrase])
                }
            }
        }
        return groups.map { $0.sorted { $0.words.count > $1.words.count } }
    }()

    private static let phrases: [(Comparison, [String])] = [
        (
            .below,
            [
                "below", "under", "less than", "fewer than", "lower than", "smaller than", "unter", "weniger als",
                "kleiner als", "menos de", "menor que", "menor a", "inferior a", "inferiores a", "por debajo de",
                "por debajo del", "menos del", "menor del", "inferior al", "inférieur au", "en dessous du",
                "abaixo de", "moins de",
                "inférieur à", "inférieure à", "inférieurs à", "inférieures à", "moins que", "sous", "en dessous de",
                "debajo de", "baja de", "baje de", "bajen de", "unterhalb von", "geringer als", "niedriger als",
            ]
        ),
        (
            .atMost,
            [
                "at most", "up to", "no more than", "not more than", "not exceed", "not go above", "not rise above",
                "within", "maximum of", "max", "capped at",
                "höchstens", "maximal", "bis zu", "nicht mehr als", "nicht länger als", "no más de", "pas plus de",
                "como mucho", "como máximo", "máximo", "au maximum", "au plus",
                "au plus de", "maximum",
            ]
        ),
        (
            .above,
            [
                "above", "over", "more than", "greater than", "higher than", "longer than", "exceeds", "exceed",
                "exceeding", "exceeded", "beyond", "surpasses", "über", "mehr als", "größer als", "höher als",
                "länger als",
                "más de", "mas de", "mais de", "mayor que", "mayor a", "superior a", "superiores a", "por encima de",
                "in excess of", "au delà de", "au delà du", "jenseits von",
                "por encima del", "más del", "mayor del", "superior al", "supérieur au", "au dessus du",
                "acima de", "supera", "superan", "superar", "excede", "exceden", "rebasa", "rebasan", "sobrepasa",
                "pasa de",
                "pasa del", "pasan de", "pasan del", "pase de", "pasen de", "plus de", "plus que", "au dessus de",
                "oberhalb von",
                "supérieur à", "supérieure à", "supérieurs à", "supérieures à", "dépasse", "dépassent", "dépasser",
                "excède", "excéder",
                "übersteigt",
                "übersteigen", "überschreitet", "überschreiten",
            ]
        ),
        (
            .atLeast,
            [
                "at least", "no less than", "reach", "reaches", "reached", "hits", "holds", "sustains",
                "handles", "not less than", "mind", "minimum of", "min", "minimum", "mindestens", "erreicht",
                "erreichen",
                "al menos", "alcanza", "atteint", "pelo menos",
                "como mínimo", "au moins",
            ]
        ),
    ]
}
