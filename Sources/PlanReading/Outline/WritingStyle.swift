import Plan

/// How a document writes: its numbers, and the words that it is read with.
struct WritingStyle: Sendable {
    let numbers: NumberStyle
    let vocabulary: Vocabulary
}
