import MarkdownTree
import Plan
import SourceText

extension DocumentOutline {
    /// Rows of tables that list flags, and columns that each hold one.
    func tabledFlags(_ place: FlagPlace) -> [FlagSighting] {
        place.section.tables.flatMap { table -> [FlagSighting] in
            if let columns = FlagColumns(table, place) {
                return table.rows.flatMap { listedFlags(in: $0, of: table, columns, place) }
            }
            return flagHeads(of: table, place)
                + table.rows.flatMap { settings(in: $0, place) + raises(in: $0, of: table, place) }
        }
    }

    /// `| 00:30 | APP | banner on, `bookings_readonly=true` |`
    private func settings(in row: ContentTable.Row, _ place: FlagPlace) -> [FlagSighting] {
        zip(row.cells, row.cellNodes).flatMap { cell, node -> [FlagSighting] in
            guard cell.mentions(.comparisonSign) else { return [] }
            return node.codeSpans.flatMap { FlagAssignment.all(in: $0, calledFlags: false, style.vocabulary) }.map {
                sighting(of: $0, reading: .tableCell, share: nil, place)
            }
        }
    }

    /// `| Tue | `bulk_mail` to 20% |`: a name and its share in one cell, in a table on something else.
    private func raises(in row: ContentTable.Row, of table: ContentTable, _ place: FlagPlace) -> [FlagSighting] {
        guard !place.goesBack else { return [] }
        return zip(row.cells, row.cellNodes).enumerated().flatMap { column, pair -> [FlagSighting] in
            let (cell, node) = pair
            guard cell.mentions(.percentSign), !table.header[min(column, table.header.count - 1)].mentions(.rollback),
                !cell.mentions([.negation, .backward, .verify, .rollback, .insider]),
                case let names = cell.flagNames(node.codeSpans), names.count == 1
            else { return [] }
            let steps = cell.shareSteps(in: names[0].tokens.upperBound..<cell.tokens.count, .tableCell)
            guard ShareLadder(steps) != nil || steps.count == 1 && steps[0].percent.value > 0 else { return [] }
            let phase = row.cells.first.flatMap { PhaseHeading($0, reading: .tableCell) }
            let time = column > 0 ? row.cell(0)?.schedules.first() : nil
            return steps.filter { $0.percent.value > 0 }.map { step in
                FlagSighting(
                    name: names[0].name,
                    stage: FlagStage(
                        percent: step.percent,
                        when: step.when ?? time.map { Claim($0.schedule.text, at: cell.span, .tableCell) },
                        day: step.day
                            ?? time.flatMap { $0.schedule.firstDay }.map { Claim($0, at: cell.span, .tableCell) },
                        defines: false, span: names[0].span),
                    evidence: names[0].isCalledFlag ? .named : .none, in: place, phase: phase, span: names[0].span)
            }
        }
    }

    private func listedFlags(
        in row: ContentTable.Row, of table: ContentTable, _ columns: FlagColumns, _ place: FlagPlace
    ) -> [FlagSighting] {
        let names = columns.names(in: row)
        guard !names.isEmpty else { return [] }
        let filed = columns.phase.flatMap { column in
            row.cell(column).flatMap { phaseHeading($0, head: table.header[column]) }
        }
        let day = row.cell(columns.day).flatMap(dayClaim)
        // A default of nothing is no step of the rollout.
        var steps = columns.shares.flatMap { shares(in: row, $0, of: table, columns) }.filter {
            $0.percent?.value != 0
        }
        if steps.isEmpty, let state = columns.others.lazy.compactMap({ row.cell($0).flatMap(self.stateStep) }).first {
            steps = [state]
        }
        let preset = row.cell(columns.preset).flatMap(presetClaim)
        return names.flatMap { name -> [FlagSighting] in
            let set = preset.map { FlagSetting(isOn: $0, kind: .preset, goesBack: place.goesBack, span: name.span) }
            let stages = steps.map { step in
                FlagStage(
                    percent: step.percent,
                    when: step.when ?? day.map { Claim("Day \($0.value)", at: $0.span, .tableCell) },
                    day: step.day ?? day, defines: true, span: name.span)
            }
            let dayAlone =
                stages.isEmpty && (day != nil || filed != nil)
                ? [
                    FlagStage(
                        percent: nil, when: day.map { Claim("Day \($0.value)", at: $0.span, .tableCell) }, day: day,
                        defines: true, span: name.span)
                ] : []
            let all = stages + dayAlone
            guard !all.isEmpty else {
                return [
                    FlagSighting(
                        name: name.text,
                        mention: FlagMention(purpose: .other, span: name.span, reading: .tableCell, certain: true),
                        setting: set, evidence: .defined, in: place, filedUnder: filed, span: name.span)
                ]
            }
            return zip(all, steps.map(\.phase) + dayAlone.map { _ in nil }).enumerated().map { number, step in
                FlagSighting(
                    name: name.text, stage: step.0, setting: number == 0 ? set : nil, evidence: .defined, in: place,
                    phase: step.1 ?? filed, filedUnder: filed, span: name.span)
            }
        }
    }

