import MarkdownTree
import Plan
import SourceText

/// One place that sets limits for a measure.
struct ThresholdSighting: Sendable {
    let metric: String
    let origin: Threshold.Origin
    var limits: [LimitLevel: Claim<Limit>]
    let phase: PhaseHeading?
    let span: SourceSpan
}

extension DocumentOutline {
    /// Measures with target and alert limits, and criteria with a limit, in reading order.
    func readThresholds() -> [ThresholdSighting] {
        planSections.flatMap { section in
            tabledThresholds(section) + listedThresholds(section) + criteria(section) + alertThresholds(section)
        }
        .sorted { $0.span < $1.span }
    }

    // MARK: Lists

    /// A measure with nested `Target:`, `Alert:`, `Critical:` lines, in one line, or a heading over such lines.
    private func listedThresholds(_ section: OutlineSection) -> [ThresholdSighting] {
        let phase = phase(of: section)?.heading
        var sightings: [ThresholdSighting] = []
        guard section.lineClasses.intersects(.limitLevels) else { return sightings }
        for (index, line) in section.lines.enumerated() {
            let below = levels(of: section.childLines[index].lazy.map { section.lines[$0] })
            if !below.isEmpty {
                sightings.append(
                    ThresholdSighting(
                        metric: metricName(line), origin: .indicator, limits: below, phase: phase, span: line.text.span)
                )
            } else if let inline = inlineLevels(line) {
                sightings.append(
                    ThresholdSighting(
                        metric: inline.metric, origin: .indicator, limits: inline.limits, phase: phase,
                        span: line.text.span))
            }
        }
        let own = levels(of: section.lines.lazy.filter { $0.parent == nil })
        // One limit alone makes a measure of a title only where measures are listed: `Target: 5 users` may stand anywhere.
        if own.count >= 2
            || !own.isEmpty && ancestors(of: section).contains(where: { $0.title.mentions(indicatorSections) }),
            section.level > 1, headings[section.index].phase == nil
        {
            sightings.append(
                ThresholdSighting(
                    metric: TitleParts(section.title, from: 0).name, origin: .indicator, limits: own, phase: phase,
                    span: section.title.span))
        }
        return sightings
    }

    private func metricName(_ line: ContentLine) -> String {
        let name = line.field?.key.text ?? line.text.text
        return name.trimmed
    }

    /// The limits that fields named for a level state.
    private func levels(of lines: some Sequence<ContentLine>) -> [LimitLevel: Claim<Limit>] {
        var found: [LimitLevel: Claim<Limit>] = [:]
        for line in lines {
            guard let field = line.field, field.key.tokens.count <= 3, let level = level(named: field.key),
                let match = field.value.quantities.fieldLimit()
            else { continue }
            // The whole value is the limit's text when the limit begins it: `< 100ms average`.
            let begins = match.tokens.lowerBound == 0
            let range = begins ? 0..<field.value.tokens.count : match.tokens
            let limit = match.limit.with(text: field.value.text(tokens: range))
            found[level] = found[level] ?? Claim(limit, at: field.value.span(tokens: match.tokens), .field)
        }
        return found
    }

    func level(named text: ReadText) -> LimitLevel? {
        text.mentions(.critical)
            ? .critical : text.mentions(.warning) ? .warning : text.mentions(.target) ? .target : nil
    }

    /// `Error rate: Target < 1%, Alert > 5%, Critical > 15%`.
    private func inlineLevels(_ line: ContentLine) -> (metric: String, limits: [LimitLevel: Claim<Limit>])? {
        let text = line.text
        guard text.mentions(.limitLevels), text.tokens.count(where: { $0.number != nil }) >= 2 else { return nil }
        var limits: [LimitLevel: Claim<Limit>] = [:]
        var first: Int?
        for index in text.tokens.indices.dropLast() {
            guard let level = text.tokens[index].classes.limitLevel, limits[level] == nil else { continue }
            var next = index + 1
            while next < text.tokens.count,
                text.tokens[next].isSign(":") || text.tokens[next].isA(.limitLead)
            {
                next += 1
            }
            guard let match = text.quantities.limit(at: next) else { continue }
            first = first ?? index
            limits[level] = Claim(match.limit, at: text.span(tokens: match.tokens), line.reading)
        }
        guard limits.count >= 2, let first, first > 0, areOfOneMeasure(limits.values.map(\.value.quantity.unit)) else {
            return nil
        }
        var end = first
        while end > 0, text.tokens[end - 1].kind == .sign { end -= 1 }
        guard end > 0 else { return nil }
        return (text.text(tokens: 0..<end), limits)
    }

