import MarkdownTree
import Plan
import SourceText

/// The columns of a table that lists flags, by what their heads mean.
struct FlagColumns {
    let name: Int
    let phase: Int?
    let day: Int?
    /// What the flag is when nobody sets it.
    let preset: Int?
    /// Columns that may give shares of users.
    let shares: [Int]
    /// Columns in which a word may say that the flag is on.
    let others: [Int]
    private let bare: Set<Int>

    /// - Returns: nil when no column holds flags: its head says so, or the section does and its cells are names in code.
    init?(_ table: ContentTable, _ place: FlagPlace) {
        guard let name = FlagColumns.nameColumn(table, place) else { return nil }
        self.name = name
        let rest = table.header.indices.filter { $0 != name }
        let phase = rest.first { table.header[$0].mentions(.planStages) && PhaseHeading(table.header[$0]) == nil }
        let day = rest.first { table.header[$0].mentions(.day) && table.header[$0].schedules.first() == nil }
        self.phase = phase
        self.day = day
        preset = rest.first { table.header[$0].mentions(.preset) && !table.header[$0].mentions(.planStages) }
        let open = rest.filter { $0 != phase && $0 != day && !table.header[$0].mentions(FlagColumns.limits) }
        shares = open.filter { FlagColumns.givesShares(table, $0) }
        others = open
        // A bare number is a share where the head or another cell says so; else it may as well count waves.
        bare = Set(
            open.filter { column in
                table.header[column].mentions([.share, .percentSign])
                    || FlagColumns.isShareHead(table.header[column])
                        && table.rows.contains { $0.cell(column)?.mentions(.percentSign) == true }
            })
    }

    func countsBare(_ column: Int) -> Bool { bare.contains(column) }

    /// The names in a row: its code spans, else the whole cell.
    func names(in row: ContentTable.Row) -> [(text: String, span: SourceSpan)] {
        guard let cell = row.cell(name), name < row.cellNodes.count else { return [] }
        let codes = row.cellNodes[name].codeSpans.filter { isFlagName($0.text) }
        if !codes.isEmpty { return codes.map { ($0.text, $0.span) } }
        let text = cell.text.trimmed
        return isIdentifier(text) ? [(text, cell.span)] : []
    }

    private static func nameColumn(_ table: ContentTable, _ place: FlagPlace) -> Int? {
        if let column = table.header.indices.first(where: { column in
            let head = table.header[column]
            return head.mentions(.flag) && table.rows.contains { holdsName($0, column) }
                || head.mentions(.switchNoun) && table.rows.allSatisfy { holdsWrittenName($0, column) }
        }) {
            return column
        }
        guard place.isOnFlags || raisesKeys(table) else { return nil }
        return table.header.indices.first { column in
            let filled = table.rows.filter { $0.cell(column) != nil }
            return !filled.isEmpty && filled.allSatisfy { holdsWrittenName($0, column) && beginsWithName($0, column) }
        }
    }

    /// `` `new_menu`, `new_bar` ``; a cell that begins with a word says something of its flags.
    private static func beginsWithName(_ row: ContentTable.Row, _ column: Int) -> Bool {
        guard let cell = row.cell(column), let code = row.cellNodes[column].codeSpans.first else { return true }
        return cell.tokens.first?.isWord == false || code.span.range.lowerBound <= cell.span.range.lowerBound + 1
    }

    /// `| Key | Opens with |` with a name in each row and in one of them a ladder up to all: `ring 1 at 10%, ring 2 at 100%`.
    private static func raisesKeys(_ table: ContentTable) -> Bool {
        table.header[0].mentions([.nameKey, .switchNoun])
            && table.rows.contains { row in
                row.cells.dropFirst().contains { cell in
                    cell.mentions(.percentSign)
                        && ShareLadder(cell.shareSteps(in: 0..<cell.tokens.count, .tableCell))?.reachesAll == true
                }
            }
    }

    private static func holdsName(_ row: ContentTable.Row, _ column: Int) -> Bool {
        guard let cell = row.cell(column) else { return false }
        return isIdentifier(cell.text.trimmed) || holdsWrittenName(row, column)
    }

    /// A name in code, or one that no language writes: `desk_labels`, `till-v3`, `loyaltyStamps`.
    private static func holdsWrittenName(_ row: ContentTable.Row, _ column: Int) -> Bool {
        guard let cell = row.cell(column), column < row.cellNodes.count else { return false }
        let text = cell.text.trimmed
        return row.cellNodes[column].codeSpans.contains { isFlagName($0.text) }
            || isFlagName(text) && nameWords(text).count > 1
    }

    /// A head on shares or stages, or a cell that is nothing but shares: `10% → 50%`.
    private static func givesShares(_ table: ContentTable, _ column: Int) -> Bool {
        let head = table.header[column]
        return isShareHead(head) || PhaseHeading(head) != nil || head.schedules.first() != nil
            || table.rows.contains { row in
                row.cell(column).map { cell in
                    guard cell.mentions(.percentSign) else { return false }
                    return cell.isOnlyShares(0..<cell.tokens.count)
                        || ShareLadder(cell.shareSteps(in: 0..<cell.tokens.count, .tableCell)) != nil
                } ?? false
            }
    }

    private static func isShareHead(_ head: ReadText) -> Bool {
        head.mentions([.share, .rollout, .percentSign])
    }

    private static let limits: WordClassSet = [
        .critical, .warning, .limit, .thresholdNoun, .trigger, .halt, .rollback, .metric, .indicator, .risk,
    ]
}

extension ContentTable {
    /// The cells of the first row, as nodes.
    var headNodes: [MarkdownNode]? {
        node.children.first { row in
            if case .tableRow(let isHeader) = row.kind { isHeader } else { false }
        }.map { Array($0.children) }
    }
}
