import MarkdownTree
import Plan
import SourceText

extension ContentTable {
    /// Cells of a table with a column for each level that state no limit: empty, a dash, `TBD`.
    func unsetLimits(_ columns: [LevelColumn], metric metricColumn: Int) -> [UnsetLimit] {
        guard columns.count == LimitLevel.allCases.count, Set(columns.map(\.level)).count == columns.count,
            columns.allSatisfy({ $0.purpose == nil && !$0.isGrade })
        else { return [] }
        let stated = rows.map { row in columns.count { row.cell($0.index)?.statedLimit != nil } }
        let complete = stated.count { $0 == columns.count }
        return zip(rows, stated).flatMap { row, stated -> [UnsetLimit] in
            guard stated == columns.count - 1, let metric = row.cell(metricColumn) else { return [] }
            return columns.compactMap { column in
                let cell = row.cell(column.index)
                guard cell.map(\.isUnset) ?? true, column.level != .warning || hasRoom(row, columns) else { return nil }
                return UnsetLimit(
                    metric: metric.text, level: column.level, span: (cell ?? metric).span, reading: .tableCell,
                    list: node.span, completeSiblings: complete)
            }
        }
    }

    /// Whether there is something between the target and the critical limit: not where none is wanted and one is critical.
    private func hasRoom(_ row: Row, _ columns: [LevelColumn]) -> Bool {
        func limit(_ level: LimitLevel) -> Limit? {
            columns.first { $0.level == level }.flatMap { row.cell($0.index)?.statedLimit?.limit }
        }
        guard let target = limit(.target), let critical = limit(.critical) else { return false }
        return target.quantity.number != 0 || critical.quantity.number > 1
    }
}

extension DocumentOutline {
    /// Measures of a list that lack one of the three levels which their siblings have.
    func unsetLimits(_ section: OutlineSection, _ listed: [ThresholdSighting]) -> [UnsetLimit] {
        let complete = listed.count { $0.limits.count == LimitLevel.allCases.count }
        guard complete > 1 else { return [] }
        let lines = Dictionary(grouping: section.lines.indices) { section.lines[$0].text.span.range.lowerBound }
        return listed.compactMap { sighting in
            guard sighting.limits.count == LimitLevel.allCases.count - 1,
                let level = LimitLevel.allCases.first(where: { sighting.limits[$0] == nil }),
                let index = lines[sighting.span.range.lowerBound]?.first
            else { return nil }
            let line = section.lines[index]
            // A level that is told of in words that are not understood is not missing.
            let below = section.children(of: index)
            let named = below.first { $0.field?.key.limitLevel == level }
            if let value = named?.field?.value, !value.isEmpty, !value.isUnset { return nil }
            if named == nil, ([line] + below).contains(where: { $0.text.classes.limitLevels.contains(level) }) {
                return nil
            }
            let span = (named?.text ?? line.text).span
            return UnsetLimit(
                metric: sighting.metric, level: level, span: span, reading: named == nil ? line.reading : .field,
                list: section.span, completeSiblings: complete)
        }
    }
}

extension WordClassSet {
    fileprivate var limitLevels: Set<LimitLevel> {
        var levels: Set<LimitLevel> = []
        if contains(.critical) { levels.insert(.critical) }
        if contains(.warning) { levels.insert(.warning) }
        if contains(.target) { levels.insert(.target) }
        return levels
    }
}

extension ReadText {
    /// Whether a cell or value holds a place open: a dash, `?`, `TBD`.
    fileprivate var isUnset: Bool {
        guard tokens.count <= 4 else { return false }
        return tokens.indices.allSatisfy { index in
            tokens[index].sign.map { $0.isDash || $0 == "?" || $0 == "." || $0 == "…" }
                ?? (word(tokens[index]).map(openPlaces.contains) == true)
        }
    }
}

/// What stands where a value is still to come.
private let openPlaces: Set<String> = ["tbd", "tba", "tbc", "todo", "open", "offen", "pendiente"]
