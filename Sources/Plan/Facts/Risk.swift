package import SourceText

/// Something that may go wrong, and what is done against it.
package struct Risk: Sendable {
    package let name: String
    /// As printed: `High`; nil when no heading or field says.
    package let level: String?
    /// What would happen, when a field says it apart from the name.
    package let consequence: String?
    package let mitigations: [Claim<String>]
    package let span: SourceSpan

    package init(name: String, level: String?, consequence: String?, mitigations: [Claim<String>], span: SourceSpan) {
        self.name = name
        self.level = level
        self.consequence = consequence
        self.mitigations = mitigations
        self.span = span
    }
}

/// Who is told what, where and how often.
package struct Communication: Sendable {
    package let audience: String?
    /// `#migration-status`, an address, a dashboard.
    package let channel: String?
    package let cadence: String?
    package let span: SourceSpan

    package init(audience: String?, channel: String?, cadence: String?, span: SourceSpan) {
        self.audience = audience
        self.channel = channel
        self.cadence = cadence
        self.span = span
    }
}

/// `Admin users: first to receive new features`.
package struct UserWave: Sendable {
    package let name: String
    package let text: String
    /// From 1, in the order of the list.
    package let order: Int
    package let span: SourceSpan

    package init(name: String, text: String, order: Int, span: SourceSpan) {
        self.name = name
        self.text = text
        self.order = order
        self.span = span
    }
}
