/// A password or token: it can be sent and never be told.
package struct HTTPSecret: Sendable, CustomStringConvertible, CustomDebugStringConvertible {
    private let text: String

    package init(_ text: String) { self.text = text }

    package var description: String { Self.mask }
    package var debugDescription: String { Self.mask }

    /// A text in which it does not stand: servers repeat what they were sent.
    package func masked(in text: String) -> String {
        self.text.isEmpty
            ? text : text.split(separator: self.text, omittingEmptySubsequences: false).joined(separator: Self.mask)
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
        case .bearer(let token): token.masked(in: text)
        case .basic(let user, let password): user.masked(in: password.masked(in: text))
        }
    }
}