    /// Whether limits may be one measure's: `5 people` and `3 days` are not, a percentage may once lack its sign.
    private func areOfOneMeasure(_ units: [Unit]) -> Bool {
        guard let unit = units.first(where: { $0 != .none }) else { return true }
        return units.allSatisfy { $0.isComparable(with: unit) || $0 == .none && unit.dimension == .share }
    }

    // MARK: Tables

    private func tabledThresholds(_ section: OutlineSection) -> [ThresholdSighting] {
        let phase = phase(of: section)?.heading
        return section.tables.flatMap { table -> [ThresholdSighting] in
            let columns: [(LimitLevel, Int)] = table.header.indices.compactMap { index in
                level(named: table.header[index]).map { ($0, index) }
            }
            guard let firstLimit = columns.map(\.1).min(), firstLimit > 0 else { return [] }
            let metricColumn = table.column(.metric) ?? 0
            guard !columns.contains(where: { $0.1 == metricColumn }) else { return [] }
            // Where no column names measures, the heads may: `| Service | Availability target |`.
            let namesMeasures = table.column(.metric) != nil
            var measures = columns.map { namesMeasures ? "" : measure(in: table.header[$0.1]) }
            // `| Service | Availability target | Alert |`: one measure, named once.
            if let only = measures.first(where: { !$0.isEmpty }), measures.allSatisfy({ $0.isEmpty || $0 == only }) {
                measures = measures.map { _ in only }
            }
            var distinct: [String] = []
            for measure in measures where !distinct.contains(measure) { distinct.append(measure) }
            return table.rows.flatMap { row in
                distinct.compactMap { measure in
                    let own = zip(columns, measures).filter { $0.1 == measure }.map(\.0)
                    return tabledThreshold(row, metricColumn, own, measure, phase)
                }
            }
        }
    }

    private func tabledThreshold(
        _ row: ContentTable.Row, _ metricColumn: Int, _ columns: [(LimitLevel, Int)], _ measure: String,
        _ phase: PhaseHeading?
    ) -> ThresholdSighting? {
        guard let cell = row.cell(metricColumn) else { return nil }
        var limits: [LimitLevel: Claim<Limit>] = [:]
        for (level, column) in columns where limits[level] == nil {
            guard let value = row.cell(column), let match = value.quantities.fieldLimit(),
                match.tokens.lowerBound == 0
            else { continue }
            limits[level] = Claim(match.limit.with(text: value.text), at: value.span, .tableCell)
        }
        guard !limits.isEmpty else { return nil }
        return ThresholdSighting(
            metric: measure.isEmpty ? cell.text : "\(cell.text) \(measure)", origin: .indicator, limits: limits,
            phase: phase, span: cell.span)
    }

    /// The words of a table's head that say what is measured, and not which limit of it: `availability`.
    private func measure(in head: ReadText) -> String {
        head.tokens.prefix { !$0.isSign("(") }
            .filter { $0.isWord && $0.range.count > 2 && !$0.isA(.limitLevels) && !$0.isA(.value) }
            .compactMap(head.word).joined(separator: " ")
    }

    // MARK: Criteria

    /// Lines with a compared limit under a success, entry or exit heading, behind `Gate:`, or in a checklist.
    private func criteria(_ section: OutlineSection) -> [ThresholdSighting] {
        let underSuccess = stands(section, under: criterionSections)
        let phase = phase(of: section)?.heading
        return section.lines.flatMap { line -> [ThresholdSighting] in
            if let field = line.field, field.isNamed(.gate) {
                return clauses(field.value).compactMap { criterion(LimitedMeasure($0), line, phase) }
            }
            if line.task == nil, let measure = listedIndicator(line, in: section, phase) { return [measure] }
            guard underSuccess || line.task != nil, line.field.map({ level(named: $0.key) == nil }) ?? true,
                inlineLevels(line) == nil
            else { return [] }
            let measure = LimitedMeasure(line.text) ?? (line.task == nil ? nil : LimitedMeasure(counted: line))
            return [criterion(measure, line, phase)].compactMap(\.self)
        }
    }