    /// `on`, `false`; nil for a cell that says more.
    private func presetClaim(_ cell: ReadText) -> Claim<Bool>? {
        guard cell.tokens.count == 1, cell.tokens[0].isA([.switchOn, .switchOff]) else { return nil }
        return Claim(cell.tokens[0].isA(.switchOn), at: cell.span, .tableCell)
    }

    /// `Phase 2`, or `2` under a head that says `Phase`.
    private func phaseHeading(_ cell: ReadText, head: ReadText) -> PhaseHeading? {
        if let heading = PhaseHeading(cell, reading: .tableCell) { return heading }
        guard cell.tokens.count == 1, let number = cell.tokens[0].number,
            let keyword = head.tokens.lazy.compactMap(\.classes.stageKeyword).first
        else { return nil }
        return PhaseHeading(keyword: keyword, number: number, name: cell, cell: cell)
    }

    private func dayClaim(_ cell: ReadText) -> Claim<Int>? {
        if let match = cell.schedules.first(), let day = match.schedule.firstDay {
            return Claim(day, at: cell.span(tokens: match.tokens), .tableCell)
        }
        guard let number = cell.tokens.first?.number, number == number.rounded(), (1...10_000).contains(number) else {
            return nil
        }
        return Claim(Int(number), at: cell.span(tokens: 0..<1), .tableCell)
    }

    // MARK: Shares

    /// The shares that a cell gives, with the time or phase that the head of its column names.
    private func shares(
        in row: ContentTable.Row, _ column: Int, of table: ContentTable, _ columns: FlagColumns
    ) -> [TabledStep] {
        guard let cell = row.cell(column) else { return [] }
        let head = table.header[column]
        // `| 10 % | 50 % |` above days.
        if let share = head.share(at: 0), share.tokens.upperBound == head.tokens.count {
            guard let match = cell.schedules.first() else { return [] }
            let when = Claim(match.schedule.text, at: cell.span(tokens: match.tokens), Reading.tableCell)
            return [
                TabledStep(
                    percent: Claim(share.number, at: head.span, .tableCell), when: when,
                    day: match.schedule.firstDay.map { Claim($0, at: when.span, .tableCell) }, phase: nil)
            ]
        }
        var steps = cell.shareSteps(in: 0..<cell.tokens.count, .tableCell)
        if steps.count > 1, ShareLadder(steps) == nil { steps = Array(steps.prefix(1)) }
        if steps.count > 1 { steps = steps.filter { $0.percent.value > 0 } }
        if steps.isEmpty, columns.countsBare(column), cell.tokens.count == 1, let number = cell.tokens[0].number,
            (0...100).contains(number)
        {
            steps = [ShareLadder.Step(percent: Claim(number, at: cell.span, .tableCell), when: nil, day: nil)]
        }
        let phase = PhaseHeading(head, reading: .tableCell)
        let headTime = phase == nil ? head.schedules.first() : nil
        let isPerTime = phase != nil || headTime != nil
        return steps.filter { !isPerTime || $0.percent.value > 0 }.map { step in
            TabledStep(
                percent: step.percent,
                when: step.when
                    ?? headTime.map { Claim($0.schedule.text, at: head.span(tokens: $0.tokens), .tableCell) },
                day: step.day
                    ?? headTime.flatMap { time in
                        time.schedule.firstDay.map { Claim($0, at: head.span(tokens: time.tokens), .tableCell) }
                    }, phase: phase)
        }
    }

