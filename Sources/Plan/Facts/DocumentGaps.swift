package import SourceText

/// What a document leaves open, where its other rows, items or lines do not.
package struct DocumentGaps: Sendable {
    package let placeholders: [Placeholder]
    package let openRisks: [OpenRisk]
    package let ownerGaps: [OwnerGap]
    package let brokenBoxes: [BrokenBox]

    package init(
        placeholders: [Placeholder] = [], openRisks: [OpenRisk] = [], ownerGaps: [OwnerGap] = [],
        brokenBoxes: [BrokenBox] = []
    ) {
        self.placeholders = placeholders
        self.openRisks = openRisks
        self.ownerGaps = ownerGaps
        self.brokenBoxes = brokenBoxes
    }
}

/// `TBD`, `???`, `[insert date]`: a blank that was never filled in.
package struct Placeholder: Sendable {
    /// As written; of a longer text the blank alone.
    package let text: String
    package let span: SourceSpan
    package let reading: Reading
    /// Number of the section that holds it, from 0; -1 ahead of the first heading.
    package let section: Int

    package init(text: String, span: SourceSpan, reading: Reading, section: Int) {
        self.text = text
        self.span = span
        self.reading = reading
        self.section = section
    }
}

/// A risk against which nothing is said to be done, among others of one list or table that say it.
package struct OpenRisk: Sendable {
    /// With the place that names it.
    package let name: Claim<String>
    /// What stands where the others say what is done: `-`; nil when nothing does.
    package let stated: Claim<String>?
    /// What the first of the others says.
    package let neighbour: Claim<String>
    /// How many of the others say it.
    package let neighbours: Int

    package init(name: Claim<String>, stated: Claim<String>?, neighbour: Claim<String>, neighbours: Int) {
        self.name = name
        self.stated = stated
        self.neighbour = neighbour
        self.neighbours = neighbours
    }
}

/// A task or step without an owner, among others of one list or table that have one.
package struct OwnerGap: Sendable {
    package let task: Claim<String>
    /// Who has the first of the others.
    package let neighbour: Claim<String>
    package let neighbours: Int

    package init(task: Claim<String>, neighbour: Claim<String>, neighbours: Int) {
        self.task = task
        self.neighbour = neighbour
        self.neighbours = neighbours
    }
}

/// A box that was meant to make a task of its line and does not, as GitHub reads it: `-[ ] back up`.
package struct BrokenBox: Sendable {
    /// The marker and the box.
    package let span: SourceSpan
    /// What the line says behind it.
    package let text: String
    /// Marker and box as they would be read.
    package let repaired: String

    package init(span: SourceSpan, text: String, repaired: String) {
        self.span = span
        self.text = text
        self.repaired = repaired
    }
}
