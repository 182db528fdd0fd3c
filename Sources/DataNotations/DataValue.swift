package import SourceText

/// Data read from a document, in whatever notation it was written, with the place of each part.
package struct DataValue: Sendable {
    package let kind: DataKind
    /// Covers the value itself: no key, no comma, no comment. Quotes and brackets belong to it.
    ///
    /// A value that YAML takes from an anchor keeps the place at which it was written.
    package let span: SourceSpan

    package init(kind: DataKind, span: SourceSpan) {
        self.kind = kind
        self.span = span
    }
}

/// What a value is, whichever notation it came from.
package indirect enum DataKind: Sendable {
    case null
    case bool(Bool)
    /// Finite: a number too large for `Double` is `opaque`.
    case number(Double)
    /// Without quotes, escapes resolved.
    case string(String)
    case array([DataValue])
    /// In the order of the document; a key may stand twice where the notation allows it (the last one counts).
    case object([DataMember])
    /// An expression that is not evaluated (a call, a name, a template with `${…}`): its source text, cut at 256 bytes.
    case opaque(String)

    /// How a message calls this kind of value, with its article.
    package var phrase: String {
        switch self {
        case .null: "nothing"
        case .bool: "true or false"
        case .number: "a number"
        case .string: "a text"
        case .array: "a list"
        case .object: "a set of keys"
        case .opaque: "an expression"
        }
    }
}

/// One key of an object with its value and the comments that speak of it.
package struct DataMember: Sendable {
    package let key: String
    /// Covers the key as written, with its quotes.
    package let keySpan: SourceSpan
    package let value: DataValue
    /// What stands on lines of its own directly above the key, or between key and value.
    package let leadingComment: DataComment?
    /// What stands behind the value on the same line.
    package let trailingComment: DataComment?

    package init(
        key: String, keySpan: SourceSpan, value: DataValue, leadingComment: DataComment? = nil,
        trailingComment: DataComment? = nil
    ) {
        self.key = key
        self.keySpan = keySpan
        self.value = value
        self.leadingComment = leadingComment
        self.trailingComment = trailingComment
    }

    /// The comment that most likely explains the value: the one behind it, else the one above it.
    package var comment: DataComment? { trailingComment ?? leadingComment }
}

/// A comment without its markers; lines of one comment are joined by `\n`.
package struct DataComment: Sendable {
    package let text: String
    /// Covers the markers too.
    package let span: SourceSpan

    package init(text: String, span: SourceSpan) {
        self.text = text
        self.span = span
    }
}

/// A value that a piece of text declares, named (`const FLAGS = {…}`, `flags.x = 5`) or not (`{…}`, a YAML document).
package struct DataBinding: Sendable {
    /// The name as written (`FLAGS`, `X.pct`); nil for a value that stands alone and for `export default`.
    package let name: String?
    /// Covers the name or the whole member path; nil exactly when `name` is.
    package let nameSpan: SourceSpan?
    /// The name's parts: `["X", "pct"]` for `X.pct` and for `X["pct"]`; empty when there is no name.
    package let path: [String]
    package let value: DataValue
    package let leadingComment: DataComment?
    package let trailingComment: DataComment?

    package init(
        name: String?, nameSpan: SourceSpan?, path: [String], value: DataValue, leadingComment: DataComment? = nil,
        trailingComment: DataComment? = nil
    ) {
        self.name = name
        self.nameSpan = nameSpan
        self.path = path
        self.value = value
        self.leadingComment = leadingComment
        self.trailingComment = trailingComment
    }

    package var comment: DataComment? { trailingComment ?? leadingComment }
}