    /// `on from Day 7`, `ligado em T-2`.
    private func stateStep(_ cell: ReadText) -> TabledStep? {
        guard let first = cell.tokens.first, first.isA(.switchOn), let match = cell.schedules.first() else {
            return nil
        }
        let span = cell.span(tokens: match.tokens)
        return TabledStep(
            percent: nil, when: Claim(match.schedule.text, at: span, .tableCell),
            day: match.schedule.firstDay.map { Claim($0, at: span, .tableCell) }, phase: nil)
    }

    /// `Week 2`, also where the row says only `2`.
    private func claim(on time: Claim<Schedule>, head: ReadText) -> Claim<String> {
        guard let unit = head.tokens.firstIndex(where: { $0.isA([.day, .week]) }),
            time.value.text.utf8.allSatisfy({ $0 < 0x3a })
        else { return time.map(\.text) }
        return time.map { "\(head.text(tokens: unit..<unit + 1)) \($0.text)" }
    }

    // MARK: Flags as columns

    /// `| Week | `fare_caps` | `night_fares` |` with a share in each row. Without code marks such a head is a flag's where
    /// the plan writes the name as code elsewhere, and the shares rise.
    private func flagHeads(of table: ContentTable, _ place: FlagPlace) -> [FlagSighting] {
        guard table.header.count > 1, let heads = table.headNodes,
            table.rows.contains(where: { $0.cells.contains { $0.mentions(.percentSign) } })
        else { return [] }
        return heads.enumerated().dropFirst().flatMap { column, head -> [FlagSighting] in
            let codes = head.codeSpans
            let isPlain = codes.isEmpty
            let name = isPlain ? table.header[column].text.trimmed : codes[0].text
            guard codes.count < 2, isFlagName(name), nameWords(name).count > 1,
                !isPlain || raisesShares(table, column)
            else { return [] }
            return table.rows.flatMap { row -> [FlagSighting] in
                guard let cell = row.cell(column), let first = row.cell(0) else { return [] }
                let phase = phaseHeading(first, head: table.header[0])
                let time = phase == nil ? tabledSchedule(first, head: table.header[0], .tableCell) : nil
                return cell.shareSteps(in: 0..<cell.tokens.count, .tableCell).filter { $0.percent.value > 0 }.map {
                    FlagSighting(
                        name: name,
                        stage: FlagStage(
                            percent: $0.percent, when: time.map { claim(on: $0, head: table.header[0]) },
                            day: time.flatMap { time in time.value.firstDay.map { Claim($0, at: time.span, .tableCell) }
                            },
                            defines: true, span: cell.span),
                        evidence: isPlain ? .none : .defined, in: place, phase: phase, span: cell.span)
                }
            }
        }
    }

    /// A column of nothing but shares, none below the one above it.
    private func raisesShares(_ table: ContentTable, _ column: Int) -> Bool {
        let cells = table.rows.compactMap { $0.cell(column) }
        let shares = cells.compactMap { $0.share(at: 0) }
        return shares.count > 1 && shares.count == table.rows.count
            && zip(cells, shares).allSatisfy { $1.tokens.upperBound == $0.tokens.count }
            && zip(shares, shares.dropFirst()).allSatisfy { $0.number <= $1.number }
    }
}

/// One stage as a row gives it.
struct TabledStep: Sendable {
    let percent: Claim<Double>?
    let when: Claim<String>?
    let day: Claim<Int>?
    let phase: PhaseHeading?
}
