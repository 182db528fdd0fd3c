/// A password or token: it can be sent and never be told.
package struct HTTPSecret: Sendable, CustomStringConvertible, CustomDebugStringConvertible {
    private let text: String

    package init(_ text: String) { self.text = text }

    package var description: String { Self.mask }
    package var debugDescription: String { Self.mask }

    /// A text in which it does not stand, neither as it is nor as addresses write it: servers repeat what they were sent.
    package func masked(in text: String) -> String {
        var masked = Array(text.utf8)
        for form in Set([self.text, percentEncoded(self.text)]).sorted() {
            masked = masked.replacing(Array(form.utf8), with: Self.mask.utf8)
        }
        return String(decoding: masked, as: UTF8.self)
    }

    /// For the one who sends it.
    func reveal() -> String { text }

    private static let mask = "***"
}

/// By what a client proves who it is.
package enum HTTPCredentials: Sendable {
    case bearer(HTTPSecret)
    case basic(user: HTTPSecret, password: HTTPSecret)

    package func masked(in text: String) -> String {
        switch self {
        case .bearer: maskedSecrets(in: text)
        case .basic(let user, _): user.masked(in: maskedSecrets(in: text))
        }
    }

    /// Without masking the user's name, which may well be a word like any other.
    package func maskedSecrets(in text: String) -> String {
        switch self {
        case .bearer(let token): token.masked(in: text)
        case .basic(let user, let password):
            password.masked(in: HTTPSecret(base64("\(user.reveal()):\(password.reveal())")).masked(in: text))
        }
    }
}

/// As basic authentication sends a name with its password, without what only fills it up.
private func base64(_ text: String) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var encoded: [UInt8] = []
    var pending = 0
    var bits = 0
    for byte in text.utf8 {
        pending = pending << 8 & 0xffff | Int(byte)
        bits += 8
        while bits >= 6 {
            bits -= 6
            encoded.append(letters[pending >> bits & 63])
        }
    }
    if bits > 0 { encoded.append(letters[pending << (6 - bits) & 63]) }
    return String(decoding: encoded, as: UTF8.self)
}

extension [UInt8] {
    /// With every occurrence of some bytes replaced; as bytes, so that no accent behind them hides them.
    fileprivate func replacing(_ part: [UInt8], with other: some Sequence<UInt8>) -> [UInt8] {
        guard let first = part.first, count >= part.count else { return self }
        var result: [UInt8] = []
        var index = 0
        while index < count {
            if self[index] == first, self[index...].starts(with: part) {
                result += other
                index += part.count
            } else {
                result.append(self[index])
                index += 1
            }
        }
        return result
    }
}
