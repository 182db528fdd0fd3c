/// Rows of one kind of fact, ready to be set in whatever format.
struct PlanTable: Equatable {
    struct Column: Equatable {
        let title: String
        /// Numbers stand under each other by their last digit.
        let isNumber: Bool

        init(_ title: String, isNumber: Bool = false) {
            self.title = title
            self.isNumber = isNumber
        }
    }

    /// `Checklists: 12 of 96 done`.
    let title: String
    let columns: [Column]
    /// As many cells in each as there are columns; an empty cell for what no document says.
    let rows: [[String]]
}
