import Report

/// Who sends and who receives.
package struct MailEnvelope: Sendable {
    /// `Release team <release@example.org>`; ASCII, as SMTP without SMTPUTF8 demands.
    package let from: String
    package let to: [String]
    /// Stands before the subject: `[Hooks migration]`; nil for none.
    package let subjectPrefix: String?
    /// Mail programs open the file as a draft (`X-Unsent`), so that a person sends it.
    package let isDraft: Bool

    package init(from: String, to: [String], subjectPrefix: String? = nil, isDraft: Bool = false) {
        self.from = from
        self.to = to
        self.subjectPrefix = subjectPrefix
        self.isDraft = isDraft
    }

    /// For those who have configured no addresses: a draft from nobody to nobody in particular.
    package static let draft = MailEnvelope(from: "Plumbline <plumbline@localhost.invalid>", to: [], isDraft: true)
}

package enum MailError: Error, CustomStringConvertible, Equatable {
    /// A header value holds a line break or another control character, which could forge a header.
    case controlCharacter(header: String, value: String)
    /// An address holds a character that needs an extension we do not speak.
    case notASCII(header: String, value: String)
    /// A value is not one mailbox.
    case notAnAddress(header: String, value: String)

    package var description: String {
        switch self {
        case .controlCharacter(let header, let value):
            "mail header \(header) holds a control character: \(value.debugDescription); remove it"
        case .notASCII(let header, let value):
            "mail header \(header) is not ASCII: '\(value)'; write the address in ASCII"
        case .notAnAddress(let header, let value):
            "mail header \(header) holds '\(value)', which is not one address; write name@example.org or "
                + "Name <name@example.org>, each in an entry of its own"
        }
    }
}

/// A message of RFC 5322 with a text and an HTML part (RFC 2046, multipart/alternative).
struct MailMessage: Sendable {
    let envelope: MailEnvelope
    let subject: String
    /// As the `Date` field wants it.
    let date: String
    let text: String
    let html: String

    /// The same message always gives the same bytes: boundary and id come from the content.
    func serialized() throws(MailError) -> [UInt8] {
        let digest = SHA256.hex(Array("\(envelope.from)\0\(envelope.to)\0\(subject)\0\(date)\0\(text)\0\(html)".utf8))
        // "=_" cannot occur in quoted-printable text (RFC 2045, 6.7), so that no part can hold the boundary.
        let boundary = "=_plumbline_\(digest.prefix(32))"
        var lines = [
            try MailHeader.addresses("From", [envelope.from]),
            envelope.to.isEmpty ? "To: undisclosed-recipients:;" : try MailHeader.addresses("To", envelope.to),
            try MailHeader.unstructured("Subject", subject),
            try MailHeader.unstructured("Date", date),
            "Message-ID: <\(digest.prefix(40))@plumbline.invalid>",
        ]
        if envelope.isDraft { lines.append("X-Unsent: 1") }
        lines += [
            "Auto-Submitted: auto-generated", "MIME-Version: 1.0", "Content-Type: multipart/alternative;",
            " boundary=\"\(boundary)\"", "",
        ]
        for (type, body) in [("text/plain", text), ("text/html", html)] {
            lines += [
                "--\(boundary)", "Content-Type: \(type); charset=utf-8", "Content-Transfer-Encoding: quoted-printable",
                "",
                quotedPrintable(body),
            ]
        }
        lines += ["--\(boundary)--", ""]
        return Array(lines.joined(separator: "\r\n").utf8)
    }
}
