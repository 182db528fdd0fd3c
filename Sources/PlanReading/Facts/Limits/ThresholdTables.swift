import Plan
import SourceText

/// Tables of measures with their limits, by the meaning of their heads.
extension DocumentOutline {
    /// What a table states of limits.
    ///
    /// - Parameter purpose: what the headings above it say that its limits are for.
    /// - Parameter amongWaysBack: whether they speak of a rollback.
    func tabledLimits(
        _ table: ContentTable, _ purpose: LimitPurpose?, _ phase: PhaseHeading?, amongWaysBack: Bool
    ) -> StatedLimits {
        guard table.rows.contains(where: { $0.cells.contains { $0.mentions(.number) } }) else { return StatedLimits() }
        if let decisions = decisions(table, purpose, phase) { return decisions }
        if let graded = gradedRows(table, phase) { return graded }
        let columns = table.levelColumns
        if amongWaysBack, columns.count == 1, table.isTime(columns[0], amongWaysBack: true) {
            return criteria(table, phase)
        }
        var limits = measured(table, columns, purpose, phase)
        limits += criteria(table, phase)
        if table.column(.action) != nil { limits.alerts += tabledAlerts(table, purpose) }
        return limits
    }

    // MARK: A column for each level

    private func measured(
        _ table: ContentTable, _ levels: [LevelColumn], _ purpose: LimitPurpose?, _ phase: PhaseHeading?
    ) -> StatedLimits {
        var columns = levels
        if columns.isEmpty, let limit = table.limitColumn(purpose) { columns = [limit] }
        // `| Signal | Threshold |` below `Alerts`
        if let level = purpose?.level, columns.count == 1, table.header[columns[0].index].isCalled([.limit], with: []) {
            columns = [LevelColumn(level: level, index: columns[0].index, purpose: nil, isGrade: false)]
        }
        let named = table.column(.metric)
        guard let firstLimit = columns.map(\.index).min(), firstLimit > 0 || named != nil else { return StatedLimits() }
        let metricColumn = named ?? 0
        guard !columns.contains(where: { $0.index == metricColumn }) else { return StatedLimits() }
        // Where no column names measures, the heads may: `| Service | Availability target |`.
        var measures = columns.map { named != nil || $0.isGrade ? "" : measure(in: table.header[$0.index]) }
        // `| Service | Availability target | Alert |`: one measure, named once.
        if let only = measures.first(where: { !$0.isEmpty }), measures.allSatisfy({ $0.isEmpty || $0 == only }) {
            measures = measures.map { _ in only }
        }
        var distinct: [String] = []
        for measure in measures where !distinct.contains(measure) { distinct.append(measure) }
        var limits = StatedLimits()
        if distinct == [""] { limits.unsetLimits = table.unsetLimits(columns, metric: metricColumn) }
        for row in table.rows {
            // A number alone counts rows and names no measure.
            guard let cell = row.cell(metricColumn), cell.tokens.contains(where: \.isWord) else { continue }
            for measure in distinct {
                let own = zip(columns, measures).filter { $0.1 == measure }.map(\.0)
                limits.add(
                    row, measure.isEmpty ? cell.text : "\(cell.text) \(measure)",
                    own, cell.span, phase, needsUnit: !measure.isEmpty)
            }
        }
        return limits
    }

    /// The words of a table's head that say what is measured, and not which limit of it: `availability`.
    private func measure(in head: ReadText) -> String {
        if case .trigger = LimitPurpose(title: head) { return "" }
        return head.tokens.prefix { !$0.isSign("(") }
            .filter { $0.isWord && $0.range.count > 2 && !$0.isA(.limitLevels) && !$0.isA(.value) }
            .compactMap(head.word).joined(separator: " ")
    }

    // MARK: A row for each level

    /// `| | Errors | Lag |` over rows called `Target` and `Roll back`; nil for any other table.
    private func gradedRows(_ table: ContentTable, _ phase: PhaseHeading?) -> StatedLimits? {
        let levels = table.rows.map { $0.cell(0)?.gradeLevel }
        guard levels.count > 1, levels.allSatisfy({ $0 != nil }), Set(levels).count == levels.count else { return nil }
        var limits = StatedLimits()
        for column in table.header.indices.dropFirst() where table.compares(in: column) {
            let head = table.header[column]
            guard !head.mentions([.duration, .time]) else { continue }
            var found: [LimitLevel: Claim<Limit>] = [:]
            for (row, level) in zip(table.rows, levels) {
                guard let level, let cell = row.cell(column), let match = cell.statedLimit else { continue }
                found[level] = Claim(match.limit.with(text: cell.text), at: cell.span, .tableCell)
                guard let action = row.cell(0).flatMap({ TriggerAction($0) }) else { continue }
                limits.triggers.append(
                    Trigger(
                        text: "\(head.text) \(cell.text)", metric: head.text, condition: match.limit,
                        window: match.limit.window, action: action.rawValue, span: cell.span))
            }
            guard let span = found.values.map(\.span).min() else { continue }
            limits.thresholds.append(
                ThresholdSighting(metric: head.text, origin: .indicator, limits: found, phase: phase, span: span))
        }
        return limits.thresholds.isEmpty ? nil : limits
    }