    /// `- **Error rate**: < 1%` where measures are listed.
    private func listedIndicator(_ line: ContentLine, in section: OutlineSection, _ phase: PhaseHeading?)
        -> ThresholdSighting?
    {
        guard line.isItem, line.parent == nil, section.title.mentions(indicatorSections), let field = line.field,
            level(named: field.key) == nil, let match = field.value.quantities.limit(at: 0),
            match.limit.comparison != nil
        else { return nil }
        return ThresholdSighting(
            metric: field.key.text, origin: .indicator,
            limits: [.target: Claim(match.limit, at: field.value.span(tokens: match.tokens), .field)], phase: phase,
            span: line.text.span)
    }

    private func criterion(_ measure: LimitedMeasure?, _ line: ContentLine, _ phase: PhaseHeading?)
        -> ThresholdSighting?
    {
        guard let measure else { return nil }
        return ThresholdSighting(
            metric: measure.metric, origin: .criterion,
            limits: [.target: Claim(measure.limit, at: measure.limitSpan, line.reading)], phase: phase,
            span: line.text.span)
    }

    /// The parts of a sentence between semicolons.
    private func clauses(_ text: ReadText) -> [ReadText] {
        var parts: [ReadText] = []
        var start = 0
        for (index, token) in text.tokens.enumerated() where token.isSign(";") {
            if index > start {
                parts.append(text.part(text.bytes(tokens: start..<index)))
            }
            start = index + 1
        }
        if start < text.tokens.count { parts.append(text.rest(from: start)) }
        return parts
    }
}

/// A measure with the limit it is held against: `System availability > 99.9%`, `Error rate reduced to < 1%`.
struct LimitedMeasure: Sendable {
    let metric: String
    let limit: Limit
    let limitSpan: SourceSpan
    /// First token behind the limit.
    let next: Int

    init?(_ text: ReadText) {
        guard let match = text.quantities.comparedLimits().first else { return nil }
        var end = match.tokens.lowerBound
        // What only leads over to the limit is no part of the measure's name.
        while end > 0 {
            let token = text.tokens[end - 1]
            if token.isA(.measureLead) {
                end -= 1
            } else if let sign = token.sign, sign != "%", sign != ")" {
                end -= 1
            } else {
                break
            }
        }
        var start = 0
        while start < end {
            if let sign = text.tokens[start].sign, sign != "(" { start += 1 } else { break }
        }
        guard start < end else { return nil }
        metric = text.text(tokens: start..<end)
        limit = match.limit
        limitSpan = text.span(tokens: match.tokens)
        next = match.tokens.upperBound
    }

    /// `0 direct colours`, `100% semantic tokens`, `Design audit: 0 violations`: a count or share that a box asks for.
    init?(counted line: ContentLine) {
        let text = line.field?.value ?? line.text
        guard let match = text.quantities.limit(at: 0), match.limit.comparison == nil,
            match.limit.quantity.number == 0 || match.limit.quantity.unit == .percent,
            match.limit.quantity.unit == .none || match.limit.quantity.unit == .percent
        else { return nil }
        let behind = text.tokens[match.tokens.upperBound...].drop { $0.isA(.measureLead) }
        let words = behind.prefix(while: \.isWord).count
        let rest = behind.startIndex..<behind.startIndex + words
        guard words > 0 || line.field != nil else { return nil }
        metric = [line.field?.key.text, words > 0 ? text.text(tokens: rest) : nil].compactMap(\.self).joined(
            separator: " ")
        limit = match.limit
        limitSpan = text.span(tokens: match.tokens)
        next = rest.upperBound
    }
}

extension Limit {
    func with(text: String) -> Limit {
        Limit(
            comparison: comparison, quantity: quantity, statistic: statistic, windowSeconds: windowSeconds, text: text)
    }
}

extension WordClassSet {
    /// The level of limits that a word names, the loudest first.
    fileprivate var limitLevel: LimitLevel? {
        contains(.critical) ? .critical : contains(.warning) ? .warning : contains(.target) ? .target : nil
    }
}

private let criterionSections: WordClassSet = [.success, .criterion, .criterionTitle, .gate, .serviceLevel]
private let indicatorSections: WordClassSet = [.indicator, .serviceLevel]
