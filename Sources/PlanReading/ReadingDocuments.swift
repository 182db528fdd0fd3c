package import Plan
package import SourceText

extension DocumentFacts {
    /// Parses and reads documents, on all cores.
    ///
    /// - Returns: One entry a document, in their order.
    package static func read(_ sources: [SourceFile], vocabulary: Vocabulary = .standard) -> [DocumentFacts] {
        sources.mapSideBySide { DocumentFacts($0, vocabulary: vocabulary) }
    }
}
