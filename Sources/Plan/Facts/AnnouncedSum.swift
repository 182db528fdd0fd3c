/// A number that parts near it should add up to: `72 warnings in 28 files` over a list that counts warnings, or the row of
/// totals at the end of a table.
package struct AnnouncedSum: Sendable {
    package let announced: Claim<Int>
    /// What is counted, as printed: `warnings`; of a row of totals the head of the column.
    package let noun: String
    /// In reading order; never empty.
    package let parts: [Claim<Int>]
    /// Whether it is the total of a column.
    package let isTotal: Bool

    package init(announced: Claim<Int>, noun: String, parts: [Claim<Int>], isTotal: Bool = false) {
        self.announced = announced
        self.noun = noun
        self.parts = parts
        self.isTotal = isTotal
    }
}
