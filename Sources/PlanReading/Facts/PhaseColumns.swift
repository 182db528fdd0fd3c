import Plan
import SourceText

/// Where a table on phases has their numbers, their names and what else it says of them.
struct PhaseColumns {
    struct Times {
        let header: [ReadText]
        let schedule: Int?
        let start: Int?
        let end: Int?

        var isEmpty: Bool { schedule == nil && start == nil && end == nil }
    }

    let phase: Int
    let times: Times
    let duration: Int?
    let risk: Int?
    let rollback: Int?
    private let number: Int?
    private let name: Int?
    private let keyword: String
    /// Whether the rows give names without numbers, each with its time.
    private let areUncounted: Bool
    /// The letter of the head in front of each number: `w` of `W0`, `W1` under `Wave`.
    private let initial: Character?

    /// - Returns: nil when neither the first column nor the one behind a column of numbers names phases.
    ///
    /// - Parameter goesBack: Whether the table is about the way back, so that a column of times is how long that takes.
    init?(_ table: ContentTable, goesBack: Bool = false) {
        let header = table.header
        guard let column = table.column(.planParts), column <= 1,
            let keyword = header[column].tokens.lazy.compactMap(\.classes.stageKeyword).first
        else { return nil }
        let numbers = column == 1 ? header[0] : nil
        guard
            numbers.map({ $0.tokens.count <= 2 && ($0.tokens.first?.isSign("#") == true || $0.mentions(.numberHead)) })
                ?? true
        else { return nil }
        self.keyword = keyword
        phase = column
        number = column == 1 ? 0 : nil
        initial = PhaseColumns.initial(of: table, column)
        name = header.indices.dropFirst(column + 1).first { header[$0].mentions(.nameHead) }
        let end = header.firstIndex { $0.isCalled([.end], with: .endQualifiers) }
        duration = table.column(.duration)
        var start = header.firstIndex { $0.isCalled([.start], with: .endQualifiers) }
        let taken = [column, start, end, duration]
        let schedule = header.indices.first {
            !taken.contains($0) && header[$0].mentions([.schedule, .day, .week, .month, .date, .time])
                && !header[$0].mentions([.effort, .rollback, .rollbackLead, .recovery, .rest])
                && !PhaseColumns.holdsLengths(table, $0)
        }
        if start == nil, end == nil, schedule == nil { start = PhaseColumns.openings(table, from: column + 1) }
        times = Times(header: header, schedule: schedule, start: start, end: end)
        risk = table.column(.risk)
        // `Délai de retour`; neither `Rollback window` nor `Rollback tested`.
        rollback =
            header.firstIndex {
                $0.mentions([.rollback, .recovery]) && $0.isCalled(rollbackHeads, with: besideRollback)
            }
            ?? header.firstIndex { $0.mentions(.rollbackLead) && $0.mentions(.timeKeys) }
            ?? (goesBack ? table.column(.timeKeys) : nil)
        let named = table.rows.filter { $0.cell(column).map { !$0.tokens.isEmpty && $0.tokens[0].isWord } ?? false }
        areUncounted =
            initial == nil && ["phase", "stage", "wave"].contains(keyword) && column == 0 && named.count >= 2
            && named.count == table.rows.count && (!times.isEmpty || duration != nil && keyword == "phase")
            && !named.contains { $0.cell(column)?.mentions(.planParts) == true }
    }

    /// The first column of nothing but dates, whatever its head calls them: `| Opens |` over `Mon 3 Feb`.
    private static func openings(_ table: ContentTable, from first: Int) -> Int? {
        guard table.rows.count > 1, first < table.header.count else { return nil }
        return (first..<table.header.count).first { column in
            !table.header[column].mentions(besideOpenings)
                && table.rows.allSatisfy { row in
                    guard let cell = row.cell(column), cell.mentions([.calendarDate, .monthName]),
                        cell.tokens.count <= 6,
                        let match = cell.schedules.first()
                    else { return false }
                    return match.schedule.unit == .date && match.tokens.upperBound == cell.tokens.count
                }
        }
    }

    /// Counted so only where each row says when: a status or an owner names no phase.
    private static func initial(of table: ContentTable, _ column: Int) -> Character? {
        let head = table.header[column]
        guard let token = head.tokens.first(where: { $0.isA(.planParts) }), let letter = head.word(token)?.first,
            table.rows.count > 1,
            table.rows.allSatisfy({ row in
                row.cell(column).map { marked($0, letter) != nil } ?? false
                    && row.cells.contains { $0.schedules.first() != nil }
            })
        else { return nil }
        return letter
    }

    /// `2` of `W2`.
    private static func marked(_ cell: ReadText, _ letter: Character) -> Double? {
        guard cell.tokens.count == 1, let word = cell.word(cell.tokens[0]), word.first == letter,
            (2...3).contains(word.utf8.count)
        else { return nil }
        return Int(word.dropFirst()).map(Double.init)
    }

