import Plan
import SourceText

extension DocumentOutline {
    /// Credentials anywhere in the file, comments and examples included: who can read the file has them.
    func readSecrets() -> [Secret] {
        var scanner = SecretScanner(source, suspects: false)
        return scanner.run()
    }
}

/// A text with an asterisk for each byte of a credential in it: what programs say ends on pages that others read. A
/// document is only told of what is one for sure; here all is taken out that may be one.
package func withoutSecrets(_ text: String) -> String {
    let file = SourceFile(path: "", text: text)
    var scanner = SecretScanner(file, suspects: true)
    let secrets = scanner.run()
    guard !secrets.isEmpty else { return text }
    var bytes = file.bytes
    for secret in secrets {
        for index in secret.value.range.clamped(to: bytes.indices) { bytes[index] = UInt8(ascii: "*") }
    }
    return String(decoding: bytes, as: UTF8.self)
}

/// Looks through a file for what only a credential looks like: one pass, with a look of bounded length at each candidate.
private struct SecretScanner {
    private let file: SourceFile
    private let bytes: [UInt8]
    /// Whether what looks made up counts too.
    private let suspects: Bool
    private var found: [Secret] = []
    /// What was found last reaches so far.
    private var reach = 0

    init(_ file: SourceFile, suspects: Bool) {
        self.file = file
        self.suspects = suspects
        bytes = file.bytes
    }

    mutating func run() -> [Secret] {
        let beginnings = SecretBeginnings.known
        var next = beginnings.nextPlace(in: bytes, from: 0)
        while let index = next {
            switch bytes[index] {
            case UInt8(ascii: ":"):
                if let secret = addressSecret(at: index) ?? assignedSecret(at: index) { add(secret) }
            case UInt8(ascii: "="): if let secret = assignedSecret(at: index) { add(secret) }
            default: if let secret = shapedSecret(at: index) { add(secret) }
            }
            next = beginnings.nextPlace(in: bytes, from: max(index + 1, reach))
        }
        return found
    }

    private mutating func add(_ secret: Secret) {
        found.append(secret)
        reach = secret.value.range.upperBound
    }

    private func secret(_ kind: String, _ name: String?, shown: Range<Int>, value: Range<Int>) -> Secret {
        Secret(
            kind: kind, name: name, span: SourceSpan(file: file, range: shown),
            value: SourceSpan(file: file, range: value))
    }

    private func end(from start: Int, atMost limit: Int, where belongs: (UInt8) -> Bool) -> Int {
        var end = start
        while end < bytes.count, end - start < limit, belongs(bytes[end]) { end += 1 }
        return end
    }

    // MARK: By shape

    private func shapedSecret(at start: Int) -> Secret? {
        if bytes[start] == UInt8(ascii: "-") { return keyBlock(at: start) }
        for shape in SecretShape.all where bytes[start] == shape.prefix[0] && bytes[start...].starts(with: shape.prefix)
        {
            let first = start + shape.prefix.count
            let last = end(from: first, atMost: shape.lengths.upperBound + 1) { shape.holds($0) }
            guard shape.lengths.contains(last - first), last == bytes.count || !bytes[last].isNamePart,
                suspects || !isStandIn(bytes[first..<last], ofKey: true)
            else { continue }
            return secret(shape.kind, nil, shown: start..<first, value: first..<last)
        }
        return bytes[start] == UInt8(ascii: "e") ? webToken(at: start) : nil
    }

