package import SourceText

/// What stands below the heading of a phase, line by line; what is said of ways back is left out.
package struct PhaseWork: Sendable {
    package struct Line: Sendable {
        package let text: String
        /// nil when the line has no box.
        package let checked: Bool?
        /// Whether it is an item of a list.
        package let isItem: Bool
        package let span: SourceSpan

        package init(text: String, checked: Bool?, isItem: Bool, span: SourceSpan) {
            self.text = text
            self.checked = checked
            self.isItem = isItem
            self.span = span
        }
    }
    /// The phase's heading.
    package let heading: SourceSpan
    package let lines: [Line]
    /// For how long the phase, or what it brings, is to be watched before the next step: `monitor for 24-48 hours`.
    package let holds: [Claim<TimeAmount>]

    package init(heading: SourceSpan, lines: [Line], holds: [Claim<TimeAmount>] = []) {
        self.heading = heading
        self.lines = lines
        self.holds = holds
    }
}
