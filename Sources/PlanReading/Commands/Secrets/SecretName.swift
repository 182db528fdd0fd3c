import SourceText

/// What kind of credential a name says that its value is.
enum SecretName {
    case password, key

    var phrase: String {
        switch self {
        case .password: "password"
        case .key: "secret"
        }
    }

    /// By the last words of `DB_PASSWORD`, `stripe.apiKey`; nil for a name that any setting may have, and for what a
    /// public site shows to everybody.
    static func kind(_ name: ArraySlice<UInt8>) -> SecretName? {
        guard let last = name.last, "dDtTyYeEnN".utf8.contains(last) else { return nil }
        let letters = name.compactMap { byte -> UInt8? in
            (0x41...0x5a).contains(byte) ? byte | 0x20 : byte.isNamePart && byte != UInt8(ascii: "_") ? byte : nil
        }
        let text = String(decoding: letters, as: UTF8.self)
        guard !open.contains(where: { letters.holds(word: $0) }) else { return nil }
        if passwords.contains(where: { text.hasSuffix($0) }) { return .password }
        return keys.contains { text.hasSuffix($0) } ? .key : nil
    }

    /// Whether a value looks drawn by lot, or like a password that somebody thought of: letters and digits mixed in one
    /// run, and no name of a thing.
    func fits(_ value: ArraySlice<UInt8>) -> Bool {
        let least = self == .password ? 8 : 16
        guard value.count >= least, value.count <= 200, !value.contains(where: { "${}*%".utf8.contains($0) }),
            value.first.map({ "/.~".utf8.contains($0) }) == false
        else { return false }
        let runs = value.split { !$0.isNamePart || $0 == UInt8(ascii: "_") }
        return runs.contains { run in
            let digits = run.count { (0x30...0x39).contains($0) }
            if run.count >= 8, digits >= 2, run.count - digits >= 2 { return true }
            // `Gr4velpit`
            let isBroken = run.dropFirst().dropLast().contains { (0x30...0x39).contains($0) }
            return self == .password && run.count >= 6 && isBroken && run.contains { (0x41...0x5a).contains($0) }
        }
    }

    private static let passwords = ["password", "passwd", "passphrase", "pwd", "passwort", "kennwort", "motdepasse"]
    private static let keys = [
        "secret", "secretkey", "apikey", "accesskey", "privatekey", "signingkey", "encryptionkey", "authkey", "token",
    ]
    private static let open = ["public", "publishable", "anon", "example", "dummy", "csrf", "hash"].map {
        Array($0.utf8)
    }
}

/// Whether a value only stands where a credential will: a word that says so, or letters that nobody draws by lot.
///
/// - Parameter isKey: Drawn by lot, so that a short word in it is an accident.
func isStandIn(_ value: ArraySlice<UInt8>, ofKey isKey: Bool) -> Bool {
    let letters = value.prefix(400).map { (0x41...0x5a).contains($0) ? $0 | 0x20 : $0 }
    if (isKey ? keyStandIns : standIns).contains(where: { letters.holds(word: $0) }) { return true }
    if Set(value.prefix(60)).count < (isKey ? 8 : 5) { return true }
    var rising = 1
    var previous: UInt8 = 0
    for byte in value.prefix(400) {
        rising = byte == previous &+ 1 ? rising + 1 : 1
        if rising >= 6 { return true }
        previous = byte
    }
    return false
}

private let keyStandIns = [
    "example", "xxxx", "changeme", "redacted", "placeholder", "...", "0000000", "your_", "your-",
].map { Array($0.utf8) }
private let standIns =
    keyStandIns
    + [
        "xxx", "change-me", "change_me", "password", "passwort", "secret", "your", "dummy", "todo", "replace", "insert",
        "sample", "fake", "test", "abc123", "1234", "foobar", "vault", "arn:", "ssm", "op:", "env.", "process.",
        "admin",
        "default", "secure", "generate", "random", "value",
    ].map { Array($0.utf8) }
