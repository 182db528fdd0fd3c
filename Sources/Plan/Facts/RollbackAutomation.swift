package import SourceText

/// A block of code that takes the rollout back by itself: a job of a pipeline, a function of a controller.
package struct RollbackAutomation: Sendable {
    /// Every word of the block, small, names cut into their words.
    package let words: Set<String>
    package let span: SourceSpan

    package init(words: Set<String>, span: SourceSpan) {
        self.words = words
        self.span = span
    }
}