    /// `-----BEGIN RSA PRIVATE KEY-----` with a key below it, not three dots.
    private func keyBlock(at start: Int) -> Secret? {
        guard bytes[start...].starts(with: "-----BEGIN ".utf8) else { return nil }
        let head = end(from: start, atMost: 64) { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        guard Array(bytes[start..<head]).holds(word: privateKey) else { return nil }
        let last = end(from: head, atMost: 16_384) {
            $0.isNamePart || "+/=\r\n \t>".utf8.contains($0)
        }
        let letters = bytes[head..<last].count { $0.isNamePart }
        guard letters >= 100, !isStandIn(bytes[head..<last], ofKey: true) else { return nil }
        return secret("private key", nil, shown: start..<head, value: head..<last)
    }

    /// A signed token, of which the first part says how it is signed; keys for a public site are no secret.
    private func webToken(at start: Int) -> Secret? {
        guard let head = part(from: start, atMost: 300), bytes[head.upperBound...].starts(with: ".eyJ".utf8),
            let body = part(from: head.upperBound + 1, atMost: 4096),
            bytes[body.upperBound...].first == UInt8(ascii: "."),
            let signature = part(from: body.upperBound + 1, atMost: 1024),
            !isStandIn(bytes[signature], ofKey: true), !bytes[body].starts(with: exampleBody)
        else { return nil }
        let line = file.lineRange(file.line(at: start))
        let lead = String(decoding: bytes[max(line.lowerBound, start - 200)..<start], as: UTF8.self).lowercased()
        guard !publicWords.contains(where: { lead.contains($0) }) else { return nil }
        return secret("signed token", nil, shown: start..<start + 3, value: start + 3..<signature.upperBound)
    }

    /// Letters of a part of a signed token; nil when they are too few for one.
    private func part(from start: Int, atMost limit: Int) -> Range<Int>? {
        let last = end(from: start, atMost: limit) { $0.isNamePart || $0 == UInt8(ascii: "-") }
        return last - start >= 16 ? start..<last : nil
    }

    // MARK: In addresses

    /// `postgres://app:…@db`.
    private func addressSecret(at colon: Int) -> Secret? {
        guard bytes[colon...].starts(with: "://".utf8), colon > 1, bytes[colon - 1].isNamePart else { return nil }
        let start = colon + 3
        let user = end(from: start, atMost: 64) { $0.isNamePart || ".%+~-".utf8.contains($0) }
        guard user < bytes.count, bytes[user] == UInt8(ascii: ":") else { return nil }
        let last = end(from: user + 1, atMost: 200) { $0 > 0x20 && $0 < 0x7f && !"/@\"'`<>(){}$\\|".utf8.contains($0) }
        guard last < bytes.count, bytes[last] == UInt8(ascii: "@"), suspects || last - user > 6 else { return nil }
        if suspects {
            return secret("password in an address", nil, shown: start..<user, value: user + 1..<last)
        }
        let host = bytes[last + 1..<end(from: last + 1, atMost: 100) { $0.isNamePart || ".-".utf8.contains($0) }]
        let place = String(decoding: host, as: UTF8.self).lowercased()
        guard !place.hasPrefix("localhost"), !place.hasPrefix("127."), !place.isEmpty,
            !bytes[start..<user].elementsEqual(bytes[user + 1..<last]),
            !standInUsers.contains(String(decoding: bytes[start..<user], as: UTF8.self).lowercased()),
            !isStandIn(bytes[user + 1..<last], ofKey: false)
        else { return nil }
        return secret(
            "password in an address", String(decoding: bytes[start..<user], as: UTF8.self), shown: start..<user,
            value: user + 1..<last)
    }

    // MARK: By name

    /// `DB_PASSWORD=…`, `"apiKey": "…"`, `--token=…`.
    private func assignedSecret(at sign: Int) -> Secret? {
        var start = sign + 1
        guard start < bytes.count, bytes[start] != UInt8(ascii: "="), bytes[start] != UInt8(ascii: ">") else {
            return nil
        }
        start = end(from: start, atMost: 4) { $0.isSecretGap }
        start = end(from: start, atMost: 1) { $0.isSecretQuote }
        let last = end(from: start, atMost: 300) { !$0.endsSecret }
        let value = bytes[start..<last]
        if suspects { return suspected(value, behind: sign) }
        guard value.count >= 8, value.contains(where: { (0x30...0x39).contains($0) }), let name = name(before: sign),
            let kind = SecretName.kind(bytes[name]), kind.fits(value), !isStandIn(value, ofKey: false),
            kind == .password || !isAnswer(name)
        else { return nil }
        return secret(
            kind.phrase, String(decoding: bytes[name], as: UTF8.self), shown: name, value: start..<last)
    }

    /// `password=hunter2`, `"token": "abc1"`. Behind a colon a word without a digit is one of a sentence, as a rule.
    private func suspected(_ value: ArraySlice<UInt8>, behind sign: Int) -> Secret? {
        guard !value.isEmpty, let name = name(before: sign), let kind = SecretName.kind(bytes[name]),
            bytes[sign] == UInt8(ascii: "=") || value.contains(where: { (0x30...0x39).contains($0) })
        else { return nil }
        return secret(kind.phrase, nil, shown: name, value: value.startIndex..<value.endIndex)
    }

    /// `"access_token": "…"`: a quoted name in small letters is how the answer of an interface is shown.
    private func isAnswer(_ name: Range<Int>) -> Bool {
        name.upperBound < bytes.count && bytes[name.upperBound] == UInt8(ascii: "\"")
            && bytes[name].contains { (0x61...0x7a).contains($0) }
    }

    private func name(before sign: Int) -> Range<Int>? {
        var last = sign
        while last > 0, sign - last < 4, bytes[last - 1].isSecretGap || bytes[last - 1].isSecretQuote { last -= 1 }
        var first = last
        while first > 0, last - first < 80, bytes[first - 1].isNamePart || bytes[first - 1].joinsSecretName {
            first -= 1
        }
        while first < last, bytes[first] == UInt8(ascii: "-") { first += 1 }
        return last - first > 2 ? first..<last : nil
    }
}

extension UInt8 {
    /// What may stand between a name, its sign and the value.
    fileprivate var isSecretGap: Bool {
        self == UInt8(ascii: " ") || self == UInt8(ascii: "*") || self == UInt8(ascii: "\t")
    }
    fileprivate var isSecretQuote: Bool {
        self == UInt8(ascii: "\"") || self == UInt8(ascii: "'") || self == UInt8(ascii: "`")
    }
    fileprivate var joinsSecretName: Bool { self == UInt8(ascii: "-") || self == UInt8(ascii: ".") }

    /// What no assigned value holds.
    fileprivate var endsSecret: Bool {
        switch self {
        case ...0x20, 0x7f..., UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: ","),
            UInt8(ascii: ";"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "|"), UInt8(ascii: "<"),
            UInt8(ascii: ">"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "&"), UInt8(ascii: "\\"):
            true
        default: false
        }
    }
}

/// Who logs in where documentation shows how addresses are written.
private let standInUsers: Set<String> = [
    "user", "username", "usr", "login", "name", "benutzer", "usuario", "utilisateur",
]

private let privateKey = Array("PRIVATE KEY-----".utf8)

/// What the tokens begin with that tutorials show.
private let exampleBody = Array("eyJzdWIiOiIxMjM0NTY3ODkwIi".utf8)

/// Words in front of a token that everybody may know.
private let publicWords = ["anon", "public", "publishable", "example", "beispiel", "ejemplo", "exemple"]
