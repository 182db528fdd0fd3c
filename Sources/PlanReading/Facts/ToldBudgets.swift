import Plan
import SourceText

/// What tables of procedures and times say of each by its name or its mark: `| Section A | 10 min |`, `| Flag flip | 2 min |`.
///
/// Levels have tables of their own, and lines: see ``LevelBudget``.
struct ToldBudgets: Sendable {
    private var byName: [String: [Claim<TimeAmount>]] = [:]

    init(_ outline: DocumentOutline) {
        for section in outline.planSections where !section.tables.isEmpty && outline.speaksOfRollbacks(section) {
            for table in section.tables { add(table) }
        }
    }

    /// Of a row every cell before its time may be the name. A name that two rows have tells nothing.
    private mutating func add(_ table: ContentTable) {
        guard !table.header.contains(where: { $0.mentions(.level) }),
            let times = table.header.indices.dropFirst().first(where: {
                table.header[$0].isCalled(.timeKeys, with: [.amountQualifier, .rollback])
            })
        else { return }
        var told: [String: [Claim<TimeAmount>]] = [:]
        for row in table.rows {
            guard let cell = row.cell(times), let amount = cell.quantities.timeField(),
                amount.kind == .measured || amount.kind == .immediate
            else { continue }
            for name in row.cells.prefix(times) where name.tokens.contains(where: \.isWord) && name.tokens.count <= 8 {
                told[ToldBudgets.key(name, name.tokens.indices), default: []].append(
                    Claim(amount, at: cell.span, .tableCell))
            }
        }
        for (name, claims) in told where claims.count == 1 { byName[name, default: []] += claims }
    }

    /// What is told of the procedure with this title: by its whole name, or by what stands before its first sign.
    func budgets(of title: ReadText) -> [Claim<TimeAmount>] {
        guard !byName.isEmpty else { return [] }
        let name = TitleParts(title, from: TitleParts.ordinalEnd(title)).nameTokens
        let cut = name.first { index in
            guard let sign = title.tokens[index].sign else { return false }
            return sign == ":" || sign.isDash && !title.tokens[index].glued
        }
        let whole = byName[ToldBudgets.key(title, name)] ?? []
        guard whole.isEmpty, let cut, cut > name.lowerBound else { return whole }
        return byName[ToldBudgets.key(title, name.lowerBound..<cut)] ?? []
    }

    /// The words and numbers of a name but for those that say that it is a rollback: `API` is `Rollback: API`.
    private static func key(_ text: ReadText, _ name: Range<Int>) -> String {
        let telling = name.filter { index in
            let token = text.tokens[index]
            return token.sign == nil && !token.isA([.rollback, .article, .of])
        }
        return slug(
            (telling.isEmpty ? Array(name) : telling).map { text.text(tokens: $0..<$0 + 1) }.joined(separator: " "))
    }
}
