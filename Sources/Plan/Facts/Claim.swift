package import SourceText

/// Where in a document a value stood: findings say it, so that a reader can judge the reading.
package enum Reading: String, Sendable, Hashable {
    case heading, field, tableCell, listItem, codeBlock, prose, title, frontMatter

    /// `read from the heading`.
    package var phrase: String { "read from the \(name)" }

    /// `table cell`.
    package var name: String {
        switch self {
        case .heading: "heading"
        case .field: "field"
        case .tableCell: "table cell"
        case .listItem: "list item"
        case .codeBlock: "code block"
        case .prose: "text"
        case .title: "title"
        case .frontMatter: "front matter"
        }
    }
}

/// One value as one place in one document states it.
///
/// An entity that is told of in three places is one entity with three claims; rules hold the claims against each other.
package struct Claim<Value: Sendable>: Sendable {
    package let value: Value
    package let span: SourceSpan
    package let reading: Reading

    package init(_ value: Value, at span: SourceSpan, _ reading: Reading) {
        self.value = value
        self.span = span
        self.reading = reading
    }

    package func map<Other>(_ transform: (Value) -> Other) -> Claim<Other> {
        Claim<Other>(transform(value), at: span, reading)
    }
}

extension Claim: Equatable where Value: Equatable {}
extension Claim: Hashable where Value: Hashable {}
