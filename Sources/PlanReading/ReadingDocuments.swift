package import Plan
package import SourceText

extension DocumentFacts {
    /// Parses and reads documents, on all cores.
    ///
    /// - Parameter forPreview: Whether to read also what none but rules in preview ask for.
    /// - Returns: One entry a document, in their order.
    package static func read(
        _ sources: [SourceFile], vocabulary: Vocabulary = .standard, forPreview: Bool = true
    ) -> [DocumentFacts] {
        sources.mapSideBySide { DocumentFacts($0, vocabulary: vocabulary, forPreview: forPreview) }
    }
}
