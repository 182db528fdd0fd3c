import Plan
import SourceText

/// Measures that name their levels: `Target`, `Alert`, `Critical`.
extension DocumentOutline {
    /// A measure with nested `Target:`, `Alert:`, `Critical:` lines, in one line, or a heading over such lines.
    func listedThresholds(_ section: OutlineSection, _ phase: PhaseHeading?) -> [ThresholdSighting] {
        guard section.lineClasses.intersects(.limitLevels) else { return [] }
        var sightings: [ThresholdSighting] = []
        for (index, line) in section.lines.enumerated() {
            let below = levels(of: section.childLines[index].lazy.map { section.lines[$0] })
            if !below.isEmpty {
                sightings.append(
                    ThresholdSighting(
                        metric: (line.field?.key ?? line.text).text, origin: .indicator, limits: below, phase: phase,
                        span: line.text.span))
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

    /// The limits that fields named for a level state.
    private func levels(of lines: some Sequence<ContentLine>) -> [LimitLevel: Claim<Limit>] {
        var found: [LimitLevel: Claim<Limit>] = [:]
        for line in lines {
            guard let field = line.field, field.key.tokens.count <= 3, let level = field.key.limitLevel,
                let match = field.value.quantities.fieldLimit(), match.tokens.lowerBound == 0 || match.saysWhatItIs
            else { continue }
            // The whole value is the limit's text when the limit begins it: `< 100ms average`.
            let begins = match.tokens.lowerBound == 0
            let range = begins ? 0..<field.value.tokens.count : match.tokens
            let limit = match.limit.with(text: field.value.text(tokens: range))
            found[level] = found[level] ?? Claim(limit, at: field.value.span(tokens: match.tokens), .field)
        }
        return found
    }

    /// `Error rate: Target < 1%, Alert > 5%, Critical > 15%`; one level alone where it opens a bracket: `(target: < 1%)`.
    func inlineLevels(_ line: ContentLine) -> InlineLevels? {
        let text = line.text
        guard text.mentions(.number) else { return nil }
        if let graded = gradedLimits(line) { return graded }
        guard text.mentions(.limitLevels) else { return nil }
        var limits: [LimitLevel: Claim<Limit>] = [:]
        var first: Int?
        var isBracketed = false
        var action: (TriggerAction, QuantityReader.LimitMatch)?
        for index in text.tokens.indices.dropLast() {
            let acts = text.tokens[index].isA(TriggerAction.words)
            guard let level = acts ? .critical : text.tokens[index].classes.limitLevel, limits[level] == nil else {
                continue
            }
            var next = index + 1
            while next < text.tokens.count, text.tokens[next].isSign(":") || text.tokens[next].isA(.limitLead) {
                next += 1
            }
            guard let match = text.quantities.ledLimit(at: next) ?? text.quantities.limit(at: next) else { continue }
            isBracketed = isBracketed || first == nil && index > 0 && text.tokens[index - 1].isSign("(")
            first = first ?? index
            limits[level] = Claim(match.limit, at: text.span(tokens: match.tokens), line.reading)
            if acts { action = (TriggerAction(text.tokens[index]), match) }
        }
        guard limits.count >= 2 || limits.count == 1 && (isBracketed || opensValue(line, first, limits)), let first,
            first > 0,
            areOfOneMeasure(limits.values.map(\.value.quantity))
        else { return nil }
        guard var levels = addingTarget(to: limits, line, before: first) else { return nil }
        let metric = levels.metric
        levels.trigger = action.map { ($0.0, LimitedMeasure(metric, $0.1, in: text)) }
        return levels
    }

    /// `CPU 🟢 < 60 % 🟡 60–80 % 🔴 > 80 %`, `Queue: < 100 ok, > 500 warn, > 2000 stop`: each limit beside its grade.
    private func gradedLimits(_ line: ContentLine) -> InlineLevels? {
        let text = line.text
        guard text.mentions([.comparisonSign, .comparison]) else { return nil }
        var limits: [LimitLevel: Claim<Limit>] = [:]
        var action: (TriggerAction, QuantityReader.LimitMatch)?
        var start: Int?
        var index = 0
        while index < text.tokens.count {
            let marked = text.tokens[index].markedLevel
            let place =
                marked == nil
                ? index : text.tokens[index...].dropFirst().firstIndex { !$0.isSign("\u{FE0F}") && !$0.isSign(":") }
            guard let place, text.tokens[place].isA([.number, .comparisonSign, .comparison]),
                let match = text.quantities.limit(at: place)
            else {
                index += 1
                continue
            }
            let next = match.tokens.upperBound
            let acts = marked == nil && next < text.tokens.count && text.tokens[next].isA(TriggerAction.words)
            let behind =
                marked == nil && match.limit.comparison != nil && next < text.tokens.count
                ? text.tokens[next].gradedLevel : nil
            if let level = marked ?? (acts ? .critical : behind), limits[level] == nil {
                start = start ?? index
                limits[level] = Claim(match.limit, at: text.span(tokens: match.tokens), line.reading)
                if acts { action = (TriggerAction(text.tokens[next]), match) }
            }
            index = next
        }
        guard limits.count > 1, var end = start else { return nil }
        while end > 0, text.tokens[end - 1].kind == .sign { end -= 1 }
        guard end > 0, end <= longestName, areOfOneMeasure(limits.values.map(\.value.quantity)) else { return nil }
        let metric = text.text(tokens: 0..<end)
        var levels = InlineLevels(metric: metric, limits: limits, start: 0)
        levels.trigger = action.map { ($0.0, LimitedMeasure(metric, $0.1, in: text)) }
        return levels
    }

    /// `Error rate: < 1% (alert at 2%, critical at 5%)`: what stands before the first level is the target.
    private func addingTarget(to limits: [LimitLevel: Claim<Limit>], _ line: ContentLine, before first: Int)
        -> InlineLevels?
    {
        let text = line.text
        var limits = limits
        var end = first
        while end > 0, text.tokens[end - 1].kind == .sign { end -= 1 }
        guard end > 0, end <= longestName else { return nil }
        let before = text.part(text.bytes(tokens: 0..<first))
        guard limits[.target] == nil, let stated = LimitedMeasure.all(in: before, .line).first else {
            // A sentence says other things before: `Prove it at night: tile p95 (target: < 90 ms)`.
            let isNamed = line.isItem || line.field != nil && line.text.statements.count == 1
            // `Error rate: baseline 0.2%, alert at 0.5%`
            let key = line.field.map { text.tokens.count - $0.value.tokens.count - 1 }.flatMap { $0 < end ? $0 : nil }
            let name = isNamed ? 0..<(key ?? end) : LimitedMeasure.name(in: text, 0..<end, .phrase, isFirst: true)
            return name.isEmpty
                ? nil : InlineLevels(metric: text.text(tokens: name), limits: limits, start: name.lowerBound)
        }
        limits[.target] = Claim(stated.limit, at: stated.limitSpan, line.reading)
        return stated.metric.isEmpty ? nil : InlineLevels(metric: stated.metric, limits: limits, start: 0)
    }

    /// `Complaints: goal < 5 per week`: a level and its comparison are all that a field says.
    private func opensValue(_ line: ContentLine, _ first: Int?, _ limits: [LimitLevel: Claim<Limit>]) -> Bool {
        guard let field = line.field, let first, let level = field.value.tokens.first else { return false }
        return line.text.tokens[first].range == level.range && limits.values.allSatisfy { $0.value.comparison != nil }
            && LimitPurpose(key: field.key) == nil
    }

    /// Whether limits may be one measure's: `5 people` and `3 days` are not, a percentage may once lack its sign.
    private func areOfOneMeasure(_ quantities: [Quantity]) -> Bool {
        // None of it is none of it, whether per day or at all.
        let units = quantities.filter { $0.number != 0 }.map(\.unit)
        guard let unit = units.first(where: { $0 != .none }) else { return true }
        return units.allSatisfy { $0.isComparable(with: unit) || $0 == .none && unit.dimension == .share }
    }

    /// `Latency threshold: 5000ms` warns, `Uptime SLO: 99.95%` is a target.
    func namedThresholds(_ section: OutlineSection, _ phase: PhaseHeading?) -> [ThresholdSighting] {
        guard section.lineClasses.intersects([.thresholdNoun, .target]) else { return [] }
        return section.lines.compactMap { line in
            guard line.isItem, line.task == nil, let field = line.field, let last = field.key.tokens.last,
                last.isA([.thresholdNoun, .target]), field.key.tokens.count > 1, !line.text.mentions(.rollback),
                let match = field.value.quantities.fieldLimit(), match.tokens.lowerBound == 0,
                last.isA(.thresholdNoun) || match.limit.quantity.unit != .none
            else { return nil }
            let level: LimitLevel = last.isA(.thresholdNoun) ? .warning : .target
            return ThresholdSighting(
                metric: field.key.text(tokens: 0..<field.key.tokens.count - 1), origin: .criterion,
                limits: [level: Claim(match.limit, at: field.value.span(tokens: match.tokens), .field)], phase: phase,
                span: line.text.span)
        }
    }
}

/// A measure whose levels stand in one line.
struct InlineLevels {
    let metric: String
    let limits: [LimitLevel: Claim<Limit>]
    /// The token that the measure's name begins at: what stands before it says something else.
    let start: Int
    /// `rollback > 1s` among them.
    var trigger: (TriggerAction, LimitedMeasure)?
}

/// Whatever stands in more words before a level is a text that speaks of levels.
private let longestName = 20
private let indicatorSections: WordClassSet = [.indicator, .serviceLevel]
