/// A share of the users or of the traffic, as a line tells of it: `10% of users`, `50 % der Nutzer`, `5% traffic`.
struct ToldShare {
    /// 0 to 100.
    let percent: Double
    /// In small letters, plurals cut: `user`, `tenant`.
    let audience: String
}

/// Every share of an audience in a line; shares of anything else are left out.
func toldShares(in line: String) -> [ToldShare] {
    guard line.utf8.contains(UInt8(ascii: "%")) else { return [] }
    let parts = line.split(separator: "%", omittingEmptySubsequences: false)
    return zip(parts, parts.dropFirst()).compactMap { before, behind in
        guard let percent = numberBehind(before), percent <= 100,
            let audience = words(of: String(behind.prefix(40))).first(where: { !articles.contains($0) }),
            audiences.contains(audience)
        else { return nil }
        return ToldShare(percent: percent, audience: audience)
    }
}

/// The number that a text ends with.
func numberBehind(_ text: Substring) -> Double? {
    let digits = text.reversed().drop { $0 == " " }.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    return Double(String(digits.reversed()))
}

/// English, German, Spanish and French, plurals cut.
private let articles: Set<String> = [
    "of", "the", "all", "our", "your", "live", "production", "der", "von", "den", "aller", "de", "los", "las", "la",
    "le", "les", "des",
]
private let audiences: Set<String> = [
    "user", "customer", "visitor", "session", "traffic", "request", "tenant", "account", "audience", "nutzer",
    "benutzer", "kunden", "mandanten", "verkehr", "verkehrs", "usuario", "cliente", "tráfico", "inquilino",
    "utilisateur", "client", "trafic", "shop", "store", "organization", "organisation", "workspace", "merchant",
]