    /// `9`, `8`, `5` under `Days` are so many days: the first days of phases rise from row to row.
    private static func holdsLengths(_ table: ContentTable, _ column: Int) -> Bool {
        let cells = table.rows.compactMap { $0.cell(column) }.filter { !$0.tokens.isEmpty }
        let numbers = cells.compactMap { $0.tokens.count == 1 ? $0.tokens[0].number : nil }
        return numbers.count > 1 && numbers.count == cells.count
            && !zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 }
    }

    /// The phases of a row: more than one where a cell counts them, `1, 2.1`.
    func headings(of row: ContentTable.Row) -> [PhaseHeading] {
        if let heading = heading(of: row) { return [heading] }
        guard let cell = row.cell(phase), cell.tokens.count > 2 else { return [] }
        let numbers = cell.tokens.compactMap(\.number)
        let isCount = cell.tokens.allSatisfy { token in
            token.number != nil || token.isSign(",") || token.isSign("&") || token.isSign("+") || token.isA(.and)
        }
        guard isCount, numbers.count > 1, numbers.allSatisfy({ $0 < 1000 }) else { return [] }
        return numbers.map { PhaseHeading(keyword: keyword, number: $0, name: nil, cell: cell) }
    }

    /// `Phase 1: Prep`, `1 Prep`, a bare number or letter with the name in another column or nowhere, or a name with the
    /// number in the column before.
    func heading(of row: ContentTable.Row) -> PhaseHeading? {
        guard let cell = row.cell(phase) else { return nil }
        if let heading = PhaseHeading(cell, reading: .tableCell) { return heading }
        if let number = row.cell(number).flatMap({ wholeNumber($0) ?? firstOfRange($0) }) {
            return PhaseHeading(keyword: keyword, number: number, name: cell, cell: cell)
        }
        if let number = wholeNumber(cell) {
            return PhaseHeading(keyword: keyword, number: number, name: row.cell(name), cell: cell)
        }
        if let initial, let number = PhaseColumns.marked(cell, initial) {
            return PhaseHeading(keyword: keyword, number: number, name: row.cell(name), cell: cell)
        }
        if let letter = letter(cell) {
            return PhaseHeading(keyword: keyword, number: nil, label: letter, name: row.cell(name), cell: cell)
        }
        if let number = cell.tokens.first?.number, number == number.rounded(), number < 1000, cell.tokens.count > 1,
            case let rest = cell.rest(from: 1), rest.tokens.contains(where: \.isWord),
            cell.quantities.quantity(at: 0)?.quantity.unit == Unit.none, cell.schedules.schedule(at: 0) == nil
        {
            return PhaseHeading(keyword: keyword, number: number, name: rest, cell: cell)
        }
        guard areUncounted, !cell.mentions([.rest, .rollback]), saysWhen(row) else { return nil }
        return PhaseHeading(keyword: keyword, number: nil, name: cell, cell: cell)
    }

    /// Whether the row says when or how long.
    private func saysWhen(_ row: ContentTable.Row) -> Bool {
        [times.schedule, times.start, times.end, duration].contains { column in
            row.cell(column).map { $0.mentions([.number, .calendarDate, .clockTime]) } ?? false
        }
    }

    private func wholeNumber(_ cell: ReadText) -> Double? {
        guard cell.tokens.count == 1, let number = cell.tokens[0].number, number < 1000,
            number == number.rounded() || keyword == "phase" && (number * 10).rounded() == number * 10
        else { return nil }
        return number
    }

    /// `2-3`: a row for two phases that were made one.
    private func firstOfRange(_ cell: ReadText) -> Double? {
        guard cell.tokens.count == 3, cell.tokens[1].sign?.isDash == true, let first = cell.tokens[0].number,
            let last = cell.tokens[2].number, first == first.rounded(), first < last, last < 1000
        else { return nil }
        return first
    }

    private func letter(_ cell: ReadText) -> String? {
        guard cell.tokens.count == 1, cell.tokens[0].isWord, cell.tokens[0].range.count == 1, number == nil else {
            return nil
        }
        let text = cell.text
        return text.utf8.allSatisfy { (0x41...0x5a).contains($0) } ? text : nil
    }
}

/// Heads of dates on which something else than the phase begins.
private let besideOpenings: WordClassSet = [
    .done, .status, .end, .until, .record, .rollback, .communication, .gate, .task, .risk,
]

/// What a column is called that says how long the way back takes.
private let rollbackHeads: WordClassSet = [.rollback, .recovery, .duration, .time]
private let besideRollback: WordClassSet = [
    .window, .amountQualifier, .rollbackLead, .of, .to, .article, .upTo, .possible,
]
