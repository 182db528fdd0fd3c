import SourceText

/// How long phases take together, as the title above them (`Action plan (6 hours)`) or a field ahead of them says it.
package struct PlanLength: Sendable {
    package let duration: Claim<TimeAmount>
    /// The bytes of the document between which the phases stand that it speaks of.
    package let reach: Range<Int>

    package init(duration: Claim<TimeAmount>, reach: Range<Int>) {
        self.duration = duration
        self.reach = reach
    }
}
