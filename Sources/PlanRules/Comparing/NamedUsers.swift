/// The users of whom a line speaks, where they are not simply all: `20% of the tablets`, `internal: 100%`.
///
/// Two shares are shares of the same users only where both lines name the same.
func namedUsers(in line: String) -> [String] {
    let words = words(of: line)
    var named = Set(words.filter(someUsers.contains))
    for (index, word) in words.enumerated() where partWords.contains(word) {
        let next = words[(index + 1)...].prefix(4).first { !fillers.contains($0) }
        if let next, !allUsers.contains(next), next.contains(where: \.isLetter) { named.insert(next) }
    }
    return named.sorted()
}

/// Plurals cut; English, German, Spanish and French.
private let someUsers: Set<String> = [
    "internal", "staff", "employee", "beta", "tester", "admin", "qa", "staging", "holdout", "intern", "mitarbeiter",
    "interno", "empleado", "interne", "employé", "region", "country", "market", "tenant", "premium", "enterprise",
    "mobile", "ios", "android", "web", "desktop", "tablet", "eu", "us", "uk", "emea", "apac", "dev", "development",
    "sandbox", "preview", "friend", "vip", "anonymous", "guest", "read", "write", "shadow", "mirror", "region", "land",
    "markt", "país", "pay", "filiale", "store", "shop", "cluster", "node", "host", "pod", "server", "partner",
    "merchant",
]
private let partWords: Set<String> = ["of", "von", "de", "des"]
private let fillers: Set<String> = [
    "the", "all", "our", "los", "las", "la", "le", "les", "der", "den", "allen", "total",
]
private let allUsers: Set<String> = [
    "user", "traffic", "customer", "request", "production", "live", "session", "visitor", "account", "everyone", "load",
    "nutzer", "nutzern", "benutzer", "benutzern", "kunden", "kunde", "verkehr", "anfragen", "usuario", "cliente",
    "tráfico", "utilisateur", "client", "trafic", "audience", "call", "order", "day", "week", "rollout", "device",
]
