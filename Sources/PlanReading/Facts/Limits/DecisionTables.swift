import MarkdownTree
import Plan
import SourceText

extension DocumentOutline {
    /// Tables that say what is done when a limit is broken, `| Condition | Threshold | Action |`: an action makes a
    /// trigger, a message to somebody a warning limit; nil for any other table.
    func decisions(_ table: ContentTable, _ purpose: LimitPurpose?, _ phase: PhaseHeading?) -> StatedLimits? {
        let decided = decided(table, purpose, phase)
        return decided?.triggers.isEmpty == false ? decided : nil
    }

    /// The rows of a table that tell somebody of a broken limit, whatever else the table is.
    func tabledAlerts(_ table: ContentTable, _ purpose: LimitPurpose?) -> [Alert] {
        decided(table, purpose, nil)?.alerts ?? []
    }

    private func decided(_ table: ContentTable, _ purpose: LimitPurpose?, _ phase: PhaseHeading?) -> StatedLimits? {
        let levels = table.levelColumns.filter { $0.isGrade || !table.header[$0.index].mentions(.limit) }
        guard levels.count < 2, let last = table.header.indices.last, last > 0 else { return nil }
        let acting = table.column(.action) ?? actionColumn(table)
        var isTrigger = if case .trigger = purpose { true } else { false }
        // `| Trigger | Threshold |`
        if let first = table.header.first, first.mentions(.triggerNoun), !first.mentions([.warning, .alerting]) {
            isTrigger = true
        }
        guard acting != nil || isTrigger else { return nil }
        var limits = StatedLimits()
        for row in table.rows {
            guard let measure = measure(in: row, table, besides: acting) else { continue }
            let acts = row.cell(acting)
            if let action = acts.flatMap({ TriggerAction($0) }) {
                limits.triggers.append(trigger(measure, row, table, action))
            } else if acts?.mentions(.notify) == true || acts != nil && !isTrigger {
                limits.alerts.append(alert(measure, acts, table))
                limits.thresholds.append(
                    ThresholdSighting(
                        metric: measure.metric, origin: .criterion,
                        limits: [
                            row.cell(0)?.gradeLevel ?? .warning: Claim(measure.limit, at: measure.limitSpan, .tableCell)
                        ], phase: phase,
                        span: row.cells[0].span))
            } else {
                limits.triggers.append(trigger(measure, row, table, nil))
            }
        }
        return limits
    }

    /// The column in which a row says in a few words that it goes back, pauses or stops.
    private func actionColumn(_ table: ContentTable) -> Int? {
        table.header.indices.dropFirst().first { column in
            table.rows.contains { row in
                row.cell(column).map {
                    $0.mentions(TriggerAction.words) && $0.tokens.count <= 8 && !$0.mentions(.number)
                }
                    ?? false
            }
        }
    }

    /// The limit of a row, and what it is a limit of: the words before it in its cell, or else the row's first cell.
    private func measure(in row: ContentTable.Row, _ table: ContentTable, besides acting: Int?) -> LimitedMeasure? {
        let named = row.cell(table.column(.metric)) ?? row.cell(0)
        for column in row.cells.indices where column != acting && column < table.header.count {
            let head = table.header[column]
            guard !head.mentions([.duration, .time, .rollback, .current, .fine]), let cell = row.cell(column) else {
                continue
            }
            if let measure = LimitedMeasure.all(in: cell, .line).first {
                if !measure.name.isEmpty { return measure }
                // `| Severity | Error rate |`: the head names what the row grades.
                let name = named?.gradeLevel != nil && table.column(.metric) == nil ? head : named
                return name.map { LimitedMeasure(measure, called: column == 0 ? measure.metric : $0.text) }
            }
            if head.mentions(.limit), column > 0, let named {
                let field = Field(key: named, value: cell)
                if let measure = LimitedMeasure(bare: field) { return measure }
            }
        }
        return nil
    }

    private func alert(_ measure: LimitedMeasure, _ acts: ReadText?, _ table: ContentTable) -> Alert {
        Alert(
            metric: measure.metric, condition: Claim(measure.limit, at: measure.limitSpan, .tableCell),
            effect: acts.map { AlertEffect.effect($0.classes) } ?? .unclear,
            action: acts.map { Claim($0.text, at: $0.span, .tableCell) }, list: table.node.span)
    }

    private func trigger(
        _ measure: LimitedMeasure, _ row: ContentTable.Row, _ table: ContentTable, _ action: TriggerAction?
    )
        -> Trigger
    {
        let cells = row.cells.filter { !$0.isEmpty }
        let window =
            measure.limit.window
            ?? row.cell(table.column([.duration, .time])).flatMap { $0.quantities.firstTime()?.amount }
        return Trigger(
            text: cells.map(\.text).joined(separator: " | "), metric: measure.metric.isEmpty ? nil : measure.metric,
            condition: measure.limit, window: window, action: action?.rawValue,
            span: row.cells[0].isEmpty ? row.node.span : row.cells[0].span)
    }
}
