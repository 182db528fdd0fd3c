import Report

extension View where Model == FlagMatrix {
    static var matrix: Self {
        View([
            .list("columns", .column) { $0.columns }, .flag("hasRows") { !$0.rows.isEmpty },
            .list("rows", .matrixRow) { $0.rows }, .list("dayless", .flag) { $0.dayless },
            .flag("hasDayless") { !$0.dayless.isEmpty }, .list("waves", .wave) { $0.waves },
            .flag("hasWaves") { !$0.waves.isEmpty }, .text("note") { $0.note },
            .flag("isEmpty") { $0.rows.isEmpty && $0.dayless.isEmpty },
        ])
    }
}

extension View where Model == FlagMatrix.Column {
    fileprivate static var column: Self {
        View([.text("day") { String($0.day) }, .text("date") { $0.date }, .flag("isToday") { $0.isToday }])
    }
}

extension View where Model == FlagMatrix.Row {
    fileprivate static var matrixRow: Self {
        View([.record("flag", .flag) { $0.flag }, .list("cells", .cell) { $0.cells }])
    }
}

extension View where Model == FlagMatrix.Cell {
    fileprivate static var cell: Self {
        View([
            .text("planned") { $0.planned },
            // One class says it all, for a page may hold ten thousand cells.
            .text("tone") { "p\($0.shade)\($0.isToday ? " today" : "")" }, .text("actual") { $0.actual },
            .text("comparison") { $0.comparison?.rawValue ?? "unknown" },
            .text("sign") { $0.comparison.map(sign) ?? "" },
        ])
    }
}

extension View where Model == FlagMatrix.Wave {
    fileprivate static var wave: Self { View([.text("name") { $0.name }, .text("text") { $0.text }]) }
}

private func sign(_ comparison: FlagMatrix.Cell.Comparison) -> String {
    switch comparison {
    case .same: "="
    case .behind: "↓"
    case .ahead: "↑"
    }
}
