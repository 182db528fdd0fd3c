/// Words that make a number a change against what was: `reduced by 50 %`, `um 50 % gesenkt`, `50 % lower than before`.
enum ChangeWords {
    /// What is less by the number behind or before it.
    static let reducing = set(
        """
        reduced reduce reduces reducing reduction decreased decrease decreases decreasing lowered lowers lower cut cuts \
        down drops drop dropped falls fall fell fallen declines decline declined shrinks shrink shrunk sinks sink \
        gesenkt senken senkt senkung reduziert reduzieren reduktion reduzierung verringert verringern verringerung \
        verkürzt verkürzen verkürzung vermindert vermindern verminderung gesunken sinkt sinken rückgang \
        zurückgegangen fällt fallen gefallen abgenommen abnahme \
        reducir reducido reducida reducidos reducidas reduce reducen reducción disminuir disminuido disminuida \
        disminuye disminuyen disminución bajar bajado baja bajan bajada rebajar rebajado cae caer caída descender \
        desciende descenso recortar recortado recorte \
        réduit réduite réduits réduites réduire réduction baisse baissé baissée baisser baissent diminue diminué \
        diminuée diminuer diminuent diminution chute chuté recul recule reculé abaissé abaissée
        """)

    static let increasing = set(
        """
        increased increase increases increasing raised raise raises grown grows grow growing growth rises rise rose risen \
        rising up jumps jump jumped climbs climb climbed \
        erhöht erhöhen erhöhung gesteigert steigern steigerung gestiegen steigt steigen anstieg angestiegen gewachsen \
        wächst wachsen wachstum zunahme zugenommen angehoben verlängert \
        aumentar aumentado aumentada aumenta aumentan aumento incrementar incrementado incrementada incrementa \
        incremento subir subido sube suben subida crecer crecido crece crecimiento \
        augmenter augmenté augmentée augmente augmentent augmentation hausse monter monté monte montent croît croissance \
        accru accrue progressé progresse
        """)

    /// What `of` may follow: `the lower of 5 % and 10 %` changes nothing.
    static let nouns = set("reduction decrease drop decline cut fall increase growth rise jump")

    /// Between such a word and the number.
    static let leads = ["by", "of", "um", "de", "en", "un", "del"]
    /// Those that lead to a share alone: `augmente en 5 minutes` says how long it takes.
    static let shareLeads = ["en", "un", "del"]
    /// Those before a number with its word behind it: `um 50 % gesenkt`.
    static let embracing = ["um", "by"]

    /// Behind a first number, before a second one.
    static let ends = ["to", "auf", "a", "al", "à"]

    static let fewer = [
        "lower", "less", "fewer", "smaller", "shorter", "niedriger", "geringer", "kleiner", "weniger", "kürzer",
        "menos",
        "menor", "menores", "inferior", "inferiores", "moins", "inférieur", "inférieure", "inférieurs", "inférieures",
    ]
    static let greater = [
        "higher", "more", "greater", "larger", "longer", "höher", "mehr", "größer", "länger", "más", "mayor", "mayores",
        "superior", "superiores", "plus", "supérieur", "supérieure", "supérieurs", "supérieures",
    ]
    /// Whether less or more is meant, the unit of the measure tells.
    static let faster = [
        "faster", "quicker", "schneller", "rápido", "rápida", "rápidos", "rápidas", "rapide", "rapides",
    ]

    static let than = ["than", "vs", "versus", "against", "als", "gegenüber", "que", "frente", "respecto"]
    /// What was.
    static let baseline = [
        "before", "baseline", "today", "now", "previously", "vorher", "zuvor", "bisher", "heute", "ausgangswert",
        "antes",
        "hoy", "ahora", "avant", "aujourd'hui",
    ]
    /// In one word what others say in two: `50 % plus rapide qu'avant`.
    static let thanBaseline = ["qu'avant", "qu'aujourd'hui"]

    /// By half, in a word.
    static let halving = ["halved", "halves", "halve", "halbiert", "halbieren"]
    /// By half, beside a word that says so: `réduit de moitié`.
    static let half = ["half", "hälfte", "mitad", "moitié"]
    /// Between the two.
    static let halfLeads = ["by", "in", "to", "um", "auf", "die", "a", "la", "de", "en", "à"]

    private static func set(_ words: String) -> Set<String> { Set(words.split(separator: " ").map(String.init)) }
}
