/// Whether a line begins with an instruction to enable, and says nothing of more users or another place.
///
/// A line that says that it raises a flag may be the next step of a ramp.
func beginsByEnabling(_ line: String) -> Bool {
    let named = words(of: line).filter { $0.contains(where: \.isLetter) }
    let verb = named.first { $0 != "x" }
    return verb.map(enablingWords.contains) == true && Set(named).isDisjoint(with: raisingWords)
}

/// English, German, Spanish and French.
private let enablingWords: Set<String> = [
    "enable", "activate", "aktivieren", "aktiviere", "einschalten", "activar", "activer",
]
private let raisingWords: Set<String> = [
    "ramp", "raise", "increase", "expand", "extend", "full", "fully", "all", "every", "everyone", "everybody", "again",
    "more", "further", "rest", "remaining", "re", "user", "customer", "region", "staging", "internal", "production",
    "verify", "after", "if", "erhöhen", "alle", "wieder", "todo", "toda", "tous", "toutes",
]
