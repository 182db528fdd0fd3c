/// What a number counts, with its scale: two quantities compare when their dimensions agree.
package struct Unit: Sendable, Hashable {
    package enum Dimension: String, Sendable, Hashable {
        case time, share, bytes, money, count
        /// `2x baseline`.
        case multiple
        /// `4.5/5`: the scale is the best score.
        case score
    }
    package let dimension: Dimension
    /// As shown behind a number: `ms`, `%`, `s`.
    package let symbol: String
    /// Size of one unit in the dimension's base (second, ratio 1, byte, 1).
    package let scale: Double
    /// Seconds of the period of a rate: 86 400 for `/day`; nil when the quantity is no rate.
    package let perSeconds: Double?

    package init(_ dimension: Dimension, _ symbol: String, scale: Double, perSeconds: Double? = nil) {
        self.dimension = dimension
        self.symbol = symbol
        self.scale = scale
        self.perSeconds = perSeconds
    }

    package static let none = Unit(.count, "", scale: 1)
    package static let percent = Unit(.share, "%", scale: 0.01)
    package static let ratio = Unit(.share, "", scale: 1)
    package static let milliseconds = Unit(.time, "ms", scale: 0.001)
    package static let seconds = Unit(.time, "s", scale: 1)
    package static let minutes = Unit(.time, "min", scale: 60)
    package static let hours = Unit(.time, "h", scale: 3600)
    package static let days = Unit(.time, "d", scale: 86_400)

    package func per(_ seconds: Double) -> Unit { Unit(dimension, symbol, scale: scale, perSeconds: seconds) }

    /// Same dimension and both rates or both none.
    package func isComparable(with other: Unit) -> Bool {
        dimension == other.dimension && (perSeconds == nil) == (other.perSeconds == nil)
            && (dimension != .score || scale == other.scale)
    }

    /// The unit that a word stands for (`minutes`, `Minuten`, `min`), or nil.
    package static func named(_ word: String) -> Unit? {
        Vocabulary.standard.unit(named: word)
    }

    /// The words for units in English, German, Spanish and French. `m` is minutes: no planning document measures metres.
    static let listed: [(Unit, String)] = [
        (Unit(.time, "µs", scale: 0.000_001), "µs us microsecond microseconds"),
        (
            .milliseconds,
            """
            ms msec msecs millis millisecond milliseconds millisekunde millisekunden milisegundo milisegundos \
            milliseconde millisecondes
            """
        ),
        (.seconds, "s sec secs second seconds sekunde sekunden sek segundo segundos seconde secondes"),
        (.minutes, "m min mins minute minutes minuten minuto minutos"),
        (.hours, "h hr hrs hour hours stunde stunden std hora horas heure heures"),
        (.days, "d day days tag tage tagen día días dia dias jour jours"),
        (Unit(.time, "weeks", scale: 604_800), "w wk week weeks woche wochen semana semanas semaine semaines"),
        (Unit(.time, "months", scale: 2_592_000), "month months monat monate monaten mes meses mois"),
        (.percent, "percent pct prozent"),
        (Unit(.bytes, "B", scale: 1), "byte bytes"),
        (Unit(.bytes, "KB", scale: 1e3), "kb"),
        (Unit(.bytes, "MB", scale: 1e6), "mb"),
        (Unit(.bytes, "GB", scale: 1e9), "gb"),
        (Unit(.bytes, "TB", scale: 1e12), "tb"),
        (Unit(.bytes, "KiB", scale: 1024), "kib"),
        (Unit(.bytes, "MiB", scale: 1_048_576), "mib"),
        (Unit(.bytes, "GiB", scale: 1_073_741_824), "gib"),
        (Unit(.money, "$", scale: 1), "usd dollar dollars"),
        (Unit(.money, "€", scale: 1), "eur euro euros"),
        (Unit(.count, "", scale: 1, perSeconds: 1), "rps qps tps"),
    ]
}