    // MARK: A column of criteria

    /// `| Stage | Gate | Abort if |`: cells that name measures and limits themselves.
    private func criteria(_ table: ContentTable, _ phase: PhaseHeading?) -> StatedLimits {
        var limits = StatedLimits()
        let graded = table.levelColumns.filter(\.isGrade).map(\.index)
        for (column, head) in table.header.enumerated() where column > 0 && !graded.contains(column) {
            let stated = LimitPurpose(title: head) ?? (head.mentions(.when) ? LimitPurpose(lead: head) : nil)
            guard let purpose = stated, !head.mentions(.limitLevels) else {
                if let phase { limits.add(demands(in: column, of: table), phase) }
                continue
            }
            for row in table.rows {
                guard let cell = row.cell(column) else { continue }
                let parts = cell.enumerated
                guard parts.count > 1 || cell.statedLimit == nil else { continue }
                let measures = parts.flatMap { LimitedMeasure.all(in: $0, .line) }
                    .filter { !$0.metric.isEmpty && !$0.name.isEmpty }
                limits.add(
                    cell, measures, purpose, row.cell(0).flatMap { PhaseHeading($0, reading: .tableCell) } ?? phase)
            }
        }
        return limits
    }
}

extension DocumentOutline {
    /// `| 01:20 | DB | replication lag must be < 1 s |`: cells that say what must hold.
    private func demands(in column: Int, of table: ContentTable) -> [(cell: ReadText, measures: [LimitedMeasure])] {
        table.rows.compactMap { row in
            guard let cell = row.cell(column), cell.mentions([.modal, .staying]) else { return nil }
            let measures = LimitedMeasure.all(in: cell, .phrase).filter { !$0.metric.isEmpty && !$0.name.isEmpty }
            guard let first = measures.first, cell.statedPurpose(of: first, inStages: true, inPhase: true) == .target
            else {
                return nil
            }
            return (cell, measures)
        }
    }
}

extension StatedLimits {
    fileprivate mutating func add(_ demands: [(cell: ReadText, measures: [LimitedMeasure])], _ phase: PhaseHeading) {
        for demand in demands { add(demand.cell, demand.measures, .target, phase) }
    }

    /// The limits of one measure in the columns of a row.
    ///
    /// - Parameter needsUnit: the head names more than a level, so that a bare number may be anything: `Target tier`.
    fileprivate mutating func add(
        _ row: ContentTable.Row, _ metric: String, _ columns: [LevelColumn], _ span: SourceSpan,
        _ phase: PhaseHeading?, needsUnit: Bool
    ) {
        var limits: [LimitLevel: Claim<Limit>] = [:]
        for column in columns where limits[column.level] == nil {
            guard let value = row.cell(column.index), let match = value.statedLimit,
                !needsUnit || match.saysWhatItIs, !column.isGrade || match.limit.comparison != nil || !value.isEstimate
            else { continue }
            limits[column.level] = Claim(match.limit.with(text: value.text), at: value.span, .tableCell)
            if case .trigger(let action) = column.purpose {
                triggers.append(
                    Trigger(
                        text: "\(metric) \(value.text)", metric: metric, condition: match.limit,
                        window: match.limit.window, action: action?.rawValue, span: value.span))
            }
        }
        guard !limits.isEmpty else { return }
        thresholds.append(
            ThresholdSighting(metric: metric, origin: .indicator, limits: limits, phase: phase, span: span))
    }

    /// The criteria or conditions in a cell.
    fileprivate mutating func add(
        _ cell: ReadText, _ measures: [LimitedMeasure], _ purpose: LimitPurpose, _ phase: PhaseHeading?
    ) {
        guard let first = measures.first else { return }
        if let level = purpose.level {
            thresholds += measures.map { measure in
                ThresholdSighting(
                    metric: measure.metric, origin: .criterion,
                    limits: [level: Claim(measure.limit, at: measure.limitSpan, .tableCell)], phase: phase,
                    span: cell.span)
            }
        } else if case .trigger(let action) = purpose {
            triggers.append(
                Trigger(
                    text: cell.text, metric: first.metric, condition: first.limit, window: first.limit.window,
                    action: action?.rawValue, span: cell.span))
        }
    }
}
