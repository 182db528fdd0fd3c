/// Reads whole documents that must be well formed: configuration, results, metrics.
package enum DataDocument {
    /// Reads one JSON value (RFC 8259, and nothing beyond it: no comment, no `NaN`, no key twice).
    ///
    /// - Throws: the first fault, at its place. Nesting past ``dataDepthLimit`` is refused.
    package static func json(_ input: NotationInput) throws(NotationError) -> DataValue {
        var reader = JSONReader(input)
        return try reader.readDocument()
    }

    /// Reads a stream of YAML documents, in order; an empty text holds none.
    ///
    /// Scalars are told apart as in YAML 1.2 (`yes` and `09:30` are texts). Comments are kept with their keys.
    /// - Throws: the first fault, at its place: broken grammar, a key twice, nesting past ``dataDepthLimit``, or aliases
    ///   that multiply the text.
    package static func yaml(_ input: NotationInput) throws(NotationError) -> [DataValue] {
        var reader = YAMLReader(input)
        return try reader.readDocuments()
    }
}
