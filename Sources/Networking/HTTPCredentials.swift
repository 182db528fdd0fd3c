import SourceText

/// A password or token: it can be sent and never be told.
package struct HTTPSecret: Sendable, CustomStringConvertible, CustomDebugStringConvertible {
    private let text: String

    package init(_ text: String) { self.text = text }

    package var description: String { Self.mask }
    package var debugDescription: String { Self.mask }

    /// A text in which it does not stand, neither as it is nor as addresses write it: servers repeat what they were sent.
    package func masked(in text: String) -> String {
        // As bytes, so that no accent behind it hides it.
        var masked = Array(text.utf8)
        for form in Set([self.text, percentEncoded(self.text)]).sorted() where !form.isEmpty {
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
        case .bearer(let token): return token.masked(in: text)
        case .basic(let user, let password):
            // As basic authentication sends it, without what only fills it up.
            let sent = base64("\(user.reveal()):\(password.reveal())".utf8).prefix { $0 != "=" }
            return password.masked(in: HTTPSecret(String(sent)).masked(in: text))
        }
    }
}
